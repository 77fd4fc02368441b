import Readiness
import Tabular

/// `import.R`: base R reads every table into a list of data frames.
struct RScript {
  let text: String

  init(_ tables: [(file: PublishedFile, table: TableDescription)]) {
    let frames = tables.map { file, table in
      """
          \(table.name.replacing("-", with: "_")) = read(
            \(Self.quoted(file.name)),
            c(\(table.columns.map { "\($0.name) = \(Self.quoted(Self.type($0.type)))" }.joined(separator: ", "))),
            c(
              \(table.columns.map { "\($0.name) = \(Self.quoted($0.label(limit: 200)))" }.joined(separator: ",\n        "))),
            list(\(table.columns.filter { !$0.categories.isEmpty }.map(Self.levels).joined(separator: ",\n        "))))
      """
    }
    text = """
      # Reads the tables of this folder, with types, labels and factors. Base R is enough:
      #   source("import.R", chdir = TRUE)
      #   str(readiness, max.level = 1)
      # Where there is no number there is NA, and the column status says why. attr(x, "label") says what a column means.
      readiness <- local({
        read <- function(file, types, labels, levels) {
          frame <- utils::read.csv(
            file, colClasses = types, na.strings = c("", "[c]", "[u]", "[x]", "[z]"), fileEncoding = "UTF-8-BOM", check.names = FALSE)
          stopifnot(identical(names(frame), names(types)))
          for (name in names(levels)) frame[[name]] <- factor(frame[[name]], levels = levels[[name]])
          for (name in names(labels)) attr(frame[[name]], "label") <- labels[[name]]
          frame
        }
        list(
      \(frames.joined(separator: ",\n"))
        )
      })

      """
  }

  private static func type(_ type: ColumnType) -> String {
    switch type {
    case .string: "character"
    case .integer: "integer"
    case .number: "numeric"
    }
  }

  private static func levels(_ column: TableDescription.Column) -> String {
    "\(column.name) = c(\(column.categories.map { quoted($0.value) }.joined(separator: ", ")))"
  }

  /// A text in quotes, in ASCII: a script is read alike in every locale.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\u{20}"..."\u{7E}": quoted.unicodeScalars.append(scalar)
      default: quoted += "\\U{\(String(scalar.value, radix: 16))}"
      }
    }
    return quoted + "\""
  }
}
