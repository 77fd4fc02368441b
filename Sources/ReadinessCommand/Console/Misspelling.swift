import ArgumentParser
import Survey

/// Options that a command does not know: they are named even where something else is missing too, since the slip is often the
/// reason why it is.
enum Misspelling {
  /// One sentence per unknown option, with the nearest known one; none where all are known.
  static func sentences(_ arguments: [String], root: any ParsableCommand.Type) -> [String] {
    let words = arguments.prefix { $0 != "--" }
    var command = root
    for word in words.prefix(while: { !$0.hasPrefix("-") }) {
      guard let next = command.configuration.subcommands.first(where: { $0.configuration.commandName == word }) else {
        break
      }
      command = next
    }
    let known = Self.options(in: root.helpMessage(for: command, columns: 200)) + ["--help", "--version"]
    return words.compactMap { word in
      guard word.hasPrefix("--"), let name = word.split(separator: "=").first.map(String.init), !known.contains(name)
      else { return nil }
      let nearest = NearestName.of(name, in: known).map { " Did you mean “\($0)”?" } ?? ""
      return "There is no option “\(name)”.\(nearest)"
    }
  }

  /// The long options that a help page names.
  private static func options(in help: String) -> [String] {
    help.split { !($0.isLetter || $0 == "-") }.map(String.init).filter { $0.hasPrefix("--") && $0.count > 2 }
  }
}
