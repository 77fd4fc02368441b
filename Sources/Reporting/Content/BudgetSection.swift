import Readiness

/// How the money would be spent, who would spend it differently, and how that fits the barriers.
struct BudgetSection {
  let assessment: Assessment
  let labels: Labels
  let charts: ReportCharts

  var sections: [Section] {
    let differences = AllocationDifferences(findings: ComparisonFindings(assessment), labels: labels)
    return [allocation, differences.section, money].compactMap { $0 }
  }

  private var allocation: Section? {
    let rows = assessment.allocations
    guard let budget = assessment.instrument.budget, !rows.isEmpty else { return nil }
    let respondents = rows.lazy.compactMap(\.respondents).first
    let organizations = rows.lazy.compactMap(\.organizations).first
    let behind: Phrase =
      switch (respondents, organizations) {
      case (let people?, let organizations?): "\(Words.people(people)) in \(Words.organizations(organizations))."
      case (let people?, nil): Words.stop(Words.people(people))
      case (nil, let organizations?): Words.stop(Words.organizations(organizations))
      case (nil, nil): ""
      }
    let order = rows.enumerated().sorted { left, right in
      let (a, b) = (left.element.mean ?? -1, right.element.mean ?? -1)
      return a == b ? left.offset < right.offset : a > b
    }
    var blocks: [Block] = [.paragraph("Everyone shared out \(budget.total) points: \(.label(budget.stem))")]
    if !assessment.budgetFindings.isEmpty {
      blocks += [.paragraph("Who leads, and what would change it:"), .points(assessment.budgetFindings)]
    }
    blocks.append(
      .table(
        TextTable(
          caption: .spaced(["Points given to each choice, largest mean first.", behind]),
          columns: [
            .words("Choice"), .numbers("Mean"), .numbers(labels.range), .numbers("Median"), .numbers("Gave 0"),
            .numbers("Mean of organisations"),
          ],
          rows: order.map { cells($0.element) },
          notes: [
            """
            “Mean of organisations” counts every organisation the same. Each \(labels.range) is for one choice alone; \
            allocations.csv has ranges that hold for all together. Each number is rounded on its own, so a column may \
            not add up to \(budget.total).0. Points for one choice are points that another did not get.
            """
          ] + tooMany)))
    return Section("How the money would be spent", blocks)
      .with(charts.allocation(rows, organizations: assessment.organizationAllocations))
  }

  /// More choices than the method is made for.
  private var tooMany: [Phrase] {
    let count = assessment.allocations.count
    guard count > 10 else { return [] }
    return [
      """
      \(Words.sentence(Words.small(count))) choices are at the limit of what people can weigh against each other at \
      once (ten to twelve: OECD/JRC Handbook on Constructing Composite Indicators, 2008, s. 6.5).
      """
    ]
  }

  private func cells(_ row: AllocationRow) -> [Phrase] {
    let mark = Labels.mark(row.status)
    func number(_ value: Double?) -> Phrase { value.map(Words.decimal) ?? mark }
    return [
      labels.factor(row.factor), number(row.mean), row.meanInterval.map(Labels.interval) ?? mark, number(row.median),
      row.shareZero.map(Words.percent) ?? mark, number(row.organizationMean),
    ]
  }

  private var money: Section? {
    let rows = assessment.moneyAndNeed
    guard !rows.isEmpty else { return nil }
    var points: [Phrase] = []
    func say(_ verdict: MoneyAndNeedRow.Verdict, _ words: Phrase) {
      let names = rows.filter { $0.verdict == verdict }.map { labels.measure($0.dimension) }
      if !names.isEmpty { points.append("\(words): \(Words.list(names)).") }
    }
    say(.nothingToBuy, "Serious barrier, nothing on the list to buy")
    say(.underFunded, "Serious barrier that gets less than its even share of the money")
    say(.paidForNotABarrier, "Paid for, not a barrier")
    let version = assessment.instrument.budget?.crosswalkVersion ?? ""
    let table = TextTable(
      caption: "Each barrier beside the money that could ease it, strongest barrier first.",
      columns: [
        .words("Barrier"), .numbers("Severity"), .numbers("Share of money"), .numbers("Overlapping"), .words("Reading"),
      ],
      rows: rows.sorted { ($0.severity ?? -1) > ($1.severity ?? -1) }.map(cells),
      notes: [
        """
        Severity is 100 minus readiness. Which choice eases which barrier is a judgement (crosswalk \(verbatim: version)). A \
        choice that eases several barriers is split evenly between them. “Overlapping” counts it in full for each, so \
        that column must not be added up.
        """
      ])
    points += concordance
    return Section(
      "Does the money meet the need?",
      (points.isEmpty ? [] : [.points(points)]) + [.table(table), .paragraph(MoneyAndNeed.rule)]
    )
    .with([charts.priorities(assessment.weights, scores: cohortScores)].compactMap(\.self))
  }

  private var cohortScores: [String: Estimate] {
    PageFrame.cohortScores(assessment).mapValues(\.estimate)
  }

  /// Whether people put their points where they say the barriers are, and what that means for weights.
  private var concordance: [Phrase] {
    guard let mean = assessment.moneyConcordance, let value = mean.value else { return [] }
    let average: Phrase = "\(NumberWords.twoDecimals(value)) on average"
    let ranged: Phrase =
      mean.interval.map {
        "\(average), \(labels.range) \(NumberWords.twoDecimals($0.lower)) to \(NumberWords.twoDecimals($0.upper))"
      } ?? average
    let line: Phrase =
      """
      Within one person, barriers called serious and points spent on them go together with a rank correlation of \
      \(Words.text(ranged, from: mean.n)); 0 is no relation, 1 the same order.
      """
    guard value >= SeverityConcordance.warning else { return [line] }
    return [
      line,
      "Budget weights therefore repeat the scores: a barrier that is felt counts twice. Read the ranking with equal weights.",
    ]
  }

  private func cells(_ row: MoneyAndNeedRow) -> [Phrase] {
    let mark = row.verdict == nil && row.severity == nil ? Mark.suppressed.phrase : Mark.notAvailable.phrase
    let verdict: Phrase =
      switch row.verdict {
      case .funded: "money meets need"
      case .underFunded: "serious, little money"
      case .nothingToBuy: "serious, nothing to buy"
      case .paidForNotABarrier: "paid for, not a barrier"
      case .notABarrier: "not serious"
      case nil: mark
      }
    return [
      labels.measure(row.dimension), row.severity.map(Words.decimal) ?? mark, row.share.map(Words.percent) ?? mark,
      row.overlappingShare.map(Words.percent) ?? mark, verdict,
    ]
  }
}
