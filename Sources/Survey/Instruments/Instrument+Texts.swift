extension Instrument {
  /// Every text of the survey, in the order of its two files.
  package var texts: [LocalizedText] {
    let scales = ratings.flatMap(\.scale.options).map(\.label)
    let facets = Facet.allCases.flatMap { facet in
      [facetLabels, facetPlainWords, facetDefinitions].compactMap { $0[facet] }
    }
    let people = respondentTypes.map(\.label) + rollUps.map(\.label)
    let asked = profile.flatMap { question -> [LocalizedText] in [question.text] + question.answers.labels }
    let budget = (budget?.factors.map(\.label) ?? []) + [self.budget?.stem].compactMap(\.self)
    let all =
      [title, introduction] + creditLines + scales + MissingReason.allCases.compactMap { missingOptions[$0] } + facets
      + dimensions.flatMap { [$0.label, $0.definition] + $0.parts.map(\.label) } + pages.map(\.stem)
      + ratings.map(\.text) + people + asked + budget + bands.map(\.label)
    var seen: Set<LocalizedText> = []
    return all.filter { seen.insert($0).inserted }
  }
}

extension ProfileQuestion.Answers {
  fileprivate var labels: [LocalizedText] {
    guard case .options(let options) = self else { return [] }
    return options.map(\.label)
  }
}
