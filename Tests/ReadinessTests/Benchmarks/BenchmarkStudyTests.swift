import Testing

@testable import Readiness

@Suite struct BenchmarkStudyTests {
  private let responses = SampleCohort.responses(SampleBenchmarks.people(organizations: 3, seed: 6))
  private let plan = SampleCohort.plan(.internal)

  private func own() throws -> BenchmarkRecords {
    try BenchmarkRecords(
      responses, plan: plan, days: .given(first: "2026-05-01", last: "2026-05-01"), method: "a link", ticks: [],
      threads: 1)
  }

  private func peers(_ scores: [Double], names: [String]? = nil) -> BenchmarkPeers {
    BenchmarkPeers(
      name: nil,
      records: scores.enumerated().map { place, score in
        StoredBenchmark(
          id: Int64(place), record: SampleBenchmarks.record(names?[place] ?? "Peer \(place)", score: score), frozen: [])
      }, unlike: 0)
  }

  private func overall(_ rows: [BenchmarkRow], _ name: String) throws -> BenchmarkRow {
    try #require(rows.first { $0.organization == name && $0.measure == "overall" })
  }

  @Test(
    "Above, about and below go by the interval: the same difference is clear beside like peers, and not beside scattered ones"
  )
  func places() throws {
    let own = try own()
    let record = try #require(own.records.first)
    let score = try #require(record.figure("overall")?.value)
    func place(_ distance: Double, scatter: Double) throws -> BenchmarkRow.Place? {
      let scores = (0..<12).map { score + distance + scatter * (Double($0) - 5.5) }
      return try overall(BenchmarkStudy(own, of: responses, plan: plan, peers: peers(scores)).rows, record.organization)
        .place
    }
    #expect(try place(-30, scatter: 0.1) == .above)
    #expect(try place(30, scatter: 0.1) == .below)
    #expect(try place(0, scatter: 1) == .about)
    #expect(try place(-30, scatter: 30) == .about)
  }

  @Test("An organisation is not its own peer, whatever its capitals; too few peers say so and give no number of theirs")
  func selves() throws {
    let own = try own()
    let record = try #require(own.records.first)
    let names = [record.organization.uppercased()] + (1..<11).map { "Peer \($0)" }
    let rows = BenchmarkStudy(
      own, of: responses, plan: plan, peers: peers((0..<11).map { 40 + Double($0) }, names: names)
    ).rows
    let row = try overall(rows, record.organization)
    #expect(row.peers == 10 && row.percentileStatus == .ok)
    #expect(row.peerMean.map { abs($0 - 45.5) < 1e-12 } == true && row.peerPeople == 80)
    let nine = BenchmarkStudy(own, of: responses, plan: plan, peers: peers((0..<9).map { 40 + Double($0) })).rows
    let few = try overall(nine, record.organization)
    #expect(few.percentile == nil && few.percentileStatus == .notTestable && few.status == .ok && few.place != nil)
    #expect(few.note.english.contains("needs 10 peers and there are 9"))
    let four = BenchmarkStudy(own, of: responses, plan: plan, peers: peers([40, 41, 42, 43])).rows
    let none = try overall(four, record.organization)
    #expect(none.status == .notTestable && none.peers == nil && none.peerMean == nil && none.difference == nil)
    #expect(none.note.english == "There are 4 peers, and 5 are needed to say anything about them together.")
  }

  @Test("Hidden and held organisations have rows without a number, and the reason where there is one to tell")
  func withheld() throws {
    let own = try own()
    let hidden = try #require(own.hidden.first)
    let record = try #require(own.records.first)
    let study = BenchmarkStudy(
      own, of: responses, plan: plan, peers: peers((0..<12).map { 40 + Double($0) }),
      held: [record.organization: "published before"])
    for name in [hidden, record.organization] {
      let rows = study.rows.filter { $0.organization == name }
      #expect(!rows.isEmpty)
      for row in rows {
        #expect([row.people, row.peers, row.peerPeople] == [nil, nil, nil] && row.value == nil && row.peerMean == nil)
        #expect(row.percentile == nil && row.interval == nil && row.place == nil && row.status != .ok)
      }
    }
    #expect(try overall(study.rows, record.organization).note.english == "Held back: published before.")
    let chosen = BenchmarkStudy(own, of: responses, plan: plan, peers: peers([1]), chosen: record.organization)
    #expect(Set(chosen.rows.map(\.organization)) == [record.organization] && chosen.hidden.isEmpty)
  }
}
