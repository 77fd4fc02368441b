import Disclosure

/// The answers to one item as a two-way table, types × answers, with both margins; audited.
///
/// How many people answered is known of every type that is shown. People of no listed type are a row that is never shown. Where nothing
/// else protects a small count, the whole table is hidden.
struct ItemTable {
  /// The rows as they are published.
  let published: [DistributionRow]
  /// What can be inferred about each; nil where it is shown.
  let intervals: [TableAudit.Interval?]

  /// - Parameters:
  ///   - rows: all types together, then every type, with the same answers in the same order.
  ///   - alike: the groups whose row is hidden because all gave one answer, or beside such a row; by place.
  ///   - tellsMeans: whether a mean of the item is told: where a rating is hidden all are.
  init(_ rows: [DistributionRow], suppression: AssessmentSuppression, alike: Set<Int>, tellsMeans: Bool = false) {
    let answers = rows.prefix { $0.respondentType == rows[0].respondentType }.count
    let types = rows.count / max(1, answers) - 1
    precondition((types + 1) * answers == rows.count, "rows of one item that are no table")
    let counts = rows.map { $0.count ?? 0 }
    let listed = (1...max(1, types)).prefix(types).map {
      Array(counts[($0 * answers)..<(($0 + 1) * answers)])
    }
    let unlisted = (0..<answers).map { answer in
      counts[answer] - listed.reduce(0) { $0 + $1[answer] }
    }
    let table = CountTable(listed + [unlisted])

    func place(_ type: Int) -> Int? {
      let code = rows[type * answers].respondentType
      return suppression.groups.place(GroupKey(by: code == nil ? nil : "respondent_type", group: code))
    }
    func isHidden(_ type: Int) -> Bool { place(type).map { suppression.isHidden[$0] } ?? true }
    var primary = table.primary(suppression.rule)
    for row in 0...types where place(row).map(alike.contains) ?? false {
      for answer in 0..<answers {
        let arc = row == 0 ? table.total(ofColumn: answer) : table.cell(row - 1, answer)
        primary[arc] = primary[arc] ?? .class
      }
    }
    for answer in 0..<answers where (1..<suppression.rule.minimum).contains(counts[answer]) {
      primary[table.total(ofColumn: answer)] = .primary
    }
    // Of people who are hidden as a whole nothing is known; how many answered is known of the others.
    var (unknown, fixed): (Set<Int>, Set<Int>) = ([], [])
    let outside = unlisted.contains { $0 > 0 }
    for type in 0...types {
      let whole = (0..<answers).map { table.cell(type, $0) } + [table.total(ofRow: type)]
      if type == types ? outside : isHidden(type + 1) {
        unknown.formUnion(whole)
      } else {
        fixed.formUnion(type == types ? whole : [table.total(ofRow: type)])
      }
    }
    if isHidden(0) {
      unknown.formUnion((0..<answers).map { table.total(ofColumn: $0) } + [table.total])
    } else {
      fixed.insert(table.total)
    }
    for arc in unknown { primary[arc] = .complementary }

    let made = CellSuppression(
      table.network, primary: primary, fixed: fixed, unknown: unknown, rule: suppression.rule)
    let hidesAll = !made.unprotected.isEmpty
    var hidden = table.network.arcs.indices.map {
      made.isHidden($0) || (hidesAll && !fixed.contains($0))
    }
    let ratings = (0..<answers).filter { AssessmentAnswers.ItemCounts.kinds[rows[$0].answer] == nil }.flatMap {
      answer in
      (0...types).map { table.cell($0, answer) } + [table.total(ofColumn: answer)]
    }
    let hidesRatings = tellsMeans && ratings.contains { hidden[$0] }
    if hidesRatings {
      for arc in ratings where !fixed.contains(arc) { hidden[arc] = true }
    }
    let audit = TableAudit(
      table.network, hidden: hidden, rule: suppression.rule,
      zerosAreShown: made.zerosAreShown && !hidesAll && !hidesRatings,
      unknown: unknown)
    let arcs = rows.indices.map { row in
      row < answers ? table.total(ofColumn: row) : table.cell(row / answers - 1, row % answers)
    }
    published = zip(rows, arcs).map { hidden[$1] ? $0.withheld(.suppressed) : $0 }
    intervals = arcs.map { audit.intervals[$0] }
  }
}
