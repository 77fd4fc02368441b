/// What headings of response files may be: codes, aliases and whole texts, none of which may mean two things.
///
/// Headings are compared as they are when a response file is read, without regard to case, blanks and kinds of dashes.
extension InstrumentCheck {
  /// Headings of columns about the respondent.
  var reservedHeadings: Set<String> {
    Set((Names.reservedColumns + survey.profile.map(\.column)).map(HeadingText.key))
  }

  /// Notes every alias and every text that is already the heading of something else.
  func checkHeadings() {
    let factors = survey.budget?.factors ?? []
    let codes = items.rows.map(\.code.value) + factors.map(\.id.value)
    var owners: [String: String] = [:]
    for code in codes { owners[HeadingText.key(code)] = code }
    checkAliases(of: codes, owners: &owners)
    for language in survey.context.languages {
      var texts = factors.map { (code: $0.id.value, text: $0.label[language], place: Optional($0.id.place)) }
      texts += items.rows.map { (code: $0.code.value, text: $0.text[language], place: $0.textPlaces[language]) }
      for case (let code, let text?, let place?) in texts {
        let key = HeadingText.key(text)
        guard let owner = owners[key], owner != code else {
          owners[key] = code
          continue
        }
        log.add(
          .duplicateText, at: place,
          "found a text that is already a heading of \(owner), expected each sentence once; reword it, or remove one")
      }
    }
  }

  private func checkAliases(of codes: [String], owners: inout [String: String]) {
    for row in survey.aliases {
      if !codes.contains(row.code.value) {
        log.add(
          .unknownItem, at: row.code.place,
          "found the item “\(row.code.value)”, expected the code of an item or factor"
            + Names.suggestion(row.code.value, codes))
      }
      for alias in row.aliases {
        let key = HeadingText.key(alias.value)
        if reservedHeadings.contains(key) {
          log.add(
            .duplicateCode, at: alias.place,
            "found the alias “\(alias.value)”, which is a column of response files; choose another")
        } else if let owner = owners[key] {
          log.add(
            .duplicateCode, at: alias.place,
            "found the alias “\(alias.value)”, which is already a heading of \(owner); choose another, or remove it")
        } else {
          owners[key] = row.code.value
        }
      }
    }
  }
}
