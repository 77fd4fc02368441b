import Foundation
import Readiness
import Reporting
import Survey

/// Where the results of a run go: into a new folder, to standard output, or nowhere.
struct Delivery: Sendable {
  /// The folder to write; nil prints the results instead.
  var output: String?
  /// Whether a folder that is there is replaced whole.
  var force = false
  /// Whether names of files are listed and nothing is written.
  var dryRun = false
  /// Whether everything is printed as one document.
  var json = false
  /// For whom CSV files are written.
  var profile = TableProfile.analysis
  /// Whether the tables are written as a workbook too.
  var workbook = false
  /// The language of pages.
  var language = "en"
  /// What the publisher says of the folder, where it is described for an archive.
  var release: ResearchCrate.Release?
  /// The file in which releases are noted; nil compares with none.
  var ledger: String?

  /// What a run has to deliver.
  struct Results {
    /// Every file but the manifest.
    let files: [PublishedFile]
    let manifest: Manifest
    /// The file to read first.
    let first: String
    /// What a folder would hold besides what is printed.
    let more: String
    /// All tables as one value.
    let json: () -> JSONValue
    /// What the pages say.
    let reports: () -> [Report]
    /// The language of the pages.
    let wording: Wording
    /// What is printed where no folder is written.
    let printed: () -> PublishedFile
  }

  /// Refuses, before any long work, a folder that would be refused at the end, and options that would do nothing.
  ///
  /// - Parameter other: whether a file is written besides, which `--force` may be meant for.
  func check(inputs: [String], other: Bool = false) throws(CommandFault) {
    if force, output == nil, !other {
      throw CommandFault(
        .usage, "--force replaces what is written, and nothing is. Add --output, or leave --force out.")
    }
    if !dryRun, let output { try writer(output, inputs + [ledger].compactMap(\.self)).check() }
  }

  /// Lists, writes or prints the results; `besides` runs between writing and printing, and not in a dry run.
  func deliver(
    _ results: Results, inputs: [String], _ console: Console, besides: () throws -> Void = {}
  ) throws {
    try results.wording.check(results.reports())
    let (files, sums) = try described(results)
    let manifest = results.manifest.json(outputs: sums, profile: profile, language: results.wording.language)
    let all = (files + [PublishedFile(name: "manifest.json", bytes: manifest.document)]).sorted { $0.name < $1.name }
    if dryRun {
      for file in all { try console.writeData(Array("\(file.name)\n".utf8)) }
      console.note(
        "Nothing was written (--dry-run). Without it these \(all.count) files would be "
          + (output.map { "in \($0)." } ?? "written to the folder that --output names."))
      return
    }
    try results.manifest.ledger?.write()
    if let output {
      try writer(output, inputs + [ledger].compactMap(\.self)).write(all)
      console.note("\(all.count) files are in \(output). Start with \(results.first).")
    }
    try besides()
    if json {
      try console.writeData(
        JSONValue.object([
          "schema_version": .integer(1), "manifest": manifest, "results": results.json(),
          "reports": .list(results.reports().map { $0.json(wording: results.wording) }),
        ]).document)
    } else if output == nil {
      try console.writeData(results.printed().written(for: profile).bytes)
      console.note("Nothing was written. Add --output FOLDER to keep \(results.more).")
    }
  }

  /// The files as their readers need them, with what describes their tables and reads them, and the sums of all.
  private func described(_ results: Results) throws(CommandFault) -> (files: [PublishedFile], sums: FileSums) {
    var files = results.files.map { $0.written(for: profile) }
    var sums = FileSums(files)
    func add(_ more: [PublishedFile]) {
      files += more
      sums.add(more)
    }
    let manifest = results.manifest
    let package = DataPackage(
      name: "readiness-\(manifest.instrument.id)", title: manifest.instrument.title.english, files: files,
      profile: profile, instrument: manifest.instrument, sources: manifest.inputs.map(\.name), sums: sums.byName)
    let book = Workbook(
      title: "Readiness: results",
      subject:
        "\(manifest.instrument.title.english) (\(manifest.instrument.id), version \(manifest.instrument.version))",
      files: files.filter { $0.name != "set-aside.csv" },
      software: ReadinessCommand.software)
    // What a spreadsheet shows as a mark a statistics program would warn of, cell by cell.
    if profile == .analysis { add(ImportScripts(package).files) }
    if workbook { add([PublishedFile(name: "results.xlsx", bytes: try book.bytes())]) }
    add([PublishedFile(name: "datapackage.json", bytes: package.json.document)])
    if let release {
      let crate = ResearchCrate(
        release, of: files, sums: sums.byName, instrument: manifest.instrument, seed: manifest.plan.seed,
        inputs: manifest.inputs.map { ResearchCrate.Input(name: $0.name, role: $0.role, sum: $0.sha256) },
        program: ResearchCrate.Program(name: "readiness", version: ReadinessCommand.version))
      add([PublishedFile(name: "ro-crate-metadata.json", bytes: crate.json.document)])
    }
    return (files, sums)
  }

  /// Prints notices, the first of many, and says where all of them are.
  func tell(_ notices: [Fault], _ console: Console) {
    console.notices(
      notices,
      all: dryRun || (output == nil && !json) ? "“readiness check” lists them all" : "the manifest lists them all")
  }

  /// Says how a run ended: rows set aside, its seed and how long it took. Answers with the exit code.
  ///
  /// - Parameter isWhole: whether the folder has every row's file, as that of one organisation has not.
  func close(
    _ intake: Intake, seed: UInt64, options: IntakeOptions, since started: ContinuousClock.Instant,
    isWhole: Bool = true, _ console: Console
  ) -> Exit {
    let aside = intake.setAside.count
    if aside > 0 {
      let list =
        dryRun || output == nil || !isWhole ? "“readiness check --set-aside” says why" : "set-aside.csv says why"
      console.warn("\(aside) row\(aside == 1 ? " was" : "s were") set aside; \(list).")
    }
    console.note(
      "Seed \(seed). \((ContinuousClock.now - started).tenths) seconds on at most \(options.threads) threads.")
    return aside > 0 && options.strict ? .rowsSetAside : .done
  }

  private func writer(_ folder: String, _ inputs: [String]) -> FolderWriter {
    FolderWriter(path: folder, force: force, inputs: inputs)
  }
}

extension Duration {
  /// Seconds with one decimal.
  var tenths: String {
    let tenths = components.seconds * 10 + components.attoseconds / 100_000_000_000_000_000
    return "\(tenths / 10).\(tenths % 10)"
  }
}
