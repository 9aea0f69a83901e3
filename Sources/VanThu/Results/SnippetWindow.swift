/// The choice of the part of a text to show.
enum SnippetWindow {
    /// The units of `text` to show: all where they fit, else a window of at most `width` less room for two `…`.
    ///
    /// `isPart` tells that the text itself was cut out of a larger one.
    static func choose(in text: DisplayText, width: Int, isPart: Bool) -> Range<Int> {
        let count = text.units.count
        if count <= (isPart ? width - 2 : width) { return 0..<count }
        let room = width - 2
        let cluster = densest(text.ranges, keys: text.keys, width: room)
        guard let first = cluster.first, let last = cluster.last, !text.ranges[first].isEmpty else {
            return 0..<end(text, from: 0, room: room, after: 0)
        }
        let matchStart = text.ranges[first].lowerBound
        let matchEnd = max(matchStart, text.ranges[last].upperBound)
        let start = start(
            text, before: matchStart, spare: max(0, room - (matchEnd - matchStart)), after: count - matchEnd)
        return start..<end(text, from: start, room: room, after: matchEnd)
    }

    /// The run of `ranges` that fits `width` and has the most words among its distinct keys, then the most matches, then
    /// comes first: a document number counts for more than words that are like its parts.
    static func densest(_ ranges: [Range<Int>], keys: [String], width: Int) -> Range<Int> {
        var best = 0..<0
        var bestDistinct = 0
        var distinct = 0
        var counts: [String: Int] = [:]
        var first = 0
        for last in ranges.indices where !ranges[last].isEmpty {
            if counts[keys[last]] == nil { distinct += wordCount(keys[last]) }
            counts[keys[last], default: 0] += 1
            while first < last, ranges[first].isEmpty || ranges[last].upperBound - ranges[first].lowerBound > width {
                if !ranges[first].isEmpty {
                    let left = (counts[keys[first]] ?? 1) - 1
                    counts[keys[first]] = left > 0 ? left : nil
                    if left == 0 { distinct -= wordCount(keys[first]) }
                }
                first += 1
            }
            if distinct > bestDistinct || distinct == bestDistinct && last + 1 - first > best.count {
                best = first..<(last + 1)
                bestDistinct = distinct
            }
        }
        return best
    }

    /// Words of a key, at least 1; all but letters, digits and marks part them.
    private static func wordCount(_ key: String) -> Int {
        max(1, key.split { !$0.isLetter && !$0.isNumber }.count)
    }

    /// Where to begin: the sentence the first match stands in if its start is near, else some words before the match.
    private static func start(_ text: DisplayText, before match: Int, spare: Int, after: Int) -> Int {
        // What the text behind the matches cannot fill goes before them.
        let unfilled = max(0, spare - after)
        let farthest = max(0, match - max(spare * 2 / 3, unfilled))
        var at = match
        while at >= farthest {
            if isSentenceStart(text, at) { return at }
            at -= 1
        }
        at = max(0, match - max(spare / 3, unfilled))
        while at < match, !isWordStart(text, at) { at += 1 }
        return at
    }

    /// Where to end: behind the last whole word that fits, but never before the matches if they fit.
    private static func end(_ text: DisplayText, from start: Int, room: Int, after matchEnd: Int) -> Int {
        let limit = start + room
        if limit >= text.units.count { return text.units.count }
        var end = limit
        while end > max(start, matchEnd), !text.units[end].isSpace { end -= 1 }
        if end <= start || !text.units[end].isSpace { return limit }
        return end
    }

    private static func isWordStart(_ text: DisplayText, _ at: Int) -> Bool { at == 0 || text.units[at - 1].isSpace }

    private static func isSentenceStart(_ text: DisplayText, _ at: Int) -> Bool {
        guard at > 0 else { return true }
        let space = text.units[at - 1]
        guard space.isSpace, at > 1 else { return false }
        if space.endsParagraph { return true }
        return switch text.units[at - 2].character {
        case ".", "!", "?", ";", ":", "…": !text.units[at].character.isLowercase
        default: false
        }
    }
}
