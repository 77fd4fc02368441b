import Readiness
import Reporting

/// The work of `readiness rank`: read, score, rank, publish.
struct RankJob: Sendable {
  var reading: Reading
  var choices = PlanChoices()
  var delivery = Delivery()

  /// Does the work and answers with the exit code.
  func perform(_ console: Console) throws -> Exit {
    let started = ContinuousClock.now
    let planned = try PlannedResponses(
      reading, choices: choices, delivery: delivery, needsScores: true, progress: "Reading and ranking", console)
    let (settings, responses) = (planned.settings, planned.responses)
    let study = try RankStudy(responses, plan: settings.plan, threads: reading.options.threads)
    console.endProgress()
    delivery.tell(study.intake.notices, console)

    let publication = RankPublication(study, software: ReadinessCommand.software, wording: planned.wording)
    let manifest = planned.manifest(study.intake)
    let results = Delivery.Results(
      files: publication.files, manifest: manifest, first: "report.html",
      more: "the tables and the page that reads them", json: { publication.json },
      reports: { [publication.report] }, wording: planned.wording,
      printed: { publication.ranks })
    try delivery.deliver(results, inputs: planned.paths, console)
    if study.ranks.isEmpty { console.warn("No organisation can be ranked.") }
    return delivery.close(study.intake, seed: settings.plan.seed, options: reading.options, since: started, console)
  }
}
