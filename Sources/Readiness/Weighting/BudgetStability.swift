import Statistics
import Survey

extension BudgetAnswers {
  /// How firmly the leader leads and how people spread their points, sentence by sentence; empty when nobody gave an allocation.
  ///
  /// - Parameters:
  ///   - rows: what leads under each way of averaging, before anything is hidden.
  ///   - minimum: numbers of people from 1 to this less 1 are not told.
  package func stabilityFindings(
    _ sample: AllocationSample, rows: [AllocationSummaryRow], minimum: Int
  ) -> [BudgetFinding] {
    guard respondents > 1 else { return [] }
    return [withoutOne(sample), pointsToMove(rows), organizationsOut(rows), zerosFilled(rows), least].compactMap { $0 }
      + styles(rows, minimum: minimum)
  }

  private func finding(_ sentence: Phrase, about people: Int? = nil) -> BudgetFinding {
    BudgetFinding(sentence: sentence, smallestGroup: people ?? respondents)
  }

  private func name(_ codes: [String]) -> Phrase {
    .oneOrList(
      codes.compactMap { code in question.factors.first { $0.id == code } }.map { "“\(.label($0.label))”" })
  }

  private func one(_ value: Double) -> Phrase { .decimal(value, decimals: 1) }

  /// The numbers without the one person whose answer decides the leader; they would give that answer away.
  private func withoutOne(_ sample: AllocationSample) -> BudgetFinding? {
    let points = allocations.hundredths
    let leader = sums.max()
    let changing = sample.rows.filter { row in
      let rest = points.indices.map { sums[$0] - Int(points[$0][row]) }
      return points.indices.contains { (sums[$0] == leader) != (rest[$0] == rest.max()) }
    }
    guard changing.count == 1, let row = changing.first else { return nil }
    let own = points.map { Int($0[row]) }
    let rest = zip(sums, own).map { Double($0 - $1) / Double(100 * (respondents - 1)) }
    let order = rest.indices.sorted { (rest[$1], $0) < (rest[$0], $1) }
    guard order.count > 1, let most = own.max() else { return nil }
    let codes = question.factors.map(\.id)
    return finding(
      """
      Without the one respondent who put \(one(Double(most) / 100)) of \(question.total) points on one factor, \
      \(name([codes[order[0]]])) has \(one(rest[order[0]])) and \(name([codes[order[1]]])) \(one(rest[order[1]])).
      """, about: 1)
  }

  /// Whether means that fill zeros in have another leader; nothing is said where they agree.
  private func zerosFilled(_ rows: [AllocationSummaryRow]) -> BudgetFinding? {
    guard let mean = rows.first(where: { $0.average == "respondents" }) else { return nil }
    let other = rows.filter { $0.average.hasPrefix("geometric") && $0.leaders != mean.leaders }
    guard let first = other.first else { return nil }
    return finding(
      other.count > 1
        ? """
        A method that fills in the zeros before it averages (a check: nothing here rests on it) would put \
        \(name(first.leaders)) first. A zero is a choice, so the means above take it as it is.
        """
        : """
        A method that fills in the zeros before it averages (a check: nothing here rests on it) would put \
        \(name(first.leaders)) first, with one of two fills. A zero is a choice, so the means above take it as it is.
        """)
  }

  private func pointsToMove(_ rows: [AllocationSummaryRow]) -> BudgetFinding? {
    func clause(_ average: String) -> Phrase? {
      guard let row = rows.first(where: { $0.average == average }), let points = row.pointsToTie,
        row.leaders.count == 1
      else { return nil }
      return """
        more than \(one(points)) of all \(respondents * question.total) points given would have to move from \
        \(name(row.leaders)) to \(name(Array(row.followers.prefix(1))))
        """
    }
    guard let people = clause("respondents") else { return nil }
    guard let other = clause("organisations") else { return finding("To overturn the lead, \(people).") }
    return finding("To overturn the lead, \(people); with organisations counted equally \(other).")
  }

  private func organizationsOut(_ rows: [AllocationSummaryRow]) -> BudgetFinding? {
    guard let row = rows.first(where: { $0.average == "organisations" }),
      let changes = row.changesWithoutOneOrganization, organizationCounts.count > 2
    else { return nil }
    let count = organizationCounts.count
    return finding(
      changes == 0
        ? "With organisations counted equally, leaving out any one of the \(count) never changes the leader."
        : """
        With organisations counted equally, leaving out one of the \(count) changes the leader in \(changes) of \(count) \
        cases.
        """)
  }

  private var least: BudgetFinding? {
    let order = sums.indices.sorted { (sums[$0], $0) < (sums[$1], $1) }
    guard order.count > 3, sums[order[1]] < sums[order[2]] else { return nil }
    let codes = order.prefix(2).sorted().map { question.factors[$0].id }
    let hundredths = Int((Double(sums[order[0]] + sums[order[1]]) / Double(respondents)).rounded())
    let together = Phrase.decimal(Double(hundredths) / 100, decimals: 2)
    return finding("\(name(codes)) drew least: together \(together) of \(question.total) points.")
  }

  private func styles(_ rows: [AllocationSummaryRow], minimum: Int) -> [BudgetFinding] {
    guard let row = rows.first, let effective = row.effectiveNumber else { return [] }
    func people(_ count: Int) -> Phrase {
      count == 0 ? "nobody" : .plural(count, one: "one person", other: "\(count) people")
    }
    let counts: [Phrase] = [
      row.oneFactor.map { "\(people($0)) gave one factor everything" },
      row.evenSplits.map { "\(people($0)) split evenly over all" },
      row.fewFactors.map { "\(people($0)) used fewer than three" },
    ].compactMap(\.self)
    let spread: Phrase = "The mean is as spread out as \(one(effective)) factors of equal size."
    guard let used = row.factorsUsed else {
      let told: Phrase = counts.isEmpty ? .empty : .sentence("\(.oneOrList(counts)).")
      return [finding(.spaced([told, spread]))]
    }
    let average: Phrase = "On average a person used \(one(used)) of the \(question.factors.count) factors"
    return [finding(.spaced([counts.isEmpty ? "\(average)." : "\(average); \(.oneOrList(counts)).", spread]))]
  }
}
