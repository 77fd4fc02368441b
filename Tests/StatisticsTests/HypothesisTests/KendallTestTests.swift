import Testing

@testable import Statistics

/// Two items of the survey, for people who answered both.
func surveyPairs() throws -> (x: [Double], y: [Double]) {
  let table = try cells("statistics/data/survey160_items_numeric.csv").dropFirst()
  let pairs = table.compactMap { row in Double(row[3]).flatMap { x in Double(row[4]).map { (x, $0) } } }
  return (pairs.map(\.0), pairs.map(\.1))
}

@Suite struct KendallTestTests {
  @Test("Nine pairs without ties: exact p agrees with R 4.2.2 (Hollander & Wolfe, p. 185)")
  func hunter() throws {
    let reference = try Reference("statistics/correlation_hunter")
    let test = try KendallTest(reference["inputs"]["x"].doubles, reference["inputs"]["y"].doubles)
    #expect(agrees(test.statistic, reference["expected"]["tau"].double))
    #expect(test.concordant == reference["expected"]["T"].int)
    #expect(test.pValue.method == .exact)
    #expect(agrees(test.pValue.value, reference["expected"]["p_kendall_exact"].double))
  }

  @Test("Two items with heavy ties agree with R 4.2.2")
  func survey() throws {
    let expected = try Reference("statistics/kendall_tau_b_ties_survey")["expected"]
    let (x, y) = try surveyPairs()
    #expect(x.count == 145)
    let test = try KendallTest(x, y, null: .asymptotic)
    #expect(test.concordant == expected["C"].int && test.discordant == expected["D"].int)
    #expect(agrees(test.statistic, expected["tau_b"].double) && agrees(test.statistic, expected["tau_b_R"].double))
    #expect(agrees(test.gamma, expected["gamma"].double))
    #expect(agrees(test.standardized, expected["z_R"].double))
    #expect(agrees(test.pValue.value, expected["p_R"].double))
  }

  @Test("Exchanging the measures changes nothing; turning one turns tau")
  func laws() throws {
    let (x, y): ([Double], [Double]) = ([1, 2, 2, 3, 5, 4, 3], [2, 1, 3, 3, 4, 4, 1])
    let test = try KendallTest(x, y)
    let exchanged = try KendallTest(y, x)
    #expect(agrees(exchanged.statistic, test.statistic) && agrees(exchanged.pValue.value, test.pValue.value))
    let turned = try KendallTest(x, y.map { -$0 })
    #expect(agrees(turned.statistic, -test.statistic) && agrees(turned.pValue.value, test.pValue.value))
  }

  @Test("What cannot be tested says why")
  func refusals() {
    #expect(throws: SampleFault.noVariation) { try KendallTest([1, 1], [1, 2]) }
    #expect(throws: SampleFault.tooFewValues(group: 0, needed: 2)) { try KendallTest([1], [2]) }
  }

  /// Full enumeration of orders in exact rationals, without and with ties.
  @Test func enumeration() throws {
    for reference in try Reference("statistics/repeated_and_tables")["pairs"].list {
      let p = try KendallTest(reference["x"].doubles, reference["y"].doubles).pValue
      #expect(p.method == .exact)
      #expect(agrees(p.value, reference["kendall"]["p"].double))
      #expect(agrees(p.smallestAttainable, reference["kendall"]["smallest"].double))
    }
  }

  /// Values with few ties go by merging and rearranging, and agree with the limit.
  @Test func manyDifferentValues() throws {
    var stream = RandomStream(seed: 5)
    let x = (0..<80).map { _ in stream.normal() }
    let y = x.map { 0.2 * $0 + stream.normal() }.enumerated().map { $0.offset < 2 ? 0.5 : $0.element }
    let drawn = try KendallTest(x, y, null: .permutation(count: 499, seed: 1)).pValue
    let limit = try KendallTest(x, y, null: .asymptotic).pValue
    let interval = try #require(drawn.interval)
    #expect(interval.lower <= limit.value && limit.value <= interval.upper)
  }
}
