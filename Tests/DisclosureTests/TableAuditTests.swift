import Disclosure
import Foundation
import TestSupport
import Testing

struct TableAuditTests {
  private let rule = SuppressionRule(minimum: 5)

  /// A case made with scipy's milp (HiGHS): `source` and `script` stand in the file.
  private struct Case: Decodable {
    struct Inputs: Decodable {
      let table: [[Int]]
      let suppressed: [[Int]]
    }
    struct Interval: Decodable {
      let row, col, min, max: Int
      let exactly_disclosed: Bool
    }
    struct Expected: Decodable {
      let intervals: [Interval]
      let safe_exact, safe_threshold_k5: Bool
    }
    let inputs: Inputs
    let expected: Expected
  }

  @Test(arguments: ["primary_only_leaks", "row_pair_leaks", "rectangle_safe"])
  func `intervals are those of an integer program`(name: String) throws {
    let text = try Repository.text("Tests/References/statistics/disclosure_\(name).json")
    let known = try JSONDecoder().decode(Case.self, from: Data(text.utf8))
    let table = CountTable(known.inputs.table)
    var hidden = [Bool](repeating: false, count: table.network.arcs.count)
    for (row, flags) in known.inputs.suppressed.enumerated() {
      for (column, flag) in flags.enumerated() { hidden[table.cell(row, column)] = flag == 1 }
    }
    let audit = TableAudit(table.network, hidden: hidden, rule: rule, zerosAreShown: false)
    for cell in known.expected.intervals {
      let arc = table.cell(cell.row, cell.col)
      #expect(audit.intervals[arc] == TableAudit.Interval(lower: cell.min, upper: cell.max))
      #expect((audit.leaks[arc] == .exact) == cell.exactly_disclosed)
    }
    #expect(audit.intervals.count { $0 != nil } == known.expected.intervals.count)
    #expect(audit.isSafe == (known.expected.safe_exact && known.expected.safe_threshold_k5))
  }

  @Test func `two hidden ones beside noughts that are always shown come out`() {
    let table = CountTable([[1, 1, 0, 9], [9, 9, 8, 7], [6, 7, 8, 9]])
    let hidden = Self.hiding([(0, 0), (0, 1), (1, 0), (1, 1)], of: table)
    let shown = TableAudit(table.network, hidden: hidden, rule: rule, zerosAreShown: true)
    #expect(shown.leaks[table.cell(0, 0)] == .exact)
    #expect(shown.intervals[table.cell(0, 1)] == TableAudit.Interval(lower: 1, upper: 1))
    let unknown = TableAudit(table.network, hidden: hidden, rule: rule, zerosAreShown: false)
    #expect(unknown.intervals[table.cell(0, 0)] == TableAudit.Interval(lower: 0, upper: 2))
    #expect(unknown.leaks[table.cell(0, 0)] == .small)
  }

  @Test func `three people alone in three cells of a row come out`() {
    let table = CountTable([[1, 1, 1, 9], [9, 9, 8, 7], [6, 7, 8, 9]])
    let hidden = Self.hiding([(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2)], of: table)
    // The columns then give the row below as well.
    let shown = TableAudit(table.network, hidden: hidden, rule: rule, zerosAreShown: true)
    #expect(shown.leaks.count { $0 == .exact } == 6)
    let unknown = TableAudit(table.network, hidden: hidden, rule: rule, zerosAreShown: false)
    #expect((0..<3).allSatisfy { unknown.leaks[table.cell(0, $0)] == .small })
    #expect(unknown.leaks.count { $0 != nil } == 3)
  }

  @Test func `a pair that is below the minimum together is seen to be small`() {
    let table = CountTable([[2, 2, 9], [9, 9, 8], [6, 7, 8]])
    let hidden = Self.hiding([(0, 0), (0, 1), (1, 0), (1, 1)], of: table)
    let audit = TableAudit(table.network, hidden: hidden, rule: rule, zerosAreShown: false)
    #expect(audit.leaks[table.cell(0, 0)] == .small)
    #expect(audit.leaks[table.cell(0, 1)] == .small)
  }

  @Test func `who is alone in a cell can work out another one`() {
    let table = CountTable([[1, 9, 6], [9, 3, 7], [8, 8, 8]])
    let hidden = Self.hiding([(0, 0), (0, 1), (1, 0), (1, 1)], of: table)
    let audit = TableAudit(table.network, hidden: hidden, rule: rule, zerosAreShown: false)
    #expect(audit.leaks[table.cell(1, 1)] == .contributor)
    #expect(audit.leaks.count { $0 != nil } == 1)
  }

