// AdministrativeDocuments
