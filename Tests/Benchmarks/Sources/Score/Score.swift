import Foundation
import Readiness

/// Reads, validates, scores and summarises responses: `Score SURVEY-FOLDER FILE THREADS [read]`.
///
/// Prints one line with the number of respondents and of summary rows; times of the stages go to standard error.
@main
struct Score {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 4, let threads = Int(arguments[3]) else {
      FileHandle.standardError.write(Data("usage: Score SURVEY-FOLDER FILE THREADS [read]\n".utf8))
      exit(64)
    }
    let clock = ContinuousClock()
    var last = clock.now
    func lap(_ stage: String) {
      let now = clock.now
      FileHandle.standardError.write(Data("\(stage) \(now - last)\n".utf8))
      last = now
    }
    let instrument = try Instrument(folder: URL(filePath: arguments[1]))
    lap("instrument")
    let responses = try instrument.responses(in: [.file(path: arguments[2])], options: IntakeOptions(threads: threads))
    lap("read")
    if arguments.count > 4 {
      print(responses.count)
      return
    }
    let scores = responses.scored(by: ScoringPlan(), threads: threads)
    lap("score")
    let rows = scores.rows(threads: threads)
    lap("summarise")
    print(responses.count, rows.count)
  }
}
