/// The people's committee or council of a document whose head is lost, where abstract, place and signature agree.
///
/// Decree 30/2020/NĐ-CP, annex I: who signs for a body writes `TM. ỦY BAN NHÂN DÂN` without its place, and the place of issue is that
/// of the body. If the abstract names that body at that place (`Công tác của Ủy ban nhân dân tỉnh Cà Mau …`), it is the issuer;
/// where one of the three says otherwise, nothing is read.
enum SignedAgency {
    private static let bodies: [(words: [String], name: [String])] = [
        (["uy", "ban", "nhan", "dan"], ["uy", "ban", "nhan", "dan"]), (["ubnd"], ["uy", "ban", "nhan", "dan"]),
        (["hoi", "dong", "nhan", "dan"], ["hoi", "dong", "nhan", "dan"]),
        (["hdnd"], ["hoi", "dong", "nhan", "dan"]),
    ]
    private static let levels: [[String]] = [
        ["tinh"], ["thanh", "pho"], ["tp"], ["huyen"], ["quan"], ["thi", "xa"], ["xa"], ["phuong"], ["thi", "tran"],
    ]

    /// Where the abstract names the body, in bytes of the text.
    static func range(in text: UnsafeRawBufferPointer, _ description: DocumentDescription) -> Range<Int>? {
        guard let title = description.title, let place = description.place, let signer = description.signers.first,
            let capacity = signer.capacity, capacity.value.contains("TM."), capacity.start < signer.name.start
        else { return nil }
        let placeWords = PlaceNames.foldedName(place.value).split(separator: " ").map(String.init)
        let signature = words(text, capacity.start..<signer.name.start).map(\.key)
        let signed = bodies.filter { holds(signature, $0.words) }.map(\.name)
        guard !signed.isEmpty else { return nil }
        let words = words(text, title.start..<title.end)
        for at in words.indices {
            for body in bodies where matches(words, at, body.words) && signed.contains(body.name) {
                let behind = at + body.words.count
                for level in levels where matches(words, behind, level) {
                    let last = behind + level.count + placeWords.count
                    if matches(words, behind + level.count, placeWords) {
                        return words[at].range.lowerBound..<words[last - 1].range.upperBound
                    }
                }
            }
        }
        return nil
    }

    private static func words(
        _ text: UnsafeRawBufferPointer, _ range: Range<Int>
    ) -> [(key: String, range: Range<Int>)] {
        var words: [(key: String, range: Range<Int>)] = []
        var at = range.lowerBound
        while at < range.upperBound {
            let start = at
            while at < range.upperBound, !isEdge(text[at]) { at += 1 }
            if at > start {
                var key: [UInt8] = []
                _ = FoldedWord(UnsafeRawBufferPointer(rebasing: text[start..<at]), into: &key)
                words.append((String(decoding: key, as: UTF8.self), start..<at))
            }
            at += 1
        }
        return words
    }

    private static func isEdge(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte < 0x80 && !(0x30...0x39).contains(byte) && !(0x41...0x5A).contains(byte & 0xDF)
    }

    private static func matches(_ words: [(key: String, range: Range<Int>)], _ at: Int, _ keys: [String]) -> Bool {
        at + keys.count <= words.count && zip(words[at...], keys).allSatisfy { $0.key == $1 }
    }

    private static func holds(_ words: [String], _ keys: [String]) -> Bool {
        guard words.count >= keys.count else { return false }
        return (0...words.count - keys.count).contains { words[$0..<$0 + keys.count].elementsEqual(keys) }
    }
}
