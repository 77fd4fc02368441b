/// The forms in which a language says a number of things: English has two of them, Welsh six.
///
/// - Source: the plural categories of the Unicode Common Locale Data Repository.
enum NumberForm: String, Sendable, Hashable, CaseIterable {
  /// A form for a language that has one for nothing at all.
  case zero
  /// `1 person`.
  case one
  /// A form for two.
  case two
  /// A form for a few, as the language counts a few.
  case few
  /// A form for many, as the language counts many.
  case many
  /// Every other number; every language has it.
  case other
}

/// A text in the forms of its number, as a cell holds it: `one: 1 person | other: {1} people`.
struct NumberForms: Sendable, Hashable {
  /// The text of each form.
  let texts: [NumberForm: String]

  /// What stands between two forms in a cell.
  static let separator = " | "

  /// Reads a cell; nil when it is not written as forms, or has one twice.
  init?(_ cell: String) {
    var texts: [NumberForm: String] = [:]
    for part in cell.split(separator: Self.separator, omittingEmptySubsequences: false) {
      guard let colon = part.firstIndex(of: ":"), let form = NumberForm(rawValue: String(part[..<colon]).trimmed) else {
        return nil
      }
      let text = String(part[part.index(after: colon)...]).trimmed
      guard !text.isEmpty, texts.updateValue(text, forKey: form) == nil else { return nil }
    }
    self.texts = texts
  }

  /// The two English forms in one text, by which the forms of other languages are found.
  static func key(one: String, other: String) -> String { "one: \(one)\(separator)other: \(other)" }
}
