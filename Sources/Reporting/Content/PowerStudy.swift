public import Readiness

/// What a survey can show before anyone is asked: what `readiness power` prints.
public struct PowerStudy: Sendable, Hashable {
  /// What is assumed about the answers.
  public struct Assumptions: Sendable, Hashable {
    /// How often an effect is to be found.
    public var power: Double
    /// The level of confidence; the limit for p is what is left of 1.
    public var level: Double
    /// The share of the spread that lies between organisations.
    public var intraclassCorrelation: Double
    /// The shares of the answers to one sentence, lowest answer first; they total 1.
    public var shares: [Double]

    /// Even shares of five answers: the assumption that asks for the most people.
    public static let evenShares = [0.2, 0.2, 0.2, 0.2, 0.2]

    /// Makes a value from its parts.
    public init(
      power: Double = 0.8, level: Double = 0.95, intraclassCorrelation: Double = 0.1,
      shares: [Double] = Self.evenShares
    ) {
      self.power = power
      self.level = level
      self.intraclassCorrelation = intraclassCorrelation
      self.shares = shares
    }

    /// The limit for p: 0.05.
    var alpha: Double { ((1 - level) * 1e9).rounded() / 1e9 }
  }

  /// One family of comparisons.
  public struct Family: Sendable, Hashable {
    /// `overall`, `co`, `steps`, `dimensions`, or for pairs `pairs`.
    public let name: String
    /// The two groups of a pair, by index; nil for all groups at once.
    public let pair: [Int]?
    /// What it can show.
    public let power: FamilyPower
  }

  /// One way in which organisations may hold the groups.
  public struct Scenario: Sendable, Hashable {
    /// Who is asked.
    public let design: GroupDesign
    /// The families over all groups, in the order of the page.
    public let families: [Family]
    /// Every two of more than two groups, within one measure.
    public let pairs: [Family]
  }

  /// The ways in which organisations may hold the groups.
  public let scenarios: [Scenario]
  /// What is assumed.
  public let assumptions: Assumptions

  /// Families and how many measures each has.
  public static let families: [(name: String, measures: Int)] = [
    ("overall", 1), ("co", Co.allCases.count), ("steps", Step.allCases.count), ("dimensions", 11),
  ]

  /// Works out what each design can show.
  ///
  /// - Throws: `SampleFault` for fewer than two groups or an empty one.
  public init(_ designs: [GroupDesign], assumptions: Assumptions = Assumptions()) throws(SampleFault) {
    self.assumptions = assumptions
    var scenarios: [Scenario] = []
    for design in designs {
      func power(_ design: GroupDesign, _ comparisons: Int) throws(SampleFault) -> FamilyPower {
        try FamilyPower(
          design, comparisons: comparisons, power: assumptions.power, alpha: assumptions.alpha,
          intraclassCorrelation: assumptions.intraclassCorrelation,
          tieFactor: Design.tieFactor(shares: assumptions.shares))
      }
      var families: [Family] = []
      for (name, measures) in Self.families {
        families.append(Family(name: name, pair: nil, power: try power(design, measures)))
      }
      scenarios.append(
        Scenario(design: design, families: families, pairs: try Self.pairs(design, assumptions: assumptions)))
    }
    self.scenarios = scenarios
  }

  private static func pairs(_ design: GroupDesign, assumptions: Assumptions) throws(SampleFault) -> [Family] {
    let groups = design.people.indices
    guard groups.count > 2 else { return [] }
    let all = groups.flatMap { first in groups.filter { $0 > first }.map { [first, $0] } }
    var pairs: [Family] = []
    for pair in all {
      // Holm's first step goes to the pair with the smallest p; each is judged as if it were that one.
      let power = try FamilyPower(
        design.pair(pair[0], pair[1]), comparisons: all.count, power: assumptions.power, alpha: assumptions.alpha,
        intraclassCorrelation: assumptions.intraclassCorrelation,
        tieFactor: Design.tieFactor(shares: assumptions.shares))
      pairs.append(Family(name: "pairs", pair: pair, power: power))
    }
    return pairs
  }
}
