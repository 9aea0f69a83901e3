internal import Glibc

/// BM25 as far as it depends on a posting: tf / (tf + k1 (1 − b + b · length / average)), in floating point and as a byte.
struct ImpactTable {
    /// k1 (1 − b + b · length / average) of each length class.
    let saturation: [Float]
    /// 255 times the quotient, at least 1, by [frequency up to 16][length class]; the row of frequency 0 is 0.
    let bytes: [UInt8]

    init(k1: Float, b: Float, averageLength: Float) {
        let average = max(averageLength, 1)
        // Parameters outside their ranges (k1 from 0, b from 0 to 1) must not bring down a search.
        saturation = LengthClass.lengths.map { max(0, k1 * (1 - b + b * $0 / average)) }
        var table = [UInt8](repeating: 0, count: 17 * 256)
        for frequency in 1...16 {
            for (norm, s) in saturation.enumerated() {
                let tf = Float(frequency)
                table[frequency << 8 | norm] = UInt8(max(1, (255 * tf / (tf + s)).rounded()))
            }
        }
        bytes = table
    }

    /// The exact quotient.
    @inline(__always)
    func quotient(_ frequency: UInt32, _ norm: UInt8) -> Float {
        let tf = Float(frequency)
        return tf / (tf + saturation[Int(norm)])
    }
}

/// Lucene's idf, ln(1 + (N − n + ½) / (n + ½)), which never falls to zero: Vietnamese syllables are that common.
func inverseDocumentFrequency(count: Int, of total: Int) -> Float {
    let n = Double(min(count, total))
    return Float(log(1 + (Double(total) - n + 0.5) / (n + 0.5)))
}
