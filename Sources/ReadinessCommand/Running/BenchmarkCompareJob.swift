import Readiness
import Reporting
import Survey

/// The work of `readiness benchmark compare`: read, find the peers, note the release, publish.
struct BenchmarkCompareJob: Sendable {
  var reading: Reading
  var store: String
  var planPath: String?
  var days: BenchmarkRecords.Days
  var organization: String?
  /// The name to freeze the peers under.
  var freeze: String?
  /// The name of the frozen peers to compare with.
  var peers: String?
  /// Which of the peers to compare with.
  var choice = PeerChoice()
  /// The day that the store notes; it is in no output.
  var day: String
  var delivery = Delivery()

  /// Does the work and answers with the exit code.
  func perform(_ console: Console) throws -> Exit {
    let started = ContinuousClock.now
    let paths = reading.paths + [planPath, store].compactMap { $0 }
    try delivery.check(inputs: paths)
    let wording = try delivery.wording(for: reading.instrument())
    let store = try BenchmarkStore(path: store)
    console.progress("Reading and comparing")
    let read = try BenchmarkReading(reading, planPath: planPath, days: days, method: "as the answers say")
    let shown = try chosen(read)
    let all =
      try freeze.map {
        delivery.dryRun ? try store.peers(of: read.records.kind) : try store.freeze($0, kind: read.records.kind)
      }
      ?? store.peers(of: read.records.kind, frozen: peers)
    let found = try all.chosen(choice)
    // Noted before anything is written: what was noted and not published still counts.
    let held =
      delivery.dryRun
      ? try store.withheld(shown) : try store.release(shown, beside: found.records.map(\.record), day: day)
    let study = BenchmarkStudy(
      read.records, of: read.responses, plan: read.plan, peers: found, chosen: organization, held: held,
      threads: reading.options.threads)
    console.endProgress()
    delivery.tell(study.intake.notices, console)

    let publication = BenchmarkPublication(study, software: ReadinessCommand.software, wording: wording)
    // The store's bytes change with every release that it notes, so the manifest knows the peers and not the file.
    let beside = Reading.Input(
      role: "peers", name: found.name ?? "latest", sha256: Checksum.sha256(Array(found.provenance.utf8)))
    let manifest = Manifest(
      instrument: read.instrument, plan: read.plan, intake: study.intake, inputs: read.inputs + [beside],
      options: read.options,
      only: organization)
    let results = Delivery.Results(
      files: publication.files, manifest: manifest, first: "report.html", more: "the table and the page that reads it",
      json: { publication.json }, reports: { [publication.report] }, wording: wording,
      printed: { publication.rows })
    try delivery.deliver(results, inputs: paths, console)
    for (name, reason) in held.sorted(by: { $0.key < $1.key }) { console.warn("\(name) is held back: \(reason).") }
    if let freeze, !delivery.dryRun {
      console.note("\(found.records.count) peers are frozen under the name “\(freeze)”.")
    }
    return delivery.close(study.intake, seed: read.plan.seed, options: reading.options, since: started, console)
  }

  /// The records that are shown: all, or the one that the command names.
  private func chosen(_ read: BenchmarkReading) throws(CommandFault) -> [BenchmarkRecord] {
    guard let organization else { return read.records.records }
    let names = read.responses.organization.labels
    guard let name = names.first(where: { $0 == organization }) else {
      let hint = NearestName.of(organization, in: names).map { " Did you mean “\($0)”?" } ?? ""
      throw CommandFault(.usage, "--organisation \(organization): the answers name no such organisation.\(hint)")
    }
    return read.records.records.filter { $0.organization == name }
  }
}
