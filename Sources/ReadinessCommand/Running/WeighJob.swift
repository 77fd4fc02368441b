import Readiness
import Reporting

/// The work of `readiness weigh`: read, weigh, publish.
struct WeighJob: Sendable {
  var reading: Reading
  var choices = PlanChoices()
  var delivery = Delivery()

  /// Does the work and answers with the exit code.
  func perform(_ console: Console) throws -> Exit {
    let started = ContinuousClock.now
    let planned = try PlannedResponses(
      reading, choices: choices, delivery: delivery, needsScores: false, progress: "Reading and weighing", console)
    let (settings, responses) = (planned.settings, planned.responses)
    let findings = try WeighingFindings(responses, plan: settings.plan, threads: reading.options.threads)
    console.endProgress()
    delivery.tell(findings.intake.notices, console)

    let publication = WeighingPublication(findings, software: ReadinessCommand.software, wording: planned.wording)
    let manifest = planned.manifest(findings.intake)
    if !delivery.dryRun { for note in findings.notes { console.note(Wording.english.text(note)) } }
    let results = Delivery.Results(
      files: publication.files, manifest: manifest, first: "report.html",
      more: "the tables and the page that reads them", json: { publication.json },
      reports: { [publication.report] }, wording: planned.wording,
      printed: { publication.weights })
    try delivery.deliver(results, inputs: planned.paths, console)
    return delivery.close(findings.intake, seed: settings.plan.seed, options: reading.options, since: started, console)
  }
}
