import Testing

@testable import Statistics

@Suite struct SidednessTests {
  @Test("Every test names itself, its sides and its null in one sentence of its own kind")
  func facts() {
    let names = LawfulTest.all.map { $0.type.name }
    #expect(Set(names).count == names.count)
    for lawful in LawfulTest.all {
      let test = lawful.type
      #expect(!test.name.isEmpty)
      #expect(test.nullHypothesis.hasSuffix(".") && test.nullHypothesis.count { $0 == "." } == 1, "\(test.name)")
      #expect(test.nullHypothesis.first?.isUppercase == true)
    }
    #expect(
      Sidedness.allCases.map(\.rawValue).sorted() == [
        "distance_from_expectation", "likelihood_ordered", "twice_smaller_tail", "upper_tail",
      ])
  }

  /// By hand: 1 1 1 1 2 3 3 have doubled midranks 5, 10 and 13, so the sum of two is 10, 15, 18, 23 or 26 in 6, 4, 8, 2 and
  /// 1 of 21 ways about 16. For 10 the distance counts 9, twice the smaller tail 12, and the likelihood 13 of them.
  @Test("With ties and unequal groups the distance from the expectation decides")
  func conventions() throws {
    let test = try MannWhitneyTest(ValueCounts(groups: [[1, 1], [1, 1, 2, 3, 3]]), null: .exact)
    #expect(test.sidedness == .distanceFromExpectation)
    #expect(agrees(test.pValue.value, 9.0 / 21))
  }

  /// By hand: with margins 3, 6 and 4, 5 the first cell is 0, 1, 2 or 3 in 10, 40, 30 and 4 of 84 ways.
  @Test("Fisher's test counts what is no more probable")
  func likelihood() throws {
    let test = try FisherTest([[0, 3], [4, 2]])
    #expect(test.sidedness == .likelihoodOrdered)
    #expect(agrees(test.pValue.value, 14.0 / 84))
  }

  @Test("Whole clusters have two sides with two groups and one with three")
  func clusters() throws {
    func test(_ groups: Int) throws -> WholeClusterPermutationTest {
      try WholeClusterPermutationTest(
        clusters: (0..<(2 * groups)).map { .init(group: $0 % groups, values: [Double($0 * $0)]) }, groupCount: groups)
    }
    #expect(try test(2).sidedness == .distanceFromExpectation)
    #expect(try test(3).sidedness == .upperTail)
  }
}
