public struct Passage: Sendable { public var start: Int; public var end: Int; public var path: [String]; public var isBoilerplate: Bool }
public struct PassageCutter: Sendable {
    public init() {}
    public func cut(_ text: UnsafeRawBufferPointer) -> [Passage] {
        var out: [Passage] = []
        var start = 0
        for i in 0..<text.count where (text[i] == 10 && i - start > 1600) || i == text.count - 1 {
            out.append(Passage(start: start, end: i + 1, path: [], isBoilerplate: false)); start = i + 1
        }
        return out
    }
}
