import Foundation
import Readiness
import Reporting
import Survey

/// The work of `readiness replay`: check that everything is what it was, make one draw again, and check that too.
struct ReplayJob: Sendable {
  /// The path of the evidence.
  var evidence: String
  /// Files of answers; empty looks for those that the evidence names, beside it, in the folder above and here.
  var files: [String] = []
  /// The survey, where it is not found by the id in the evidence.
  var survey: String?
  var draw: Int
  var threads = 1
  var json = false
  /// The language of the page.
  var language = "en"

  /// Does the work and answers with the exit code.
  func perform(_ console: Console) throws -> Exit {
    let bytes = try InputFile.bytes(evidence)
    let found: Evidence
    do throws(Evidence.Unreadable) {
      found = try Evidence(bytes)
    } catch {
      throw CommandFault(.badData, "\(evidence) cannot be replayed: \(error.reason).")
    }
    if found.software != ReadinessCommand.software {
      console.warn("The evidence was made with \(found.software), and this is \(ReadinessCommand.software).")
    }
    var reading = Reading(files: try paths(found), survey: survey ?? found.survey, options: found.options)
      .keepingPipes()
    reading.files = try answers(found, in: reading)
    reading.options.threads = threads
    let instrument = try reading.instrument()
    let wording = try Wording.whole(language, for: instrument)
    try check(instrument, found)
    console.progress("Reading and making the draw again")
    let (responses, inputs) = try reading.responses(to: instrument)
    guard inputs.map(\.sha256) == found.answers.map(\.sha256) else {
      throw CommandFault(.badData, "A file of answers changed while it was read.")
    }
    let made: RobustnessDraw
    do {
      made = try RobustnessDraw(
        responses, plan: found.plan, choices: found.choices, number: draw, threads: threads)
    } catch let fault as RobustnessFault {
      if case .noSuchDraw = fault { throw CommandFault(.usage, fault.sentence) }
      throw CommandFault(.badSettings, fault.sentence)
    }
    console.endProgress()
    guard found.fingerprints[made.number] == made.fingerprint else {
      throw CommandFault(
        .badData,
        "Draw \(made.number) gives other scores (\(made.fingerprint)) than the evidence says (\(found.fingerprints[made.number])), "
          + "though plan and answers are the same. Another program or another kind of machine may differ in the last bit; else "
          + "the evidence was changed.")
    }
    let publication = DrawPublication(made, wording: wording)
    try wording.check([publication.report])
    try console.writeData(json ? publication.json.document : publication.text)
    console.note("The scores are those of the study to the last bit (fingerprint \(made.fingerprint)).")
    return .done
  }

  /// The files of answers: those that are named, or those of the evidence's names.
  private func paths(_ evidence: Evidence) throws(CommandFault) -> [String] {
    var paths = files
    if paths.isEmpty {
      paths = try evidence.answers.map { input throws(CommandFault) in try find(input) }
    }
    guard paths.count == evidence.answers.count else {
      throw CommandFault(
        .usage,
        "The evidence was made from \(evidence.answers.count) file\(evidence.answers.count == 1 ? "" : "s") of answers, and "
          + "\(paths.count) \(paths.count == 1 ? "is" : "are") given: \(evidence.answers.map(\.name).joined(separator: ", "))."
      )
    }
    return paths
  }

  /// The files in the order of the evidence, each with the sum that it says.
  private func answers(_ evidence: Evidence, in reading: Reading) throws(CommandFault) -> [String] {
    let paths = reading.files
    let sums = try reading.sources.map { source throws(CommandFault) in
      try Reading.input(source, role: "responses").sha256
    }
    return try evidence.answers.enumerated().map { place, input throws(CommandFault) in
      if let place = sums.firstIndex(of: input.sha256) { return paths[place] }
      throw CommandFault(
        .badData,
        "\(paths[place]) is not the file that the evidence was made from: \(input.name) had the SHA-256 sum "
          + "\(input.sha256.prefix(12))…, and this one has \(sums[place].prefix(12))…. Its answers were changed, or it is another file."
      )
    }
  }

  /// A file of the evidence's name beside it, in the folder above, or here.
  private func find(_ input: Reading.Input) throws(CommandFault) -> String {
    let folder = URL(filePath: evidence).deletingLastPathComponent()
    let places = [folder, folder.deletingLastPathComponent(), URL(filePath: FileManager.default.currentDirectoryPath)]
      .map { $0.appending(path: input.name).path(percentEncoded: false) }
    if let path = places.first(where: { FileManager.default.fileExists(atPath: $0) }) { return path }
    throw CommandFault(
      .noInput,
      "\(input.name), which the evidence was made from, is not beside it, nor in the folder above, nor here. Name it after the "
        + "evidence.")
  }

  private func check(_ instrument: Instrument, _ evidence: Evidence) throws(CommandFault) {
    let plan = Manifest.plan(evidence.plan, instrument: instrument)
    guard Checksum.sha256(plan.document) == evidence.planSum else {
      throw CommandFault(.badData, "The evidence cannot be replayed: its plan was changed.")
    }
    let now = Dictionary(
      instrument.sourceFiles.map { ($0.name, Checksum.sha256($0.bytes)) }, uniquingKeysWith: { $1 })
    guard now != evidence.instrument else { return }
    let changed = Set(now.keys).union(evidence.instrument.keys).filter { now[$0] != evidence.instrument[$0] }.sorted()
    throw CommandFault(
      .badSettings,
      "The survey “\(instrument.id)” is not as it was: \(changed.joined(separator: ", ")) differs. Name the survey of then with "
        + "--survey.")
  }
}
