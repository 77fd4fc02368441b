import Foundation
import Readiness
import Reporting
import Survey

/// The work of `readiness model`: read, fit, publish.
struct ModelJob: Sendable {
  var reading: Reading
  var choices = PlanChoices()
  var request: ModelRequest
  /// The file of known sizes.
  var rake: String?
  var delivery = Delivery()

  /// Does the work and answers with the exit code.
  func perform(_ console: Console) throws -> Exit {
    let started = ContinuousClock.now
    var (job, inputs) = (self, [Reading.Input]())
    if let rake {
      let bytes = try InputFile.bytes(rake)
      let name = URL(filePath: rake).lastPathComponent
      do throws(FaultList) {
        job.request.margins = try MarginsFile(bytes: bytes, name: name).margins
      } catch {
        throw CommandFault(.badSettings, "The known sizes cannot be used.", faults: error.faults)
      }
      inputs.append(Reading.Input(role: "margins", name: name, sha256: Checksum.sha256(bytes)))
    }
    // Columns that are read anyway, and slips that the model names itself, are not asked for.
    let own = ["respondent_type", "organisation", "respondent_id"]
    for name in job.request.columns where !own.contains(name) && !job.reading.options.groups.contains(name) {
      job.reading.keep(name, for: "--terms, --cluster or --strata")
    }
    return try job.publish(console, inputs: inputs, since: started)
  }

  private func publish(_ console: Console, inputs: [Reading.Input], since started: ContinuousClock.Instant) throws
    -> Exit
  {
    let planned = try PlannedResponses(
      reading, choices: choices, delivery: delivery, needsScores: true, progress: "Reading and fitting",
      columns: request.terms, more: [rake].compactMap(\.self), console)
    let (settings, responses) = (planned.settings, planned.responses)
    let study: ModelStudy
    do {
      study = try ModelStudy(responses, plan: settings.plan, request: request, threads: reading.options.threads)
    } catch let fault as ModelRequestFault {
      let sentence = fault.description
      throw CommandFault(
        .usage, sentence.prefix(1).uppercased() + sentence.dropFirst() + (sentence.hasSuffix("?") ? "" : "."))
    }
    console.endProgress()
    delivery.tell(study.intake.notices, console)
    let publication = ModelPublication(study, software: ReadinessCommand.software, wording: planned.wording)
    var manifest = Manifest(
      instrument: planned.instrument, plan: settings.plan, intake: study.intake,
      inputs: planned.inputs + settings.inputs + inputs, options: settings.reading.options)
    manifest.model = request
    manifest.ledger = planned.ledger
    let results = Delivery.Results(
      files: publication.files, manifest: manifest, first: "report.html",
      more: "the table and the page that reads it", json: { publication.json }, reports: { [publication.report] },
      wording: planned.wording, printed: { publication.models })
    try delivery.deliver(results, inputs: planned.paths, console)
    if study.refusal != .empty { console.warn(Wording.english.text(study.refusal)) }
    return delivery.close(study.intake, seed: settings.plan.seed, options: reading.options, since: started, console)
  }
}
