public import Survey

/// One run of a robustness study, made again: what was chosen, and every organisation's score and rank.
///
/// Draw 0 is the published ranking; draws 1 to N are the points of the first set, N + 1 to 2N those of the second, which are the runs behind
/// `robustness.csv`. Nothing is drawn again: a draw is found by its number.
public struct RobustnessDraw: Sendable {
  /// The number of the draw.
  public let number: Int
  /// The last number there is.
  public let last: Int
  /// What was chosen, by input, in words.
  public let choices: [(input: String, chosen: Phrase)]
  /// Scores and ranks in the order of ranks and names.
  public let rows: [Row]
  /// What two runs share only when every score is the same to the last bit: sixteen hexadecimal digits.
  public let fingerprint: String

  /// One organisation in the draw.
  public struct Row: Sendable, Hashable {
    /// The name as in the data.
    public let organization: String
    /// Its score, comparable within the draw only.
    public let score: Double
    /// Its rank in the draw.
    public let rank: Int
  }

  /// Makes one run.
  ///
  /// - Parameters:
  ///   - responses: the responses of the study.
  ///   - plan: its plan.
  ///   - choices: what it tried.
  ///   - number: 0 to 2 × ``RobustnessChoices/base``.
  ///   - threads: at most so many threads; 0 takes one per core. The result does not depend on it.
  /// - Throws: ``AssessmentFault`` and ``RobustnessFault`` as the study does; ``RobustnessFault/noSuchDraw(_:last:)`` for another number.
  public init(_ responses: Responses, plan: ScoringPlan, choices: RobustnessChoices, number: Int, threads: Int = 0)
    throws
  {
    let last = 2 * choices.base
    guard (0...last).contains(number) else { throw RobustnessFault.noSuchDraw(number, last: last) }
    let setup = try RobustnessSetup(responses, plan: plan, choices: choices, threads: threads)
    self.init(setup, number: number)
  }

  init(_ setup: RobustnessSetup, number: Int) {
    let (model, design) = (setup.model, setup.design)
    let chosen =
      number == 0
      ? RobustnessModel.reference
      : model.choices(
        at: design.point((number - 1) % design.base, number <= design.base ? .first : .second))
    let scores = model.scores(chosen)
    let ranks = RobustnessModel.ranks(scores)
    self.number = number
    last = 2 * design.base
    choices = model.words(chosen)
    rows = scores.indices.map {
      Row(organization: model.organizations[$0], score: scores[$0], rank: Int(ranks[$0]))
    }.sorted { ($0.rank, $0.organization) < ($1.rank, $1.organization) }
    fingerprint = Self.text(RobustnessModel.fingerprint(scores))
  }

  /// A fingerprint in sixteen digits.
  static func text(_ fingerprint: UInt64) -> String {
    let digits = String(fingerprint, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension RobustnessModel {
  /// What was chosen, by input; redraws are named by their numbers, which number their random streams.
  func words(_ choices: Choices) -> [(input: String, chosen: Phrase)] {
    let source = sources[choices.source]
    let redraws = (means.first?.count ?? 1) - 1
    let name = Phrase.verbatim(source.name)
    let chosen: [Phrase] = [
      choices.sample == 0
        ? "as they answered"
        : "redraw \(verbatim: "\(choices.sample)") of \(verbatim: "\(redraws)")",
      source.vectors.count == 1
        ? name
        : choices.vector == 0
          ? "\(name), as allocated"
          : "\(name), redraw \(verbatim: "\(choices.vector)") of \(verbatim: "\(source.vectors.count - 1)")",
      .verbatim(normalizations[choices.normalization].rawValue),
      .verbatim(AggregationRule.score(aggregations[choices.aggregation]).description),
      choices.leftOut.map { .verbatim(dimensions[$0]) } ?? "none", rules[choices.rule],
    ]
    return zip(RobustnessStudy.inputs, chosen).map { ($0, $1) }
  }
}
