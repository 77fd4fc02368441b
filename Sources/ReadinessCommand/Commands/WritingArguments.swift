import ArgumentParser
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
    help: ArgumentHelp("The folder to write. Without it, results are printed.", valueName: "dir"))
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

  @OptionGroup var languages: LanguageArguments

  /// The choices as values.
  var delivery: Delivery {
    Delivery(
      output: output, force: force, dryRun: dryRun, json: json, profile: profile, workbook: workbook,
      language: languages.language)
  }
}
