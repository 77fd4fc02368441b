import Readiness
import Reporting

/// The work of `readiness robustness`: read, score, make the ranking in other ways, publish.
struct RobustnessJob: Sendable {
  var reading: Reading
  var choices = PlanChoices()
  var robustness = RobustnessChoices()
  var delivery = Delivery()

  /// Does the work and answers with the exit code.
  func perform(_ console: Console) throws -> Exit {
    let started = ContinuousClock.now
    let planned = try PlannedResponses(
      reading, choices: choices, delivery: delivery, needsScores: true,
      progress: "Reading and making the ranking in other ways", console)
    let (settings, responses) = (planned.settings, planned.responses)
    try planned.ledger?.requireNothingHeldBack("a study that others can make again leaves none out")
    let study: RobustnessStudy
    do {
      study = try RobustnessStudy(
        responses, plan: settings.plan, choices: robustness, threads: reading.options.threads)
    } catch let fault as RobustnessFault {
      throw CommandFault(fault.isSlip ? .usage : .badSettings, fault.sentence)
    }
    console.endProgress()
    delivery.tell(study.intake.notices, console)

    let publication = RobustnessPublication(study, software: ReadinessCommand.software, wording: planned.wording)
    var manifest = planned.manifest(study.intake)
    manifest.robustness = study
    let evidence = PublishedFile(
      name: "evidence.json",
      bytes: Evidence.document(study, inputs: planned.inputs, options: settings.reading.options).document)
    let results = Delivery.Results(
      files: publication.files + [evidence], manifest: manifest, first: "report.html",
      more: "the tables and the page that reads them", json: { publication.json },
      reports: { [publication.report] }, wording: planned.wording,
      printed: { publication.robustness })
    try delivery.deliver(results, inputs: planned.paths, console)
    return delivery.close(study.intake, seed: settings.plan.seed, options: reading.options, since: started, console)
  }
}

extension RobustnessFault {
  /// Whether an option is wrong, and not what the answers allow.
  fileprivate var isSlip: Bool {
    switch self {
    case .unknownOrganization, .base, .noSuchDraw: true
    case .tooFewOrganizations, .unreachable: false
    }
  }
}
