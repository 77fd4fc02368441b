import Testing

@testable import Statistics

@Suite("The α-transformation") struct AlphaTransformationTests {
  @Test("Means by every method as in the reference table (R packages, by formula)")
  func means() throws {
    let table = try cells("composite/budget-allocation/out_means_by_method.csv")
    let survey = try ReferenceAllocations.fortyEight().compositions
    func column(_ name: String) -> [Double] {
      let place = table[0].firstIndex(of: name) ?? 0
      return table.dropFirst().compactMap { Double($0[place]) }
    }
    func expectSame(_ got: Composition, _ name: String) {
      #expect(ReferenceAllocations.largestDifference([got.parts], [column(name)]) < 1e-12, "\(name)")
    }
    expectSame(try Composition.mean(of: survey), "arithmetic")
    for alpha in [0.25, 0.5, 0.75] {
      expectSame(try Composition.frechetMean(of: survey, alpha: alpha), "frechet_\(alpha)")
    }
    expectSame(try Composition.frechetMean(of: survey, alpha: 1), "frechet_1")
    expectSame(try Composition.geometricMean(of: survey.map { try $0.replacingZeros(with: 0.0065) }), "gm_mr1")
    expectSame(try Composition.geometricMean(of: survey.map { try $0.replacingZeros(with: 0.025) }), "gm_mr2")
  }

  @Test("There and back, zeros included", arguments: [0.1, 0.5, 1])
  func inverse(alpha: Double) throws {
    for points in [[10, 0, 25, 65], [25, 25, 25, 25], [0, 0, 0, 100]] as [[Double]] {
      let composition = try Composition(closing: points)
      let back = try Composition(alphaTransformed: composition.alphaTransformed(alpha), alpha: alpha)
      #expect(zip(back.parts, composition.parts).allSatisfy { abs($0 - $1) < 1e-9 })
    }
  }

  @Test("Near α = 0 the coordinates are the isometric log-ratios; equal parts are the origin")
  func limit() throws {
    let composition = try Composition(closing: [10, 5, 25, 60])
    let near = composition.alphaTransformed(1e-7)
    #expect(zip(near, try composition.isometricLogRatios()).allSatisfy { abs($0 - $1) < 1e-6 })
    #expect(try Composition.equal(5).alphaTransformed(0.5).allSatisfy { abs($0) < 1e-14 })
  }

  @Test("Distances at α = 1 are those of the parts, times their number")
  func distances() throws {
    let (a, b) = (try Composition(closing: [1, 0, 3, 6]), try Composition(closing: [4, 4, 1, 1]))
    let got = SpatialMedian.distance(a.alphaTransformed(1), b.alphaTransformed(1))
    #expect(agrees(got, 4 * SpatialMedian.distance(a.parts, b.parts)))
  }

  @Test("Coordinates of no composition are refused")
  func refusals() {
    #expect(throws: CompositionFault.outsideSimplex) { try Composition(alphaTransformed: [9, 9, 9], alpha: 1) }
    #expect(throws: CompositionFault.noParts) { try Composition.mean(of: []) }
  }
}
