/// What documents to make texts like are learnt to be.
public struct TextModel: Sendable {}
