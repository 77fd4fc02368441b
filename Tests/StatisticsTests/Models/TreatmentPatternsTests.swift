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

  @Test("Clusters as many as people, in patterns as many, are counted once each, in no table of all by all")
  func sparse() throws {
    // Four patterns: every cluster meets one of them.
    let people = 4_000
    let codes = (0..<Int32(people)).map { $0 }
    let patterns = TreatmentPatterns(
      [
        TreatmentPatterns.Factor(codes: codes.map { $0 % 2 }, levelCount: 2, reference: 0),
        TreatmentPatterns.Factor(codes: codes.map { $0 / 2 % 2 }, levelCount: 2, reference: 0),
      ], count: people)
    let answers = codes.map { UInt8(($0 * 7 + $0 / 5) % 5) }
    let single = try OrdinalRegression(
      patterns, responses: answers, categoryCount: 5, clusters: codes, clusterCount: people)
    // By the definition: with one person a cluster CR1 is the sandwich of people, times n ÷ (n − 1).
    let written = try OrdinalRegression(
      rows: patterns.rowOf.map { patterns.rows[Int($0)] },
      counts: answers.map { answer in (0..<5).map { $0 == Int(answer) ? 1 : 0 } }, clusters: Array(0..<people))
    for (one, other) in zip(single.coefficients, written.coefficients) {
      #expect(agrees(one.robust?.standardError, other.robust?.standardError ?? .nan, relative: 1e-8))
    }
    #expect(single.clusterCount == people && single.count == people)
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
      #expect(agrees(one.estimate, other.estimate) && agrees(one.standardError, other.standardError, relative: 1e-8))
      // With clusters the likelihood has no interval to give: it takes people as unrelated.
      #expect(one.interval == nil && other.interval == nil)
      #expect(agrees(one.robust?.standardError ?? 0, other.robust?.standardError ?? 1))
    }
  }
}
