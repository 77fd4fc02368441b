import Testing

@testable import Statistics

@Suite struct StuartMaxwellTestTests {
  /// Stuart (1955), grade of unaided distance vision of 7,477 women, right and left eye: χ² = 11.957 on 3 degrees of freedom.
  static let vision = PairedCounts(
    values: [1, 2, 3, 4],
    counts: [1520, 266, 124, 66, 234, 1512, 432, 78, 117, 362, 1772, 205, 36, 82, 179, 492])

  @Test func vision() throws {
    let test = try StuartMaxwellTest(Self.vision, null: .asymptotic)
    #expect(agrees(test.statistic, 11.957, relative: 5e-5))
    #expect(test.degreesOfFreedom == 3)
    #expect(agrees(test.pValue.value, 0.0075, absolute: 5e-5))
    #expect(test.unchanged == 5296 && test.marginChanges.reduce(0, +) == 0)
  }

  /// Full enumeration of directions in exact rationals.
  @Test func enumeration() throws {
    let reference = try Reference("statistics/repeated_and_tables")["stuart_maxwell"][0]
    let counts = PairedCounts(values: [1, 2, 3], counts: reference["table"].list.flatMap(\.ints))
    let test = try StuartMaxwellTest(counts)
    #expect(test.pValue.method == .exact)
    #expect(agrees(test.statistic, reference["statistic"].double))
    #expect(agrees(test.pValue.value, reference["p"].double))
    #expect(agrees(test.pValue.smallestAttainable, reference["smallest"].double))
    let drawn = try StuartMaxwellTest(counts, null: .permutation(count: 1_999, seed: 4)).pValue
    let interval = try #require(drawn.interval)
    #expect(interval.lower <= test.pValue.value && test.pValue.value <= interval.upper)
  }

  /// With two values it is McNemar's χ².
  @Test func twoValuesAreMcNemar() throws {
    let counts = PairedCounts(values: [0, 1], counts: [9, 7, 2, 4])
    let (test, mcNemar) = (try StuartMaxwellTest(counts), try McNemarTest(counts, yesFrom: 1))
    #expect(agrees(test.statistic, mcNemar.statistic) && agrees(test.pValue.value, mcNemar.pValue.value))
  }

  /// A value that nobody entered or left, and two pairs of values that exchange nobody, cost a degree of freedom each.
  @Test func separateGroupsOfValues() throws {
    let counts = PairedCounts(
      values: [1, 2, 3, 4, 5],
      counts: [4, 3, 0, 0, 0, 1, 5, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 3, 6, 0, 0, 0, 1, 2])
    let test = try StuartMaxwellTest(counts)
    #expect(test.degreesOfFreedom == 2)
    #expect(agrees(test.statistic, 4.0 / 4 + 25.0 / 7))
  }

  @Test func refusals() {
    #expect(throws: SampleFault.noVariation) {
      try StuartMaxwellTest(PairedCounts(values: [1, 2], counts: [4, 0, 0, 3]))
    }
  }
}
