/// How small groups are hidden.
public enum DisclosureMode: String, Sendable, Hashable, Codable, CaseIterable {
  /// For anybody to read: hides every statistic of a group under ten.
  case `public`
  /// For those who asked: hides every statistic of a group under five.
  case `internal`
  /// Shows everything, stamps every page, and needs a recorded consent.
  case pilot
}

extension DisclosureMode {
  /// The fewest people that are shown; 0 hides nothing.
  public var minimum: Int {
    switch self {
    case .public: 10
    case .internal: 5
    case .pilot: 0
    }
  }

  /// The rule that groups are hidden by.
  public var rule: SuppressionRule { SuppressionRule(minimum: minimum) }

  /// The mode that hides more of two: what a store or a second page that must not show more than the first takes.
  public func stricter(_ other: DisclosureMode) -> DisclosureMode { minimum >= other.minimum ? self : other }

  /// What a page says of the mode.
  public var sentence: String {
    switch self {
    case .public:
      "Small groups (mode public): every number of a group under ten is hidden, and other groups where the hidden one could be "
        + "worked out."
    case .internal:
      "Small groups (mode internal): every number of a group under five is hidden, and other groups where the hidden one could "
        + "be worked out. It is not for publication: that takes the mode public."
    case .pilot:
      "Small groups (mode pilot): nothing is hidden, under a recorded consent. This is not for publication."
    }
  }
}