  @Test func `with no margins shown nothing bounds a cell, and nothing leaks`() {
    let table = CountTable([[1, 2], [3, 4]])
    let hidden = [Bool](repeating: true, count: table.network.arcs.count)
    let audit = TableAudit(table.network, hidden: hidden, rule: rule, zerosAreShown: false)
    #expect(audit.intervals.allSatisfy { $0 == TableAudit.Interval(lower: 0, upper: nil) })
    #expect(audit.isSafe)
  }

  /// The law: flows give what writing out every table gives, for hidden cells and hidden margins alike.
  @Test(arguments: [true, false]) func `flows and enumeration agree`(zerosAreShown: Bool) {
    var random = SeededNumbers(seed: 20_261_121)
    var found: [TableAudit.Leak?: Int] = [:]
    for _ in 0..<150 {
      let (rows, columns) = (Int.random(in: 2...3, using: &random), Int.random(in: 2...4, using: &random))
      let table = CountTable(
        (0..<rows).map { _ in
          (0..<columns).map { _ in
            Bool.random(using: &random) ? Int.random(in: 0...2, using: &random) : Int.random(in: 3...7, using: &random)
          }
        })
      let arcs = table.network.arcs
      let hidden = arcs.indices.map { arc in
        let odds = arc < rows * columns ? 0.6 : arc == table.total ? 0 : 0.1
        return Double.random(in: 0..<1, using: &random) < odds && !(zerosAreShown && arcs[arc].count == 0)
      }
      // Two hidden margins or more may leave counts without a bound, which no list can show.
      guard hidden[(rows * columns)...].count(where: { $0 }) < 2, hidden.count(where: { $0 }) < 9 else { continue }
      let least = zerosAreShown ? 1 : 0
      let listed = EnumeratedTables(table.network, hidden: hidden, least: least, most: arcs[table.total].count)
      let audit = TableAudit(table.network, hidden: hidden, rule: rule, zerosAreShown: zerosAreShown)
      for arc in arcs.indices where hidden[arc] {
        let range = listed.range(of: arc)
        #expect(audit.intervals[arc]?.lower == range?.lowerBound)
        #expect(audit.intervals[arc]?.upper == range?.upperBound)
        #expect(audit.leaks[arc] == listed.leak(of: arc, minimum: 5))
        found[audit.leaks[arc], default: 0] += 1
      }
    }
    #expect(found.count == 4, "every kind of leak, and none, must have occurred: \(found)")
  }

  static func hiding(_ cells: [(Int, Int)], of table: CountTable) -> [Bool] {
    var hidden = [Bool](repeating: false, count: table.network.arcs.count)
    for (row, column) in cells { hidden[table.cell(row, column)] = true }
    return hidden
  }

  /// Two columns that share organisations are audited one by one: what a column leaves of hidden organisations is all that their sum leaves.
  ///
  /// Every way to fill a small table is written out. In the first two rows nothing is shown; then each division of their people
  /// occurs. With one cell of theirs shown some do not.
  @Test(arguments: 0..<12)
  func `a column bounds hidden organisations by their sum alone, if none of their groups is shown`(seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    let cells = (0..<3).map { _ in (0..<(2 + Int(seed % 2))).map { _ in Int.random(in: 0...3, using: &random) } }
    let table = CountTable(cells)
    let width = cells[0].count
    func divisions(showing shown: Set<Int>) -> Set<[Int]> {
      // Cells row by row, then the totals of rows.
      let open = Set((0..<(2 * width)).filter { !shown.contains($0) } + [3 * width, 3 * width + 1])
      let hidden = table.network.arcs.indices.map(open.contains)
      let ways = EnumeratedTables(table.network, hidden: hidden, least: 0, most: 18).ways
      return Set(ways.map { [$0[3 * width], $0[3 * width + 1]] })
    }
    let sum = cells[0].reduce(0, +) + cells[1].reduce(0, +)
    #expect(divisions(showing: []) == Set((0...sum).map { [$0, sum - $0] }))
    if cells[0][0] > 0 { #expect(!divisions(showing: [0]).contains([0, sum])) }
  }
}
