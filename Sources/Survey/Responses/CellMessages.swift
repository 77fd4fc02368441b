/// Sentences about cells of rated items.
enum RatingMessage {
  /// What is wrong with a cell that holds neither a code of the scale nor a reason for none.
  static func fault(_ text: String, number: Int?, scale: ResponseScale) -> (kind: Fault.Kind, message: String) {
    let codes = "a whole number from \(scale.lowest) to \(scale.highest)"
    // What looks like an address is never shown, wherever it stands.
    let found = text.contains("@") ? "a text" : CellText.quoted(text)
    if CellText.isNotAvailable(text) {
      return (
        .notAvailable,
        "found \(found), expected \(codes), dk or nfm; write nfm for not for me, or leave the cell empty"
      )
    }
    if number != nil || CellText.number(text) != nil {
      return (
        .answerOutOfRange,
        "found \(found), expected \(codes); correct the answer, or leave the cell empty if it was not given"
      )
    }
    let key = HeadingText.key(text)
    if let option = scale.options.first(where: { $0.label.texts.values.contains { HeadingText.key($0) == key } }) {
      return (.answerNotACode, "found \(found), expected \(codes); write \(option.code), the code of that answer")
    }
    return (
      .answerNotACode,
      "found \(found), expected \(codes), dk or nfm; write the code of the answer, or leave the cell empty if it was not given"
    )
  }
}

extension TypeIndex {
  /// What is wrong with a cell that names no respondent type.
  func message(for text: String) -> String {
    let found = text.contains("@") ? "a text" : CellText.quoted(text)
    let expected =
      nearest(to: text).map { "expected a respondent type of the survey, perhaps “\($0)”" }
      ?? "expected one of \(codes.joined(separator: ", "))"
    return "found \(found), \(expected); correct the cell"
  }
}
