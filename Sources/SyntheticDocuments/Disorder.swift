/// Brings a clean text into the shape of real files.
///
/// Each document has one to four of the defects that files of Vietnamese offices show: hard wraps, a merged head, page
/// numbers in mid-text, letter-spaced headings, tones placed in the old and the new way, decomposed letters, accents lost
/// by recognition, CRLF, dotted leaders, no-break spaces. What is there stays readable and valid UTF-8.
struct Disorder {
    /// One defect.
    enum Defect: Int, CaseIterable {
        case wraps, mergedHead, pageNumbers, spacedHeading, tonePlacement, decomposed, recognition, carriageReturns
        case leaders, noBreakSpaces
    }

    private var random: RandomStream

    init(_ seed: UInt64) { random = RandomStream(seed) }

    /// The text with its defects; how lines are joined and ended comes after what changes letters.
    mutating func applied(to text: [UInt8]) -> [UInt8] {
        var chosen: Set<Defect> = []
        // Half of such files are wrapped by hand or by a converter.
        if random.chance(0.5) { chosen.insert(.wraps) }
        repeat { chosen.insert(random.pick(Defect.allCases)) } while chosen.count < 4 && random.chance(0.5)
        var text = text
        for defect in Defect.allCases where chosen.contains(defect) && defect != .carriageReturns {
            switch defect {
            case .mergedHead: text = mergingHead(text)
            case .spacedHeading: text = spacingHeading(text)
            case .pageNumbers: text = numberingPages(text)
            case .leaders: text = addingLeaders(text)
            case .noBreakSpaces: text = replacingSpaces(text)
            case .tonePlacement: text = ToneShapes.displaced(text, &random)
            case .decomposed: text = ToneShapes.decomposed(text, &random)
            case .recognition: text = ToneShapes.misread(text, &random)
            case .wraps: text = wrapping(text)
            case .carriageReturns: break
            }
        }
        return chosen.contains(.carriageReturns) ? Self.withCarriageReturns(text) : text
    }

    // MARK: Lines

    private mutating func wrapping(_ text: [UInt8]) -> [UInt8] {
        let width = random.within(55...95)
        // Converted web pages have a blank line between any two lines.
        let lineEnd: [UInt8] = random.chance(0.3) ? [0x0A, 0x0A] : [0x0A]
        var wrapped: [UInt8] = []
        wrapped.reserveCapacity(text.count + text.count / 16)
        var column = 0
        for byte in text {
            if byte == 0x0A {
                column = 0
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
            if byte == 0x20, column > width {
                wrapped += lineEnd
                column = 0
            } else {
                wrapped.append(byte)
            }
        }
        return wrapped
    }

    /// The two columns of the head on the same lines, or one of them lost.
    private mutating func mergingHead(_ text: [UInt8]) -> [UInt8] {
        let national = Array("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM".utf8)
        let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
        guard let at = lines.prefix(12).firstIndex(where: { $0.elementsEqual(national) }), at + 2 < lines.count else {
            return text
        }
        let left = lines[..<at].filter { !$0.isEmpty }
        var merged: [UInt8] = []
        if random.chance(0.3) {
            for line in left.prefix(2) { merged += line + [0x0A] }
        } else {
            let right = [lines[at], lines[at + 1]]
            for row in 0..<max(left.count, 2) {
                if row < left.count { merged += left[row] }
                if row < 2 {
                    merged += Array(repeating: 0x20, count: random.within(4...16))
                    merged += right[row]
                }
                merged.append(0x0A)
            }
        }
        for line in lines[(at + 3)...] { merged += line + [0x0A] }
        merged.removeLast()
        return merged
    }

    /// `B Á O  C Á O` for the first line of capitals behind the head.
    private func spacingHeading(_ text: [UInt8]) -> [UInt8] {
        let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
        let names = Set(DocumentKind.allCases.map { Array($0.name.uppercased().utf8) })
        guard let at = lines.prefix(40).firstIndex(where: { names.contains(Array($0)) }) else { return text }
        var spaced: [UInt8] = []
        for byte in lines[at] {
            if byte & 0xC0 != 0x80, !spaced.isEmpty { spaced.append(0x20) }
            spaced.append(byte)
        }
        return Array(
            (lines[..<at].map(Array.init) + [spaced] + lines[(at + 1)...].map(Array.init)).joined(separator: [0x0A]))
    }

    /// A number on a line of its own about every 3,000 bytes, between any two words.
    private mutating func numberingPages(_ text: [UInt8]) -> [UInt8] {
        let style = random.below(3)
        var page = 1
        return interspersed(text, every: 2_400...3_600) { output, _ in
            page += 1
            output +=
                style == 0 ? "\n\n---- Trang ".utf8 : style == 1 ? "\n\n                         ".utf8 : "\n\n".utf8
            output.append(number: page)
            output += style == 0 ? " ----\n\n".utf8 : "\n\n".utf8
        }
    }

    private mutating func addingLeaders(_ text: [UInt8]) -> [UInt8] {
        interspersed(text, every: 1_500...9_000) { output, random in
            output.append(0x0A)
            output += Array(repeating: 0x2E, count: random.within(12...90))
            output.append(0x0A)
        }
    }

    /// Text with something in place of a space now and then, behind the head.
    private mutating func interspersed(
        _ text: [UInt8], every distance: ClosedRange<Int>, _ insert: (inout [UInt8], inout RandomStream) -> Void
    ) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(text.count + text.count / 32)
        var next = 800 + random.within(distance)
        for (offset, byte) in text.enumerated() {
            if offset >= next, byte == 0x20 {
                insert(&output, &random)
                next = offset + random.within(distance)
            } else {
                output.append(byte)
            }
        }
        return output
    }

    private mutating func replacingSpaces(_ text: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(text.count + text.count / 32)
        for byte in text {
            if byte == 0x20, random.chance(0.06) { output += [0xC2, 0xA0] } else { output.append(byte) }
        }
        return output
    }

    private static func withCarriageReturns(_ text: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(text.count + text.count / 32)
        for byte in text {
            if byte == 0x0A { output.append(0x0D) }
            output.append(byte)
        }
        return output
    }
}
