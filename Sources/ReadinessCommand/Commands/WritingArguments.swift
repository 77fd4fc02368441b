import ArgumentParser
import Readiness
import Reporting

/// What every command that writes pages shares: their language.
struct LanguageArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The language of pages, such as cy. It must be whole: all sentences, the survey and the rules of numbers. Tables stay in English.",
      valueName: "code"))
  var language = "en"
}

/// What `run`, `compare` and `rank` share: where results go.
struct WritingArguments: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder to write. Without it, results are printed.", valueName: "dir"),
    completion: .directory)
  var output: String?

  @Flag(help: "Replace what is already there, whole.")
  var force = false

  @Flag(name: [.customShort("n"), .long], help: "Do everything except writing; list the files that would be written.")
  var dryRun = false

  @Flag(help: "Print everything as one JSON document.")
  var json = false

  @Option(
    help: """
      For whom CSV files are written: analysis (programs; nothing is changed) or excel (people with a spreadsheet: marks where \
      there is no number, and no text that would run as a formula).
      """)
  var profile = TableProfile.analysis

  @Flag(help: "Also write results.xlsx: every table as a sheet of one accessible workbook.")
  var workbook = false

  @Option(
    help: ArgumentHelp(
      """
      Also describe the folder for an archive (ro-crate-metadata.json, RO-Crate 1.1), as published on this day. Needs \
      --output and --licence.
      """, valueName: "day"))
  var roCrate: String?

  @Option(
    help: ArgumentHelp(
      "What others may do with the folder, for --ro-crate: an address such as https://creativecommons.org/licenses/by/4.0/, or a sentence.",
      valueName: "text"))
  var licence: String?

  @Option(help: ArgumentHelp("Who publishes the folder, for --ro-crate.", valueName: "name"))
  var publisher: String?

  @Option(
    help: ArgumentHelp(
      """
      Compare with what this file says was published before, hide what would give a few people away beside it, and note this run \
      in it. Without it, runs over overlapping people are not compared. The file is as private as the answers.
      """, valueName: "file"), completion: .file())
  var ledger: String?

  @OptionGroup var languages: LanguageArguments

  func validate() throws {
    if workbook, output == nil, !dryRun {
      throw ValidationError("--workbook adds results.xlsx to a folder and needs --output.")
    }
    guard let roCrate else {
      guard licence == nil, publisher == nil else {
        throw ValidationError("--licence and --publisher are said of the folder that --ro-crate describes.")
      }
      return
    }
    guard roCrate.utf8.count == 10, CalendarDay.read(roCrate) != nil else {
      throw ValidationError("--ro-crate \(roCrate): expected the day of publication, such as 2026-11-21.")
    }
    guard output != nil else { throw ValidationError("--ro-crate describes a folder and needs --output.") }
    guard let licence, licence.contains(where: { !$0.isWhitespace }) else {
      throw ValidationError(
        "--ro-crate needs --licence: what others may do with the folder, which nobody but you can say.")
    }
    if let publisher, !publisher.contains(where: { !$0.isWhitespace }) {
      throw ValidationError("--publisher is empty: leave it out, or name who publishes the folder.")
    }
  }

  private var release: ResearchCrate.Release? {
    guard let roCrate, let licence else { return nil }
    return ResearchCrate.Release(day: roCrate, licence: licence, publisher: publisher)
  }

  /// The choices as values.
  var delivery: Delivery {
    Delivery(
      output: output, force: force, dryRun: dryRun, json: json, profile: profile, workbook: workbook,
      language: languages.language, release: release, ledger: ledger)
  }
}
