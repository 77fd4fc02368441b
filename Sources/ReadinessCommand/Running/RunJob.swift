import Foundation
import Readiness
import Reporting
import Survey

/// The work of `readiness run`: read, score, assess, publish.
struct RunJob: Sendable {
  var reading: Reading
  var choices = PlanChoices()
  var invitedPath: String?
  /// One organisation whose page and rows alone are published; the run itself uses everybody.
  var only: String?
  var respondentScores: String?
  var keepIDs = false
  /// How charts are drawn.
  var charts = ChartSettings()
  /// Whether it was said how bars of agreement are drawn.
  var choosesBars = false
  var delivery = Delivery()

  /// Does the work and answers with the exit code.
  func perform(_ console: Console) throws -> Exit {
    let started = ContinuousClock.now
    try checkTargets()
    let instrument = try reading.instrument()
    let ideas = try ideas()
    let wording = try delivery.wording(for: instrument, ideas: ideas)
    var settings = try PlanSettings(choices, reading: reading, instrument: instrument)
    let invited = try InvitedFile.read(invitedPath, instrument: instrument)
    console.progress("Reading \(reading.files.count == 1 ? "1 file" : "\(reading.files.count) files")")
    let (responses, inputs) = try settings.reading.responses(to: instrument)
    try settings.checkColumns(of: responses)
    let ledger = try LedgerNote.check(delivery.ledger, responses, &settings)
    console.progress("Scoring and comparing")
    let assessment = try Assessment(
      responses, plan: settings.plan, invited: invited.invitations, threads: reading.options.threads)
    console.endProgress()
    delivery.tell(assessment.intake.notices, console)
    for notice in InvitedFile.notices(
      invited.invitations, inputs: invited.inputs, answered: responses.organization.labels)
    {
      console.note(notice.description)
    }

    let publication = Publication(
      assessment, software: ReadinessCommand.software, charts: charts, ideas: ideas, wording: wording)
    try checkOnly(publication, responses)
    if choosesBars, !publication.drawsAnswers {
      console.note(
        instrument.items.isEmpty
          ? "No bars of agreement are drawn, so --likert changes nothing: the survey has no sentences to agree with."
          : "No bars of agreement are drawn, so --likert changes nothing: too few people gave some of the answers.")
    }
    var manifest = Manifest(
      instrument: instrument, plan: settings.plan, intake: assessment.intake,
      inputs: inputs + settings.inputs + invited.inputs, options: settings.reading.options, only: only,
      charts: charts)
    manifest.ledger = ledger
    try publish(publication, manifest, responses, console)
    return delivery.close(
      assessment.intake, seed: settings.plan.seed, options: reading.options, since: started, isWhole: only == nil,
      console)
  }

  /// What pages may suggest, from the folder of surveys; nothing where there is none.
  private func ideas() throws(CommandFault) -> ActionIdeas {
    guard let folder = InstrumentLibrary.folder else { return .none }
    do {
      return try ActionIdeas(folder: folder)
    } catch {
      throw CommandFault(.badData, "The ideas for action cannot be used.", faults: error.faults)
    }
  }

  private func checkTargets() throws(CommandFault) {
    if !delivery.dryRun, let respondentScores { try respondentFile(respondentScores).check() }
    try delivery.check(inputs: inputPaths, other: respondentScores != nil)
  }

  private func respondentFile(_ path: String) -> FileWriter {
    FileWriter(
      path: path, force: delivery.force, inputs: inputPaths + [delivery.ledger].compactMap(\.self),
      folder: delivery.output)
  }

  private var inputPaths: [String] { reading.paths + choices.paths + [invitedPath].compactMap { $0 } }

  private func checkOnly(_ publication: Publication, _ responses: Responses) throws(CommandFault) {
    guard let only else { return }
    let names = publication.assessment.profiles.map(\.organization)
    guard !names.contains(only) else { return }
    let hint = NearestName.of(only, in: names).map { " Did you mean “\($0)”?" } ?? ""
    throw CommandFault(.usage, "No organisation is called “\(only)”.\(hint)")
  }

  private func publish(
    _ publication: Publication, _ manifest: Manifest, _ responses: Responses, _ console: Console
  ) throws {
    let files = only.map { publication.files(for: $0) } ?? publication.files
    let page = only.flatMap { publication.page(of: $0) }
    let results = Delivery.Results(
      files: files, manifest: manifest,
      first: only == nil ? "report.html" : files.first { $0.name.hasSuffix(".html") }?.name ?? "",
      more: "the tables and every organisation's page", json: { publication.json(only: only) },
      reports: { publication.reports(only: only) }, wording: publication.wording,
      printed: {
        PublishedFile(
          name: "report.txt",
          bytes: Array(PlainText(wording: publication.wording).text(of: page ?? publication.report).utf8))
      })
    try delivery.deliver(results, inputs: inputPaths, console) {
      guard let respondentScores else { return }
      let table = RespondentScores(responses: responses, plan: publication.assessment.scoredPlan, keepIDs: keepIDs)
      try respondentFile(respondentScores).write(table.csv(threads: reading.options.threads))
    }
  }
}

/// Small input files, read whole.
enum InputFile {
  static func bytes(_ path: String) throws(CommandFault) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CommandFault(.noInput, "\(path): there is no such file, or it cannot be read.")
    }
    return Array(data)
  }
}
