import Tabular

extension Instrument {
  /// The instrument as lines of plain text for `survey show`: what is asked page by page, and every judgement with its version.
  ///
  /// - Parameter language: the language of sentences and labels; English where it is not written in that language.
  public func description(language: String = "en") -> [String] {
    func words(_ text: LocalizedText?) -> String { text?[language] ?? text?.english ?? "" }
    var lines = [
      "\(words(title))", "\(id) \(version) · form \(form) · languages: \(languages.joined(separator: ", "))",
    ]
    if !words(introduction).isEmpty { lines += ["", words(introduction)] }
    lines += profileLines(words) + pageLines(words) + budgetLines(words) + judgementLines(words)
    if !notices.isEmpty { lines += ["", "Notices"] + oneSidedKeying.map { "  \($0.sentence)" } }
    if !creditLines.isEmpty { lines += [""] + creditLines.map(words) }
    return lines
  }

  private func profileLines(_ words: (LocalizedText?) -> String) -> [String] {
    guard !profile.isEmpty else { return [] }
    return ["", "About the respondent"]
      + profile.map { question in
        let answers: String
        switch question.answers {
        case .respondentTypes: answers = respondentTypes.map(\.code).joined(separator: ", ")
        case .languages: answers = languages.joined(separator: ", ")
        case .text: answers = "a name or a few words"
        case .options(let options): answers = options.map { "\($0.code) \(words($0.label))" }.joined(separator: " · ")
        }
        return "  \(question.column): \(words(question.text)) [\(answers)]"
      }
  }

  private func pageLines(_ words: (LocalizedText?) -> String) -> [String] {
    guard !ratings.isEmpty else { return [] }
    let byCode = Dictionary(ratings.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    let pages =
      pages.isEmpty ? [InstrumentPage(id: "items", stem: LocalizedText([:]), items: ratings.map(\.code))] : pages
    var lines: [String] = []
    for (number, page) in pages.enumerated() {
      let items = page.items.compactMap { byCode[$0] }
      lines += ["", "Page \(number + 1) of \(pages.count): \(words(page.stem))"]
      if let scale = items.first?.scale {
        let missing = [MissingReason.doNotKnow, .notForMe].map { "\($0.cell ?? "") \(words(missingOptions[$0]))" }
        let options = scale.options.map { "\($0.code) \(words($0.label))" } + missing
        lines.append("  Scale \(scale.id): \(options.joined(separator: " · "))")
      }
      lines += items.map { item in
        let facets = item.facets.map(\.storedName).joined(separator: ", ")
        let about = [item.dimension ?? "degree now", facets, item.keying.rawValue].filter { !$0.isEmpty }
        return "  \(item.code.padded(to: 5))  \(words(item.text)) [\(about.joined(separator: "; "))]"
      }
    }
    return lines
  }

  private func budgetLines(_ words: (LocalizedText?) -> String) -> [String] {
    guard let budget else { return [] }
    return ["", "Budget: \(words(budget.stem)) (total \(budget.total))"]
      + budget.factors.map { "  \($0.id.padded(to: 5))  \(words($0.label))" }
      + ["", "Crosswalk \(budget.crosswalkVersion) (a judgement): what each factor could relieve, and what it serves"]
      + budget.factors.map { factor in
        let dimensions = factor.dimensions.isEmpty ? "nothing" : factor.dimensions.joined(separator: ", ")
        let facets = factor.facets.isEmpty ? "nothing" : factor.facets.map(\.storedName).joined(separator: ", ")
        return "  \(factor.id.padded(to: 5))  relieves \(dimensions); serves \(facets)"
      }
  }

  private func judgementLines(_ words: (LocalizedText?) -> String) -> [String] {
    var lines = ["", "Dimensions"]
    for dimension in dimensions {
      lines.append("  \(dimension.id.padded(to: 5))  \(words(dimension.label)): \(words(dimension.definition))")
      lines += dimension.parts.map {
        "  \($0.id.padded(to: 5))  \(words($0.label)): \($0.items.joined(separator: ", "))"
      }
    }
    lines += ["", "Respondents, map \(rollUpVersion) (a judgement); leaders are marked *"]
    for rollUp in rollUps {
      let types = respondentTypes.filter { $0.rollUp == rollUp.code }.map { $0.code + ($0.leads ? "*" : "") }
      let side = rollUp.side == .neither ? "neither side" : "\(rollUp.side.rawValue) side"
      lines.append("  \(rollUp.code) (\(side)): \(types.joined(separator: ", "))")
    }
    let action = Co.allCases.filter { !voice.contains($0) }
    lines += [
      "",
      "Voice: \(voice.map(\.rawValue).joined(separator: ", ")); action: \(action.map(\.rawValue).joined(separator: ", "))",
      "A score needs at least \(missingRule.minimum) answers and at least \(percent(missingRule.share)) of those asked; "
        + "an overall score needs \(percent(missingRule.weightShare)) of the weight",
      bands.isEmpty
        ? "Bands: none"
        : "Bands: \(bands.map { "\(words($0.label)) from \($0.from.shortText)" }.joined(separator: ", "))",
    ]
    return lines
  }

  private func percent(_ share: Double) -> String {
    switch share {
    case 0.5: "half"
    case 2.0 / 3.0: "two thirds"
    case 0.75: "three quarters"
    default: "\((share * 100).shortText)%"
    }
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
extension Double {
  fileprivate var shortText: String { NumberText.shortest(self) }
}
