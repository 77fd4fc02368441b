/// Scales and the judgements that scores rest on.
extension SurveyFile {
  static func scales(_ fields: SurveyFields) -> [ResponseScale] {
    (fields["scales"]?.entries(of: "scales by name") ?? []).map { name, node in
      let options = node.list(of: "options such as {code: 1, label: {en: \"…\"}}").map { option in
        let parts = option.fields(["code", "label"])
        return (
          code: parts.required("code")?.integer(in: 0...99)?.value,
          label: parts.required("label")?.localized() ?? LocalizedText([:]), node: option
        )
      }
      if options.count < 2 {
        node.fault(.badScale, "found \(options.isEmpty ? "no option" : "one option"), expected at least two")
      }
      for (before, after) in zip(options, options.dropFirst()) {
        guard let low = before.code, let high = after.code, high != low + 1 else { continue }
        after.node.fault(.badScale, "found the code \(high) after \(low), expected \(low + 1); codes rise by one")
      }
      return ResponseScale(id: name.value, options: options.map { ResponseOption(code: $0.code ?? 0, label: $0.label) })
    }
  }

  static func scale(_ node: SurveyNode?, among scales: [ResponseScale]) -> ResponseScale? {
    guard let node, let name = node.string() else { return nil }
    if let scale = scales.first(where: { $0.id == name.value }) { return scale }
    node.fault(
      .unknownScale,
      "found the scale “\(name.value)”, expected one of those under “scales”\(Names.listed(scales.map(\.id)))"
        + Names.suggestion(name.value, scales.map(\.id)))
    return nil
  }

  static func missingOptions(_ fields: SurveyFields) -> [MissingReason: LocalizedText] {
    let codes = [MissingReason.doNotKnow, .notForMe]
    guard let options = fields["missing_options"]?.fields(codes.compactMap(\.cell)) else {
      return [.doNotKnow: "Don't know", .notForMe: "Not for me"]
    }
    return Dictionary(
      uniqueKeysWithValues: codes.map { ($0, options.required($0.cell ?? "")?.localized() ?? LocalizedText([:])) })
  }

  static func missingRule(_ fields: SurveyFields) -> MissingRule {
    let standard = MissingRule()
    guard let rule = fields["missing_answers"]?.fields(["minimum", "share", "weight_share"]) else { return standard }
    return MissingRule(
      minimum: rule["minimum"].map { $0.integer(in: 1...99)?.value ?? standard.minimum } ?? standard.minimum,
      share: rule["share"].map { $0.number(upTo: 1) ?? standard.share } ?? standard.share,
      weightShare: rule["weight_share"].map { $0.number(upTo: 1) ?? standard.weightShare } ?? standard.weightShare)
  }

  static func voice(_ fields: SurveyFields) -> [Co] {
    guard let node = fields.required("voice") else { return [] }
    var voice: [Co] = []
    for entry in node.list(of: "Co's") {
      guard let name = entry.string() else { continue }
      guard case .co(let co) = Facet(named: name.value) else {
        entry.fault(
          .unknownFacet,
          "found “\(name.value)”, expected some of " + Co.allCases.map(\.rawValue).joined(separator: ", ")
            + Names.suggestion(name.value, Co.allCases.map(\.rawValue)))
        continue
      }
      if voice.contains(co) {
        entry.fault(.duplicateCode, "found “\(name.value)” again, expected each Co once; remove it")
      } else {
        voice.append(co)
      }
    }
    return voice
  }

  static func bands(_ fields: SurveyFields) -> [ReadinessBand] {
    var bands: [ReadinessBand] = []
    for node in fields["bands"]?.list(of: "bands such as {from: 75, label: {en: \"…\"}}") ?? [] {
      let parts = node.fields(["from", "label"])
      guard let from = parts.required("from"), let value = from.number(upTo: 100) else { continue }
      if let above = bands.last, value >= above.from {
        from.fault(.badNumber, "found \(from.found) under “from”, expected less than the band above; highest first")
      }
      bands.append(ReadinessBand(from: value, label: parts.required("label")?.localized() ?? LocalizedText([:])))
    }
    return bands
  }
}

extension Names {
  /// “: a, b”, or nothing for no names.
  static func listed(_ names: [String]) -> String { names.isEmpty ? "" : ": " + names.joined(separator: ", ") }

  /// “; did you mean “d06”?”, or nothing when no name is near.
  static func suggestion(_ name: String, _ known: [String]) -> String {
    NearestName.of(name, in: known).map { "; did you mean “\($0)”?" } ?? ""
  }
}
