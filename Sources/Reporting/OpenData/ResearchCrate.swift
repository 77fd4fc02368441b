import Readiness
public import Survey
import Tabular

/// `ro-crate-metadata.json`: what a folder is, who may use it for what, and how each file in it was made, for archives of research data.
///
/// - Source: RO-Crate Metadata Specification 1.1 (2020), and Process Run Crate 0.5 for what made the files.
public struct ResearchCrate: Sendable {
  /// What nobody but its publisher can say of a folder.
  public struct Release: Sendable, Hashable {
    /// The day of publication, `2026-11-21`.
    public let day: String
    /// What others may do with it: an address or a sentence.
    public let licence: String
    /// Who publishes it; nil where it is not said.
    public let publisher: String?

    /// Makes a value from its parts.
    public init(day: String, licence: String, publisher: String?) {
      (self.day, self.licence, self.publisher) = (day, licence, publisher)
    }
  }

  /// The program that made the files.
  public struct Program: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// Its version.
    public let version: String

    /// Makes a value from its parts.
    public init(name: String, version: String) { (self.name, self.version) = (name, version) }
  }

  /// A file that the folder was made from and that is not in it.
  public struct Input: Sendable, Hashable {
    /// Its base name.
    public let name: String
    /// What it was to the run: `responses`, `plan`.
    public let role: String
    /// The SHA-256 sum in hexadecimal digits.
    public let sum: String

    /// Makes a value from its parts.
    public init(name: String, role: String, sum: String) { (self.name, self.role, self.sum) = (name, role, sum) }
  }

  let release: Release
  let program: Program
  let instrument: Instrument
  let seed: UInt64
  let inputs: [Input]
  let files: [PublishedFile]
  /// The SHA-256 sum of each file in hexadecimal digits, by its name.
  let sums: [String: String]

  /// Describes the files of a folder; rows that were set aside are answers of single people, and are not listed.
  public init(
    _ release: Release, of files: [PublishedFile], sums: [String: String], instrument: Instrument, seed: UInt64,
    inputs: [Input], program: Program
  ) {
    (self.release, self.sums, self.instrument, self.seed) = (release, sums, instrument, seed)
    (self.inputs, self.program) = (inputs, program)
    self.files = files.filter { $0.name != "set-aside.csv" }.sorted { $0.name < $1.name }
  }

  /// The document.
  public var json: JSONValue {
    .object([
      "@context": .text("https://w3id.org/ro/crate/1.1/context"),
      "@graph": .list(
        [descriptor, root] + files.map(described) + [manifest, run, software, survey, licence, profile]
          + inputs.enumerated().map { input($0.offset, $0.element) } + publisher),
    ])
  }

  private var descriptor: JSONValue {
    entity(
      "ro-crate-metadata.json", "CreativeWork",
      ["conformsTo": link("https://w3id.org/ro/crate/1.1"), "about": link("./")])
  }

  private var root: JSONValue {
    var members: [String: JSONValue] = [
      "name": .text("Readiness to co-produce: \(instrument.title.english)"),
      "description": .text(
        "Scores, comparisons and ranks made from answers to \(instrument.title.english), version \(instrument.version). "
          + "The answers themselves are not part of it."),
      "datePublished": .text(release.day), "license": link(licenceID), "conformsTo": link(Self.profileID),
      "hasPart": .list(files.map { link($0.name) } + [link("manifest.json")]), "mentions": link("#run"),
    ]
    if release.publisher != nil {
      members["publisher"] = link("#publisher")
      members["author"] = link("#publisher")
    }
    return entity("./", "Dataset", members)
  }

  private func described(_ file: PublishedFile) -> JSONValue {
    var members: [String: JSONValue] = [
      "name": .text(file.name), "description": .text(Self.description(of: file)),
      "encodingFormat": .text(Self.format(of: file.name)), "contentSize": .text("\(file.bytes.count)"),
    ]
    if let sum = sums[file.name] { members["sha256"] = .text(sum) }
    return entity(file.name, "File", members)
  }

  /// The manifest names this document with its sum, so that its own sum cannot stand here.
  private var manifest: JSONValue {
    entity(
      "manifest.json", "File",
      [
        "name": .text("manifest.json"), "description": .text("Plan, seed, and the sums of what was read and written."),
        "encodingFormat": .text("application/json"),
      ])
  }

  private var run: JSONValue {
    var members: [String: JSONValue] = [
      "name": .text("Made with \(program.name) \(program.version)"),
      "description": .text(
        "Seed \(seed). The plan is in manifest.json; the same answers, plan and seed give the same bytes."),
      "instrument": link("#program"),
      "object": .list(inputs.indices.map { link("#input-\($0 + 1)") } + [link("#survey")]),
      "result": .list(files.map { link($0.name) } + [link("manifest.json")]),
    ]
    if release.publisher != nil { members["agent"] = link("#publisher") }
    return entity("#run", "CreateAction", members)
  }

  private var software: JSONValue {
    entity(
      "#program", "SoftwareApplication",
      ["name": .text(program.name), "version": .text(program.version)])
  }

  private var survey: JSONValue {
    entity(
      "#survey", "CreativeWork",
      [
        "name": .text(instrument.title.english), "identifier": .text(instrument.id),
        "version": .text(instrument.version), "inLanguage": Self.oneOrMore(instrument.languages),
        "creditText": Self.oneOrMore(instrument.credits),
      ])
  }

  private func input(_ index: Int, _ input: Input) -> JSONValue {
    entity(
      "#input-\(index + 1)", "CreativeWork",
      [
        "name": .text(input.name), "sha256": .text(input.sum),
        "description": .text("Read as \(input.role); not part of this folder."),
      ])
  }

  private var licence: JSONValue {
    entity(
      licenceID, "CreativeWork",
      ["name": .text(release.licence), "description": .text("What others may do with this folder.")])
  }

  private var profile: JSONValue {
    entity(Self.profileID, "CreativeWork", ["name": .text("Process Run Crate"), "version": .text("0.5")])
  }

  private var publisher: [JSONValue] {
    release.publisher.map { [entity("#publisher", "Organization", ["name": .text($0)])] } ?? []
  }

  private static let profileID = "https://w3id.org/ro/wfrun/process/0.5"

  /// An address is its own name; a sentence gets one.
  private var licenceID: String {
    release.licence.hasPrefix("https://") || release.licence.hasPrefix("http://") ? release.licence : "#licence"
  }

  /// One value stands alone, as archives want it.
  private static func oneOrMore(_ texts: [String]) -> JSONValue {
    if let only = texts.first, texts.count == 1 { .text(only) } else { JSONValue(texts) }
  }

  private func link(_ id: String) -> JSONValue { .object(["@id": .text(id)]) }

  private func entity(_ id: String, _ type: String, _ members: [String: JSONValue]) -> JSONValue {
    .object(members.merging(["@id": .text(id), "@type": .text(type)]) { $1 })
  }
}

extension ResearchCrate {
  /// What a file is, in a sentence.
  static func description(of file: PublishedFile) -> String {
    if let table = file.table { return table.description.meaning }
    return switch file.name {
    case "datapackage.json": "Describes every table: columns, types, units, words and sums."
    case "import.R": "Reads every table in R, with labels."
    case "import.do": "Reads every table in Stata, with labels."
    case "import.sps": "Reads every table in SPSS or PSPP, with labels."
    case "results.xlsx": "Every table as a sheet of one workbook."
    case "evidence.json": "What one draw of a robustness study is checked by."
    case let name where name.hasSuffix(".html"): "A page for a browser, a screen reader and paper."
    case let name where name.hasSuffix(".txt"): "A page as plain text."
    default: "A file of this run."
    }
  }

  /// The media type by the ending of a name.
  static func format(of name: String) -> String {
    switch name.split(separator: ".").last {
    case "csv": "text/csv"
    case "html": "text/html"
    case "json": "application/json"
    case "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    default: "text/plain"
    }
  }
}
