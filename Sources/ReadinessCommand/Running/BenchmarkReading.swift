import Readiness
import Survey

/// What `benchmark add` and `benchmark compare` share: answers read and made into records.
struct BenchmarkReading {
  let instrument: Instrument
  let plan: ScoringPlan
  let responses: Responses
  let records: BenchmarkRecords
  let inputs: [Reading.Input]
  let options: IntakeOptions

  /// Reads the answers; small organisations are hidden whatever the plan says, because a store outlives a run.
  init(
    _ reading: Reading, planPath: String?, days: BenchmarkRecords.Days, method: String, ticks: [QualityTick] = []
  ) throws {
    let instrument = try reading.instrument()
    guard !instrument.items.isEmpty else {
      throw CommandFault(
        .usage, "The survey “\(instrument.id)” rates no barriers, so there are no scores to compare. Use readiness run."
      )
    }
    var reading = reading
    if case .column(let column) = days, !reading.options.groups.contains(column) {
      reading.keep(column, for: "--date-column")
    }
    let plan = try PlanSettings.plan(of: reading.survey, path: planPath).plan
    let settings = try PlanSettings(
      PlanChoices(planPath: planPath, disclosure: plan.disclosure.stricter(.internal)), reading: reading,
      instrument: instrument)
    let (responses, inputs) = try settings.reading.responses(to: instrument)
    try settings.checkColumns(of: responses)
    self.instrument = instrument
    self.plan = settings.plan
    self.responses = responses
    self.inputs = inputs + settings.inputs
    options = settings.reading.options
    records = try BenchmarkRecords(
      responses, plan: settings.plan, days: days, method: method, ticks: ticks, threads: reading.options.threads)
  }
}
