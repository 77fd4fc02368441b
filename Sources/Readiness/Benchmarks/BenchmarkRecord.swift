/// One organisation in one survey, as a store keeps it: counts and figures, and never a row for a person.
public struct BenchmarkRecord: Sendable, Hashable {
  /// The figures of one measure.
  public struct Figure: Sendable, Hashable {
    /// The measure's id.
    public let measure: String
    /// People with a score.
    public let people: Int
    /// The mean score, 0 to 100; overall the mean of the dimensions' means.
    public let value: Double
    /// The standard deviation over persons; nil where it cannot be had.
    public let standardDeviation: Double?
    /// The standard error of the value; nil where it cannot be had.
    public let standardError: Double?

    /// Makes a value from its parts.
    public init(measure: String, people: Int, value: Double, standardDeviation: Double?, standardError: Double?) {
      self.measure = measure
      self.people = people
      self.value = value
      self.standardDeviation = standardDeviation
      self.standardError = standardError
    }
  }

  /// How often one answer was given to one item.
  public struct AnswerCount: Sendable, Hashable {
    /// The item's code.
    public let item: String
    /// A code of the scale, `dk`, `nfm`, `skipped` or `not_asked`.
    public let answer: String
    /// How many people gave it; never 0.
    public let people: Int

    /// Makes a value from its parts.
    public init(item: String, answer: String, people: Int) {
      self.item = item
      self.answer = answer
      self.people = people
    }
  }

  /// The name of the organisation.
  public let organization: String
  /// What was asked and how it was scored.
  public let kind: BenchmarkKind
  /// When and how people were asked.
  public let collection: BenchmarkCollection
  /// How many people answered.
  public let people: Int
  /// The figures, in the order of the measures; none that disclosure hides.
  public let figures: [Figure]
  /// The counts, in the order of the items and answers.
  public let answers: [AnswerCount]

  /// Makes a value from its parts.
  public init(
    organization: String, kind: BenchmarkKind, collection: BenchmarkCollection, people: Int, figures: [Figure],
    answers: [AnswerCount]
  ) {
    self.organization = organization
    self.kind = kind
    self.collection = collection
    self.people = people
    self.figures = figures
    self.answers = answers
  }
}

extension BenchmarkRecord {
  /// The name under which an organisation is found again, whatever its capitals and spaces.
  static func key(_ organization: String) -> String {
    organization.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }

  /// The name under which it is found again.
  var key: String { Self.key(organization) }

  /// A hash of the counts: equal for the same answers.
  var fingerprint: String {
    let text = answers.map { "\($0.item)\u{1F}\($0.answer)\u{1F}\($0.people)" }.joined(separator: "\u{1E}")
    let digits = String(StableHash.of(text), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The figure of a measure.
  func figure(_ measure: String) -> Figure? { figures.first { $0.measure == measure } }
}
