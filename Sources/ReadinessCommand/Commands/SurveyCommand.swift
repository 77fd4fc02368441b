import ArgumentParser
import Survey

/// `readiness survey`.
struct SurveyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "survey", "Lists, shows and checks surveys, and makes empty answer files.",
    examples: [
      "readiness survey list", "readiness survey show barriers-standard", "readiness survey check my-surveys/short",
      "readiness survey template barriers-short > answers.csv",
    ],
    subcommands: [List.self, Show.self, Check.self, Template.self])

  /// `readiness survey list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      "list", "Lists the surveys that come with the program.", examples: ["readiness survey list"])

    func run() throws {
      let console = Console.standard()
      try console.perform {
        let surveys = try SurveyCommand.all()
        let width = surveys.map(\.id.count).max() ?? 0
        for survey in surveys {
          let name = survey.id + String(repeating: " ", count: width - survey.id.count)
          let budget = survey.budget.map { "\($0.factors.count) budget choices" }
          let asked = [survey.ratings.isEmpty ? nil : "\(survey.ratings.count) ratings", budget].compactMap { $0 }
          let line = "\(name)  \(survey.version)  \(survey.title.english) (\(asked.joined(separator: ", ")))\n"
          try console.writeData(Array(line.utf8))
        }
        return .done
      }
    }
  }

  /// `readiness survey show`.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      "show", "Shows what a survey asks, and every judgement that scoring rests on.",
      examples: ["readiness survey show barriers-standard", "readiness survey show ./my-survey"])

    @Argument(
      help: ArgumentHelp("The survey: its name, or the path of its folder.", valueName: "id|path"), completion: .surveys
    )
    var survey: String
    @Option(help: "The language of the sentences.") var language = "en"

    func run() throws {
      let console = Console.standard()
      try console.perform {
        let instrument = try SurveyCommand.instrument(survey)
        guard instrument.languages.contains(language) else {
          throw CommandFault(
            .usage,
            "--language \(language): the survey “\(instrument.id)” is not in that language, only in "
              + "\(instrument.languages.joined(separator: ", ")).")
        }
        let lines = instrument.description(language: language)
        try console.writeData(Array((lines.joined(separator: "\n") + "\n").utf8))
        return .done
      }
    }
  }

  /// `readiness survey check`.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      "check", "Checks the files of a survey and lists every fault and notice.",
      examples: ["readiness survey check barriers-standard", "readiness survey check ./my-survey"])

    @Argument(
      help: ArgumentHelp("The survey: its name, or the path of its folder.", valueName: "id|path"), completion: .surveys
    )
    var survey: String

    func run() throws {
      let console = Console.standard()
      try console.perform {
        let instrument = try SurveyCommand.instrument(survey)
        let notices = instrument.notices.map(\.description)
        let count = notices.count == 1 ? "1 notice" : "\(notices.count) notices"
        let lines = notices + ["\(instrument.id) \(instrument.version): no faults, \(count)."]
        try console.writeData(Array((lines.joined(separator: "\n") + "\n").utf8))
        return .done
      }
    }
  }

  /// `readiness survey template`.
  struct Template: ParsableCommand {
    static let configuration = CommandConfiguration(
      "template", "Prints an empty file of answers with one filled example row.",
      examples: ["readiness survey template barriers-short > answers.csv"])

    @Argument(
      help: ArgumentHelp("The survey: its name, or the path of its folder.", valueName: "id|path"), completion: .surveys
    )
    var survey: String

    func run() throws {
      let console = Console.standard()
      try console.perform {
        try console.writeData(Array(try SurveyCommand.instrument(survey).template().utf8))
        return .done
      }
    }
  }

  /// All surveys that come with the program; their faults end the command with code 78.
  private static func all() throws(CommandFault) -> [Instrument] {
    do {
      return try Instrument.all()
    } catch {
      throw CommandFault(.badSettings, "The surveys cannot be listed.", faults: error.faults)
    }
  }

  /// The survey of that name; its faults end the command with code 78.
  static func instrument(_ name: String) throws(CommandFault) -> Instrument {
    do {
      return try Instrument.named(name)
    } catch {
      throw CommandFault(.badSettings, "The survey “\(name)” cannot be used.", faults: error.faults)
    }
  }
}
