/// Respondent types, roll-ups, profile questions and aliases.
extension SurveyFile {
  static func rollUps(_ fields: SurveyFields) -> [RollUpRow] {
    (fields.required("roll_ups")?.list(of: "roll-ups") ?? []).compactMap { node in
      let parts = node.fields(["code", "side", "label"])
      let label = parts.required("label")?.localized() ?? LocalizedText([:])
      let side = parts.required("side")
      if let side, RollUp.Side(rawValue: side.text ?? "") == nil {
        side.fault(.unknownSide, "found \(side.found) under “side”, expected staff, citizen or neither")
      }
      guard let code = groupCode(parts.required("code")) else { return nil }
      let value = RollUp(code: code.value, label: label, side: RollUp.Side(rawValue: side?.text ?? "") ?? .neither)
      return RollUpRow(code: code, value: value)
    }
  }

  static func types(_ fields: SurveyFields) -> [TypeRow] {
    (fields.required("types")?.list(of: "respondent types") ?? []).compactMap { node in
      let parts = node.fields(["code", "roll_up", "label", "leads"])
      let label = parts.required("label")?.localized() ?? LocalizedText([:])
      let rollUp = parts.required("roll_up")?.string()
      let leads = parts["leads"]?.boolean() ?? false
      return groupCode(parts.required("code")).map { TypeRow(code: $0, rollUp: rollUp, label: label, leads: leads) }
    }
  }

  /// A code of small letters, digits and underscores.
  private static func groupCode(_ node: SurveyNode?) -> Placed<String>? {
    guard let node, let code = node.string() else { return nil }
    if !Names.isGroupCode(code.value) {
      node.fault(
        .badCode, "found \(node.found), expected small letters, digits and underscores, a letter first, such as carer")
    }
    return code
  }

  static func profile(_ fields: SurveyFields) -> [ProfileQuestion] {
    (fields["profile"]?.list(of: "questions") ?? []).compactMap { node in
      let parts = node.fields(["column", "text", "answers"])
      let text = parts.required("text")?.localized() ?? LocalizedText([:])
      let answers = parts.required("answers").flatMap(answers)
      guard let column = groupCode(parts.required("column")), let answers else { return nil }
      return ProfileQuestion(column: column.value, text: text, answers: answers)
    }
  }

  private static func answers(_ node: SurveyNode) -> ProfileQuestion.Answers? {
    if node.isList {
      return .options(
        node.list(of: "options").compactMap { option in
          let parts = option.fields(["code", "label"])
          let label = parts.required("label")?.localized() ?? LocalizedText([:])
          return groupCode(parts.required("code")).map { ProfileQuestion.Option(code: $0.value, label: label) }
        })
    }
    switch node.text {
    case "respondent_types": return .respondentTypes
    case "languages": return .languages
    case "text": return .text
    default:
      node.fault(
        .unknownAnswers,
        "found \(node.found) under “answers”, expected respondent_types, languages, text or a list of options")
      return nil
    }
  }

  static func aliases(_ fields: SurveyFields) -> [AliasRow] {
    (fields["aliases"]?.entries(of: "item codes") ?? []).map { name, node in
      if node.isList { return AliasRow(code: name, aliases: names(node, of: "headings")) }
      return AliasRow(code: name, aliases: node.string().map { [$0] } ?? [])
    }
  }
}
