import Statistics
import Survey

extension GroupSummaries {
  /// “Them and us” on the overall score, then the growth gap per Co: for the cohort, then each organisation by name.
  ///
  /// Every respondent counts the same within each side. Within an organisation the interval is Welch's; for a cohort of
  /// several organisations these are the independent units (``ClusteredError``). It needs ``ScoringPlan/intervalMinimum``
  /// people on both sides. The growth gap is given where the instrument asks degree now: leaders are the types that the
  /// instrument marks, the others are everybody else.
  /// - Source: Welch (1947), Biometrika 34(1–2), 28–35, doi:10.2307/2332510.
  package var gaps: [GapRow] {
    let responses = people.scores.responses
    let instrument = responses.instrument
    let rollUps = Dictionary(instrument.rollUps.map { ($0.code, $0.side) }, uniquingKeysWith: { first, _ in first })
    let types = Dictionary(instrument.respondentTypes.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    let known = responses.respondentType.labels.map { types[$0] }
    let themAndUs = sides { label in
      switch known[label].flatMap({ rollUps[$0.rollUp] }) {
      case .staff: 0
      case .citizen: 1
      case .neither, nil: nil
      }
    }
    let growth = instrument.degreeNow.isEmpty ? nil : sides { label in known[label].map { $0.leads ? 0 : 1 } }
    let now = people.scores.measures.filter { if case .degreeNow = $0.kind { true } else { false } }

    let (organizations, _) = responses.organizationOrder
    return ([nil] + organizations.map(Optional.some)).enumerated().flatMap { place, organization in
      var rows = [row(themAndUs, place, organization: organization, kind: .themAndUs, measure: "overall")]
      if let growth {
        rows += now.map { row(growth, place, organization: organization, kind: .growth, measure: $0.id) }
      }
      return rows
    }
  }

  /// Both sides of the cohort and of each organisation: groups 2k and 2k + 1, the cohort having k = 0.
  private func sides(of side: (Int) -> Int?) -> [GroupTable] {
    let (organizations, placeOf) = people.scores.responses.organizationOrder
    let sideOf = people.cells.map { $0.group < 0 ? nil : side($0.group) }
    let cohort = sideOf.map { Int32($0 ?? -1) }
    let inside = zip(people.cells, sideOf).map { cell, side -> Int32 in
      guard let side, cell.organization >= 0 else { return -1 }
      return Int32(2 * placeOf[cell.organization] + side)
    }
    return [
      GroupTable(people, groupOf: cohort, groupCount: 2),
      GroupTable(people, groupOf: inside, groupCount: 2 * organizations.count),
    ]
  }

  private func row(
    _ tables: [GroupTable], _ place: Int, organization: String?, kind: GapRow.Kind, measure: String
  ) -> GapRow {
    let table = place == 0 ? tables[0] : tables[1]
    let first = place == 0 ? 0 : 2 * (place - 1)
    let plan = people.scores.plan
    guard let measurePlace = people.scores.place(of: measure) else {
      return GapRow(
        organization: organization, kind: kind, measure: measure, difference: .withheld(.notAsked), firstN: nil,
        secondN: nil)
    }
    let pair = [first, first + 1]
    let n = pair.map { table.tallies[measurePlace][$0].n }
    let values = pair.compactMap { table.value(measurePlace, group: $0) }
    guard values.count == 2 else {
      let status = reason(sizes: pair.map { table.sizes[$0] }, asked: pair.map { table.rates[measurePlace][$0].asked })
      let people = status == .notAsked ? nil : n[0] + n[1]
      return GapRow(
        organization: organization, kind: kind, measure: measure,
        difference: Estimate(value: nil, interval: nil, n: people, status: status),
        firstN: people.map { _ in n[0] }, secondN: people.map { _ in n[1] })
    }
    let squares = pair.compactMap { table.standardError(measurePlace, group: $0).map { $0 * $0 } }
    var interval: ConfidenceInterval?
    let isEnough = n.allSatisfy { $0 >= max(2, plan.intervalMinimum) }
    if place == 0, let clustered = clusteredError(tables, measurePlace) {
      if clustered.error > ScoreRows.noError, isEnough {
        interval = ConfidenceInterval.mean(
          values[0] - values[1], standardError: clustered.error, degreesOfFreedom: clustered.freedom,
          level: plan.level, within: -100...100)
      }
    } else if squares.count == 2, (squares[0] + squares[1]).squareRoot() > ScoreRows.noError, isEnough {
      let variance = squares[0] + squares[1]
      let scatter = zip(squares, n).reduce(0) { $0 + $1.0 * $1.0 / Double($1.1 - 1) }
      interval = ConfidenceInterval.mean(
        values[0] - values[1], standardError: variance.squareRoot(), degreesOfFreedom: variance * variance / scatter,
        level: plan.level, within: -100...100)
    }
    return GapRow(
      organization: organization, kind: kind, measure: measure,
      difference: Estimate(value: values[0] - values[1], interval: interval, n: n[0] + n[1], status: .ok),
      firstN: n[0], secondN: n[1])
  }

  /// The error of the cohort's gap with organisations as the independent units; nil below two of them.
  private func clusteredError(_ tables: [GroupTable], _ place: Int) -> ClusteredError? {
    let count = tables[1].sizes.count / 2
    let sides = (0...1).map { side in
      tables[0].influences(
        place, group: side,
        parts: (0..<count).map { OrganizationPart(organization: $0, table: tables[1], group: 2 * $0 + side) })
    }
    guard let first = sides[0], let second = sides[1] else { return nil }
    return ClusteredError(first.merging(second.mapValues(-), uniquingKeysWith: +))
  }

  /// Why a gap has no number: nobody was asked, a side has no people, a side was not asked, or too little was answered.
  private func reason(sizes: [Int], asked: [Int]) -> Status {
    if asked == [0, 0], sizes != [0, 0] { return .notAsked }
    if sizes.contains(0) { return .tooFewPeople }
    return asked.contains(0) ? .notAsked : .tooFewAnswers
  }
}
