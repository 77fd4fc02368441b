public import Survey

/// How people answered, and whether the headline would be another without those whose answers look careless: what `readiness
/// quality` writes.
///
/// Nobody is left out of any score, and no row is about a person.
public struct QualityStudy: Sendable {
  /// The instrument that was answered.
  public let instrument: Instrument
  /// Every choice of the run.
  public let plan: ScoringPlan
  /// What was read, set aside and noticed.
  public let intake: Intake
  /// The measures in the order of the rows.
  public let measures: [Measure]
  /// Who was invited and who answered, by organisation and type.
  public let participation: [ParticipationRow]
  /// How many people have each mark.
  public let rows: [QualityRow]
  /// Scores of everybody, with and without the people who have marks of two kinds or more; empty for a survey without barriers.
  public let headline: [QualityHeadlineRow]
  /// What was hidden and why, in counts only.
  public let disclosureNotes: [Phrase]

  /// Scores the responses and looks at how people answered.
  ///
  /// - Parameters:
  ///   - responses: valid responses.
  ///   - plan: every choice of the run.
  ///   - invited: how many people were invited, where a list was given.
  ///   - secondsColumn: the kept column that has the seconds a person took; nil where none does.
  ///   - threads: at most so many threads; 0 takes one per core. The result does not depend on it.
  /// - Throws: ``AssessmentFault`` when the plan asks for what cannot be done.
  public init(
    _ responses: Responses, plan: ScoringPlan, invited: [Invitation] = [], secondsColumn: String? = nil,
    threads: Int = 0
  ) throws(AssessmentFault) {
    let basis = try AssessmentBasis(responses, plan: plan, threads: threads)
    let marks = Responding(
      scores: basis.scores, seconds: secondsColumn.flatMap { responses.seconds(in: $0) }, threads: threads
    ).marks
    instrument = responses.instrument
    self.plan = plan
    intake = responses.intake
    measures = basis.scores.measures
    participation = AssessmentCounts(basis.suppression).published(basis.summaries.participation(invited: invited))
    rows = Self.rows(marks, basis)
    let isTold = rows.contains { $0.subject == .kinds(2) && $0.respondentType == nil && $0.status == .ok }
    headline = Self.headline(marks, basis, isTold: isTold, threads: threads)
    disclosureNotes = basis.suppression.notes(plan: plan)
  }

  /// Marks that nobody could be looked at for are left out.
  static func rows(_ marks: [RespondingMarks], _ basis: AssessmentBasis) -> [QualityRow] {
    let counts = QualityCounts(basis)
    let usable = RespondingMark.allCases.filter { mark in marks.contains { $0.isJudged(mark) } }
    let single = usable.flatMap { mark in
      counts.rows([.mark(mark), nil]) { marks[$0].isJudged(mark) ? (marks[$0].isMarked(mark) ? 0 : 1) : nil }
    }
    let kinds = counts.rows((0...2).map { .kinds($0) }) { marks[$0].judged == 0 ? nil : min(2, marks[$0].kinds) }
    return single + QualityKinds(marks: single, kinds: kinds, minimum: basis.suppression.rule.minimum).told
  }

  /// - Parameter isTold: whether it is told how many people are left out.
  private static func headline(
    _ marks: [RespondingMarks], _ basis: AssessmentBasis, isTold: Bool, threads: Int
  ) -> [QualityHeadlineRow] {
    let scores = basis.scores
    guard !scores.responses.instrument.items.isEmpty, scores.responses.count > 0 else { return [] }
    let places = scores.measures.indices.filter { place in
      switch scores.measures[place].kind {
      case .overall, .dimension, .facet: true
      case .part, .voice, .action, .degreeNow, .cell: false
      }
    }
    let kept = marks.indices.filter { marks[$0].kinds < 2 }
    let minimum = basis.suppression.rule.minimum
    let rest =
      kept.count == marks.count
      ? nil : GroupSummaries(scores.responses.keeping(kept).scored(by: scores.plan, threads: threads), threads: threads)
    return places.map { place in
      let all = basis.raw.raw(.cohort, measure: place)?.estimate ?? .withheld(.notAsked)
      let id = scores.measures[place].id
      guard !basis.suppression.isHidden(.cohort, measure: place) || all.status == .notAsked else {
        return QualityHeadlineRow(measure: id, all: .withheld(.suppressed), without: .withheld(.suppressed))
      }
      // That nobody is left out is a number as well.
      guard minimum == 0 || isTold || all.value == nil else {
        return QualityHeadlineRow(measure: id, all: all, without: .withheld(.suppressed))
      }
      guard let rest else { return QualityHeadlineRow(measure: id, all: all, without: all) }
      let row = rest.rows.first { $0.level == .cohort && $0.weighting == .respondents && $0.measure == id }
      let without = row?.estimate ?? .withheld(.tooFewPeople)
      // The two means give the mean of those who are left out.
      let left = (all.n ?? 0) - (without.n ?? 0)
      let tells = minimum > 0 && ((1..<minimum).contains(left) || (without.n ?? 0) < minimum)
      return QualityHeadlineRow(
        measure: id, all: all, without: tells && without.value != nil ? .withheld(.suppressed) : without)
    }
  }
}

extension Responses {
  /// Seconds in a kept column; nil where no such column is kept, an entry nil where a cell is no positive number.
  func seconds(in column: String) -> [Double?]? {
    guard let kept = grouping(named: column) else { return nil }
    let values = kept.labels.map { label in Double(label).flatMap { $0 > 0 && $0.isFinite ? $0 : nil } }
    return kept.codes.map { $0 < 0 ? nil : values[Int($0)] }
  }

  /// The same responses of some people only, in their order.
  func keeping(_ rows: [Int]) -> Responses {
    func column(_ column: GroupingColumn) -> GroupingColumn {
      GroupingColumn(name: column.name, labels: column.labels, codes: rows.map { column.codes[$0] })
    }
    let allocations = allocations.map { given in
      Allocations(
        hundredths: given.hundredths.map { points in rows.map { points[$0] } }, given: rows.map { given.given[$0] },
        nearTotals: given.nearTotals, rescaled: given.rescaled, flagged: given.flagged)
    }
    return Responses(
      instrument: instrument, count: rows.count,
      answers: answers.map { codes in codes.isEmpty ? [] : rows.map { codes[$0] } }, allocations: allocations,
      organization: column(organization), respondentType: column(respondentType), groups: groups.map(column),
      weights: weights.isEmpty ? [] : rows.map { weights[$0] }, respondentIDs: PackedStrings(), intake: intake)
  }
}
