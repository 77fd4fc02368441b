import Survey

/// The records that responses give: one for each organisation that may be shown.
///
/// An organisation that a run would hide is left out, whole or on single measures, whether it is small itself or would give a small
/// one away. So a store can never print what a run would not have printed.
public struct BenchmarkRecords: Sendable {
  /// Whose days are told: one pair for all, or the column that holds each person's day.
  public enum Days: Sendable, Hashable {
    /// The first and the last day, for all organisations.
    case given(first: String, last: String)
    /// The column that holds the day of each person.
    case column(String)
  }

  /// The records, in the order of the organisations' names.
  public let records: [BenchmarkRecord]
  /// Organisations that are hidden, by name.
  public let hidden: [String]
  /// Why an organisation has no figure, by its name and the measure's id.
  public let withheld: [String: [String: Status]]
  /// The measures in the order of files and pages.
  public let measures: [Measure]
  /// What the responses were made of.
  public let kind: BenchmarkKind

  /// Makes records of valid responses.
  ///
  /// - Parameters:
  ///   - responses: valid responses.
  ///   - plan: every choice of the run.
  ///   - days: when people answered.
  ///   - method: how they were found and asked.
  ///   - ticks: what is declared about quality; others are seen in the answers.
  ///   - threads: at most so many threads; 0 takes one per core.
  /// - Throws: ``BenchmarkFault`` when days are missing, ``AssessmentFault`` (inside it) when the plan cannot be followed.
  public init(
    _ responses: Responses, plan: ScoringPlan, days: Days, method: String, ticks: [QualityTick], threads: Int = 0
  ) throws(BenchmarkFault) {
    let basis: AssessmentBasis
    do throws(AssessmentFault) {
      kind = try BenchmarkKind(responses, plan: plan)
      basis = try AssessmentBasis(responses, plan: plan, threads: threads)
    } catch {
      throw .plan(error)
    }
    let periods = try Self.periods(days, responses)
    let (names, placeOf) = responses.organizationOrder
    let people = basis.summaries.people
    let groupOf = people.cells.map { Int32($0.organization < 0 ? -1 : placeOf[$0.organization]) }
    let table = GroupTable(people, groupOf: groupOf, groupCount: names.count)
    let measures = ComparisonFamily.families(of: basis.scores.measures).flatMap(\.measures)
    let places = measures.compactMap { basis.scores.place(of: $0) }
    var records: [BenchmarkRecord] = []
    var hidden: [String] = []
    var withheld: [String: [String: Status]] = [:]
    for (group, name) in names.enumerated() where table.sizes[group] > 0 {
      let key = GroupKey(organization: name)
      for (measure, place) in zip(measures, places) {
        let status = basis.raw.raw(key, measure: place)?.estimate.status ?? .notAsked
        let isHidden = basis.suppression.isHidden(key, measure: place) && status != .notAsked
        if isHidden || status != .ok { withheld[name, default: [:]][measure] = isHidden ? .suppressed : status }
      }
      guard let place = basis.suppression.groups.place(key), !basis.suppression.isHidden[place],
        let period = periods[name]
      else {
        hidden.append(name)
        continue
      }
      let figures = places.compactMap { place -> BenchmarkRecord.Figure? in
        guard !basis.suppression.isHidden(key, measure: place), let value = table.value(place, group: group) else {
          return nil
        }
        let tally = table.tallies[place][group]
        return BenchmarkRecord.Figure(
          measure: basis.scores.measures[place].id, people: tally.n, value: value,
          standardDeviation: tally.standardDeviation, standardError: table.standardError(place, group: group))
      }
      let seen = Self.seen(basis, organization: name, overall: figures.first { $0.measure == "overall" }?.people)
      records.append(
        BenchmarkRecord(
          organization: name, kind: kind,
          collection: BenchmarkCollection(
            first: period.first, last: period.last, method: method,
            ticks: ticks.filter(QualityTick.declared.contains) + seen),
          people: table.sizes[group], figures: figures, answers: Self.answers(people, groupOf: groupOf, group: group)))
    }
    self.records = records
    self.hidden = hidden
    self.withheld = withheld
    self.measures = basis.scores.measures
  }

  /// The marks of quality that the answers show.
  private static func seen(_ basis: AssessmentBasis, organization: String, overall: Int?) -> [QualityTick] {
    var ticks: [QualityTick] = (overall ?? 0) >= 10 ? [.tenPeople] : []
    let instrument = basis.scores.responses.instrument
    func people(_ side: RollUp.Side) -> Int {
      instrument.rollUps.filter { $0.side == side }.reduce(0) { sum, rollUp in
        let key = GroupKey(organization: organization, by: "roll_up", group: rollUp.code)
        return sum + (basis.suppression.groups.place(key).map { basis.suppression.groups.sizes[$0] } ?? 0)
      }
    }
    if people(.staff) >= 5, people(.citizen) >= 5 { ticks.append(.bothSides) }
    return ticks
  }

  /// How often each answer was given in one organisation.
  private static func answers(
    _ people: PeopleCells, groupOf: [Int32], group: Int
  ) -> [BenchmarkRecord.AnswerCount] {
    let cells = groupOf.indices.filter { groupOf[$0] == Int32(group) }
    return people.scores.responses.instrument.ratings.enumerated().flatMap { item, rating in
      let counts = people.counts[item]
      let codes = (0..<counts.codeCount).map { offset in
        ("\(rating.scale.lowest + offset)", cells.reduce(0) { $0 + counts.count(offset: offset, cell: $1) })
      }
      let missing = zip(AnswerCounts.reasons, ["dk", "nfm", "skipped", "not_asked"]).map { reason, name in
        (name, cells.reduce(0) { $0 + counts.count(reason, cell: $1) })
      }
      return (codes + missing).filter { $0.1 > 0 }.map {
        BenchmarkRecord.AnswerCount(item: rating.code, answer: $0.0, people: $0.1)
      }
    }
  }

  /// The first and last day of each organisation.
  private static func periods(
    _ days: Days, _ responses: Responses
  ) throws(BenchmarkFault) -> [String: (first: String, last: String)] {
    let organizations = responses.organization
    var periods: [String: (first: String, last: String)] = [:]
    switch days {
    case .given(let first, let last):
      for name in organizations.labels { periods[name] = (first, last) }
    case .column(let column):
      guard let grouping = responses.grouping(named: column) else {
        throw .misnamed(
          "no column is called “\(column)”; --date-column names the one that holds the day of each person")
      }
      var read: [String] = []
      for label in grouping.labels {
        guard let day = CalendarDay.read(label) else {
          throw .unfit(
            "the column “\(column)” holds something that is no day; write days as 2026-03-31, with or without a time after it"
          )
        }
        read.append(day)
      }
      for (organization, code) in zip(organizations.codes, grouping.codes) where organization >= 0 && code >= 0 {
        let (name, day) = (organizations.labels[Int(organization)], read[Int(code)])
        let known = periods[name] ?? (day, day)
        periods[name] = (min(known.first, day), max(known.last, day))
      }
      if let name = organizations.labels.first(where: { periods[$0] == nil }) {
        throw .unfit("nobody of “\(name)” has a day in the column “\(column)”")
      }
    }
    return periods
  }
}
