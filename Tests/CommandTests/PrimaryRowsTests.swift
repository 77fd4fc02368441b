import Foundation
import Tabular
import TestSupport
import Testing

/// The rows to read keep their numbers when rows and columns are added beside them.
struct PrimaryRowsTests {
  /// `primary-rows.csv` holds the primary rows as the first version of the package published them.
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
    #expect(rows == then.records.map(\.cells))
  }

  private func table(_ name: String) throws -> Table {
    let url = Repository.url("Tests/References/golden/cohort/\(name)")
    return try Table(name: name, bytes: Array(Data(contentsOf: url)))
  }
}
