import Foundation
import Readiness

/// The work of `readiness simulate`.
struct SimulateJob {
  let survey: String
  let organizations: Int
  let respondents: Int
  let seed: UInt64
  let missing: Double
  /// The file of answers; nil prints them.
  let output: String?
  let force: Bool

  /// Does the work and answers with the exit code.
  func perform(_ console: Console) throws -> Exit {
    let instrument = try SurveyCommand.instrument(survey)
    let cohort: SimulatedCohort
    do {
      cohort = try SimulatedCohort(
        instrument: instrument, organizations: organizations, respondents: respondents, seed: seed, missing: missing)
    } catch {
      throw CommandFault(.usage, "\(error)")
    }
    guard let output else {
      try cohort.writeResponses(console.writeData)
      console.note("Seed \(seed). Add --output FILE to keep the true readiness too.")
      return .done
    }
    let truth = Self.truthPath(for: output)
    let writers = [output, truth].map { FileWriter(path: $0, force: force, inputs: Reading.folders(of: survey)) }
    for writer in writers { try writer.check() }
    try writers[1].write(cohort.truthCSV())
    try writers[0].write { write in try cohort.writeResponses(write) }
    console.note("Seed \(seed). The answers are in \(output), the true readiness in \(truth).")
    return .done
  }

  /// `cohort-truth.csv` for `cohort.csv`.
  static func truthPath(for output: String) -> String {
    let url = URL(filePath: output)
    let name = url.lastPathComponent
    let ending = url.pathExtension
    let stem = ending.isEmpty ? name : String(name.dropLast(ending.count + 1))
    let folder = output.dropLast(name.count)
    return "\(folder)\(stem)-truth\(ending.isEmpty ? "" : ".\(ending)")"
  }
}
