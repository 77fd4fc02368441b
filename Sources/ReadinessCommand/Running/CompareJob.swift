import Readiness
import Reporting
import Survey

/// The work of `readiness compare`: read, compare, publish.
struct CompareJob: Sendable {
  var reading: Reading
  var choices = PlanChoices()
  /// Whether the same people are compared in two waves, and how they are told apart.
  var pairing: Pairing?
  var delivery = Delivery()

  /// Two waves of the same people.
  struct Pairing: Sendable {
    let column: String
    let waves: [String]
  }

  /// Does the work and answers with the exit code.
  func perform(_ console: Console) throws -> Exit {
    let started = ContinuousClock.now
    try delivery.check(inputs: inputPaths)
    let instrument = try reading.instrument()
    guard !instrument.items.isEmpty else {
      throw CommandFault(
        .usage, "The survey “\(instrument.id)” rates no barriers, so there are no scores to compare. Use readiness run."
      )
    }
    let wording = try delivery.wording(for: instrument)
    var settings = try PlanSettings(choices, reading: reading, instrument: instrument)
    console.progress("Reading and comparing")
    let (publication, inputs, ledger) = try compare(instrument, &settings, wording)
    console.endProgress()
    delivery.tell(publication.intake.notices, console)

    var manifest = Manifest(
      instrument: instrument, plan: settings.plan, intake: publication.intake, inputs: inputs + settings.inputs,
      options: settings.reading.options, pairing: pairing.map { ($0.column, $0.waves) })
    manifest.ledger = ledger
    if !delivery.dryRun { for note in publication.findings.notes { console.note(note) } }
    let results = Delivery.Results(
      files: publication.files, manifest: manifest, first: "report.html",
      more: "the tables and the page that reads them", json: { publication.json },
      reports: { [publication.report] }, wording: wording,
      printed: { publication.comparisons })
    try delivery.deliver(results, inputs: inputPaths, console)
    return delivery.close(
      publication.intake, seed: settings.plan.seed, options: reading.options, since: started, console)
  }

  private var inputPaths: [String] { reading.paths + choices.paths }

  /// Reads the answers and compares them: groups, the same people, or both.
  private func compare(
    _ instrument: Instrument, _ settings: inout PlanSettings, _ wording: Wording
  ) throws -> (publication: ComparisonPublication, inputs: [Reading.Input], ledger: LedgerNote?) {
    let threads = reading.options.threads
    guard let pairing else {
      let (responses, inputs) = try settings.reading.responses(to: instrument)
      try settings.checkColumns(of: responses)
      let ledger = try LedgerNote.check(delivery.ledger, responses, &settings)
      let study = try ComparisonStudy(responses, plan: settings.plan, threads: threads)
      return (try Self.publication(study, nil, intake: responses.intake, wording), inputs, ledger)
    }
    let waves = try PairedReading(settings.reading, pairing: pairing).responses(to: instrument)
    let (first, second) = (waves.responses[0], waves.responses[1])
    // Groups are compared where the command names them; a person must not count twice in them.
    let groups = choices.by.isEmpty ? nil : second
    if let groups { try settings.checkColumns(of: groups) }
    let paired: PairedStudy
    do {
      paired = try PairedStudy(
        first, second, waves: (pairing.waves[0], pairing.waves[1]), pairBy: pairing.column, plan: settings.plan,
        threads: threads)
    } catch {
      throw CommandFault(.badData, Self.sentence(error.sentence(waves: pairing.waves)))
    }
    let study = try groups.map { try ComparisonStudy($0, plan: settings.plan, threads: threads) }
    return (try Self.publication(study, paired, intake: waves.intake, wording), waves.inputs, nil)
  }

  private static func publication(
    _ study: ComparisonStudy?, _ paired: PairedStudy?, intake: Intake, _ wording: Wording
  ) throws(CommandFault) -> ComparisonPublication {
    guard let findings = ComparisonFindings(study, paired) else {
      throw CommandFault(.usage, "There is nothing to compare.")
    }
    return ComparisonPublication(findings, intake: intake, software: ReadinessCommand.software, wording: wording)
  }

  /// A whole sentence.
  private static func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() + "." }
}
