import Testing

@testable import Statistics

@Suite("What is said of a composition") struct CompositionMeasuresTests {
  @Test("Aitchison distances of the first twelve, and their total variance, as R gives them")
  func aitchison() throws {
    let survey = try ReferenceAllocations.fortyEight().compositions.map { try $0.replacingZeros(with: 0.025) }
    let expected = try ReferenceAllocations.numbers("out_aitchison_distance_mr2_first12.csv")
    let got = try survey.prefix(12).map { a in try survey.prefix(12).map { try a.aitchisonDistance(to: $0) } }
    #expect(ReferenceAllocations.largestDifference(got, expected) < 1e-12)
    let summary = try Reference("composite/budget-allocation/out_summary_mr2")
    let total = try Composition.totalVariance(of: survey)
    #expect(agrees(total, summary["totvar"].double))
    #expect(agrees((total / 10).squareRoot(), summary["msd"].double))
  }

  @Test("Effective number, concentration and parts used, by hand")
  func spread() throws {
    let even = try Composition(closing: [25, 25, 25, 25, 0])
    #expect(agrees(even.effectiveNumber, 4))
    #expect(even.concentration == 0.25)
    #expect(even.partsUsed == 4)
    let one = try Composition(closing: [0, 100])
    #expect(one.effectiveNumber == 1 && one.concentration == 1 && one.partsUsed == 1)
    // e^{−(½ ln ½ + ¼ ln ¼ + ¼ ln ¼)} = 2^{3/2}.
    #expect(agrees(try Composition(closing: [2, 1, 1]).effectiveNumber, 8.0.squareRoot()))
  }

  @Test("Points that would have to move, by hand, and the same from both sides")
  func moves() throws {
    let (a, b) = (try Composition(closing: [50, 30, 20]), try Composition(closing: [20, 30, 50]))
    #expect(agrees(a.shareToMove(to: b), 0.3))
    #expect(a.shareToMove(to: b) == b.shareToMove(to: a))
    let (all, none) = (try Composition(closing: [1, 0]), try Composition(closing: [0, 1]))
    #expect(all.shareToMove(to: none) == 1)
    #expect(agrees(all.hellingerDistance(to: none), 1))
    #expect(a.hellingerDistance(to: a) == 0)
  }

  @Test("Variance of one composition is refused")
  func refusals() throws {
    #expect(throws: CompositionFault.noParts) { try Composition.totalVariance(of: [.equal(3)]) }
  }

  @Test("Points to move as distances: sums of squares of 160 allocations by type as vegan's on Bray–Curtis")
  func brayCurtis() throws {
    let expected = try Reference("statistics/permanova_budget_bray")["expected"]
    let survey = try ReferenceAllocations.survey160()
    var (whole, within) = (0.0, [Double](repeating: 0, count: 5))
    for (row, first) in survey.compositions.enumerated() {
      for other in 0..<row {
        let distance = first.shareToMove(to: survey.compositions[other])
        let square = distance * distance
        whole += square
        if survey.types[row] == survey.types[other] { within[survey.types[row]] += square }
      }
    }
    let total = whole / Double(survey.types.count)
    let residual = within.indices.reduce(0) { sum, type in
      sum + within[type] / Double(survey.types.count { $0 == type })
    }
    #expect(agrees(total, expected["SS_total"].double, relative: 1e-8))
    #expect(agrees(residual, expected["SS_resid"].double, relative: 1e-8))
    #expect(agrees((total - residual) / 4 / (residual / 155), expected["F"].double, relative: 1e-8))
  }
}
