/// Brings a clean text into the shape of real files.
///
/// Each document has a few of the defects, not all; what is there stays readable and valid UTF-8.
struct Disorder {
    private var random: RandomStream

    init(_ seed: UInt64) { random = RandomStream(seed) }

    func applied(to text: [UInt8]) -> [UInt8] { text }
}
