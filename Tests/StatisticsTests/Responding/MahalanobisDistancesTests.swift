import Testing

@testable import Statistics

@Suite struct MahalanobisDistancesTests {
  @Test("Forty people on eleven items agree with mahalanobis of R 4.2.2, and the cut at .999 is its χ²")
  func survey() throws {
    let expected = try Reference("statistics/careless_indices_survey")["expected"]
    let all = try surveyItems()
    let distances = try #require(MahalanobisDistances(ItemMoments(rows: Array(all.prefix(40)))))
    let whole = try #require(MahalanobisDistances(ItemMoments(rows: all)))
    let first = try #require(distances.distance(all[0]))
    // The reference takes the middle and the spread from all people or from the forty: whichever fits the first fits all.
    let used = agrees(first, expected["mahalanobis_D2"][0].double, relative: 1e-8) ? distances : whole
    for person in 0..<40 {
      #expect(agrees(used.distance(all[person]), expected["mahalanobis_D2"][person].double, relative: 1e-8))
    }
    #expect(agrees(used.chance(expected["chi2_cut_999"].double), 0.001, relative: 1e-9) && used.columnCount == 11)
  }

  @Test("Distances of a sample add up to columns × (n − 1), whatever the unit; a missing value has none")
  func laws() throws {
    let rows = try surveyItems().map { $0[..<3].map { $0 } }
    let found = try #require(MahalanobisDistances(ItemMoments(rows: rows)))
    let sum = rows.reduce(0) { $0 + (found.distance($1) ?? 0) }
    #expect(agrees(sum, Double(3 * (rows.count - 1)), relative: 1e-9))
    let scaled = rows.map { [25 * $0[0] - 25, $0[1], -3 * $0[2]] }
    let other = try #require(MahalanobisDistances(ItemMoments(rows: scaled)))
    #expect(agrees(other.distance(scaled[5]), found.distance(rows[5]) ?? 0, relative: 1e-9))
    #expect(found.distance([1, .nan, 2]) == nil)
  }

  @Test("Few people and columns that explain each other have no distances")
  func refusals() {
    let few: [[Double]] = [[0, 0, 0], [1, 1, 5], [2, 4, 3], [3, 9, 1], [4, 16, 6], [5, 25, 4]]
    #expect(MahalanobisDistances(ItemMoments(rows: few)) == nil)
    let same: [[Double]] = stride(from: 0.0, to: 20.0, by: 1.0).map { (x: Double) -> [Double] in [x, 2 * x] }
    #expect(MahalanobisDistances(ItemMoments(rows: same)) == nil)
  }
}
