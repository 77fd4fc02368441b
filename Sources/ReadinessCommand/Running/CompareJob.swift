import Foundation
import Readiness
import Reporting
import Survey
import Tabular

/// The work of `readiness compare`: read, compare, publish.
struct CompareJob: Sendable {
  var reading: Reading
  var choices = PlanChoices()
  /// Whether the same people are compared in two waves, and how they are told apart.
  var pairing: Pairing?
  /// The folder to write; nil prints the comparisons instead.
  var output: String?
  var force = false
  var dryRun = false
  var json = false

  /// Two waves of the same people.
  struct Pairing: Sendable {
    let column: String
    let waves: [String]
  }

  /// Does the work and answers with the exit code.
  func perform(_ console: Console) throws -> Exit {
    let started = ContinuousClock.now
    if !dryRun, let output { try FolderWriter(path: output, force: force, inputs: inputPaths).check() }
    let instrument = try reading.instrument()
    guard !instrument.items.isEmpty else {
      throw CommandFault(
        .usage, "The survey “\(instrument.id)” rates no barriers, so there are no scores to compare. Use readiness run."
      )
    }
    let settings = try PlanSettings(choices, reading: reading, instrument: instrument)
    console.progress("Reading and comparing")
    let compared = try compare(instrument, settings)
    console.endProgress()
    for notice in compared.intake.notices { console.note(notice.description) }

    let files = compared.files
    let manifest = Manifest(
      instrument: instrument, plan: settings.plan, intake: compared.intake, inputs: compared.inputs + settings.inputs,
      options: settings.reading.options, pairing: pairing.map { ($0.column, $0.waves) })
    try publish(compared, files, manifest.json(outputs: files), console)
    let aside = compared.intake.setAside.count
    if aside > 0 { console.warn("\(aside) row\(aside == 1 ? " was" : "s were") set aside.") }
    console.note(
      "Seed \(settings.plan.seed). \((ContinuousClock.now - started).tenths) seconds on at most "
        + "\(reading.options.threads) threads.")
    return aside > 0 && reading.options.strict ? .rowsSetAside : .done
  }

  private var inputPaths: [String] { reading.files.filter { $0 != "-" } + [choices.planPath].compactMap { $0 } }

  /// Reads the answers and compares them: groups, the same people, or both.
  private func compare(_ instrument: Instrument, _ settings: PlanSettings) throws -> Compared {
    let threads = reading.options.threads
    guard let pairing else {
      let (responses, inputs) = try settings.reading.responses(to: instrument)
      try settings.checkColumns(of: responses)
      let study = try ComparisonStudy(responses, plan: settings.plan, threads: threads)
      return try Compared(study, nil, intake: responses.intake, inputs: inputs)
    }
    let waves = try PairedReading(settings.reading, pairing: pairing).responses(to: instrument)
    let (first, second) = (waves.responses[0], waves.responses[1])
    // Groups are compared where the command names them; a person must not count twice in them.
    let groups = choices.by.isEmpty ? nil : second
    if let groups { try settings.checkColumns(of: groups) }
    let paired: PairedStudy
    do {
      paired = try PairedStudy(
        first, second, waves: (pairing.waves[0], pairing.waves[1]), pairBy: pairing.column, plan: settings.plan,
        threads: threads)
    } catch {
      throw CommandFault(.badData, Self.sentence(error.sentence(waves: pairing.waves)))
    }
    let study = try groups.map { try ComparisonStudy($0, plan: settings.plan, threads: threads) }
    return try Compared(study, paired, intake: waves.intake, inputs: waves.inputs)
  }

  /// A whole sentence.
  private static func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() + "." }

  private func publish(
    _ compared: Compared, _ files: [PublishedFile], _ manifest: JSONValue, _ console: Console
  ) throws {
    let all = (files + [PublishedFile(name: "manifest.json", bytes: manifest.document)]).sorted { $0.name < $1.name }
    if dryRun {
      for file in all { try console.writeData(Array("\(file.name)\n".utf8)) }
      console.note("Nothing was written (--dry-run). With --output these \(all.count) files would be.")
      return
    }
    for note in compared.notes { console.note(note) }
    if let output {
      try FolderWriter(path: output, force: force, inputs: inputPaths).write(all)
      console.note("\(all.count) files are in \(output). Start with report.txt.")
    }
    if json {
      try console.writeData(
        JSONValue.object(["schema_version": .integer(1), "manifest": manifest, "results": compared.json]).document)
    } else if output == nil {
      try console.writeData(compared.table.bytes)
      console.note("Nothing was written. Add --output FOLDER to keep the tables and the page that reads them.")
    }
  }

  /// What was found, as files.
  private struct Compared {
    let findings: ComparisonFindings
    let intake: Intake
    let inputs: [Reading.Input]

    init(_ study: ComparisonStudy?, _ paired: PairedStudy?, intake: Intake, inputs: [Reading.Input]) throws {
      guard let findings = ComparisonFindings(study, paired) else {
        throw CommandFault(.usage, "There is nothing to compare.")
      }
      self.findings = findings
      self.intake = intake
      self.inputs = inputs
    }

    /// `comparisons.csv`.
    var table: PublishedFile { PublishedFile(Comparison.schema, findings.comparisons) }

    var files: [PublishedFile] {
      let report = ComparisonReport(findings, intake: intake, software: ReadinessCommand.software).report
      let codebook = Codebook(comparing: findings.instrument, measures: findings.measures)
      let aside = intake.setAside
      return
        ([
          table, PublishedFile(PerceptionGap.schema, findings.perceptionGaps),
          PublishedFile(CodebookRow.schema, codebook.rows), PublishedFile(report),
        ] + (aside.isEmpty ? [] : [PublishedFile(SetAsideRow.schema(of: aside), aside)])).sorted { $0.name < $1.name }
    }

    var json: JSONValue {
      .object([
        "perception-gaps": PerceptionGap.schema.json(rows: findings.perceptionGaps),
        "pairing": findings.pairing.map(Self.json) ?? .null,
        "comparisons": Comparison.schema.json(rows: findings.comparisons),
        "families": .list(
          findings.familyNotes.map {
            .object([
              "family": .text($0.family), "by": .text($0.by), "comparisons": .integer($0.size),
              "p_adjusted_smallest": $0.smallestAdjusted.map(JSONValue.number) ?? .null, "note": .text($0.sentence),
            ])
          }),
      ])
    }

    private static func json(_ pairing: ComparisonFindings.Pairing) -> JSONValue {
      .object([
        "waves": JSONValue(pairing.waves), "both": JSONValue(pairing.attendance.both),
        "only_first": JSONValue(pairing.attendance.onlyFirst), "only_second": JSONValue(pairing.attendance.onlySecond),
        "moved": JSONValue(pairing.attendance.moved), "organisations": .integer(pairing.attendance.organizations),
      ])
    }

    /// What each family can show, and who was not paired, a line each.
    var notes: [String] {
      (findings.pairing.map { PairedWords($0).lines } ?? [])
        + findings.familyNotes.map { "\($0.by), \($0.family): \($0.sentence)" }
    }
  }
}
