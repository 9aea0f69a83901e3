import Testing
@testable import InvertedIndex

@Suite struct InvertedIndexPlaceholder {}
