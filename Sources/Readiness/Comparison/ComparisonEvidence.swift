/// What stands behind one comparison besides its p and effect: how organisations entered, and how far the effect could move.
public struct ComparisonEvidence: Sendable, Hashable {
  /// How organisations entered the comparison.
  public enum Design: String, Sendable, Hashable, Codable, CaseIterable {
    /// Labels are permuted inside organisations that hold the groups side by side.
    case withinOrganizations = "within_organisations"
    /// Whole organisations change groups.
    case wholeOrganizations = "whole_organisations"
    /// One organisation only: people are permuted freely.
    case oneOrganization = "one_organisation"
    /// No organisation is named: people are taken as unrelated.
    case organizationsNotNamed = "organisations_not_named"
    /// Groups and organisations cannot be told apart.
    case confounded
    /// The same people twice: the signs of their changes are exchanged.
    case samePeople = "same_people"
    /// Organisations are forgotten: a row that stands beside the primary one.
    case pooled
  }

  /// People and answers that a comparison could not use, by kind.
  public struct Missing: Sendable, Hashable {
    /// People of the compared groups without a score on the measure; nil when hidden.
    public var people: Int?
    /// “Don't know” answers behind the measure; nil when hidden.
    public var doNotKnow: Int?
    /// “Not for me” answers; nil when hidden.
    public var notForMe: Int?
    /// Skipped answers; nil when hidden.
    public var skipped: Int?
    /// Answers that were not asked for; nil when hidden.
    public var notAsked: Int?

    /// Makes a value from its parts.
    public init(
      people: Int? = nil, doNotKnow: Int? = nil, notForMe: Int? = nil, skipped: Int? = nil, notAsked: Int? = nil
    ) {
      self.people = people
      self.doNotKnow = doNotKnow
      self.notForMe = notForMe
      self.skipped = skipped
      self.notAsked = notAsked
    }
  }

  /// The middle scores of two groups, in their order.
  public struct Medians: Sendable, Hashable {
    /// The first group's median, points.
    public let first: Double
    /// The second group's median, points.
    public let second: Double

    /// Makes a value from its parts.
    public init(first: Double, second: Double) {
      self.first = first
      self.second = second
    }
  }

  /// How organisations entered.
  public var design: Design?
  /// Why this design, in one plain sentence; empty when there is nothing to add.
  public var reason = Phrase.empty
  /// The null hypothesis, in plain words.
  public var null = ""
  /// Which outcomes count as at least as far out: `distance_from_expectation`, `upper_tail`, … as the test says.
  public var sidedness = ""
  /// How `pAdjusted` was made: `holm`, `benjamini_hochberg`, `studentized_range`, `max_t`; empty without one.
  public var adjustment = ""
  /// Organisations that count in the comparison; nil when hidden or not named.
  public var organizations: Int?
  /// ICC(1): the share of the spread that lies between organisations, over those whose people of the groups are told; nil where it cannot
  /// be estimated, and where these are fewer than half of the people.
  public var intraclassCorrelation: Double?
  /// How many times larger the variance of a mean is than for unrelated people, 1 + (Σn²/N − 1) ICC(1), over the
  /// same organisations; nil where unknown.
  public var designEffect: Double?
  /// The smallest and largest effect when each organisation is left out in turn; nil where it cannot be had or is hidden.
  public var leaveOneOrganizationOut: ClosedRange<Double>?
  /// The smallest and largest effect that “don't know” answers could hide: all at one end of the scale in one group and at
  /// the other end in the other; nil where there are none, or hidden.
  public var doNotKnowBounds: ClosedRange<Double>?
  /// The medians of the two groups' people; nil for a comparison of all groups at once, and where nothing is shown.
  public var medians: Medians?
  /// The effect that chance alone would make on average, for effects that are never 0; nil for others.
  public var effectByChance: Double?
  /// People and answers that were not used.
  public var missing = Missing()

  /// Nothing known.
  public init() {}
}
