import Testing

@testable import Statistics

@Suite struct QuadeTestTests {
  @Test("Shops (Conover) and tied blocks agree with quade.test of R 4.2.2", arguments: ["shops", "tied"])
  func reference(_ name: String) throws {
    let expected = try Reference("statistics/group_spread")["cases"]["quade"][name]
    let test = try QuadeTest(expected["blocks"].list.map(\.doubles))
    #expect(agrees(test.statistic, expected["F"].double))
    #expect([test.degreesOfFreedom, test.denominatorDegreesOfFreedom] == expected["df"].doubles)
    #expect(agrees(test.pValue.value, expected["p"].double))
  }

  @Test("Rounding first base: ranges that differ in the last bit are tied, or not, as in quade.test of R 4.2.2")
  func rounding() throws {
    let reference = try Reference("statistics/friedman_hollander_rounding")
    let blocks = reference["inputs"]["matrix_rows_are_blocks"].list.map(\.doubles)
    let test = try QuadeTest(blocks)
    let exact = try Reference("statistics/group_spread")["cases"]["quade"]["rounding"]
    #expect(agrees(test.statistic, exact["F"].double) && agrees(test.pValue.value, exact["p"].double))
    let noisy = try QuadeTest(blocks, tolerance: 0)
    #expect(agrees(noisy.statistic, reference["expected"]["quade_F"].double, relative: 1e-7))
    #expect(agrees(noisy.pValue.value, reference["expected"]["quade_p"].double, relative: 1e-7))
  }

  @Test("The order of people and of columns does not matter; one order for all leaves nothing to test against")
  func laws() throws {
    let blocks: [[Double]] = [[1, 3, 2], [2, 2, 5], [4, 1, 3], [.nan, 1, 2]]
    let test = try QuadeTest(blocks)
    #expect(agrees(try QuadeTest(blocks.reversed().map { $0.reversed() }).statistic, test.statistic))
    #expect(test.incompleteBlocks == 1)
    #expect(throws: SampleFault.noVariation) { try QuadeTest([[1, 2, 3], [2, 3, 4]]) }
    #expect(throws: SampleFault.noVariation) { try QuadeTest([[1, 1], [2, 2]]) }
    #expect(throws: SampleFault.tooFewValues(group: 0, needed: 2)) { try QuadeTest([[1, 2]]) }
  }
}
