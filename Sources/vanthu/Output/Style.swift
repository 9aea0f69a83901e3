import ArgumentParser

/// When to use colour.
enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
    case auto, always, never
}

/// How text is set off for people: in colour, or not at all.
struct Style: Sendable {
    let isColored: Bool

    /// Colour on request; by itself only on a terminal that can, and never against NO_COLOR (no-color.org).
    init(_ choice: ColorChoice) {
        isColored =
            switch choice {
            case .always: true
            case .never: false
            case .auto:
                Terminal.outputIsTerminal && Terminal.environment("NO_COLOR") == nil
                    && Terminal.environment("TERM") != "dumb"
            }
    }

    func match(_ text: String) -> String { sgr("1;33", text) }
    func title(_ text: String) -> String { sgr("1", text) }
    func place(_ text: String) -> String { sgr("36", text) }
    func aside(_ text: String) -> String { sgr("2", text) }

    private func sgr(_ code: String, _ text: String) -> String { isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
}
