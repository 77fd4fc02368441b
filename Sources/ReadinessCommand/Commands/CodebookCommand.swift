import ArgumentParser
import Readiness
import Reporting
import Tabular

/// `readiness codebook`.
struct CodebookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "codebook", "Prints what every column, measure and item means, as CSV.",
    examples: ["readiness codebook > codebook.csv", "readiness codebook --survey barriers-full"])

  @Option(
    help: ArgumentHelp("The survey whose measures and items are described.", valueName: "id|path"), completion: .surveys
  )
  var survey = "barriers-standard"

  func run() throws {
    let console = Console.standard()
    try console.perform {
      let instrument = try SurveyCommand.instrument(survey)
      let codebook = Codebook(instrument: instrument, measures: instrument.measures)
      try console.writeData(codebook.schema.csv(rows: codebook.rows))
      return .done
    }
  }
}
