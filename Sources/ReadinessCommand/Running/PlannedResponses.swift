import Readiness
import Survey

/// What every study of some answers starts from: the survey, the settings and the answers, read after the output is found free.
struct PlannedResponses: Sendable {
  let instrument: Instrument
  /// The language of the page, whole for this survey.
  let wording: Wording
  let settings: PlanSettings
  let responses: Responses
  let inputs: [Reading.Input]
  /// What the ledger says of earlier releases; nil where none is named.
  let ledger: LedgerNote?
  /// Files that must not be written over.
  let paths: [String]

  /// Reads the answers; `progress` says what goes on, and with `needsScores` a survey without barriers is refused. `columns` are
  /// further ones by which groups are published, and `more` are further files that are read.
  init(
    _ reading: Reading, choices: PlanChoices, delivery: Delivery, needsScores: Bool, progress: String,
    columns: [String] = [], more: [String] = [], _ console: Console
  ) throws {
    paths = reading.paths + choices.paths + more
    try delivery.check(inputs: paths)
    instrument = try reading.instrument()
    wording = try delivery.wording(for: instrument)
    guard !(needsScores && instrument.items.isEmpty) else {
      throw CommandFault(
        .usage, "The survey “\(instrument.id)” rates no barriers, so there are no scores to look at. Use readiness run."
      )
    }
    var settings = try PlanSettings(choices, reading: reading, instrument: instrument)
    console.progress(progress)
    (responses, inputs) = try settings.reading.responses(to: instrument)
    try settings.checkColumns(of: responses)
    ledger = try LedgerNote.check(delivery.ledger, responses, &settings, columns: columns)
    self.settings = settings
  }

  /// The record of the run.
  func manifest(_ intake: Intake, more: [Reading.Input] = []) -> Manifest {
    var manifest = Manifest(
      instrument: instrument, plan: settings.plan, intake: intake, inputs: inputs + settings.inputs + more,
      options: settings.reading.options)
    manifest.ledger = ledger
    return manifest
  }
}
