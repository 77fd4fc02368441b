import Testing

@testable import Readiness

@Suite struct PeerChoiceTests {
  private func peers(_ count: Int) -> BenchmarkPeers {
    BenchmarkPeers(
      name: nil,
      records: (0..<count).map { place in
        let record = SampleBenchmarks.record("Peer \(place)", score: 50 + Double(place))
        let ticks: [QualityTick] = place.isMultiple(of: 2) ? [.anonymous, .independent] : [.anonymous]
        return StoredBenchmark(
          id: Int64(place),
          record: BenchmarkRecord(
            organization: record.organization, kind: record.kind,
            collection: BenchmarkCollection(first: "2026-03-01", last: "2026-03-02", method: "a link", ticks: ticks),
            people: record.people, figures: record.figures, answers: record.answers), frozen: [])
      }, unlike: 3)
  }

  private func message(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch {
      return (error as? BenchmarkFault)?.faults.first?.message
    }
  }

  @Test("Those with all the marks, those named in any spelling, and those with both")
  func chosen() throws {
    let all = peers(12)
    func names(_ choice: PeerChoice) throws -> [String] { try all.chosen(choice).records.map(\.record.organization) }
    #expect(try names(PeerChoice(ticks: [.independent])) == [0, 2, 4, 6, 8, 10].map { "Peer \($0)" })
    #expect(
      try names(PeerChoice(names: ["peer  1", "PEER 2", "Peer 3", "Peer 4", "Peer 5"])) == (1...5).map { "Peer \($0)" })
    let both = PeerChoice(names: (0..<10).map { "Peer \($0)" }, ticks: [.anonymous, .independent])
    #expect(try names(both) == [0, 2, 4, 6, 8].map { "Peer \($0)" })
    let found = try all.chosen(both)
    #expect(found.choice == both && found.unlike == 3 && all.choice == nil)
    #expect(try all.chosen(PeerChoice()) == all)
  }

  @Test("Too few, and a name that no peer has, are refused with the reason")
  func refused() {
    let all = peers(9)
    #expect(
      message { _ = try all.chosen(PeerChoice(names: ["Peer 1", "Peer 2", "Peer 3", "Peer 4"])) }?
        .hasPrefix("4 of 9 peers are chosen, and 5 are needed") ?? false)
    #expect(message { _ = try all.chosen(PeerChoice(ticks: [.rateKnown])) }?.hasPrefix("0 of 9 peers") ?? false)
    #expect(
      message { _ = try all.chosen(PeerChoice(names: ["Pere 1"])) }?.hasPrefix(
        "no peer of these answers is named “Pere 1”")
        ?? false)
  }
}
