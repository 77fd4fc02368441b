/// One of the Four Co's of the Co-Production Star: what professionals and citizens do together.
///
/// Source: the names are Governance International's; the definitions are those of the Scottish Co-production Network.
public enum Co: String, CaseIterable, Sendable, Hashable, Codable {
  /// Deciding together what is needed and what to spend money on.
  case commission = "co-commission"
  /// Planning together how a service should work.
  case design = "co-design"
  /// Running a service together.
  case deliver = "co-deliver"
  /// Checking together how well things are going.
  case assess = "co-assess"

  /// The two letters that item codes carry (`d01cm`, `nowdl`).
  public var code: String {
    switch self {
    case .commission: "cm"
    case .design: "de"
    case .deliver: "dl"
    case .assess: "as"
    }
  }
}

/// One of the Five Steps, in their order: the route by which co-production grows.
public enum Step: String, CaseIterable, Sendable, Hashable, Codable, Comparable {
  /// Finding out what people already do together.
  case map = "map-it"
  /// Choosing where working together will help most.
  case focus = "focus-it"
  /// Finding and helping the right people to take part.
  case people = "people-it"
  /// Getting more people to want to work this way.
  case market = "market-it"
  /// Spreading what works and keeping it going.
  case grow = "grow-it"

  /// The two characters that item codes carry (`d01s1`).
  public var code: String { "s\(number)" }

  /// The place of the Step on the route, 1…5.
  public var number: Int {
    switch self {
    case .map: 1
    case .focus: 2
    case .people: 3
    case .market: 4
    case .grow: 5
    }
  }

  /// The order of the route.
  public static func < (left: Step, right: Step) -> Bool { left.number < right.number }
}

/// A Co or a Step: one way of looking at the same barriers.
///
/// Co's and Steps are two separate breakdowns, never a grid.
public enum Facet: Hashable, Sendable, CaseIterable {
  /// One of the Four Co's.
  case co(Co)
  /// One of the Five Steps.
  case step(Step)

  /// The Four Co's, then the Five Steps.
  public static let allCases: [Facet] = Co.allCases.map(Facet.co) + Step.allCases.map(Facet.step)

  /// The two characters that item codes carry: `cm de dl as s1…s5`.
  public var code: String {
    switch self {
    case .co(let co): co.code
    case .step(let step): step.code
    }
  }

  /// The name in file columns: `co_commission`, `map_it`.
  public var columnName: String {
    switch self {
    case .co(let co): co.rawValue.replacing("-", with: "_")
    case .step(let step): step.rawValue.replacing("-", with: "_")
    }
  }

  /// The facet that an instrument file or a data file names, by code (`CM`), stored name (`co-commission`) or alias
  /// (`co-evaluation`, `MAP`); nil when there is none.
  public init?(named name: String) {
    let name = name.lowercased()
    if let facet = Facet.allCases.first(where: { $0.code == name || $0.columnName.replacing("_", with: "-") == name }) {
      self = facet
      return
    }
    switch name {
    case "co-commissioning": self = .co(.commission)
    case "co-delivery": self = .co(.deliver)
    case "co-evaluation", "co-assessment", "co-evaluate": self = .co(.assess)
    case "map": self = .step(.map)
    case "focus": self = .step(.focus)
    case "people": self = .step(.people)
    case "market": self = .step(.market)
    case "grow": self = .step(.grow)
    default: return nil
    }
  }
}
