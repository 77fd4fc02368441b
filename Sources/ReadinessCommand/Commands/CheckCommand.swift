import ArgumentParser
import Survey

/// `readiness check`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "check", "Reads answers and lists every fault; scores nothing and writes nothing.",
    discussion: "Each fault says where it is, what was found, what was expected and how to mend it.",
    examples: [
      "readiness check answers.csv --survey barriers-standard",
      "cat answers.csv | readiness check - --survey barriers-short",
    ])

  @OptionGroup var reading: ReadingArguments

  func run() throws {
    let console = Console.standard(quiet: reading.quiet)
    try console.perform { try CheckJob(reading: reading.reading).perform(console) }
  }
}

/// The work of `readiness check`.
struct CheckJob {
  let reading: Reading

  func perform(_ console: Console) throws -> Exit {
    let instrument = try reading.instrument()
    console.progress("Reading")
    let responses = try reading.responses(to: instrument).responses
    console.endProgress()
    let intake = responses.intake
    var lines: [String] = []
    for file in intake.files {
      lines.append("\(file.name): \(file.rows) row\(file.rows == 1 ? "" : "s"), \(file.used) used")
      if !file.notAsked.isEmpty { lines.append("  not asked: \(file.notAsked.joined(separator: " "))") }
      if !file.unread.isEmpty { lines.append("  columns not read: \(file.unread.joined(separator: ", "))") }
    }
    if let better = reading.betterSurvey(responses) { lines.append(better) }
    lines += intake.notices.map(\.description)
    lines += intake.setAside.flatMap(\.faults).map(\.description)
    let faulty = intake.setAside.count
    lines.append(faulty == 0 ? "No faults." : "\(faulty) row\(faulty == 1 ? "" : "s") with faults.")
    try console.writeData(Array((lines.joined(separator: "\n") + "\n").utf8))
    return !intake.setAside.isEmpty && reading.options.strict ? .rowsSetAside : .done
  }
}
