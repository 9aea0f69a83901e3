/// How many letters must be put in, left out, replaced, or swapped with their neighbour to make one word of another.
enum EditDistance {
    /// The distance of two short words, in time of the product of their lengths.
    static func between<Letter: Equatable>(_ one: [Letter], _ other: [Letter]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...other.count)
        for row in one.indices {
            var current = [row + 1]
            for column in other.indices {
                var best = min(
                    last[column] + (one[row] == other[column] ? 0 : 1), last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
                    best = min(best, beforeLast[column - 1] + 1)
                }
                current.append(best)
            }
            beforeLast = last
            last = current
        }
        return last[other.count]
    }
}
