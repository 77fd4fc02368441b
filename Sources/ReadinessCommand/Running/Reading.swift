import Crypto
import Foundation
import Survey
import Tabular

/// Reads a survey and the answers to it, and remembers what was read for the manifest.
struct Reading: Sendable {
  /// Paths, or `-` for standard input.
  var files: [String]
  /// The name or the path of the survey.
  var survey: String
  var options: IntakeOptions
  /// Where standard input comes from; replaced in tests.
  var standardInput: @Sendable () -> [UInt8] = { Array(FileHandle.standardInput.readDataToEndOfFile()) }

  /// What was read of files that can be read only once, by path.
  var pipes: [String: [UInt8]] = [:]

  /// The option that asked for a further column; `--group` for those that are not here.
  var askedBy: [String: String] = [:]

  /// Keeps a further column, because of an option.
  mutating func keep(_ column: String, for option: String) {
    options.groups.append(column)
    askedBy[column] = option
  }

  /// A file that was read: what the manifest says about it.
  struct Input: Sendable, Hashable {
    /// `responses`, `invited` or `plan`.
    let role: String
    /// Base name.
    let name: String
    /// SHA-256 in hexadecimal digits.
    let sha256: String
  }

  /// The instrument; its faults end the run with code 78.
  func instrument() throws(CommandFault) -> Instrument {
    do {
      return try Instrument.named(survey)
    } catch {
      throw CommandFault(.badSettings, "The survey “\(survey)” cannot be used.", faults: error.faults)
    }
  }

  /// What is read and must not be written over: the answers, the survey, and the folder of surveys.
  var paths: [String] { files.filter { $0 != "-" } + Self.folders(of: survey) + Self.library }

  /// The folder of a survey that is named by its path; none for one that comes with the program.
  static func folders(of survey: String) -> [String] {
    let url = URL(filePath: survey)
    let folder = url.lastPathComponent == "survey.yaml" ? url.deletingLastPathComponent() : url
    let path = folder.path(percentEncoded: false)
    return FileManager.default.fileExists(atPath: "\(path.withoutTrailingSlash)/survey.yaml") ? [path] : []
  }

  /// The folder of surveys, where there is one.
  static var library: [String] { [InstrumentLibrary.folder?.path(percentEncoded: false)].compactMap(\.self) }

  /// The same reading with everything in memory that can be read only once: standard input, pipes and their like.
  func keepingPipes() -> Reading {
    var reading = self
    for path in files where path != "-" && reading.pipes[path] == nil {
      guard Descriptor.isPipe(path), let source = try? ByteSource(path: path),
        let bytes = try? source.bytes(at: 0, length: source.count)
      else { continue }
      reading.pipes[path] = bytes
    }
    if files.contains("-") {
      let bytes = standardInput()
      reading.standardInput = { bytes }
    }
    return reading
  }

  /// Every file as what is read: a path, or bytes.
  var sources: [ResponseSource] {
    files.map { path in
      if path == "-" { return .bytes(name: "stdin", standardInput()) }
      let source = ResponseSource.file(path: path)
      return pipes[path].map { .bytes(name: source.name, $0) } ?? source
    }
  }

  /// Refuses a question of the survey where a column of groups is expected.
  private func checkColumns(of instrument: Instrument) throws(CommandFault) {
    let questions = Set(instrument.ratings.map(\.code) + (instrument.budget?.factors.map(\.id) ?? []))
    guard let name = options.groups.first(where: questions.contains) else { return }
    throw CommandFault(
      .usage,
      "\(askedBy[name] ?? "--group") \(name): that is a question of the survey \(instrument.id), and not a column that says who "
        + "people are, such as respondent_type.")
  }

  /// Refuses a file that is named twice.
  private func checkTwice() throws(CommandFault) {
    var seen: Set<String> = []
    for path in files where path != "-" {
      let whole = URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path(percentEncoded: false)
      guard seen.insert(whole).inserted else {
        throw CommandFault(.usage, "\(path) is given twice: every answer in it would count twice. Name it once.")
      }
    }
  }

