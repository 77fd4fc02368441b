import Testing

@testable import Statistics

@Suite struct PersonTotalCorrelationTests {
  @Test("Against Pearson's test on the person's answers and the means of the others, person by person")
  func pearson() throws {
    let rows = try surveyItems().prefix(30).map { $0.map { Int($0) } }
    let sums = rows[0].indices.map { item in rows.reduce(0) { $0 + $1[item] } }
    let counts = sums.map { _ in rows.count }
    for row in rows {
      let others = row.indices.map { item in Double(sums[item] - row[item]) / Double(rows.count - 1) }
      let expected = try? PearsonTest(row.map(Double.init), others).statistic
      let found = PersonTotalCorrelation.value(row.map(Optional.some), sums: sums, counts: counts)
      #expect((found == nil) == (expected == nil))
      if let found, let expected { #expect(agrees(found, expected)) }
    }
  }

  @Test("Three items by hand; a missing answer is left out; answers that are all alike have none")
  func hand() {
    // The others' means are 1, 2 and 3.
    let (sums, counts) = ([4, 7, 10, 3], [4, 4, 4, 1])
    #expect(PersonTotalCorrelation.value([1, 1, 1, 3], sums: [4, 7, 10, 3], counts: counts) == nil)
    let value = PersonTotalCorrelation.value([1, 1, 4, 3], sums: sums, counts: counts)
    // Others: 1, 2, 2 against 1, 1, 4.
    #expect(agrees(value, 1 / (2.0 / 3 * 6).squareRoot()))
    #expect(PersonTotalCorrelation.value([1, nil, 4, nil], sums: sums, counts: counts) == nil)
  }
}
