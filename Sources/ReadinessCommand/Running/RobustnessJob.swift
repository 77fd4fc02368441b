import Readiness
import Reporting
import Survey

/// The work of `readiness robustness`: read, score, make the ranking in other ways, publish.
struct RobustnessJob: Sendable {
  var reading: Reading
  var choices = PlanChoices()
  var robustness = RobustnessChoices()
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
    console.progress("Reading and making the ranking in other ways")
    let (responses, inputs) = try settings.reading.responses(to: instrument)
    try settings.checkColumns(of: responses)
    let study: RobustnessStudy
    do {
      study = try RobustnessStudy(
        responses, plan: settings.plan, choices: robustness, threads: reading.options.threads)
    } catch let fault as RobustnessFault {
      throw CommandFault(.badSettings, fault.sentence)
    }
    console.endProgress()
    delivery.tell(study.intake.notices, console)

    let publication = RobustnessPublication(study, software: ReadinessCommand.software)
    var manifest = Manifest(
      instrument: instrument, plan: settings.plan, intake: study.intake, inputs: inputs + settings.inputs,
      options: settings.reading.options)
    manifest.robustness = study
    let evidence = PublishedFile(
      name: "evidence.json",
      bytes: Evidence.document(study, inputs: inputs, options: settings.reading.options).document)
    let results = Delivery.Results(
      files: publication.files + [evidence], manifest: manifest, first: "report.txt",
      more: "the tables and the page that reads them", json: { publication.json },
      printed: { publication.robustness.bytes })
    try delivery.deliver(results, inputs: paths, console)
    return delivery.close(study.intake, seed: settings.plan.seed, options: reading.options, since: started, console)
  }
}
