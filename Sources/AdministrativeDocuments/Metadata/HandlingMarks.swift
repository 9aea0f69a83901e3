extension HeadText {
    private static let urgencies: [(StaticString, String)] = [
        ("hoa toc hen gio", "Hỏa tốc hẹn giờ"), ("hoa toc", "Hỏa tốc"), ("thuong khan", "Thượng khẩn"),
        ("khan", "Khẩn"),
    ]
    private static let secrecies: [(StaticString, String)] = [
        ("tuyet mat", "Tuyệt mật"), ("toi mat", "Tối mật"), ("mat", "Mật"),
    ]

    /// The stamps `HỎA TỐC`, `TỐI MẬT`: cells in capitals that hold nothing else (Decree 30/2020/NĐ-CP, annex I).
    mutating func readMarks() -> (urgency: InspectedValue?, secrecy: InspectedValue?) {
        var urgency: InspectedValue?
        var secrecy: InspectedValue?
        for index in lines.indices where roles[index] == .open && lines[index].isCapitals {
            let line = lines[index]
            guard line.keys.count <= 16, ByteSet.holds("htkm", folded.keys[line.keys.lowerBound]) else { continue }
            if urgency == nil, let name = Self.urgencies.first(where: { folded.isExactly(line, $0.0) })?.1 {
                urgency = InspectedValue(value: name, start: line.start, end: line.end, confidence: 0.9)
                roles[index] = .mark
            }
            if secrecy == nil, let name = Self.secrecies.first(where: { folded.isExactly(line, $0.0) })?.1 {
                secrecy = InspectedValue(value: name, start: line.start, end: line.end, confidence: 0.9)
                roles[index] = .mark
            }
        }
        return (urgency, secrecy)
    }
}
