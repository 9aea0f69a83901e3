extension HeadText {
    /// The agency of the head's first cells, and the one above it.
    struct FoundAgency {
        var name: InspectedValue
        var superior: InspectedValue?
    }
    /// What begins an abstract, not a name, where its type's line is lost.
    private static let abstractOpenings: [StaticString] = [
        "v/v", "kinh gui", "ve", "ban hanh", "quy dinh", "huong dan", "sua doi", "phe duyet", "cua", "van ban hop nhat",
    ]

    /// A body named over one or more lines.
    private struct Body {
        var text: String
        var keys: Range<Int>
    }

    /// Reads the lines in capitals above number, date and type.
    func readAgency(_ names: inout AgencyNames) -> FoundAgency? {
        var bodies: [Body] = []
        for index in head {
            let line = lines[index]
            switch roles[index] {
            case .nationalName, .rule: continue
            case .open: break
            case .number, .date, .type, .mark:
                if bodies.isEmpty, roles[index] != .type { continue }
            }
            if roles[index] != .open { break }
            if index > nationalLine ?? -1, folded.opens(line, Self.abstractOpenings) { break }
            guard line.column == 0, line.isCapitals, let cell = withoutNationalName(line) else {
                if bodies.isEmpty { continue }
                break
            }
            add(cell, to: &bodies)
        }
        // Titles of treaties and standards name agencies, too: only a head's other parts tell its own.
        guard nationalLine != nil || roles.contains(.number) else { return nil }
        // A gazette repeats the agency above its own head.
        if bodies.count > 1 {
            var distinct: [Body] = []
            for body in bodies
            where distinct.last.map({ PlaceNames.foldedName($0.text) }) != PlaceNames.foldedName(body.text) {
                distinct.append(body)
            }
            bodies = distinct
        }
        guard let last = bodies.last, let name = names.agency(last.text) else { return nil }
        let confidence = nationalLine == nil ? 0.6 : 0.9
        guard bodies.count > 1, let above = names.agency(bodies[bodies.count - 2].text) else {
            return FoundAgency(name: value(name, last.keys, confidence), superior: nil)
        }
        let superior = bodies[bodies.count - 2]
        let full = AgencyPlace.name(of: name, under: above)
        let keys = full == name ? last.keys : superior.keys.lowerBound..<last.keys.upperBound
        return FoundAgency(
            name: value(full, keys, confidence), superior: value(above, superior.keys, confidence))
    }

    private func value(_ name: String, _ keys: Range<Int>, _ confidence: Double) -> InspectedValue {
        let bytes = folded.bytes(keys)
        return InspectedValue(value: name, start: bytes.lowerBound, end: bytes.upperBound, confidence: confidence)
    }

    /// A cell without the national name that only a space parts from it.
    private func withoutNationalName(_ line: FoldedLine) -> Range<Int>? {
        guard
            let name = folded.find("cong hoa xa hoi", in: line.keys) ?? folded.find("cong hoaxa hoi", in: line.keys)
        else { return line.keys }
        var end = name.lowerBound
        while end > line.keys.lowerBound, folded.keys[end - 1] == 0x20 { end -= 1 }
        return end > line.keys.lowerBound ? line.keys.lowerBound..<end : nil
    }

    private func add(_ cell: Range<Int>, to bodies: inout [Body]) {
        let text = folded.healed(cell)
        guard let last = bodies.last else {
            bodies.append(Body(text: text, keys: cell))
            return
        }
        if AgencyKinds.beginsAnother(folded, cell, behind: last.text) {
            bodies.append(Body(text: text, keys: cell))
        } else {
            bodies[bodies.count - 1] = Body(
                text: last.text + " " + text, keys: last.keys.lowerBound..<cell.upperBound)
        }
    }
}
