import Readiness
import Reporting

/// The work of `readiness reliability`: read, look at the parts of scores, publish.
struct ReliabilityJob: Sendable {
  var reading: Reading
  var choices = PlanChoices()
  var delivery = Delivery()

  /// Does the work and answers with the exit code.
  func perform(_ console: Console) throws -> Exit {
    let started = ContinuousClock.now
    let planned = try PlannedResponses(
      reading, choices: choices, delivery: delivery, needsScores: true, progress: "Reading and looking at items",
      console)
    let (settings, responses) = (planned.settings, planned.responses)
    let study = try ReliabilityStudy(responses, plan: settings.plan, threads: reading.options.threads)
    console.endProgress()
    delivery.tell(study.intake.notices, console)

    let publication = ReliabilityPublication(study, software: ReadinessCommand.software, wording: planned.wording)
    let results = Delivery.Results(
      files: publication.files, manifest: planned.manifest(study.intake), first: "report.html",
      more: "the tables and the page that reads them", json: { publication.json },
      reports: { [publication.report] }, wording: planned.wording,
      printed: { publication.reliability })
    try delivery.deliver(results, inputs: planned.paths, console)
    return delivery.close(study.intake, seed: settings.plan.seed, options: reading.options, since: started, console)
  }
}
