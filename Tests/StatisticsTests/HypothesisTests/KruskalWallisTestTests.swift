import Testing

@testable import Statistics

@Suite struct KruskalWallisTestTests {
  @Test("H, χ² and exact p agree with R and kSamples 1.2.12 (Hollander & Wolfe, p. 116)")
  func hollander() throws {
    let reference = try Reference("statistics/kruskal_hollander")
    let counts = ValueCounts(groups: reference["inputs"]["groups"].list.map(\.doubles))
    let expected = reference["expected"]
    let exact = try KruskalWallisTest(counts, null: .exact)
    #expect(agrees(exact.statistic, expected["H"].double))
    #expect(exact.degreesOfFreedom == expected["df"].double)
    #expect(agrees(exact.pValue.value, expected["p_exact"].double))
    // The p is a whole number of arrangements.
    let arrangements = exact.pValue.value * expected["n_arrangements"].double
    #expect(abs(arrangements - arrangements.rounded()) < 1e-6)
    let asymptotic = try KruskalWallisTest(counts, null: .asymptotic)
    #expect(agrees(asymptotic.pValue.value, expected["p_asym"].double))
    #expect(agrees(try EffectSize.epsilonSquared(counts).value, expected["epsilon2_rank"].double))
  }

  @Test("H with heavy ties and five groups agrees with PMCMRplus 1.9.10")
  func survey() throws {
    let expected = try Reference("statistics/kruskal_dunn_holm_survey")["expected"]
    let groups = try grouped("statistics/data/survey160_items_numeric.csv", value: "b01", by: "type").groups
    #expect(groups.joined().count == expected["N"].int)
    let test = try KruskalWallisTest(ValueCounts(groups: groups), null: .asymptotic)
    #expect(agrees(test.statistic, expected["H"].double))
    #expect(agrees(test.pValue.value, expected["p"].double))
  }

  @Test("The exact p and the smallest p agree with enumeration of every labelling", arguments: [UInt64(1), 2, 3])
  func enumeration(seed: UInt64) throws {
    let counts = randomCounts([3, 2, 2], levels: 3, seed: seed)
    let test = try KruskalWallisTest(counts, null: .exact)
    let people = counts.valueTotals.enumerated().flatMap {
      [Double](repeating: counts.values[$0.offset], count: $0.element)
    }
    var statistics: [Double] = []
    forEachLabelling([0, 0, 0, 1, 1, 2, 2]) { labels in
      let groups = (0..<3).map { group in zip(labels, people).filter { $0.0 == group }.map(\.1) }
      statistics.append((try? KruskalWallisTest(ValueCounts(groups: groups), null: .asymptotic).statistic) ?? -1)
    }
    let extreme = statistics.count { $0 >= test.statistic - 1e-9 }
    #expect(agrees(test.pValue.value, Double(extreme) / Double(statistics.count), relative: 1e-12))
    let largest = statistics.max() ?? 0
    let most = statistics.count { $0 >= largest - 1e-9 }
    #expect(agrees(test.pValue.smallestAttainable, Double(most) / Double(statistics.count), relative: 1e-12))
  }

  @Test("With two groups the exact p is Mann–Whitney's", arguments: [UInt64(5), 6])
  func twoGroups(seed: UInt64) throws {
    let counts = randomCounts([5, 6], levels: 5, seed: seed)
    let kruskal = try KruskalWallisTest(counts, null: .exact).pValue
    let mann = try MannWhitneyTest(counts, null: .exact).pValue
    #expect(agrees(kruskal.value, mann.value, relative: 1e-11))
    #expect(agrees(kruskal.smallestAttainable, mann.smallestAttainable, relative: 1e-11))
  }

  @Test("More than eight groups give no least p, and no p above 1")
  func manyGroups() throws {
    let counts = ValueCounts(groups: (0..<10).map { [Double($0), Double($0 % 3)] })
    let test = try KruskalWallisTest(counts, null: .asymptotic)
    #expect(test.pValue.value < 1 && test.pValue.smallestAttainable <= test.pValue.value)
  }

  @Test("What cannot be tested says why")
  func refusals() throws {
    let reference = try Reference("statistics/edge_all_tied")
    let tied = reference["inputs"]["groups"].list.map(\.doubles)
    #expect(reference["expected"]["kruskal_H"].string == "0/0 -> null" && reference["expected"]["p"].double.isNaN)
    #expect(throws: SampleFault.noVariation) { try KruskalWallisTest(ValueCounts(groups: tied)) }
    // What is said instead: "zero variance: not testable; difference 0; delta 0; A12 0.5".
    #expect(reference["expected"]["report"].string.contains("delta 0; A12 0.5"))
    #expect(try EffectSize.probabilityOfSuperiority(ValueCounts(groups: tied)).value == 0.5)
    #expect(try EffectSize.cliffsDelta(ValueCounts(groups: tied)).value == 0)
    #expect(try EffectSize.hodgesLehmann(ValueCounts(groups: tied)).value == 0)
    #expect(throws: SampleFault.noVariation) { try EffectSize.epsilonSquared(ValueCounts(groups: tied)) }
    #expect(throws: SampleFault.emptyGroup(2)) { try KruskalWallisTest(ValueCounts(groups: [[1], [2], []])) }
  }
}
