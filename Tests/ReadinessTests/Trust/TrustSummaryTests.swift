import Testing

@testable import Readiness

@Suite struct TrustSummaryTests {
  @Test("A run says what the commands of their own say: the same alphas, fits, ICC and marks")
  func sameAsTheStudies() throws {
    let codes = RespondingTests.people(64, seed: 61)
    let responses = RespondingTests.responses(codes)
    let trust = try #require(try Assessment(responses, plan: TrustCohort.plan, threads: 1).trust)
    // Everybody finds the last barrier easy, so that its four items do not vary.
    let study = try ReliabilityStudy(responses, plan: TrustCohort.plan, threads: 1)
    #expect(trust.reliability == study.reliability && trust.items == study.verdict.items && trust.items == 20)
    #expect(trust.fitting == study.verdict.fitting)
    let overall = study.agreement.first { $0.organization == nil && $0.measure == "overall" }
    #expect(trust.correlation == overall?.between?.correlation && trust.correlation != nil)
    let quality = try QualityStudy(responses, plan: TrustCohort.plan, threads: 1)
    #expect(trust.marks == quality.rows.filter { $0.respondentType == nil } && !trust.marks.isEmpty)
  }

  @Test("Fewer people than may be shown leave nothing but reasons; a survey without barriers has none of it")
  func few() throws {
    let trust = try #require(
      try Assessment(
        RespondingTests.responses(RespondingTests.people(4, seed: 62)), plan: TrustCohort.plan, threads: 1
      ).trust)
    #expect(trust.reliability.allSatisfy { $0.alpha == nil } && trust.correlation == nil && trust.items == 0)
    #expect(trust.marks.allSatisfy { $0.judged == nil && $0.marked == nil })
  }
}
