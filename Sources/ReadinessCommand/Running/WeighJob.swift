import Readiness
import Reporting
import Survey

/// The work of `readiness weigh`: read, weigh, publish.
struct WeighJob: Sendable {
  var reading: Reading
  var choices = PlanChoices()
  var delivery = Delivery()

  /// Does the work and answers with the exit code.
  func perform(_ console: Console) throws -> Exit {
    let started = ContinuousClock.now
    let paths = reading.files.filter { $0 != "-" } + choices.paths
    try delivery.check(inputs: paths)
    let instrument = try reading.instrument()
    let settings = try PlanSettings(choices, reading: reading, instrument: instrument)
    console.progress("Reading and weighing")
    let (responses, inputs) = try settings.reading.responses(to: instrument)
    try settings.checkColumns(of: responses)
    let findings = try WeighingFindings(responses, plan: settings.plan, threads: reading.options.threads)
    console.endProgress()
    delivery.tell(findings.intake.notices, console)

    let publication = WeighingPublication(findings, software: ReadinessCommand.software)
    let manifest = Manifest(
      instrument: instrument, plan: settings.plan, intake: findings.intake, inputs: inputs + settings.inputs,
      options: settings.reading.options)
    if !delivery.dryRun { for note in findings.notes { console.note(note) } }
    let results = Delivery.Results(
      files: publication.files, manifest: manifest, first: "report.txt",
      more: "the tables and the page that reads them", json: { publication.json },
      printed: { publication.weights.bytes })
    try delivery.deliver(results, inputs: paths, console)
    return delivery.close(findings.intake, seed: settings.plan.seed, options: reading.options, since: started, console)
  }
}
