import Testing

@testable import Statistics

@Suite struct KrippendorffAlphaTests {
  private func canonical() throws -> (raters: [[Double]], expected: Reference) {
    let reference = try Reference("statistics/krippendorff_canonical")
    return (reference["inputs"]["raters_by_units"].list.map(\.doubles), reference["expected"])
  }

  @Test("Krippendorff's own data agree with irr 0.84.1 (published .743 .815 .849 .797)")
  func published() throws {
    let (raters, expected) = try canonical()
    for metric in KrippendorffAlpha.Metric.allCases {
      let alpha = try KrippendorffAlpha(raters: raters, metric: metric)
      #expect(agrees(alpha.value, expected["\(metric)"].double), "\(metric)")
      #expect(alpha.unitCount == 11 && alpha.singleUnits == 1 && alpha.answerCount == 40)
      #expect(agrees(alpha.commonestShare, 13.0 / 40))
    }
  }

  @Test("Who said what does not matter, nor does the order of units; a unit nobody shares adds nothing")
  func laws() throws {
    let (raters, _) = try canonical()
    let alpha = try KrippendorffAlpha(raters: raters, metric: .ordinal)
    let turned = raters.reversed().map { Array($0.reversed()) + [Double.nan] }
    #expect(agrees(try KrippendorffAlpha(raters: turned, metric: .ordinal).value, alpha.value))
    // Any strictly increasing change of the values leaves the ordinal one alone, a linear one the interval one.
    let squared = raters.map { $0.map { $0 * $0 } }
    let moved = raters.map { $0.map { 3 * $0 - 7 } }
    #expect(agrees(try KrippendorffAlpha(raters: squared, metric: .ordinal).value, alpha.value))
    #expect(
      agrees(
        try KrippendorffAlpha(raters: moved, metric: .interval).value,
        try KrippendorffAlpha(raters: raters, metric: .interval).value))
  }

  @Test("Two units by hand: full agreement has 1, full disagreement is below 0")
  func byHand() throws {
    #expect(try KrippendorffAlpha(units: [[2, 0], [0, 2]], scale: [0, 1], metric: .nominal).value == 1)
    // Observed 4, expected 2 × 2 × 2 ÷ 3.
    #expect(agrees(try KrippendorffAlpha(units: [[1, 1], [1, 1]], scale: [0, 1], metric: .nominal).value, -0.5))
  }

  @Test("A bootstrap over units holds the estimate, narrows with units and is the same for the same seed")
  func bootstrap() throws {
    let units = [[3, 0, 0], [0, 3, 0], [0, 1, 2], [2, 1, 0], [0, 0, 3], [1, 1, 1], [0, 2, 1], [3, 0, 0]]
    let few = try KrippendorffAlpha(units: units, scale: [1, 2, 3], metric: .ordinal)
    let many = try KrippendorffAlpha(
      units: (0..<16).flatMap { _ in units }, scale: [1, 2, 3], metric: .ordinal)
    let (one, other) = (try few.bootstrap(draws: 500, seed: 3), try many.bootstrap(draws: 500, seed: 3))
    let again = try few.bootstrap(draws: 500, seed: 3)
    #expect(agrees(one.estimate, few.value) && one == again)
    let (wide, narrow) = (one.interval(.percentile).interval, other.interval(.percentile).interval)
    #expect(wide.lower < few.value && few.value < wide.upper)
    // Sixteen times the units: a quarter of the width, within chance.
    let ratio = (narrow.upper - narrow.lower) / (wide.upper - wide.lower)
    #expect(ratio > 0.15 && ratio < 0.4)
  }

  @Test("One category only, and units nobody shares, have no alpha")
  func refusals() throws {
    #expect(throws: AgreementFault.noVariation) {
      try KrippendorffAlpha(units: [[3, 0], [2, 0]], scale: [1, 2], metric: .nominal)
    }
    #expect(throws: AgreementFault.tooFewUnits(found: 0, needed: 1)) {
      try KrippendorffAlpha(raters: [[1, .nan], [.nan, 2]], metric: .interval)
    }
    #expect(throws: AgreementFault.tooFewUnits(found: 2, needed: 8)) {
      try KrippendorffAlpha(units: [[1, 1], [2, 0]], scale: [1, 2], metric: .nominal).bootstrap()
    }
  }
}
