import Testing
@testable import AdministrativeDocuments

@Suite struct AdministrativeDocumentsPlaceholder {}
