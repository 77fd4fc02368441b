/// How the dimensions are put together: into a score, or straight into an order of organisations.
///
/// Its text says everything, so a plan that prints it can be run again: `arithmetic`, `power:2`, `owa:4,3,2,1`, `kemeny`.
public enum AggregationRule: Sendable, Hashable, Codable, CustomStringConvertible {
  /// A score from 0 to 100 for everybody and every group.
  case score(Aggregation)
  /// Organisations beaten by a majority of the weight, less those that beat it. An order of organisations and no score.
  case copeland
  /// The weight on which it is above others, summed over them. An order and no score.
  case borda
  /// The order that keeps the most of the pairwise weight, found exactly for up to 16 organisations. An order and no score.
  case kemeny

  /// The weighted mean.
  public static let arithmetic = AggregationRule.score(.arithmetic)

  /// The rule of a text; nil for any other.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    let numbers = parts.count == 2 ? parts[1].split(separator: ",").map { Double($0) } : []
    switch (parts.first ?? "", parts.count) {
    case ("arithmetic", 1): self = .arithmetic
    case ("geometric", 1): self = .score(.geometric)
    case ("harmonic", 1): self = .score(.harmonic)
    case ("minimum", 1): self = .score(.minimum)
    case ("mpi", 1): self = .score(.mazziottaPareto)
    case ("copeland", 1): self = .copeland
    case ("borda", 1): self = .borda
    case ("kemeny", 1): self = .kemeny
    case ("power", 2):
      guard numbers.count == 1, let exponent = numbers[0], abs(exponent) <= Self.exponentLimit else { return nil }
      self = .score(.power(exponent))
    case ("owa", 2):
      let places = numbers.compactMap(\.self)
      guard places.count == numbers.count, places.count > 1, (try? IndicatorWeights(proportions: places)) != nil else {
        return nil
      }
      self = .score(.ordered(places))
    default: return nil
    }
  }

  /// Exponents of power means stay between −100 and 100, where a hundred to that power is still a number.
  package static let exponentLimit = 100.0

  /// What ``init(_:)`` takes, for messages.
  public static let forms =
    "arithmetic, geometric, harmonic, power:NUMBER, minimum, mpi, owa:NUMBERS (worst first, with commas), copeland, borda or kemeny"

  /// The text that ``init(_:)`` reads.
  public var description: String {
    switch self {
    case .score(.arithmetic): "arithmetic"
    case .score(.geometric): "geometric"
    case .score(.harmonic): "harmonic"
    case .score(.power(let exponent)): "power:\(Self.text(exponent))"
    case .score(.minimum): "minimum"
    case .score(.mazziottaPareto): "mpi"
    case .score(.ordered(let places)): "owa:\(places.map(Self.text).joined(separator: ","))"
    case .copeland: "copeland"
    case .borda: "borda"
    case .kemeny: "kemeny"
    }
  }

  /// The aggregation of a score; nil for a rule that orders organisations only.
  public var aggregation: Aggregation? { if case .score(let aggregation) = self { aggregation } else { nil } }

  private static func text(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e9 ? String(Int(number)) : String(number)
  }
}
