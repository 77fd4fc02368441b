import Testing

@testable import Readiness

@Suite struct StructureTableTests {
  private func study(_ codes: [[Int]]) throws -> ReliabilityStudy {
    try ReliabilityStudy(TrustCohort.responses(codes), plan: TrustCohort.plan, threads: 1)
  }

  @Test("Answers that were made by the key show it: every item with its own, three factors in all, one in each")
  func keyed() throws {
    let found = try study(TrustCohort.codes(150, own: 1, noise: 0.7, seed: 21))
    #expect(found.verdict.conclusion == .holds)
    #expect(found.verdict.fitting == 12 && found.verdict.items == 12)
    #expect(found.verdict.single == 3 && found.verdict.dimensions == 3)
    let all = try #require(found.structure.first { $0.scope == .items })
    #expect(all.structure?.parallel.factorCount == 3 && all.expectedFactors == 3 && all.isAsExpected == true)
    #expect(all.structure?.correlations.kind == .spearman && all.people == 150 && all.needed == 60)
  }

  @Test("Answers with one thing in mind for all do not show it, though each barrier hangs together")
  func general() throws {
    let studies = try (25...28).map { try study(TrustCohort.codes(150, own: 0, noise: 0.7, seed: $0)) }
    // By chance an item is closest to one dimension of three, and its own has one item less to be close to.
    #expect(studies.reduce(0) { $0 + $1.verdict.fitting } < 24 && studies.allSatisfy { $0.verdict.items == 12 })
    #expect(studies.contains { $0.verdict.conclusion == .notShown })
    let found = studies[0]
    let all = try #require(found.structure.first { $0.scope == .items }?.structure)
    #expect(all.parallel.factorCount == 1)
    let scores = try #require(found.structure.first { $0.scope == .dimensions }?.structure)
    #expect(scores.parallel.factorCount == 1 && scores.firstShare > 0.7)
  }

  @Test("A mixed-up key is not shown")
  func mixed() throws {
    let codes = TrustCohort.codes(150, own: 1, noise: 0.7, seed: 21).map { row in
      // The first item of each dimension changes places with its neighbour's, and so on: each dimension holds parts of all.
      [0, 5, 10, 3, 4, 9, 2, 7, 8, 1, 6, 11].map { row[$0] }
    }
    #expect(try study(codes).verdict.conclusion == .notShown)
  }

  @Test("Structure is not assessable below five people for each item, and the sentence says how many it takes")
  func few() throws {
    let codes = TrustCohort.codes(59, own: 1, seed: 23)
    let found = try study(codes)
    let all = try #require(found.structure.first { $0.scope == .items })
    #expect(all.status == .tooFewPeople && all.structure == nil && all.people == nil)
    #expect(
      all.note.english
        == "Structure not assessable: fewer than 60 people, five for each of 12, answered all of them.")
    #expect(found.structure.first { $0.scope == .dimension("d01") }?.status == .ok)
    let short = try study(Array(codes[..<19]))
    #expect(short.verdict.conclusion == .notAssessable && short.verdict.dimensions == 0)
    #expect(short.structure.allSatisfy { $0.structure == nil || $0.scope == .dimensions })
  }

  @Test("The verdict's limits: four of five items and no barrier that falls apart, half, fewer")
  func limits() {
    func item(_ isOwn: Bool) -> ReliabilityItemRow {
      ReliabilityItemRow(
        measure: "d01", part: "d01q1", restCorrelation: 0.5, alphaWithout: 0.5,
        fit: .init(dimension: "d02", correlation: 0.4, isOwn: isOwn), status: .ok)
    }
    func verdict(_ own: Int, of all: Int) -> KeyVerdict.Conclusion {
      KeyVerdict(items: (0..<all).map { item($0 < own) }, structure: []).conclusion
    }
    #expect(verdict(8, of: 10) == .holds && verdict(7, of: 10) == .holdsInPart)
    #expect(verdict(5, of: 10) == .holdsInPart && verdict(4, of: 10) == .notShown)
    #expect(verdict(0, of: 0) == .notAssessable)
  }

  @Test("More people than are looked at give the same on any number of threads")
  func threads() throws {
    // Of so many people no more than the limit are looked at, whichever thread looks.
    let answers = try #require(
      ScaleAnswers(
        TrustCohort.responses(TrustCohort.codes(30, own: 0.5, seed: 24)), items: [0, 1, 2],
        layout: TrustCohort.responses(TrustCohort.codes(30, own: 0.5, seed: 24)).scored(by: TrustCohort.plan).layout,
        threads: 1))
    #expect(answers.codes(most: 10).count == 10 && answers.codes(most: 10) == answers.codes(most: 10))
    let responses = TrustCohort.responses(TrustCohort.codes(130, own: 0.5, seed: 24))
    let one = try ReliabilityStudy(responses, plan: TrustCohort.plan, threads: 1)
    let four = try ReliabilityStudy(responses, plan: TrustCohort.plan, threads: 4)
    #expect(one.structure == four.structure && one.reliability == four.reliability && one.items == four.items)
  }
}
