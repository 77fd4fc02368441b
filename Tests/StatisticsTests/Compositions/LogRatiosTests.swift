import Testing

@testable import Statistics

@Suite("Log-ratios of compositions") struct LogRatiosTests {
  @Test("Zeros replaced as zCompositions does, at two deltas", arguments: [("dl01_f65", 0.0065), ("dl05_f50", 0.025)])
  func replacement(file: String, delta: Double) throws {
    let expected = try ReferenceAllocations.numbers("out_multRepl_\(file).csv")
    let got = try ReferenceAllocations.fortyEight().compositions.map { try $0.replacingZeros(with: delta).parts }
    #expect(ReferenceAllocations.largestDifference(got, expected) < 1e-12)
  }

  @Test("Centred and isometric log-ratios as the R package compositions gives them")
  func ratios() throws {
    let filled = try ReferenceAllocations.fortyEight().compositions.map { try $0.replacingZeros(with: 0.025) }
    let centered = try ReferenceAllocations.numbers("out_clr_mr2.csv")
    #expect(
      ReferenceAllocations.largestDifference(try filled.map { try $0.centeredLogRatios() }, centered) < 1e-12)
    // Its basis is minus ours.
    let isometric = try ReferenceAllocations.numbers("out_ilr_mr2_compositions_basis.csv").map { $0.map { -$0 } }
    #expect(
      ReferenceAllocations.largestDifference(try filled.map { try $0.isometricLogRatios() }, isometric) < 1e-12)
  }

  @Test(
    "The survey of 160: replacement, ratios, distance, centre and total variance (formula, checked with scikit-bio)")
  func survey160() throws {
    let expected = try Reference("statistics/composition_clr_zero_replacement")
    let survey = try ReferenceAllocations.survey160().compositions
    #expect(survey.reduce(0) { $0 + ($1.parts.count - $1.partsUsed) } == expected["expected"]["n_zero"].int)
    let filled = try survey.map { try $0.replacingZeros(with: expected["inputs"]["delta"].double) }
    let first = expected["expected"]
    for part in 0..<11 {
      #expect(agrees(filled[0].parts[part], first["row1_replaced"][part].double))
      #expect(agrees(try filled[0].centeredLogRatios()[part], first["row1_clr"][part].double))
      #expect(agrees(try Composition.geometricMean(of: filled).parts[part], first["center"][part].double))
    }
    #expect(agrees(try filled[0].aitchisonDistance(to: filled[1]), first["aitchison_d_1_2"].double))
    #expect(agrees(try Composition.totalVariance(of: filled), first["total_variance"].double))
  }

  @Test("Every road back leads to the composition")
  func inverses() throws {
    let composition = try Composition(closing: [10, 20, 5, 40, 25])
    let roads = [
      try Composition(centeredLogRatios: composition.centeredLogRatios()),
      try Composition(isometricLogRatios: composition.isometricLogRatios()),
      try Composition(additiveLogRatios: composition.additiveLogRatios(reference: 2), reference: 2),
      try Composition(additiveLogRatios: composition.additiveLogRatios(reference: 4), reference: 4),
    ]
    for road in roads { #expect(zip(road.parts, composition.parts).allSatisfy { abs($0 - $1) < 1e-14 }) }
  }

  @Test("Isometric log-ratios keep Aitchison's distance")
  func isometry() throws {
    let (a, b) = (try Composition(closing: [1, 2, 3, 4]), try Composition(closing: [4, 1, 1, 2]))
    let distance = SpatialMedian.distance(try a.isometricLogRatios(), try b.isometricLogRatios())
    #expect(agrees(distance, try a.aitchisonDistance(to: b)))
  }

  @Test("A logarithm of zero is refused with its place")
  func refusals() throws {
    let zero = try Composition(closing: [1, 0, 2])
    #expect(throws: CompositionFault.zeroPart(1)) { try zero.centeredLogRatios() }
    #expect(throws: CompositionFault.zeroPart(1)) { try zero.additiveLogRatios(reference: 0) }
    #expect(throws: CompositionFault.outsideSimplex) { try zero.replacingZeros(with: 1) }
    #expect(throws: CompositionFault.outsideSimplex) { try zero.replacingZeros(with: 0) }
    #expect(throws: CompositionFault.zeroPart(1)) { try Composition.geometricMean(of: [zero]) }
    #expect(throws: CompositionFault.noParts) { try Composition.geometricMean(of: []) }
  }
}
