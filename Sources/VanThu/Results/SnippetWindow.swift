/// The choice of the part of a text to show.
enum SnippetWindow {
    /// The units of `text` to show: all where they fit, else a window of at most `width` less room for two `…`.
    ///
    /// `isPart` tells that the text itself was cut out of a larger one.
    static func choose(in text: DisplayText, width: Int, isPart: Bool) -> Range<Int> {
        let count = text.units.count
        if count <= (isPart ? width - 2 : width) { return 0..<count }
        let room = width - 2
        let tight = densest(text.ranges, keys: text.keys, width: room)
        guard tight.distinct > 0, let first = tight.ranges.first, let last = tight.ranges.last else {
            return 0..<end(text, from: 0, room: room, after: 0)
        }
        let sentences = text.sentences()
        if let whole = wholeSentences(text, sentences, room: room, distinct: tight.distinct) { return whole }
        let matchStart = text.ranges[first].lowerBound
        let matchEnd = max(matchStart, text.ranges[last].upperBound)
        let start = start(
            text, sentences, before: matchStart, spare: max(0, room - (matchEnd - matchStart)),
            after: count - matchEnd)
        return start..<end(text, sentences, from: start, room: room, after: matchEnd)
    }

    /// The run of `ranges` that fits `width` and has the most words among its distinct keys, then the most matches, then
    /// comes first: a document number counts for more than words that are like its parts.
    static func densest(
        _ ranges: [Range<Int>], keys: [String], width: Int
    ) -> (ranges: Range<Int>, distinct: Int) {
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
        return (best, bestDistinct)
    }

    /// Words of a key, at least 1; all but letters, digits and marks part them.
    private static func wordCount(_ key: String) -> Int {
        max(1, key.split { !$0.isLetter && !$0.isNumber }.count)
    }

    // MARK: Whole sentences

    /// The sentences that hold as many distinct words as the closest matches do, and those behind them as far as they fit.
    private static func wholeSentences(
        _ text: DisplayText, _ sentences: [Range<Int>], room: Int, distinct: Int
    ) -> Range<Int>? {
        var numbers: [ClosedRange<Int>] = []
        var at = 0
        for range in text.ranges {
            while at < sentences.count - 1, sentences[at].upperBound <= range.lowerBound { at += 1 }
            var last = at
            while last < sentences.count - 1, sentences[last].upperBound < range.upperBound { last += 1 }
            numbers.append(at...last)
        }
        let extents = zip(text.ranges, numbers).map { range, numbers in
            let extent = sentences[numbers.lowerBound].lowerBound..<sentences[numbers.upperBound].upperBound
            return range.isEmpty || extent.count > room ? 0..<0 : extent
        }
        let found = densest(extents, keys: text.keys, width: room)
        guard found.distinct >= distinct, let firstMatch = found.ranges.first, let lastMatch = found.ranges.last else {
            return nil
        }
        var first = numbers[firstMatch].lowerBound
        var last = numbers[lastMatch].upperBound
        while last + 1 < sentences.count, sentences[last + 1].upperBound - sentences[first].lowerBound <= room {
            last += 1
        }
        var window = sentences[first].lowerBound..<sentences[last].upperBound
        // Half empty is less than a reader could have: the next sentence begins, or those before go on.
        guard window.count < room / 2 else { return window }
        if last + 1 < sentences.count {
            return window.lowerBound..<end(text, from: window.lowerBound, room: room, after: window.upperBound)
        }
        while first > 0, window.upperBound - sentences[first - 1].lowerBound <= room { first -= 1 }
        window = sentences[first].lowerBound..<window.upperBound
        guard window.count < room / 2 else { return window }
        var start = max(0, window.upperBound - room)
        while start < window.lowerBound, !isWordStart(text, start) { start += 1 }
        return start..<window.upperBound
    }

    // MARK: Parts of sentences

    /// Where to begin: the sentence the first match stands in if there is room for its start, else some words before the match.
    private static func start(
        _ text: DisplayText, _ sentences: [Range<Int>], before match: Int, spare: Int, after: Int
    ) -> Int {
        // What the text behind the matches cannot fill goes before them.
        let unfilled = max(0, spare - after)
        let farthest = max(0, match - max(spare, unfilled))
        let sentence = sentences.last { $0.lowerBound <= match }?.lowerBound ?? 0
        var at = match
        while at >= farthest {
            if at == sentence || isItemStart(text, at) { return at }
            at -= 1
        }
        at = max(0, match - max(spare / 3, unfilled))
        while at < match, !isWordStart(text, at) { at += 1 }
        return at
    }

    /// Where to end: behind the last sentence that fits if that is far enough, else behind the last whole word, but never
    /// before the matches if they fit.
    private static func end(
        _ text: DisplayText, _ sentences: [Range<Int>] = [], from start: Int, room: Int, after matchEnd: Int
    ) -> Int {
        let limit = start + room
        if limit >= text.units.count { return text.units.count }
        let enough = max(matchEnd, start + room * 2 / 3)
        if let sentence = sentences.last(where: { $0.upperBound <= limit }), sentence.upperBound >= enough {
            return sentence.upperBound
        }
        var end = limit
        while end > max(start, matchEnd), !text.units[end].isSpace { end -= 1 }
        if end <= start || !text.units[end].isSpace { return limit }
        return end
    }

    private static func isWordStart(_ text: DisplayText, _ at: Int) -> Bool { at == 0 || text.units[at - 1].isSpace }

    /// Whether something begins behind a semicolon or colon: items of a list that stand in one line.
    private static func isItemStart(_ text: DisplayText, _ at: Int) -> Bool {
        guard at > 1, text.units[at - 1].isSpace, !text.units[at].character.isLowercase else { return false }
        return switch text.units[at - 2].character {
        case ";", ":", "…": true
        default: false
        }
    }
}
