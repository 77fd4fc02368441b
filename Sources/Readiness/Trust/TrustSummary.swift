public import Statistics

/// What a run says of how far its scores can be trusted; the tables are those of ``ReliabilityStudy`` and ``QualityStudy``.
public struct TrustSummary: Sendable, Hashable {
  /// How far the parts of each score say the same.
  public let reliability: [ReliabilityRow]
  /// Items whose fit to their barrier could be looked at.
  public let items: Int
  /// Those that go at least as closely with the rest of their own barrier as with any other.
  public let fitting: Int
  /// How far organisations that are shown differ on the overall score; nil where it cannot be had.
  public let correlation: IntraclassCorrelation?
  /// Marks of careless answers of everybody.
  public let marks: [QualityRow]

  /// Makes a value from its parts.
  public init(
    reliability: [ReliabilityRow], items: Int, fitting: Int, correlation: IntraclassCorrelation?, marks: [QualityRow]
  ) {
    self.reliability = reliability
    self.items = items
    self.fitting = fitting
    self.correlation = correlation
    self.marks = marks
  }
}

extension TrustSummary {
  /// The figures of a run; nil for a survey without barriers.
  init?(_ basis: AssessmentBasis, threads: Int) {
    guard !basis.scores.responses.instrument.items.isEmpty, basis.scores.responses.count > 0 else { return nil }
    let table = ReliabilityTable(
      scores: basis.scores, minimum: basis.suppression.rule.minimum, threads: threads,
      tellsPeople: basis.tellsPeople
    ).rows
    let verdict = KeyVerdict(items: table.judged, structure: [])
    let marks = Responding(scores: basis.scores, seconds: nil, threads: threads).marks
    self.init(
      reliability: table.scales, items: verdict.items, fitting: verdict.fitting,
      correlation: AgreementTable.overall(basis),
      marks: QualityStudy.rows(marks, basis).filter { $0.respondentType == nil })
  }
}

extension AssessmentBasis {
  /// Whether `scores.csv` has the number of people with a score of a measure, by its place.
  @Sendable func tellsPeople(_ place: Int) -> Bool {
    !suppression.isHidden(.cohort, measure: place) && answers.showsPeople(.cohort, measure: place)
  }
}
