/// Every occurrence of every term as its passage, sorted by term: one counting sort of the log.
struct SortedPostings: ~Copyable {
    /// Passages, those of one term ascending.
    let units: UnsafeMutablePointer<UInt32>
    /// Where each term's begin; one more than there are terms.
    let starts: [Int]

    deinit { units.deallocate() }

    init(of builder: SegmentBuilder, _ order: TermOrder) {
        let ordinals = order.ordinalOfWord(builder.vocabulary)
        let log = UnsafePointer(builder.log.base)
        let logCount = builder.log.count
        var next = [Int](repeating: 0, count: order.terms.count + 1)
        ordinals.withUnsafeBufferPointer { ordinals in
            next.withUnsafeMutableBufferPointer { next in
                for i in 0..<logCount where log[i] < SegmentBuilder.separatorBit {
                    next[Int(ordinals[Int(log[i])]) + 1] += 1
                }
            }
        }
        for extra in builder.extras { next[Int(order.ordinalOfTerm[Int(extra.term)]) + 1] += 1 }
        for i in 1..<next.count { next[i] += next[i - 1] }
        starts = next
        let units = UnsafeMutablePointer<UInt32>.allocate(capacity: max(next[next.count - 1], 1))
        self.units = units
        let extras = builder.extras
        let passageEnds = builder.passageEnds
        ordinals.withUnsafeBufferPointer { ordinals in
            next.withUnsafeMutableBufferPointer { next in
                var at = 0
                var extra = 0
                for (passage, end) in passageEnds.enumerated() {
                    let unit = UInt32(passage)
                    while at < end {
                        let symbol = log[at]
                        at += 1
                        if symbol >= SegmentBuilder.separatorBit { continue }
                        let ordinal = Int(ordinals[Int(symbol)])
                        let place = next[ordinal]
                        units[place] = unit
                        next[ordinal] = place + 1
                    }
                    while extra < extras.count, extras[extra].passage == unit {
                        let ordinal = Int(order.ordinalOfTerm[Int(extras[extra].term)])
                        units[next[ordinal]] = unit
                        next[ordinal] += 1
                        extra += 1
                    }
                }
            }
        }
    }

    /// The same for titles: documents by term.
    init(titlesOf builder: SegmentBuilder, _ order: TermOrder) {
        var next = [Int](repeating: 0, count: order.terms.count + 1)
        for entry in builder.titleTerms { next[Int(order.ordinalOfTerm[Int(entry.term)]) + 1] += 1 }
        for i in 1..<next.count { next[i] += next[i - 1] }
        starts = next
        units = UnsafeMutablePointer<UInt32>.allocate(capacity: max(builder.titleTerms.count, 1))
        for entry in builder.titleTerms {
            let ordinal = Int(order.ordinalOfTerm[Int(entry.term)])
            units[next[ordinal]] = entry.document
            next[ordinal] += 1
        }
    }
}

/// Every adjacent pair as (second term, passage), sorted by first term, second term, passage.
///
/// Two counting sorts, by the second term and then by the first; both are stable, and the passages ascend to begin with.
/// A pair is two words that follow one another in a passage, whatever stands between them.
struct SortedPairs: ~Copyable {
    /// Second term in the high half, passage in the low.
    let pairs: UnsafeMutablePointer<UInt64>
    /// Where each first term's begin; one more than there are terms.
    let starts: [Int]

    deinit { pairs.deallocate() }

    init(of builder: SegmentBuilder, _ order: TermOrder) {
        let ordinals = order.ordinalOfWord(builder.vocabulary)
        let log = UnsafePointer(builder.log.base)
        let terms = order.terms.count
        var nextSecond = [Int](repeating: 0, count: terms + 1)
        var nextFirst = [Int](repeating: 0, count: terms + 1)
        let passageEnds = builder.passageEnds
        let none = UInt32.max
        ordinals.withUnsafeBufferPointer { ordinals in
            nextSecond.withUnsafeMutableBufferPointer { nextSecond in
                nextFirst.withUnsafeMutableBufferPointer { nextFirst in
                    var at = 0
                    for end in passageEnds {
                        var before = none
                        while at < end {
                            let symbol = log[at]
                            at += 1
                            if symbol >= SegmentBuilder.separatorBit { continue }
                            let ordinal = ordinals[Int(symbol)]
                            if before != none {
                                nextSecond[Int(ordinal) + 1] += 1
                                nextFirst[Int(before) + 1] += 1
                            }
                            before = ordinal
                        }
                    }
                }
            }
        }
        for i in 1..<nextSecond.count {
            nextSecond[i] += nextSecond[i - 1]
            nextFirst[i] += nextFirst[i - 1]
        }
        starts = nextFirst
        let secondStarts = nextSecond
        let total = nextSecond[terms]
        let bySecond = UnsafeMutablePointer<UInt64>.allocate(capacity: max(total, 1))
        let byFirst = UnsafeMutablePointer<UInt64>.allocate(capacity: max(total, 1))
        pairs = byFirst
        ordinals.withUnsafeBufferPointer { ordinals in
            nextSecond.withUnsafeMutableBufferPointer { nextSecond in
                var at = 0
                for (passage, end) in passageEnds.enumerated() {
                    var before = none
                    while at < end {
                        let symbol = log[at]
                        at += 1
                        if symbol >= SegmentBuilder.separatorBit { continue }
                        let ordinal = ordinals[Int(symbol)]
                        if before != none {
                            let place = nextSecond[Int(ordinal)]
                            bySecond[place] = UInt64(before) << 32 | UInt64(UInt32(passage))
                            nextSecond[Int(ordinal)] = place + 1
                        }
                        before = ordinal
                    }
                }
            }
        }
        nextFirst.withUnsafeMutableBufferPointer { nextFirst in
            for second in 0..<terms {
                let high = UInt64(second) << 32
                for at in secondStarts[second]..<secondStarts[second + 1] {
                    let value = bySecond[at]
                    let first = Int(value >> 32)
                    let place = nextFirst[first]
                    byFirst[place] = high | value & 0xFFFF_FFFF
                    nextFirst[first] = place + 1
                }
            }
        }
        bySecond.deallocate()
    }
}
