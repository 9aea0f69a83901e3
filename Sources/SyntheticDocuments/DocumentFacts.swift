/// What one document speaks of by name: other documents, days, places, persons.
///
/// A document names the same few again and again, as real ones do.
struct DocumentFacts: Sendable {
    /// A document that is cited: in full, its number, and its type with its number.
    struct Citation: Sendable {
        var full: [UInt8]
        var number: [UInt8]
        var brief: [UInt8]
    }

    let year: Int
    private(set) var citations: [Citation] = []
    private var days: [IssueDate] = []
    private var provinces: [[UInt8]] = []
    private var localities: [[UInt8]] = []
    private var persons: [[UInt8]] = []

    init(head: MadeHead, seed: UInt64, index: Int, _ random: inout RandomStream) {
        year = head.date.year
        for _ in 0..<(2 + random.logarithmic(16)) {
            if let cited = Self.earlier(than: head, seed: seed, index: index, &random) { citations.append(cited) }
        }
        if citations.isEmpty { citations = Self.laws }
        for _ in 0..<8 { days.append(IssueDate.random(in: year - random.logarithmic(3), &random)) }
        provinces = [Array(head.issuer.place.utf8)]
        for _ in 0..<3 { provinces.append(Array(random.pick(Names.provinces).utf8)) }
        for _ in 0..<10 {
            var name = random.pick(Names.placeWords) + " " + random.pick(Names.placeWords)
            if random.chance(0.2) { name += " " + random.pick(Names.placeWords) }
            localities.append(Array(name.utf8))
        }
        for _ in 0..<5 { persons.append(Array(Self.personName(&random).utf8)) }
    }

    static func personName(_ random: inout RandomStream) -> String {
        random.pick(Names.surnames) + " " + random.pick(Names.middles) + " " + random.pick(Names.givens)
    }

    /// A document made before this one in order and in time: famous ones often, neighbours often.
    private static func earlier(
        than head: MadeHead, seed: UInt64, index: Int, _ random: inout RandomStream
    ) -> Citation? {
        guard index > 0 else { return nil }
        for _ in 0..<4 {
            let other =
                random.chance(0.5) ? random.logarithmic(index) : index - 1 - random.logarithmic(min(index, 4096))
            let cited = MadeHead(seed: seed, index: other)
            guard cited.date < head.date else { continue }
            var full = Array(cited.kind.name.utf8)
            full += Array(" số ".utf8) + Array(cited.number.utf8)
            let brief = full
            full.append(UInt8(ascii: " "))
            cited.date.appendLong(to: &full)
            full += Array(" của ".utf8) + Array(cited.issuer.name.utf8)
            return Citation(full: full, number: Array(cited.number.utf8), brief: brief)
        }
        return nil
    }

    /// Real laws that every collection cites, for documents that have nothing before them.
    private static let laws: [Citation] = [
        ("Nghị định số 30/2020/NĐ-CP", "30/2020/NĐ-CP", "ngày 05 tháng 3 năm 2020 của Chính phủ"),
        ("Luật số 80/2015/QH13", "80/2015/QH13", "ngày 22 tháng 6 năm 2015 của Quốc hội"),
    ].map { Citation(full: Array("\($0.0) \($0.2)".utf8), number: Array($0.1.utf8), brief: Array($0.0.utf8)) }

    func appendCitation(to text: inout [UInt8], _ random: inout RandomStream) {
        let citation = citations[random.logarithmic(citations.count)]
        text += random.chance(0.45) ? citation.full : citation.brief
    }

    func appendCitedNumber(to text: inout [UInt8], _ random: inout RandomStream) {
        text += citations[random.logarithmic(citations.count)].number
    }

    func date(_ random: inout RandomStream) -> IssueDate {
        random.chance(0.6)
            ? days[random.logarithmic(days.count)] : IssueDate.random(in: year - random.logarithmic(4), &random)
    }

    func province(_ random: inout RandomStream) -> [UInt8] { provinces[random.logarithmic(provinces.count)] }
    func locality(_ random: inout RandomStream) -> [UInt8] { localities[random.logarithmic(localities.count)] }
    func person(_ random: inout RandomStream) -> [UInt8] { persons[random.logarithmic(persons.count)] }
}
