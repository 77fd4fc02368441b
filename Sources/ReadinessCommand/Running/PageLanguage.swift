import Readiness
import Reporting
import Survey

extension Delivery {
  /// The language of the pages, whole for this survey: its sentences, the survey's own texts, and the rules of numbers and dates.
  ///
  /// Asked for before answers are read, so that nothing is read or written in a language that is not whole.
  func wording(for instrument: Instrument?, ideas: ActionIdeas = .none) throws(CommandFault) -> Wording {
    try Wording.whole(language, for: instrument, ideas: ideas)
  }
}

extension Wording {
  /// A language from the folder of surveys, when nothing is missing in it.
  ///
  /// - Throws: ``CommandFault`` with code 78: the files of words have faults, no column is in that language, or something is missing, with the
  ///   number of what is missing and the first few.
  static func whole(
    _ language: String, for instrument: Instrument?, ideas: ActionIdeas = .none
  ) throws(CommandFault) -> Wording {
    guard language != Wording.english.language else { return .english }
    guard let folder = InstrumentLibrary.folder else {
      throw CommandFault(
        .badSettings,
        "--language \(language): the folder of surveys with words.csv is not found; set READINESS_SURVEYS to its path."
      )
    }
    let wording: Wording
    do {
      wording = try Wording(language: language, folder: folder)
    } catch {
      throw CommandFault(.badSettings, "--language \(language) cannot be used.", faults: error.faults)
    }
    guard let missing = wording.missing(for: instrument, ideas: ideas) else { return wording }
    throw CommandFault(.badSettings, "--language \(language) cannot be used: \(missing)")
  }

  /// Refuses pages that hold a sentence which the language's file does not know: it may be that of another version of the program.
  ///
  /// - Throws: ``CommandFault`` with code 78 and the first few of these sentences.
  func check(_ reports: [Report]) throws(CommandFault) {
    guard language != Wording.english.language else { return }
    let missing = unique(reports.flatMap { $0.missing(in: self) })
    guard !missing.isEmpty else { return }
    let first = missing.prefix(3).map { "“\($0)”" }.joined(separator: ", ")
    throw CommandFault(
      .badSettings,
      "--language \(language) cannot be used: words.csv has no row for \(missing.count) sentence\(missing.count == 1 ? "" : "s") of these pages, such as \(first). It may be that of "
        + "another version. Nothing was written. Who changes the sources runs Scripts/words.")
  }

  private func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }
}
