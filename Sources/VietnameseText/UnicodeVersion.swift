import CICU

/// The Unicode version of the linked ICU, as major × 256 + minor.
public var unicodeVersion: Int { Int(cicu_unicode_version()) }
