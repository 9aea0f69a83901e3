/// One token: its byte range in the analysed buffer and the id of its surface form.
public struct RawToken: Sendable {
    /// Offset of the first byte.
    public var start: UInt32
    /// Offset behind the last byte.
    public var end: UInt32
    /// The surface form's id in the analyser that made the token.
    public var surface: UInt32

    /// A token at a byte range.
    public init(start: UInt32, end: UInt32, surface: UInt32) {
        self.start = start
        self.end = end
        self.surface = surface
    }
}
