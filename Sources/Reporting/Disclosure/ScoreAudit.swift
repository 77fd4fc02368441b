import Readiness

extension ColumnAudit<ScoreRow> {
  /// What is withheld or rounded in `scores.csv`.
  func counted(_ hidden: HiddenNumbers) -> [DisclosureRow] {
    let own = Set(
      rows.indices.filter { rows[$0].weighting == .respondents && rows[$0].estimate.status == .suppressed }.map {
        Subject(rows[$0])
      })
    let findings = rows.map { row -> Finding? in
      guard row.estimate.status == .suppressed else { return nil }
      // A weighting goes with the group's own score; where that is told it is the weighting that tells too much.
      guard row.weighting == .respondents || own.contains(Subject(row)) else {
        return Finding(.withheld, .secondEquation)
      }
      return Finding(
        .withheld,
        hidden.score(organization: row.organization, by: row.groupBy, group: row.group, measure: row.measure))
    }
    func isTold(_ place: Int) -> Bool { rows[place].estimate.status == .ok }
    let few = Finding(.withheld, .fewAnswers)
    return counted([
      .empty(["value", "low", "high", "sd", "n", "coverage", "dk_rate", "nfm_rate"]) { findings[$0] },
      .empty(["n", "coverage", "dk_rate", "nfm_rate"]) { isTold($0) ? few : nil },
      .empty(["sd"]) { isTold($0) && rows[$0].weighting == .respondents ? few : nil },
      .empty(["low", "high"]) {
        isTold($0) ? Finding(.withheldOrNone, restsOnParts(rows[$0]) ? .secondEquation : .fewAnswers) : nil
      },
      // Of people: means of one item whose number is not told, and intervals of few answers.
      .filled(["value"]) {
        rows[$0].weighting == .respondents && rows[$0].estimate.n == nil
          && ToldDigits.isShort(rows[$0].estimate.value, 5)
          ? Finding(.rounded, .fewAnswers) : nil
      },
      .filled(["value"]) {
        rows[$0].weighting != .respondents && ToldDigits.isShort(rows[$0].estimate.value, 5)
          ? Finding(.rounded, .secondEquation) : nil
      },
      .filled(["low", "high"]) {
        let interval = rows[$0].estimate.interval
        return ToldDigits.isShort(interval?.lower, 6) && ToldDigits.isShort(interval?.upper, 6)
          ? Finding(.rounded, restsOnParts(rows[$0]) ? .secondEquation : .fewAnswers) : nil
      },
    ])
  }

  /// Whether the interval is made of organisations or types.
  private func restsOnParts(_ row: ScoreRow) -> Bool { row.organization == nil || row.weighting != .respondents }
}

/// A group and a measure.
private struct Subject: Hashable {
  let organization, by, group: String?
  let measure: String

  init(_ row: ScoreRow) {
    (organization, by, group, measure) = (row.organization, row.groupBy, row.group, row.measure)
  }
}

/// A count of `distributions.csv`.
private struct Cell: Hashable {
  let item, group, answer: String?
}

extension ColumnAudit<DistributionRow> {
  /// What is withheld in `distributions.csv`.
  func counted(_ numbers: [DisclosureRow]) -> [DisclosureRow] {
    let hidden = Dictionary(
      numbers.filter { $0.table == "distributions" && $0.subject == .number }.map {
        (Cell(item: $0.measure, group: $0.group, answer: $0.answer), $0.why)
      }, uniquingKeysWith: { first, _ in first })
    return counted([
      .empty(["count"]) { place in
        let row = rows[place]
        guard row.status == .suppressed else { return nil }
        let cell = Cell(item: row.item, group: row.respondentType, answer: row.answer)
        return Finding(.withheld, hidden[cell] ?? .primaryClassOrComplementary)
      }
    ])
  }
}
