/// Queries by kind, to be timed.
public struct TimedQueries: Sendable {}
