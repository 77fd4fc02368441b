/// Compares the parts of an instrument with each other: names that must exist, and names that must not repeat.
struct InstrumentCheck {
  let survey: SurveyFile
  let items: ItemsFile
  var log: FaultLog { survey.context.log }

  /// Notes every fault between the parts.
  func run() {
    checkDimensions()
    checkBudget()
    checkPeople()
    guard items.isReadable else { return }
    checkCodes()
    for row in items.rows { check(row) }
    checkParts()
    checkPages()
    checkHeadings()
    if items.rows.isEmpty, survey.budget == nil, log.faults.isEmpty {
      log.add(.nothingAsked, at: items.place, "found no items and no budget question, expected at least one of them")
    }
  }

  /// Item and factor codes: the shape that every survey tool accepts, each once, whatever the case of its letters.
  private func checkCodes() {
    var seen: [String: FilePlace] = [:]
    for code in items.rows.map(\.code) + (survey.budget?.factors.map(\.id) ?? []) {
      if !Names.isItemCode(code.value) {
        log.add(
          .badCode, at: code.place,
          "found \(quoted(code.value)), expected at most five letters and digits, a letter first, such as d01q1")
      } else if reservedHeadings.contains(HeadingText.key(code.value)) {
        log.add(
          .badCode, at: code.place,
          "found “\(code.value)”, which is the name of a column of response files; choose another code")
      }
      noteDuplicate(code, seen: &seen, among: "the codes of items and factors")
    }
  }

  private func checkDimensions() {
    var seen: [String: FilePlace] = [:]
    for id in survey.dimensions.flatMap({ [$0.id] + $0.parts.map(\.id) }) {
      if !Names.isItemCode(id.value) || !Names.isGroupCode(id.value) || id.value == "voice" {
        log.add(
          .badID, at: id.place,
          "found “\(id.value)”, expected at most five small letters and digits, a letter first, such as d01")
      }
      noteDuplicate(id, seen: &seen, among: "the ids of dimensions and parts")
    }
  }

  private func check(_ row: ItemsFile.Row) {
    let ids = survey.dimensions.map(\.id.value)
    if row.dimension.value.isEmpty {
      checkDegreeNow(row)
    } else {
      if !ids.contains(row.dimension.value) {
        log.add(
          .unknownDimension, at: row.dimension.place,
          "found the dimension “\(row.dimension.value)”, expected one of \(ids.joined(separator: ", "))"
            + Names.suggestion(row.dimension.value, ids))
      }
      if survey.barrierScale == nil { noteMissingScale("barrier_scale", for: "items with a dimension") }
    }
    if SurveyFile.forms.contains(survey.form), !row.forms.value.contains(survey.form),
      row.forms.value.allSatisfy(SurveyFile.forms.contains)
    {
      log.add(
        .otherForm, at: row.forms.place,
        "found \(quoted(row.forms.value.joined(separator: " "))), expected the form of this survey, “\(survey.form)”, "
          + "among them; add it, or remove the row")
    }
    for language in survey.context.languages where (row.text[language] ?? "").trimmed.isEmpty {
      guard let place = row.textPlaces[language] else { continue }
      log.add(
        .textMissing, at: place,
        TextMissing.message(row.code.value, language: language, english: row.text.english))
    }
  }

  /// A row without a dimension asks how often people do one of the Co's together now, and its code says so.
  private func checkDegreeNow(_ row: ItemsFile.Row) {
    if case .co(let co)? = row.facets.first, row.facets.count == 1, row.code.value == "now" + co.code {
      if survey.degreeNowScale == nil { noteMissingScale("degree_now_scale", for: "degree-now items") }
      return
    }
    log.add(
      .unknownDimension, at: row.dimension.place,
      "found no dimension, expected one of \(survey.dimensions.map(\.id.value).joined(separator: ", ")); "
        + "only nowcm, nowde, nowdl and nowas, each with its Co as the facet, stand without one")
  }

  private func noteMissingScale(_ key: String, for what: String) {
    guard !log.faults.contains(where: { $0.kind == .unknownScale }) else { return }
    log.add(.missingKey, at: survey.place, "the key “\(key)” is missing, and there are \(what); name their scale")
  }

