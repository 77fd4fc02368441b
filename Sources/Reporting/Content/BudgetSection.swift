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
    guard rows.contains(where: { $0.mean != nil }) else {
      blocks.append(.paragraph(.spaced(["No points can be shown here.", Mark(rows[0].status).meaning])))
      return Section("How the money would be spent", blocks)
    }
    if !assessment.budgetFindings.isEmpty {
      blocks += [.paragraph("Who leads, and what would change it:"), .points(assessment.budgetFindings)]
    }
    blocks.append(
      .table(
        TextTable(
          caption: .spaced(["Points given to each choice, largest mean first.", behind]),
          columns: [
            .words("Choice"), .numbers("Mean"), .numbers(labels.range), .numbers("Median"), .numbers("Gave 0"),
          ] + (isOfMany ? [.numbers("Mean of organisations")] : []),
          rows: order.map { cells($0.element) },
          notes: notes(total: budget.total) + tooMany)))
    return Section("How the money would be spent", blocks)
      .with(charts.allocation(rows, organizations: assessment.organizationAllocations))
  }

  private func notes(total: Int) -> [Phrase] {
    let rule: Phrase = """
      Each \(labels.range) is for one choice alone; allocations.csv has ranges that hold for all together. Each number is \
      rounded on its own, so a column may not add up to \(total).0. Points for one choice are points that another did not \
      get.
      """
    return isOfMany ? ["“Mean of organisations” counts every organisation the same.", rule] : [rule]
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
    func without(_ figure: AllocationRow.Figure) -> Phrase {
      row.withheld.contains(figure) ? Mark.suppressed.phrase : mark
    }
    return [
      labels.factor(row.factor), number(row.mean), row.meanInterval.map(Labels.interval) ?? without(.interval),
      number(row.median), row.shareZero.map(Words.percent) ?? without(.shareZero),
    ] + (isOfMany ? [number(row.organizationMean)] : [])
  }

  /// Whether there is more than one organisation to count the same.
  private var isOfMany: Bool { assessment.profiles.count > 1 }

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
    let ranks = rows.filter { $0.verdict == .paidForNotABarrier }.map { row -> Phrase in
      let place = 1 + rows.count { ($0.severity ?? -1) > (row.severity ?? -1) }
      return "\(labels.measure(row.dimension)) (\(Words.ordinal(place)) of \(rows.count { $0.severity != nil }))"
    }
    if !ranks.isEmpty {
      points.append(
        """
        Paid for, and likely less serious than the middle barrier: \(Words.list(ranks)) in order of severity. What the \
        money achieves there was not asked.
        """)
    }
    say(
      .cannotTell,
      "Paid for, but whether it is a serious barrier cannot be told, as its range takes in the middle barrier")
    guard rows.contains(where: { $0.severity != nil || $0.share != nil }) else {
      return Section(
        "Does the money meet the need?",
        [.paragraph(.spaced(["No number can be shown here.", Mark(rows[0].status).meaning]))])
    }
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
      case .paidForNotABarrier: "paid for, less serious"
      case .cannotTell: "cannot be told"
      case .notABarrier: "not serious"
      case nil: mark
      }
    return [
      labels.measure(row.dimension), row.severity.map(Words.decimal) ?? mark, row.share.map(Words.percent) ?? mark,
      row.overlappingShare.map(Words.percent) ?? mark, verdict,
    ]
  }
}
