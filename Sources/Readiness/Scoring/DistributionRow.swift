/// One row of `distributions.csv`: how often an answer was given.
public struct DistributionRow: Sendable, Hashable {
  /// Item code.
  public let item: String
  /// Respondent type; nil for all types together.
  public let respondentType: String?
  /// The answer: a code of the scale, `dk`, `nfm`, `skipped` or `not_asked`.
  public let answer: String
  /// How often; nil when hidden.
  public let count: Int?
  /// Why there is a number or none.
  public let status: Status

  /// Makes a value from its parts.
  public init(item: String, respondentType: String?, answer: String, count: Int?, status: Status) {
    self.item = item
    self.respondentType = respondentType
    self.answer = answer
    self.count = count
    self.status = status
  }
}
