import VanThu

/// Pieces of pages for people: lines that fit, columns that stand straight, nothing that steers the terminal.
enum PageText {
    /// Longer lines are hard to read.
    static let widest = 100

    /// On one line, and without anything that could steer the terminal.
    static func plain(_ text: String) -> String { Snippet(of: Array(text.utf8), width: .max).text }

    /// The beginning of a text on one line of at most `width` characters.
    static func beginning(_ text: [UInt8], width: Int) -> String { Snippet(of: text, width: width).text }

    /// With spaces behind it up to a width.
    static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    /// With spaces before it up to a width.
    static func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }

    /// Lines of at most `width` characters, broken at spaces where there are any.
    static func wrapped(_ text: String, width: Int) -> [String] {
        wrapped(Snippet(of: Array(text.utf8), width: .max), width: width, style: Style(.never))
    }

    /// Lines of at most `width` characters, broken at spaces where there are any; marks do not count.
    static func wrapped(_ snippet: Snippet, width: Int, style: Style) -> [String] {
        let characters = snippet.segments.flatMap { segment in segment.text.map { ($0, segment.isMatch) } }
        let width = max(1, width)
        var lines: [String] = []
        var start = 0
        while start < characters.count {
            var end = min(characters.count, start + width)
            var next = end
            if end < characters.count, let space = characters[start...end].lastIndex(where: { $0.0 == " " }),
                space > start
            {
                end = space
                next = space + 1
            }
            lines.append(marked(characters[start..<end], style))
            start = next
        }
        return lines
    }

    private static func marked(_ characters: ArraySlice<(Character, Bool)>, _ style: Style) -> String {
        var line = ""
        var run = ""
        var isMatch = false
        for (character, match) in characters {
            if match != isMatch {
                line += isMatch ? style.match(run) : run
                run = ""
                isMatch = match
            }
            run.append(character)
        }
        return line + (isMatch ? style.match(run) : run)
    }
}
