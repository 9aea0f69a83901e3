public import VanThu
internal import VietnameseText

/// How rare the rarest word of a query is, by the share of passages that hold it.
public enum QueryBand: String, Sendable, CaseIterable {
    /// Under one passage in a hundred.
    case rare = "r"
    /// One to ten passages in a hundred.
    case middling = "m"
    /// More than one passage in ten.
    case common = "c"

    /// The band of a share of passages, 0 to 1.
    public init(share: Double) { self = share < 0.01 ? .rare : share <= 0.1 ? .middling : .common }
}

/// A query to be timed, as people type it with diacritics.
public struct BenchmarkQuery: Equatable, Sendable {
    /// Its name; the first letter of a made query is its band's.
    public var id: String
    /// The band of its rarest word; none of a query that was not made here.
    public var band: QueryBand?
    /// The words.
    public var text: String
    /// The words as typed without diacritics.
    public var stripped: String

    /// A query and its stripped form; its band is read from a name such as `r00017`.
    public init(id: String, text: String, stripped: String? = nil) {
        self.id = id
        self.text = text
        self.stripped = stripped ?? unmarkedText(text)
        let isMade = id.utf8.count > 1 && id.utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
        band = isMade ? id.first.flatMap { QueryBand(rawValue: String($0)) } : nil
    }
}

/// The three shapes of query that are made.
public enum QueryShape: String, Sendable, CaseIterable {
    /// One word.
    case term
    /// Two to five neighbouring words.
    case words
    /// Twelve to twenty-five words that ask something.
    case questions
}

/// A way of asking that is timed by itself.
public enum QueryKind: String, Sendable, CaseIterable {
    case term, any, all, phrase, question

    /// The queries it takes.
    public var shape: QueryShape {
        switch self {
        case .term: .term
        case .any, .all, .phrase: .words
        case .question: .questions
        }
    }

    /// What a passage must hold to be found.
    public var match: MatchMode {
        switch self {
        case .term, .any, .question: .any
        case .all: .all
        case .phrase: .phrase
        }
    }
}
