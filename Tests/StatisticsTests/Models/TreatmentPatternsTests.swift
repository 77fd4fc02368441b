import Testing

@testable import Statistics

@Suite struct TreatmentPatternsTests {
  private let factors = [
    TreatmentPatterns.Factor(codes: [0, 1, 1, -1, 2, 2, 0, 2], levelCount: 3, reference: 1),
    TreatmentPatterns.Factor(codes: [1, 0, 0, 1, 1, 1, 0, 0], levelCount: 2, reference: 0),
  ]

  @Test("Eight people by hand: columns, rows, counts, and who has none")
  func byHand() {
    let patterns = TreatmentPatterns(factors, count: 8, isUsed: [true, true, true, true, true, true, true, false])
    #expect(patterns.columns.map(\.factor) == [0, 0, 1] && patterns.columns.map(\.level) == [0, 2, 1])
    #expect(patterns.rows == [[1, 0, 1], [0, 0, 0], [0, 1, 1], [1, 0, 0]])
    #expect(patterns.rowOf == [0, 1, 1, -1, 2, 2, 3, -1] && patterns.counts == [1, 2, 2, 1])
    #expect(patterns.columns(of: 0) == [0, 1] && patterns.dependentFactor == nil)
  }

  @Test("Leverages add up to the number of columns; a grouping that another explains is named")
  func dependence() throws {
    let patterns = TreatmentPatterns(factors, count: 8)
    let leverages = try #require(patterns.leverages)
    let sum = zip(leverages, patterns.counts).reduce(0) { $0 + $1.0 * Double($1.1) }
    #expect(agrees(sum, 4))
    let twice = TreatmentPatterns([factors[1], factors[0], factors[1]], count: 8)
    #expect(twice.dependentFactor == 2 && twice.leverages == nil)
    #expect(TreatmentPatterns([], count: 3).dependentFactor == nil)
  }

  @Test("Counted in one pass or written row by row, a model is one; clusters too")
  func ordinal() throws {
    let (_, types, organizations) = try surveyPeople()
    let answers = try surveyItems().map { Int($0[0]) - 1 }
    let patterns = TreatmentPatterns(
      [.init(codes: types.map { Int32($0) }, levelCount: 5, reference: 0)], count: types.count)
    let counted = try OrdinalRegression(
      patterns, responses: answers.map { UInt8($0) }, categoryCount: 5, clusters: organizations.map { Int32($0) },
      clusterCount: 24)
    let written = try OrdinalRegression(
      design: types.map { type in (1..<5).map { $0 == type ? 1 : 0 } }, responses: answers, categoryCount: 5,
      clusters: organizations)
    #expect(counted.count == written.count && counted.clusterCount == 24)
    for (one, other) in zip(counted.coefficients, written.coefficients) {
      #expect(agrees(one.estimate, other.estimate) && agrees(one.interval.upper, other.interval.upper, relative: 1e-8))
      #expect(agrees(one.robust?.standardError ?? 0, other.robust?.standardError ?? 1))
    }
  }
}
