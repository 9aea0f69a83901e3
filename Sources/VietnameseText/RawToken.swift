/// One token: its byte range in the analysed text and the id of its surface form.
public struct RawToken: Sendable, Equatable {
    /// The token's first byte, in UTF-8 bytes from the start of the analysed text.
    public var start: UInt32
    /// The byte after the token's last.
    public var end: UInt32
    /// The surface form's id in the analyser that found the token.
    public var surface: UInt32

    /// Makes a token of a byte range and a surface form's id.
    @inlinable public init(start: UInt32, end: UInt32, surface: UInt32) {
        self.start = start
        self.end = end
        self.surface = surface
    }
}

/// What a surface form is, decided once per distinct form.
public struct SurfaceTraits: OptionSet, Sendable {
    /// The bits.
    public let rawValue: UInt8

    /// Makes traits of their bits.
    @inlinable public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// Holds a decimal digit.
    public static let hasDigit = SurfaceTraits(rawValue: 1 << 0)
    /// Its first character is a decimal digit.
    public static let startsWithDigit = SurfaceTraits(rawValue: 1 << 1)
    /// Carries a tone, a quality mark or the bar of đ: its exact and folded keys differ.
    public static let hasMarks = SurfaceTraits(rawValue: 1 << 2)
    /// May open a number, a date or a document number: it starts with a digit, or is `qcvn`, `tcvn` or `quý`.
    public static let triggersReference = SurfaceTraits(rawValue: 1 << 3)
}
