/// A difference between two sides of one organisation or of the cohort.
public struct GapRow: Sendable, Hashable {
  /// Which two sides.
  public enum Kind: String, Sendable, Hashable {
    /// Staff roll-ups minus the citizen roll-up.
    case themAndUs = "staff_minus_citizens"
    /// Leaders' rating of degree now minus the others'.
    case growth = "leaders_minus_others"
  }

  /// The organisation; nil for the cohort.
  public let organization: String?
  /// Which two sides.
  public let kind: Kind
  /// The measure's id: `overall`, or `now_cm`… for the growth gap.
  public let measure: String
  /// First side minus second side, points.
  public let difference: Estimate
  /// People on the first side; nil when hidden.
  public let firstN: Int?
  /// People on the second side; nil when hidden.
  public let secondN: Int?

  /// Makes a value from its parts.
  public init(
    organization: String?, kind: Kind, measure: String, difference: Estimate, firstN: Int?, secondN: Int?
  ) {
    self.organization = organization
    self.kind = kind
    self.measure = measure
    self.difference = difference
    self.firstN = firstN
    self.secondN = secondN
  }
}
