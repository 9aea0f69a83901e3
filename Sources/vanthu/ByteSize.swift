import ArgumentParser

/// An amount of memory as people write it: `512MB`, `2GB`, `64 MiB`, `1000000`.
struct ByteSize: ExpressibleByArgument, Equatable {
    let bytes: Int

    /// Units of ten (`k`, `MB`, …) and of two (`MiB`, …), in any case; `1.5GB` too.
    init?(argument: String) {
        let number = argument.prefix { $0.isASCII && $0.isNumber || $0 == "." }
        let unit = argument.dropFirst(number.count).drop(while: \.isWhitespace).lowercased()
        let scale: Double
        switch unit {
        case "", "b": scale = 1
        case "k", "kb": scale = 1e3
        case "m", "mb": scale = 1e6
        case "g", "gb": scale = 1e9
        case "t", "tb": scale = 1e12
        case "kib": scale = 1024
        case "mib": scale = 1_048_576
        case "gib": scale = 1_073_741_824
        case "tib": scale = 1_099_511_627_776
        default: return nil
        }
        guard let amount = Double(number), amount * scale >= 1, amount * scale < 1e18 else { return nil }
        bytes = Int(amount * scale)
    }

    var defaultValueDescription: String { "\(bytes >> 20)MiB" }

    init(bytes: Int) { self.bytes = bytes }
}
