import ArgumentParser

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

  /// The choices as values.
  var delivery: Delivery { Delivery(output: output, force: force, dryRun: dryRun, json: json) }
}
