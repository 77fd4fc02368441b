public import Survey

/// Organisations beside their peers, ready to be published: what `readiness benchmark compare` writes.
public struct BenchmarkStudy: Sendable {
  /// The instrument that was answered.
  public let instrument: Instrument
  /// Every choice of the run.
  public let plan: ScoringPlan
  /// What was read, set aside and noticed.
  public let intake: Intake
  /// The measures in the order of files and pages.
  public let measures: [Measure]
  /// When and how the organisations' own people were asked, by name.
  public let collections: [String: BenchmarkCollection]
  /// One row per organisation and measure: organisations by name, measures in the order of the families.
  public let rows: [BenchmarkRow]
  /// The name under which the peers are frozen; nil for those in the store.
  public let frozen: String?
  /// When and how the peers' people were asked, in no order that tells who is who.
  public let peerCollections: [BenchmarkCollection]
  /// How the peers were chosen among those in the store; nil for all.
  public let peerChoice: PeerChoice?
  /// Records in the store that are of other kinds.
  public let unlike: Int
  /// Organisations that are hidden because they are small or would give a small one away, by name.
  public let hidden: [String]
  /// Organisations that are held back because of what was published before, with the reason.
  public let held: [String: Phrase]

  /// Puts organisations beside peers.
  ///
  /// - Parameters:
  ///   - own: the organisations' records, made under `plan`.
  ///   - responses: what they were made of.
  ///   - plan: every choice of the run.
  ///   - peers: those to be put beside; an organisation is never its own peer, nor an earlier self's.
  ///   - chosen: the one organisation to be shown; nil shows all.
  ///   - held: organisations that must be held back, with the reason.
  ///   - threads: at most so many threads; 0 takes one per core. The result does not depend on it.
  public init(
    _ own: BenchmarkRecords, of responses: Responses, plan: ScoringPlan, peers: BenchmarkPeers, chosen: String? = nil,
    held: [String: Phrase] = [:], threads: Int = 0
  ) {
    instrument = responses.instrument
    self.plan = plan
    intake = responses.intake
    measures = own.measures
    frozen = peers.name
    unlike = peers.unlike
    peerChoice = peers.choice
    peerCollections = peers.records.map(\.record.collection).sorted { ($0.first, $0.last) < ($1.first, $1.last) }
    let isShown = { (name: String) in chosen.map { BenchmarkRecord.key($0) == BenchmarkRecord.key(name) } ?? true }
    hidden = own.hidden.filter(isShown)
    self.held = held.filter { isShown($0.key) }
    let records = own.records.filter { isShown($0.organization) }
    collections = Dictionary(records.map { ($0.organization, $0.collection) }, uniquingKeysWith: { first, _ in first })
    let families = ComparisonFamily.families(of: own.measures)
    let names = (records.map(\.organization) + hidden).sorted()
    let besides = PeerFigures(peers)
    rows = concurrentMap(names.count, threads: threads) { place in
      let name = names[place]
      return Beside(
        name: name, record: held[name] == nil ? records.first { $0.organization == name } : nil,
        withheld: own.withheld[name] ?? [:], held: held[name], peers: besides, frozen: peers.name, plan: plan
      ).rows(families)
    }.flatMap(\.self)
  }

  /// The peers' figures by measure, with the names under which they are found again.
  private struct PeerFigures: Sendable {
    private var figures: [String: [(key: String, people: Int, value: Double)]] = [:]

    init(_ peers: BenchmarkPeers) {
      for benchmark in peers.records {
        let key = benchmark.record.key
        for figure in benchmark.record.figures {
          figures[figure.measure, default: []].append((key, figure.people, figure.value))
        }
      }
    }

    /// The figures of all peers but one.
    func others(than key: String, measure: String) -> [(key: String, people: Int, value: Double)] {
      (figures[measure] ?? []).filter { $0.key != key }
    }
  }

  /// One organisation beside its peers.
  private struct Beside {
    let name: String
    let record: BenchmarkRecord?
    let withheld: [String: Status]
    let held: Phrase?
    let peers: PeerFigures
    let frozen: String?
    let plan: ScoringPlan

    func rows(_ families: [ComparisonFamily]) -> [BenchmarkRow] {
      let key = BenchmarkRecord.key(name)
      return families.flatMap { family in
        // As many intervals hold at once as there are figures to judge.
        let judged = family.measures.count { record?.figure($0)?.standardError ?? 0 > 0 }
        return family.measures.map { row($0, family: family.name, judged: judged, key: key) }
      }
    }

    private func row(_ measure: String, family: String, judged: Int, key: String) -> BenchmarkRow {
      func empty(_ status: Status, _ note: Phrase = .empty) -> BenchmarkRow {
        BenchmarkRow(
          organization: name, family: family, measure: measure, frozen: frozen, status: status, note: note)
      }
      guard let own = record?.figure(measure) else {
        if let held { return empty(.suppressed, "Held back: \(held).") }
        return empty(withheld[measure] ?? .suppressed)
      }
      var row = empty(.ok)
      (row.people, row.value, row.standardError) = (own.people, own.value, own.standardError)
      let figures = peers.others(than: key, measure: measure)
      guard figures.count >= PeerStanding.least else {
        (row.status, row.percentileStatus) = (.notTestable, .notTestable)
        row.note =
          "There are \(figures.count) peers, and \(PeerStanding.least) are needed to say anything about them together."
        return row
      }
      row.peers = figures.count
      row.peerPeople = figures.reduce(0) { $0 + $1.people }
      guard own.people >= plan.intervalMinimum,
        let standing = PeerStanding(own, among: figures.map(\.value), level: plan.level, family: judged)
      else {
        let status: Status = own.people >= plan.intervalMinimum ? .noVariation : .tooFewPeople
        (row.status, row.percentileStatus) = (status, status)
        row.note =
          status == .noVariation
          ? "Everybody here has the same score, so it cannot be said how far chance could move it."
          : "Too few people here for an interval."
        return row
      }
      (row.peerMean, row.peerDeviation) = (standing.mean, standing.deviation)
      (row.difference, row.interval, row.together) = (standing.difference, standing.interval, standing.together)
      row.place = standing.together.lower > 0 ? .above : standing.together.upper < 0 ? .below : .about
      row.percentile = standing.percentile
      if standing.percentile == nil {
        row.percentileStatus = .notTestable
        row.note =
          """
          A percentile needs \(PeerStanding.leastForPercentile) peers and there are \(figures.count): one more or \
          less would move it by more than ten points.
          """
      }
      return row
    }
  }
}
