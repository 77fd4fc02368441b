import Testing

@testable import Statistics

@Suite("Multivariate dispersion") struct DispersionTestTests {
  @Test("Hellinger coordinates of 160 allocations by type, as vegan's betadisper with spatial medians")
  func hellinger() throws {
    let expected = try Reference("statistics/permanova_budget_hellinger")["expected"]
    let survey = try ReferenceAllocations.survey160()
    let rows = survey.compositions.map { $0.parts.map { $0.squareRoot() } }
    let test = try DispersionTest(rows, groups: survey.types, groupCount: 5)
    // vegan's medians are good to about 3e-5 in F.
    #expect(agrees(test.statistic, expected["betadisper_median_F"].double, relative: 1e-4))
    #expect(agrees(test.pValue.value, expected["betadisper_median_p_param"].double, relative: 1e-3))
    #expect(test.numeratorDegreesOfFreedom == 4 && test.denominatorDegreesOfFreedom == 155)
  }

  @Test("The spatial median of three points is Fermat's; of points on a line, the middle one")
  func medians() {
    // An equilateral triangle: its centre.
    let centre = SpatialMedian.point(of: [[0, 0], [1, 0], [0.5, 0.75.squareRoot()]])
    #expect(abs(centre[0] - 0.5) < 1e-9 && abs(centre[1] - 0.75.squareRoot() / 3) < 1e-9)
    #expect(SpatialMedian.point(of: [[0.0], [1], [10]]).allSatisfy { abs($0 - 1) < 1e-6 })
    // An angle above 120°: the middle point itself.
    let corner = SpatialMedian.point(of: [[-10, 0], [0, 1], [10, 0]])
    #expect(abs(corner[0]) < 1e-6 && abs(corner[1] - 1) < 1e-6)
    #expect(SpatialMedian.point(of: [[3, 4], [3, 4]]) == [3, 4])
  }

  @Test("Shifting a group changes nothing; permuted and by F the p is near")
  func laws() throws {
    var stream = RandomStream(seed: 2)
    let rows = (0..<60).map { row in
      [stream.normal() * (row < 30 ? 1 : 1.5), stream.normal() * (row < 30 ? 1 : 1.5)]
    }
    let groups = (0..<60).map { $0 < 30 ? 0 : 1 }
    let test = try DispersionTest(rows, groups: groups, groupCount: 2)
    let moved = zip(rows, groups).map { row, group in row.map { $0 + 9 * Double(group) } }
    #expect(agrees(try DispersionTest(moved, groups: groups, groupCount: 2).statistic, test.statistic, relative: 1e-8))
    let drawn = try DispersionTest(rows, groups: groups, groupCount: 2, null: .permutation(count: 4_999, seed: 1))
    #expect(abs(drawn.pValue.value - test.pValue.value) < 0.03)
  }

  @Test("What cannot be compared is refused")
  func refusals() {
    #expect(throws: SampleFault.tooFewValues(group: 0, needed: 2)) {
      try DispersionTest([[1], [2], [3]], groups: [0, 1, 1], groupCount: 2)
    }
    #expect(throws: SampleFault.noVariation) {
      try DispersionTest([[1], [2], [3], [4]], groups: [0, 0, 1, 1], groupCount: 2)
    }
  }
}
