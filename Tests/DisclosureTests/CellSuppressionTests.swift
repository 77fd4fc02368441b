import Disclosure
import TestSupport
import Testing

struct CellSuppressionTests {
  private let rule = SuppressionRule(minimum: 5)

  private func margins(_ table: CountTable) -> Set<Int> {
    Set(table.network.arcs.indices.dropFirst(table.cells.count * table.cells[0].count))
  }

  private func suppressed(_ table: CountTable, sensitive: Set<Int> = []) -> CellSuppression {
    CellSuppression(
      table.network, primary: table.primary(rule, sensitive: sensitive), fixed: margins(table), rule: rule)
  }

  private func cells(_ made: CellSuppression, _ reason: CellSuppression.Reason) -> [Int] {
    made.reasons.indices.filter { made.reasons[$0] == reason }
  }

  @Test func `one small cell is protected by the rectangle of fewest people`() {
    let table = CountTable([[20, 3, 12], [15, 14, 9], [30, 11, 25]])
    let made = suppressed(table)
    #expect(cells(made, .primary) == [table.cell(0, 1)])
    // By hand: with row 2 it costs 12 + 14 + 9, with row 3 and the same column 12 + 11 + 25, with the first column 20 + 14 + 15.
    #expect(cells(made, .complementary) == [table.cell(0, 2), table.cell(1, 1), table.cell(1, 2)])
    #expect(made.unprotected.isEmpty && made.zerosAreShown)
  }

  @Test func `what can hide behind another small cell costs nothing more`() {
    let table = CountTable([[3, 9, 20], [12, 4, 30], [20, 30, 40]])
    let made = suppressed(table)
    #expect(cells(made, .primary) == [table.cell(0, 0), table.cell(1, 1)])
    #expect(cells(made, .complementary) == [table.cell(0, 1), table.cell(1, 0)])
  }

  @Test func `a row in which everybody gave one answer is hidden when it is sensitive`() {
    let table = CountTable([[0, 12, 0], [9, 8, 7], [6, 9, 11]])
    #expect(suppressed(table).reasons.allSatisfy { $0 == nil })
    let made = suppressed(table, sensitive: [0])
    #expect(cells(made, .class) == [0, 1, 2].map { table.cell(0, $0) })
    let audit = TableAudit(
      table.network, hidden: made.reasons.map { $0 != nil }, rule: rule, zerosAreShown: made.zerosAreShown)
    #expect(audit.isSafe)
    #expect(!made.zerosAreShown)
    #expect((audit.intervals[table.cell(0, 1)]?.lower ?? 12) < 12)
  }

  @Test func `nothing is hidden where nothing need be, or where the mode shows all`() {
    let table = CountTable([[9, 8, 0], [7, 6, 5]])
    #expect(suppressed(table).reasons.allSatisfy { $0 == nil })
    let all = SuppressionRule(minimum: 0)
    let small = CountTable([[1, 2], [3, 4]])
    let made = CellSuppression(small.network, primary: small.primary(all, sensitive: [0]), rule: all)
    #expect(made.reasons.allSatisfy { $0 == nil })
  }

  @Test func `what nothing can protect is named`() {
    // The row's total of 4 is known, so that no cell of it can be 5.
    let table = CountTable([[1, 3], [9, 9]])
    #expect(suppressed(table).unprotected == [table.cell(0, 0), table.cell(0, 1)])
    // With its total hidden as well it can.
    let made = CellSuppression(
      table.network, primary: table.primary(rule), fixed: [table.total], rule: rule)
    #expect(made.unprotected.isEmpty)
    #expect(made.isHidden(table.total(ofRow: 0)))
  }

  /// The pattern passes an audit that writes out every table, and where it gives up nothing could have helped.
  @Test func `what is hidden passes the audit by enumeration`() {
    var random = SeededNumbers(seed: 5)
    var (safe, hopeless) = (0, 0)
    for round in 0..<80 {
      // Of a row of four people in all no cell can be five.
      let first = round % 8 == 0 ? [[1, 2, 1]] : []
      let table = CountTable(
        first
          + (first.count..<3).map { _ in
            (0..<3).map { _ in
              Int.random(in: 0...9, using: &random) > 4
                ? Int.random(in: 5...9, using: &random) : max(0, Int.random(in: -1...4, using: &random))
            }
          })
      let made = suppressed(table)
      let arcs = table.network.arcs
      let hidden = arcs.indices.map(made.isHidden)
      #expect(made == suppressed(table))
      #expect(arcs.indices.allSatisfy { table.primary(rule)[$0] == nil || made.isHidden($0) })
      #expect(margins(table).allSatisfy { !made.isHidden($0) })
      #expect(!made.zerosAreShown || arcs.indices.allSatisfy { !hidden[$0] || arcs[$0].count > 0 })
      let listed = EnumeratedTables(
        table.network, hidden: hidden, least: made.zerosAreShown ? 1 : 0, most: arcs[table.total].count)
      let leaks = arcs.indices.filter { listed.leak(of: $0, minimum: 5) != nil }
      #expect(leaks == made.unprotected)
      safe += leaks.isEmpty && hidden.contains(true) ? 1 : 0
      // A nought to hide behind might have been had, at the price that noughts are known no more.
      guard !leaks.isEmpty, !arcs.contains(where: { $0.count == 0 }) else { continue }
      hopeless += 1
      let all = TableAudit(
        table.network, hidden: arcs.indices.map { !margins(table).contains($0) }, rule: rule, zerosAreShown: true)
      #expect(leaks.allSatisfy { all.leaks[$0] != nil })
    }
    #expect(safe > 30 && hopeless > 0, "\(safe) \(hopeless)")
  }

  @Test func `a table of 60 organisations passes its audit with fewer hidden for protection than for themselves`() {
    var random = SeededNumbers(seed: 3)
    let table = CountTable(
      (0..<60).map { _ in (0..<6).map { _ in Int.random(in: 0...14, using: &random) } })
    let made = suppressed(table)
    let audit = TableAudit(
      table.network, hidden: made.reasons.map { $0 != nil }, rule: rule, zerosAreShown: made.zerosAreShown)
    #expect(audit.isSafe && made.unprotected.isEmpty)
    #expect(cells(made, .complementary).count < cells(made, .primary).count)
    // Without protection it would leak.
    let bare = TableAudit(
      table.network, hidden: table.primary(rule).map { $0 != nil }, rule: rule, zerosAreShown: true)
    #expect(!bare.isSafe)
  }

  /// Two roads: everything at once, and a second look that skips what the first found safe.
  @Test func `what was found safe need not be looked at again when more is hidden`() {
    var random = SeededNumbers(seed: 11)
    var skipped = 0
    for _ in 0..<40 {
      let table = CountTable((0..<6).map { _ in (0..<5).map { _ in Int.random(in: 0...14, using: &random) } })
      let first = suppressed(table)
      #expect(
        first.safe.indices.allSatisfy { first.safe[$0] == (first.isHidden($0) && !first.unprotected.contains($0)) })
      var more = first.reasons
      for arc in 0..<30 where Int.random(in: 0..<6, using: &random) == 0 { more[arc] = more[arc] ?? .primary }
      let all = CellSuppression(table.network, primary: more, fixed: margins(table), rule: rule)
      let rest = CellSuppression(table.network, primary: more, fixed: margins(table), rule: rule, safe: first.safe)
      #expect(rest == all)
      skipped += first.safe.count { $0 }
    }
    #expect(skipped > 100)
  }
}
