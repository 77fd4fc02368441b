import Readiness
import Reporting
import Survey

/// The work of `readiness rank`: read, score, rank, publish.
struct RankJob: Sendable {
  var reading: Reading
  var choices = PlanChoices()
  var delivery = Delivery()

  /// Does the work and answers with the exit code.
  func perform(_ console: Console) throws -> Exit {
    let started = ContinuousClock.now
    let paths = reading.files.filter { $0 != "-" } + choices.paths
    try delivery.check(inputs: paths)
    let instrument = try reading.instrument()
    guard !instrument.items.isEmpty else {
      throw CommandFault(
        .usage, "The survey “\(instrument.id)” rates no barriers, so there are no scores to rank. Use readiness run.")
    }
    let settings = try PlanSettings(choices, reading: reading, instrument: instrument)
    console.progress("Reading and ranking")
    let (responses, inputs) = try settings.reading.responses(to: instrument)
    try settings.checkColumns(of: responses)
    let study = try RankStudy(responses, plan: settings.plan, threads: reading.options.threads)
    console.endProgress()
    delivery.tell(study.intake.notices, console)

    let publication = RankPublication(study, software: ReadinessCommand.software)
    let manifest = Manifest(
      instrument: instrument, plan: settings.plan, intake: study.intake, inputs: inputs + settings.inputs,
      options: settings.reading.options)
    let results = Delivery.Results(
      files: publication.files, manifest: manifest, first: "report.txt",
      more: "the tables and the page that reads them", json: { publication.json },
      printed: { publication.ranks.bytes })
    try delivery.deliver(results, inputs: paths, console)
    if study.ranks.isEmpty { console.warn("No organisation can be ranked.") }
    return delivery.close(study.intake, seed: settings.plan.seed, options: reading.options, since: started, console)
  }
}
