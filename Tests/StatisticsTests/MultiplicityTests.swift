import Testing

@testable import Statistics

@Suite struct MultiplicityTests {
  @Test("Holm's adjustment agrees with R 4.2.2 p.adjust (Benjamini & Hochberg's fifteen p-values)")
  func holm() throws {
    let reference = try Reference("statistics/p_adjust_BH1995")
    let adjusted = Multiplicity.holm(reference["inputs"]["p"].doubles)
    for (got, expected) in zip(adjusted, reference["expected"]["holm"].doubles) { #expect(agrees(got, expected)) }
  }

  @Test("Bonferroni, Šidák, Hochberg, Hommel, Benjamini–Hochberg and Benjamini–Yekutieli agree with R 4.2.2")
  func others() throws {
    let reference = try Reference("statistics/p_adjust_BH1995")
    let p = reference["inputs"]["p"].doubles
    for (adjust, key) in [
      (Multiplicity.bonferroni, "bonferroni"), (Multiplicity.sidak, "sidak"), (Multiplicity.hochberg, "hochberg"),
      (Multiplicity.hommel, "hommel"), (Multiplicity.benjaminiHochberg, "BH"), (Multiplicity.benjaminiYekutieli, "BY"),
    ] {
      for (got, expected) in zip(adjust(p), reference["expected"][key].doubles) { #expect(agrees(got, expected)) }
      #expect(adjust(p.reversed()) == adjust(p).reversed())
      #expect(adjust([]).isEmpty && adjust([0.2]) == [0.2])
    }
    #expect(zip(Multiplicity.hommel(p), Multiplicity.holm(p)).allSatisfy { $0 <= $1 + 1e-15 })
  }

  @Test("The order of the family does not matter")
  func order() {
    let p = [0.04, 0.001, 0.2, 0.001, 0.03]
    #expect(Multiplicity.holm(p.reversed()) == Multiplicity.holm(p).reversed())
    #expect(Multiplicity.holm([]) == [])
    #expect(Multiplicity.holm([0.3]) == [0.3])
  }

  @Test("Eight respondents and eleven dimensions can never reach .05")
  func smallest() {
    let least = Multiplicity.smallestHolm([Double](repeating: 2.0 / 70, count: 11))
    #expect(agrees(least, 22.0 / 70, relative: 1e-12))
    #expect(Multiplicity.smallestHolm([]) == 1)
    // No outcome gives less: all tests at their least at once.
    #expect(Multiplicity.holm([0.01, 0.04, 0.5]).min() == Multiplicity.smallestHolm([0.01, 0.04, 0.5]))
  }
}
