import Foundation
import Tabular
import TestSupport
import Testing

/// The rows to read keep their numbers when rows and columns are added beside them.
struct PrimaryRowsTests {
  /// `primary-rows.csv` holds the primary rows as the first version of the package published them. Since then tests inside organisations are told in
  /// few digits where more would tell hidden numbers of people, p rounded up, limits outwards, the smallest p below what it was.
  @Test func `primary rows are what they were, in the digits that may be told`() throws {
    let now = try table("comparisons.csv")
    let then = try table("primary-rows.csv")
    let columns = then.headings.count
    #expect(Array(now.headings.prefix(columns)) == then.headings)
    let primary = try #require(now.column(named: "primary"))
    // Families that came later stand beside these.
    let families = Set(then.records.map { $0.cells[0] })
    let rows = now.records.filter { $0.cells[primary] == "1" && families.contains($0.cells[0]) }.map(\.cells)
    #expect(rows.count == then.records.count)
    var told = 0
    for (new, old) in zip(rows, then.records.map(\.cells)) {
      for (column, name) in then.headings.enumerated() {
        let cell = new[column]
        guard let first = Double(old[column]), cell != old[column] else {
          // A row says why it has few digits.
          #expect(
            name == "note" ? cell.hasPrefix(old[column]) : cell == old[column] || name == "effect_name" && cell.isEmpty)
          continue
        }
        guard let number = Double(cell) else {
          // Where an effect would tell too much there is none.
          #expect(cell.isEmpty && ["statistic", "effect", "effect_low", "effect_high", "p_smallest"].contains(name))
          continue
        }
        told += 1
        switch name {
        case "p", "p_adjusted": #expect(number >= first - 1e-9 && number <= max(2.01 * first, first + 0.1))
        case "p_smallest", "effect_low":
          #expect(number <= first * (1 + 1e-9) && (name != "effect_low" || first - number <= 0.1))
        case "effect_high": #expect(number >= first && number - first <= 0.1)
        case "effect": #expect(abs(number - first) <= 0.0251 || abs(number - first) <= 2.51)
        default: Issue.record("\(name): \(cell) was \(old[column])")
        }
      }
    }
    #expect(told > 50)
  }

  private func table(_ name: String) throws -> Table {
    let url = Repository.url("Tests/References/golden/cohort/\(name)")
    return try Table(name: name, bytes: Array(Data(contentsOf: url)))
  }
}
