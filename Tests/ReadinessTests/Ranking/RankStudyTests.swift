import Readiness
import Testing

@Suite struct RankStudyTests {
  private func responses() -> Responses {
    var stream = RandomStream(seed: 12)
    let people = [("Aber", 9, 0.2), ("Brecon", 12, 0.5), ("Conwy", 7, 0.55), ("Dyfi", 6, 0.9), ("Elan", 3, 0.5)].flatMap
    {
      organization, count, level in
      (0..<count).map { person in
        SampleCohort.Person(
          organization: organization, type: person % 2 == 0 ? "senior_commissioner" : "service_user",
          cells: SampleCohort.cells(level: level, missing: 0.05, stream: &stream))
      }
    }
    return SampleCohort.responses(people)
  }

  @Test("Ranks, sets, bands, intervals and reasons are those of the run")
  func agreesWithTheRun() throws {
    let responses = responses()
    let study = try RankStudy(responses, plan: SampleCohort.plan())
    let profiles = try Assessment(responses, plan: SampleCohort.plan()).profiles
    let ranked = profiles.filter { $0.rank != nil }
    #expect(study.ranks.count >= 3)
    #expect(study.ranks.map(\.organization) == ranked.map(\.organization))
    #expect(study.ranks.map(\.rank) == ranked.compactMap(\.rank))
    #expect(study.ranks.map(\.rankSet) == ranked.compactMap(\.rankSet))
    #expect(study.ranks.map(\.band) == ranked.compactMap(\.band))
    #expect(study.ranks.map(\.interval) == ranked.map(\.readiness.interval))
    #expect(study.ranks.map(\.score) == ranked.compactMap(\.readiness.value))
    #expect(study.pairs.count == ranked.count * (ranked.count - 1) / 2)
    #expect(
      study.notRanked.map(\.organization) == profiles.filter { $0.rank == nil }.map(\.organization))
  }

  @Test("A hidden organisation is in no row and no pair")
  func hidden() throws {
    let study = try RankStudy(responses(), plan: SampleCohort.plan())
    let hidden = Set(study.notRanked.map(\.organization))
    #expect(hidden.contains("Elan"))
    #expect(study.ranks.allSatisfy { !hidden.contains($0.organization) })
    #expect(study.pairs.allSatisfy { !hidden.contains($0.first) && !hidden.contains($0.second) })
    #expect(
      study.ranks.allSatisfy { row in
        [row.heldBelow, row.nearestTie].allSatisfy { $0.map { !hidden.contains($0.organization) } ?? true }
      })
  }

  @Test("The same on one thread and on four")
  func threads() throws {
    let responses = responses()
    #expect(
      try RankStudy(responses, plan: SampleCohort.plan(), threads: 1).ranks
        == RankStudy(responses, plan: SampleCohort.plan(), threads: 4).ranks)
  }

  @Test("One organisation has no rank, and the reason says why")
  func alone() throws {
    var stream = RandomStream(seed: 1)
    let people = (0..<9).map { _ in
      SampleCohort.Person(
        organization: "Aber", type: "service_user", cells: SampleCohort.cells(level: 0.5, missing: 0, stream: &stream))
    }
    let study = try RankStudy(SampleCohort.responses(people), plan: SampleCohort.plan())
    #expect(study.ranks.isEmpty && study.pairs.isEmpty && study.shrinkage == nil)
    #expect(study.notRanked.map(\.reason.english) == ["There is no other organisation to rank it against."])
  }
}