  private func checkParts() {
    for dimension in survey.dimensions {
      let own = items.rows.filter { $0.dimension.value == dimension.id.value }.map(\.code.value).filter { !$0.isEmpty }
      for item in dimension.parts.flatMap(\.items) where !own.contains(item.value) {
        log.add(
          .unknownItem, at: item.place,
          "found the item “\(item.value)”, expected an item of \(dimension.id.value)\(Names.listed(own))")
      }
    }
  }

  private func checkPages() {
    guard !survey.pages.isEmpty else { return }
    let codes = items.rows.map(\.code.value)
    var seen: [String: FilePlace] = [:]
    for item in survey.pages.flatMap(\.items) {
      if !codes.contains(item.value) {
        log.add(
          .unknownItem, at: item.place,
          "found the item “\(item.value)”, expected the code of a row of items.csv"
            + Names.suggestion(item.value, codes))
      }
      noteDuplicate(item, seen: &seen, among: "the items of the pages")
    }
    for row in items.rows where !row.code.value.isEmpty && seen[row.code.value.lowercased()] == nil {
      log.add(
        .unplacedItem, at: row.code.place,
        "found “\(row.code.value)” on no page, expected it on one; add it to a page")
    }
  }
}

extension InstrumentCheck {
  /// Notes a name that stood before, whatever the case of its letters.
  fileprivate func noteDuplicate(_ name: Placed<String>, seen: inout [String: FilePlace], among names: String) {
    guard !name.value.isEmpty else { return }
    let key = name.value.lowercased()
    guard let first = seen[key] else {
      seen[key] = name.place
      return
    }
    let row = first.row.map { first.file.hasSuffix(".csv") ? "row \($0)" : "line \($0)" } ?? "above"
    survey.context.log.add(
      .duplicateCode, at: name.place,
      "found “\(name.value)” again among \(names), expected each once, whatever the case (first: \(row)); "
        + "change or remove one")
  }

  private func quoted(_ text: String) -> String { text.isEmpty ? "nothing" : "“\(text)”" }

  fileprivate func checkBudget() {
    let factors = survey.budget?.factors.map(\.id.value) ?? []
    let dimensions = survey.dimensions.map(\.id.value)
    for row in survey.crosswalk?.rows ?? [] {
      if !factors.contains(row.factor.value) {
        log.add(
          .unknownFactor, at: row.factor.place,
          "found the factor “\(row.factor.value)”, expected one of those under “budget”\(Names.listed(factors))"
            + Names.suggestion(row.factor.value, factors))
      }
      for dimension in row.dimensions where !dimensions.contains(dimension.value) {
        log.add(
          .unknownDimension, at: dimension.place,
          "found the dimension “\(dimension.value)”, expected one of \(dimensions.joined(separator: ", "))"
            + Names.suggestion(dimension.value, dimensions))
      }
    }
    guard let budget = survey.budget else { return }
    let crossed = Set(survey.crosswalk?.rows.map(\.factor.value) ?? [])
    for factor in budget.factors where !crossed.contains(factor.id.value) {
      log.add(
        .missingKey, at: factor.id.place,
        "found no row of the crosswalk for “\(factor.id.value)”, expected the dimensions that it could relieve; "
          + "add it under “crosswalk”, with empty lists if there are none")
    }
  }

  fileprivate func checkPeople() {
    let rollUps = survey.rollUps.map(\.code.value)
    var seen: [String: FilePlace] = [:]
    for code in survey.rollUps.map(\.code) { noteDuplicate(code, seen: &seen, among: "the roll-ups") }
    seen = [:]
    for type in survey.types {
      noteDuplicate(type.code, seen: &seen, among: "the respondent types")
      guard let rollUp = type.rollUp, !rollUps.contains(rollUp.value) else { continue }
      log.add(
        .unknownRollUp, at: rollUp.place,
        "found the roll-up “\(rollUp.value)”, expected one of \(rollUps.joined(separator: ", "))"
          + Names.suggestion(rollUp.value, rollUps))
    }
  }
}
