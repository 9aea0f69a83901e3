/// What a list of hits shows of a document.
public struct DocumentSummary: Equatable, Sendable {
    /// The identity under which it was added: its path as given, or the `id` of its JSON line.
    public var id: String
    /// Its number (số, ký hiệu), such as `15/2020/QĐ-TTg`, where it is known.
    public var number: String?
    /// Its type (loại văn bản), where it is known.
    public var type: String?
    /// Its issuing agency (cơ quan ban hành), where it is known.
    public var agency: String?
    /// Its date of issue as `2020-06-23`, where it is known.
    public var issuedOn: String?
    /// Its title; empty where it has none.
    public var title: String

    /// A summary of the document `id`.
    public init(
        id: String, number: String? = nil, type: String? = nil, agency: String? = nil,
        issuedOn: String? = nil, title: String = ""
    ) {
        self.id = id
        self.number = number
        self.type = type
        self.agency = agency
        self.issuedOn = issuedOn
        self.title = title
    }
}