  /// The answers, and what was read for them.
  func responses(to instrument: Instrument) throws -> (responses: Responses, inputs: [Input]) {
    try checkTwice()
    try checkColumns(of: instrument)
    let sources = keepingPipes().sources
    do {
      let responses = try instrument.responses(in: sources, options: options)
      return (responses, try sources.map { try Self.input($0, role: "responses") })
    } catch let list as FaultList {
      // A column that was asked for and is in no file is a slip of the command, not of the answers.
      let missing = list.faults.filter { $0.kind.rawValue == "missing-group" }
      guard missing.isEmpty || missing.count < list.faults.count else {
        let names = options.groups.filter { name in missing.contains { $0.message.contains("“\(name)”") } }
        let hint =
          names.first.flatMap { name in NearestName.of(name, in: Self.columns.filter { $0 != name }) }.map {
            " Did you mean “\($0)”?"
          } ?? ""
        var seen: Set<String> = []
        let askers = names.map { askedBy[$0] ?? "--group" }.filter { seen.insert($0).inserted }.joined(
          separator: " or ")
        throw CommandFault(
          .usage,
          "No file has the column \(names.map { "“\($0)”" }.joined(separator: ", ")) that \(askers) names."
            + "\(hint) “readiness check” lists the columns that are not read.")
      }
      throw CommandFault(.badData, Self.summary(list.faults, setAside: options.setAside), faults: list.faults)
    }
  }

  /// Says which other survey has the columns that were not read, where it knows more columns of the files than this one.
  func betterSurvey(_ responses: Responses) -> String? {
    let instrument = responses.instrument
    let unread = Set(responses.intake.files.flatMap(\.unread))
    let read =
      instrument.ratings.count
      - (responses.intake.files.map { Set($0.notAsked) }.reduce(nil) { $0?.intersection($1) ?? $1 }?.count ?? 0)
    guard !unread.isEmpty, let others = try? Instrument.all() else { return nil }
    let found = others.filter { $0.id != instrument.id }.map { other in
      (other: other, count: other.ratings.count { unread.contains($0.code) })
    }
    guard let best = found.max(by: { $0.count < $1.count }), best.count > 0, 2 * best.count >= read else { return nil }
    return
      "\(best.count) of the columns that were not read are items of \(best.other.id). If that is what was answered, use "
      + "--survey \(best.other.id)."
  }

  /// Columns that a survey knows, and the roll-up of types.
  private static let columns = ["respondent_type", "roll_up", "organisation_type", "service", "wave", "language"]

  private static func summary(_ faults: [Fault], setAside: Bool) -> String {
    let files = Set(faults.map(\.file)).count
    let count = faults.count == 1 ? "1 fault" : "\(faults.count) faults"
    // Only a row can be left out: a heading or a whole file cannot.
    let isOfRows = faults.allSatisfy {
      ($0.row ?? 0) > 1 && !["cell-too-long", "open-quote"].contains($0.kind.rawValue)
    }
    let hint =
      !isOfRows
      ? " Mend the file: what is wrong is not in single rows."
      : setAside ? "" : " Mend the answers, or add --set-aside to go on without the rows that have faults."
    return "\(count) in \(files == 1 ? "1 file" : "\(files) files"); nothing was written.\(hint)"
  }

  /// The sum of a source; a file is read in blocks.
  static func input(_ source: ResponseSource, role: String) throws(CommandFault) -> Input {
    switch source {
    case .bytes(let name, let bytes): return Input(role: role, name: name, sha256: Checksum.sha256(bytes))
    case .file(let path):
      guard let sum = Checksum.sha256(file: path) else { throw CommandFault(.noInput, "\(path) cannot be read.") }
      return Input(role: role, name: source.name, sha256: sum)
    }
  }
}

/// SHA-256 sums in hexadecimal digits.
enum Checksum {
  static func sha256(_ bytes: [UInt8]) -> String { text(SHA256.hash(data: bytes)) }

  /// The sum of a file, read in blocks of 1 MB; nil when it cannot be read.
  static func sha256(file path: String) -> String? {
    guard let handle = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? handle.close() }
    var hash = SHA256()
    do {
      while let block = try handle.read(upToCount: 1 << 20), !block.isEmpty { hash.update(data: block) }
    } catch {
      return nil
    }
    return text(hash.finalize())
  }

  private static func text(_ digest: SHA256.Digest) -> String {
    digest.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0\(digits)" : digits
    }.joined()
  }
}
