import Testing

@testable import Statistics

@Suite struct FriedmanTestTests {
  @Test("Rounding first base agrees with R 4.2.2 and PMCMRplus 1.9.10 (Hollander & Wolfe, p. 140)")
  func rounding() throws {
    let reference = try Reference("statistics/friedman_hollander_rounding")
    let expected = reference["expected"]
    let test = try FriedmanTest(reference["inputs"]["matrix_rows_are_blocks"].list.map(\.doubles), null: .asymptotic)
    #expect(agrees(test.statistic, expected["chi2"].double))
    #expect(test.degreesOfFreedom == expected["df"].double)
    #expect(agrees(test.pValue.value, expected["p"].double))
    #expect(agrees(test.kendallW, expected["kendall_W"].double))
    #expect(agrees(test.kendallW, expected["kendall_W_irr"].double))
    #expect(agrees(test.imanDavenport?.f, expected["iman_davenport_F"].double))
    #expect(agrees(test.imanDavenport?.p, expected["iman_davenport_p"].double))
  }

  @Test("Full agreement of three people on three things: W = 1, exact p = 6/216, no F")
  func agreement() throws {
    let test = try FriedmanTest([[1, 2, 3], [2, 4, 9], [1, 5, 6]], null: .exact)
    #expect(agrees(test.kendallW, 1) && agrees(test.pValue.value, 6.0 / 216))
    #expect(agrees(test.pValue.smallestAttainable, 6.0 / 216))
    #expect(test.imanDavenport == nil)
  }

  @Test("What cannot be tested says why")
  func refusals() {
    #expect(throws: SampleFault.fewerThanTwoGroups) { try FriedmanTest([[1], [2]]) }
    #expect(throws: SampleFault.tooFewValues(group: 0, needed: 2)) { try FriedmanTest([[1, 2]]) }
    #expect(throws: SampleFault.noVariation) { try FriedmanTest([[1, 1], [2, 2]]) }
  }

  @Test func comparisons() throws {
    let reference = try Reference("statistics/friedman_hollander_rounding")
    let blocks = reference["inputs"]["matrix_rows_are_blocks"].list.map(\.doubles)
    let pairs = FriedmanComparisons(try FriedmanTest(blocks, null: .asymptotic)).pairs
    let names = ["RoundOut", "NarrowAngle", "WideAngle"]
    #expect(pairs.count == 3)
    for pair in pairs {
      let name = "\(names[pair.first]) vs \(names[pair.second])"
      #expect(agrees(pair.siegelHolm, reference["expected"]["siegel_p_holm"][name].double))
      #expect(agrees(pair.conoverHolm, reference["expected"]["conover_p_holm"][name].double))
      #expect(pair.siegel <= pair.siegelHolm)
      #expect(agrees(pair.nemenyi, reference["expected"]["nemenyi_p"][name].double, relative: 1e-7))
    }
  }

  /// Full enumeration of orders in exact rationals.
  @Test func enumeration() throws {
    for reference in try Reference("statistics/repeated_and_tables")["friedman"].list {
      let p = try FriedmanTest(reference["blocks"].list.map(\.doubles)).pValue
      #expect(p.method == .exact)
      #expect(agrees(p.value, reference["p"].double))
      #expect(agrees(p.smallestAttainable, reference["smallest"].double))
    }
  }

  @Test func incompleteAndUniformBlocksAreCounted() throws {
    let test = try FriedmanTest([[1, 2, 3], [2, 2, 2], [.nan, 1, 2], [3, 1, 2]])
    #expect(test.blockCount == 3 && test.incompleteBlocks == 1 && test.uniformBlocks == 1)
  }

  /// With two columns the χ² is the sign test's, and so is the exact p.
  @Test func twoColumnsAreTheSignTest() throws {
    let first = [4.0, 3, 5, 2, 4, 4, 5], second = [3.0, 3, 3, 5, 2, 3, 4]
    let test = try FriedmanTest(zip(first, second).map { [$0, $1] })
    let sign = try SignTest(rises: 1, falls: 5)
    #expect(agrees(test.pValue.value, sign.pValue.value))
  }

  @Test func fullAgreementHasNoF() throws {
    let test = try FriedmanTest([[1, 2, 3], [4, 5, 6], [1, 5, 9]])
    #expect(agrees(test.kendallW, 1) && test.imanDavenport == nil)
    #expect(agrees(test.pValue.value, 1.0 / 36) && test.pValue.value == test.pValue.smallestAttainable)
    #expect(FriedmanComparisons(test).pairs.allSatisfy { $0.conover == nil })
  }
}
