import Readiness
import Reporting

/// The work of `readiness quality`: read, look at how people answered, publish.
struct QualityJob: Sendable {
  var reading: Reading
  var choices = PlanChoices()
  var invitedPath: String?
  /// The kept column of seconds.
  var secondsColumn: String?
  var delivery = Delivery()

  /// Does the work and answers with the exit code.
  func perform(_ console: Console) throws -> Exit {
    let started = ContinuousClock.now
    let invited = try InvitedFile.read(invitedPath, instrument: reading.instrument())
    let planned = try PlannedResponses(
      reading, choices: choices, delivery: delivery, needsScores: false, progress: "Reading and looking at answers",
      more: [invitedPath].compactMap(\.self), console)
    let (settings, responses) = (planned.settings, planned.responses)
    let study = try QualityStudy(
      responses, plan: settings.plan, invited: invited.invitations, secondsColumn: secondsColumn,
      threads: reading.options.threads)
    console.endProgress()
    delivery.tell(study.intake.notices, console)
    for notice in InvitedFile.notices(
      invited.invitations, inputs: invited.inputs, answered: responses.organization.labels)
    {
      console.note(notice.description)
    }

    let publication = QualityPublication(study, software: ReadinessCommand.software, wording: planned.wording)
    let results = Delivery.Results(
      files: publication.files, manifest: planned.manifest(study.intake, more: invited.inputs), first: "report.html",
      more: "the tables and the page that reads them", json: { publication.json },
      reports: { [publication.report] }, wording: planned.wording,
      printed: { publication.quality })
    try delivery.deliver(results, inputs: planned.paths, console)
    return delivery.close(study.intake, seed: settings.plan.seed, options: reading.options, since: started, console)
  }
}
