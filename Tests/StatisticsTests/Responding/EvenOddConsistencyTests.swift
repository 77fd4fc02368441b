import Testing

@testable import Statistics

@Suite struct EvenOddConsistencyTests {
  @Test("Forty people on three scales agree with careless 1.2.2, and where a half is all alike there is none")
  func survey() throws {
    let expected = try Reference("statistics/careless_indices_survey")["expected"]["evenodd"]
    for (person, row) in try surveyItems().prefix(40).enumerated() {
      let scales = [row[0..<4], row[4..<8], row[8..<11]].compactMap { EvenOddConsistency.halves($0.map(Optional.some)) }
      let found = EvenOddConsistency(scales)?.index
      #expect((found == nil) == expected[person].double.isNaN)
      // Halves that differ by rounding alone: R's correlation stops there.
      if let found { #expect(agrees(found, expected[person].double, relative: 1e-9)) }
    }
  }

  @Test("Halves by hand: the first item is odd, a half without an answer is none, and two scales are too few")
  func hand() {
    #expect(EvenOddConsistency.halves([1, 2, 3, nil, 8]).map { [$0.even, $0.odd] } == [2, 4])
    #expect(EvenOddConsistency.halves([1, nil, 3]) == nil)
    #expect(EvenOddConsistency([(1, 1), (2, 2)]) == nil)
    #expect(EvenOddConsistency([(1, 2), (2, 4), (4, 8)])?.index == -1)
    #expect(EvenOddConsistency([(1, 8), (2, 6), (4, 2)])?.index == 1)
  }
}
