import Testing

@testable import Statistics

@Suite struct StructureAssessmentTests {
  @Test("The survey's items have one factor, told by ranks at 160 people")
  func survey() throws {
    let assessment = StructureAssessment(ItemCodes(try surveyCodes(), range: 1...5), draws: 20)
    guard case .assessed(let structure) = assessment else {
      Issue.record("\(assessment)")
      return
    }
    #expect(structure.correlations.kind == .spearman && structure.parallel.factorCount == 1)
    #expect(structure.oneFactor.estimator == .minimumResiduals && structure.firstShare > 0.4)
    #expect(agrees(structure.correlations.eigenvalues[0], structure.parallel.eigenvalues[0]))
  }

  @Test("From 200 people on correlations are polychoric, above those of the codes")
  func polychoric() throws {
    let codes = Array(try surveyCodes().prefix(4)).map { $0 + $0 }
    let items = ItemCodes(codes, range: 1...5)
    guard case .assessed(let structure) = StructureAssessment(items, draws: 2) else {
      Issue.record("not assessed")
      return
    }
    let plain = try CorrelationMatrix(items, kind: .pearson)
    #expect(structure.correlations.kind == .polychoric && structure.correlations[0, 1] > plain[0, 1])
  }

  @Test("Fewer than five people an item, and answers that do not vary, are told as such")
  func refusals() throws {
    let few = ItemCodes(try surveyCodes().map { Array($0.prefix(54)) }, range: 1...5)
    #expect(StructureAssessment(few) == .tooFewPeople(found: 54, needed: 55))
    let constant = ItemCodes(Array(try surveyCodes().prefix(3)) + [[UInt8](repeating: 2, count: 160)], range: 1...5)
    #expect(StructureAssessment(constant) == .notAssessable(.noVariation(item: 3)))
    let twins = Array(try surveyCodes().prefix(3))
    guard case .assessed(let smoothed) = StructureAssessment(ItemCodes(twins + [twins[0]], range: 1...5), draws: 2)
    else {
      Issue.record("items that are alike are smoothed apart")
      return
    }
    #expect(smoothed.correlations.isSmoothed && smoothed.adequacy.kmo < 1)
  }
}
