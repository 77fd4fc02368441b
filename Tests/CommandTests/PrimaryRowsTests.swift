import Foundation
import Tabular
import TestSupport
import Testing

/// The rows to read keep their numbers when rows and columns are added beside them.
struct PrimaryRowsTests {
  /// `primary-rows.csv` holds the primary rows as the first version of the package published them. Since then an exact p has three digits where
  /// more would tell hidden numbers of people, and the smallest p lies below what it was there.
  @Test func `primary rows are what they were`() throws {
    let now = try table("comparisons.csv")
    let then = try table("primary-rows.csv")
    let columns = then.headings.count
    #expect(Array(now.headings.prefix(columns)) == then.headings)
    let primary = try #require(now.column(named: "primary"))
    // Families that came later stand beside these.
    let families = Set(then.records.map { $0.cells[0] })
    let rows = now.records.filter { $0.cells[primary] == "1" && families.contains($0.cells[0]) }.map {
      Array($0.cells.prefix(columns))
    }
    let cut = Set(["p", "p_adjusted", "p_smallest"].compactMap { then.column(named: $0) })
    let kept = { (cells: [String]) in cells.enumerated().map { cut.contains($0.offset) ? "" : $0.element } }
    #expect(rows.map(kept) == then.records.map { kept($0.cells) })
    let smallest = try #require(then.column(named: "p_smallest"))
    for (now, old) in zip(rows, then.records.map(\.cells)) {
      for column in cut {
        guard let new = Double(now[column]), let first = Double(old[column]) else {
          #expect(now[column] == old[column])
          continue
        }
        #expect(column == smallest ? new <= first * (1 + 1e-9) : abs(new - first) <= 0.0051 * first)
      }
    }
  }

  private func table(_ name: String) throws -> Table {
    let url = Repository.url("Tests/References/golden/cohort/\(name)")
    return try Table(name: name, bytes: Array(Data(contentsOf: url)))
  }
}
