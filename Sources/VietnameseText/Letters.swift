/// The code points that Vietnamese spelling is made of, in decomposed text.
enum Letters {
    /// đ, which has no decomposition.
    static let barredD: UInt32 = 0x111
    static let underscore: UInt32 = 0x5F

    /// The five tones: grave, acute, tilde, hook above, dot below.
    static func isTone(_ point: UInt32) -> Bool {
        point == 0x300 || point == 0x301 || point == 0x303 || point == 0x309 || point == 0x323
    }

    /// The marks that make letters: circumflex, breve, horn.
    static func isQuality(_ point: UInt32) -> Bool {
        point == 0x302 || point == 0x306 || point == 0x31B
    }

    /// ð and ɖ, typed for đ because their capitals Ð and Ɖ look like Đ.
    static func isBarredLookalike(_ point: UInt32) -> Bool {
        point == 0xF0 || point == 0x256
    }

    /// d for đ, D for Đ and for its lookalikes in capitals; any other point as it is.
    static func withoutBar(_ point: UInt32) -> UInt32 {
        switch point {
        case 0x111: 0x64
        case 0x110, 0xD0, 0x189: 0x44
        default: point
        }
    }
}
