import Foundation
import Readiness
import Reporting
import Survey

/// The work of `readiness run`: read, score, assess, publish.
struct RunJob: Sendable {
  var reading: Reading
  /// The folder to write; nil prints the report instead.
  var output: String?
  var choices = PlanChoices()
  var invitedPath: String?
  /// One organisation whose page and rows alone are published; the run itself uses everybody.
  var only: String?
  var respondentScores: String?
  var keepIDs = false
  var force = false
  var dryRun = false
  var json = false

  /// Does the work and answers with the exit code.
  func perform(_ console: Console) throws -> Exit {
    let started = ContinuousClock.now
    try checkTargets()
    let instrument = try reading.instrument()
    let settings = try PlanSettings(choices, reading: reading, instrument: instrument)
    let invited = try invitations(instrument)
    console.progress("Reading \(reading.files.count == 1 ? "1 file" : "\(reading.files.count) files")")
    let (responses, inputs) = try settings.reading.responses(to: instrument)
    try settings.checkColumns(of: responses)
    console.progress("Scoring and comparing")
    let assessment = try Assessment(
      responses, plan: settings.plan, invited: invited.invitations, threads: reading.options.threads)
    console.endProgress()
    for notice in assessment.intake.notices { console.note(notice.description) }

    let publication = Publication(assessment, software: ReadinessCommand.software)
    try checkOnly(publication, responses)
    let manifest = Manifest(
      instrument: instrument, plan: settings.plan, intake: assessment.intake,
      inputs: inputs + settings.inputs + invited.inputs, options: settings.reading.options, only: only)
    try publish(publication, manifest, responses, console)
    let aside = assessment.intake.setAside.count
    if aside > 0 {
      console.warn("\(aside) row\(aside == 1 ? " was" : "s were") set aside; the report says so at its top.")
    }
    let seconds = (ContinuousClock.now - started).tenths
    console.note("Seed \(settings.plan.seed). \(seconds) seconds on at most \(reading.options.threads) threads.")
    return aside > 0 && reading.options.strict ? .rowsSetAside : .done
  }

  private func checkTargets() throws(CommandFault) {
    guard !dryRun else { return }
    if let output { try FolderWriter(path: output, force: force, inputs: inputPaths).check() }
    if let respondentScores { try FileWriter(path: respondentScores, force: force).check() }
  }

  private var inputPaths: [String] {
    reading.files.filter { $0 != "-" } + [choices.planPath, invitedPath].compactMap { $0 }
  }

  private func invitations(_ instrument: Instrument) throws -> (invitations: [Invitation], inputs: [Reading.Input]) {
    guard let invitedPath else { return ([], []) }
    let bytes = try InputFile.bytes(invitedPath)
    let name = URL(filePath: invitedPath).lastPathComponent
    do {
      let file = try InvitedFile(bytes: bytes, name: name, instrument: instrument)
      return (file.invitations, [Reading.Input(role: "invited", name: name, sha256: Checksum.sha256(bytes))])
    } catch {
      throw CommandFault(.badData, "The list of invitations cannot be used.", faults: error.faults)
    }
  }

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
    let document = manifest.json(outputs: files)
    let all = (files + [PublishedFile(name: "manifest.json", bytes: document.document)]).sorted { $0.name < $1.name }
    if dryRun {
      for file in all { try console.writeData(Array("\(file.name)\n".utf8)) }
      console.note("Nothing was written (--dry-run). With --output these \(all.count) files would be.")
      return
    }
    if let output {
      let writer = FolderWriter(path: output, force: force, inputs: inputPaths)
      try writer.write(all)
      console.note(
        "\(all.count) files are in \(output). Start with \(only == nil ? "report.txt" : files.first { $0.name.hasSuffix(".txt") }?.name ?? "")."
      )
    }
    if let respondentScores {
      let table = RespondentScores(responses: responses, plan: publication.assessment.plan, keepIDs: keepIDs)
      try FileWriter(path: respondentScores, force: force).write(table.csv(threads: reading.options.threads))
    }
    if json {
      let results = publication.json(only: only)
      try console.writeData(
        JSONValue.object(["schema_version": .integer(1), "manifest": document, "results": results]).document)
    } else if output == nil {
      let page = only.flatMap { name in publication.page(of: name) } ?? publication.report
      try console.writeData(Array(PlainText().text(of: page).utf8))
      console.note("Nothing was written. Add --output FOLDER to keep the tables and every organisation's page.")
    }
  }
}

extension Duration {
  /// Seconds with one decimal.
  var tenths: String {
    let tenths = components.seconds * 10 + components.attoseconds / 100_000_000_000_000_000
    return "\(tenths / 10).\(tenths % 10)"
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
