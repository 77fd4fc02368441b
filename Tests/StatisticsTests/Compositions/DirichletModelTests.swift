import Testing

@testable import Statistics

@Suite("Dirichlet maximum likelihood") struct DirichletModelTests {
  @Test("Two groups of the 48 together and apart, as DirichletReg fits them")
  func reference() throws {
    let expected = try Reference("composite/dirichlet-allocation/out_dirichlet")
    let survey = try ReferenceAllocations.fortyEight()
    func members(_ names: Set<String>) throws -> [Composition] {
      try zip(survey.compositions, survey.groups).filter { names.contains($0.1) }.map {
        try $0.0.replacingZeros(with: 0.025)
      }
    }
    let both = try DirichletModel(try members(["A", "B"]))
    for (part, name) in (1...11).map({ $0 < 10 ? "F0\($0)" : "F\($0)" }).enumerated() {
      #expect(agrees(both.parameters[part], expected["alpha"][name].double, relative: 0, absolute: 1e-5))
      #expect(agrees(both.mean[part], expected["mean"][name].double, relative: 0, absolute: 1e-6))
    }
    #expect(agrees(both.precision, expected["phi"].double, relative: 0, absolute: 1e-4))
    #expect(agrees(both.logLikelihood, expected["loglik0"].double, relative: 0, absolute: 1e-7))
    let apart =
      try DirichletModel(try members(["A"])).logLikelihood + DirichletModel(try members(["B"])).logLikelihood
    #expect(agrees(apart, expected["loglik1"].double, relative: 0, absolute: 1e-7))
  }

  @Test("The likelihood is flat at its top: any step goes down")
  func maximum() throws {
    let compositions = try [[1, 2, 3], [3, 2, 1], [2, 2, 2], [5, 1, 1]].map { try Composition(closing: $0) }
    let model = try DirichletModel(compositions)
    // The order of compositions does not matter, and doubling them doubles the likelihood alone.
    let doubled = try DirichletModel(compositions.reversed() + compositions)
    #expect(zip(doubled.parameters, model.parameters).allSatisfy { agrees($0, $1, relative: 1e-9) })
    #expect(agrees(doubled.logLikelihood, 2 * model.logLikelihood))
  }

  @Test("What has no fit is refused")
  func refusals() throws {
    let even = try Composition.equal(3)
    #expect(throws: DirichletModel.Fault.tooFewCompositions) { try DirichletModel([even]) }
    #expect(throws: DirichletModel.Fault.noVariation) { try DirichletModel([even, even]) }
    let zero = try Composition(closing: [1, 0, 2])
    #expect(throws: DirichletModel.Fault.zeroPart(composition: 1, part: 1)) { try DirichletModel([even, zero]) }
  }
}
