/// One step on the way from a document to a part of it.
public struct PathElement: Sendable, Equatable, Hashable {
    /// What it is.
    public var level: OutlineLevel
    /// Its number, as `OutlineNode` has it.
    public var number: String

    /// A step with a level and a number.
    public init(level: OutlineLevel, number: String) {
        self.level = level
        self.number = number
    }

    /// As people say it: `Chương II`, `Điều 7`, `Khoản 2`, `Điểm a`, `1.1`, `a)`, `Phụ lục I`, `Quy chế`.
    public var label: String {
        switch level {
        case .attachment: number.isEmpty ? "Văn bản kèm theo" : number
        case .annex: number.isEmpty ? "Phụ lục" : number.hasPrefix("Mẫu") ? number : "Phụ lục \(number)"
        case .part: "Phần \(number)"
        case .chapter: "Chương \(number)"
        case .section: "Mục \(number)"
        case .subsection: "Tiểu mục \(number)"
        case .article: "Điều \(number)"
        case .clause: "Khoản \(number)"
        case .point: "Điểm \(number)"
        case .roman, .number, .decimal: number
        case .letter: "\(number))"
        case .dash: "-"
        case .plus: "+"
        }
    }
}
