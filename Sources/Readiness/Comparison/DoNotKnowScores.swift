import Survey

/// The end of the readiness scale at which “don't know” answers are put to see how far they could move a comparison.
enum ReadinessEnd: Sendable {
  case lowest, highest
}

extension Scores {
  /// One measure of every person as it would be if every “don't know” were the answer at one end of the scale; NaN where a
  /// person has no score even so. The rule on how much must be answered stays, and these answers count as given.
  ///
  /// One dimension at a time, so that a million people need two columns and not all of them.
  func column(_ place: Int, doNotKnowAs end: ReadinessEnd) -> [Double] {
    guard case .mean(let parts, let weights, let least) = layout.recipes[place] else {
      return itemColumn(place, responses: responses.answering(layout.items[place], with: end, layout: layout))
    }
    var sums = [Double](repeating: 0, count: responses.count)
    var present = sums
    for (part, weight) in zip(parts, weights) {
      let scores = column(part, doNotKnowAs: end)
      for row in scores.indices where !scores[row].isNaN {
        sums[row] += weight * scores[row]
        present[row] += weight
      }
    }
    for row in sums.indices {
      sums[row] = present[row] > 0 && present[row] >= least ? sums[row] / present[row] : .nan
    }
    return sums
  }

  /// One measure of every person, also one that is not stored; NaN where a person has no score.
  func column(_ place: Int) -> [Double] {
    place < columns.count ? columns[place] : itemColumn(place, responses: responses)
  }

  private func itemColumn(_ place: Int, responses: Responses) -> [Double] {
    guard case .items(let items, let needed) = layout.recipes[place] else { return columns[place] }
    return responses.itemMeans(items, needed: needed, layout: layout)
  }
}

extension Responses {
  /// The responses with the “don't know” answers to some items given at one end of the readiness scale.
  fileprivate func answering(_ items: [Int], with end: ReadinessEnd, layout: ScoringLayout) -> Responses {
    let unknown = MissingReason.doNotKnow.rawValue
    var answers = answers
    for item in items {
      let coding = layout.codings[item]
      let isRising = (coding.steps.last ?? 0) > (coding.steps.first ?? 0)
      let code = isRising == (end == .highest) ? coding.lowest + coding.span : coding.lowest
      answers[item] = answers[item].map { $0 == unknown ? code : $0 }
    }
    return Responses(
      instrument: instrument, count: count, answers: answers, allocations: nil, organization: organization,
      respondentType: respondentType, groups: groups, weights: weights, respondentIDs: PackedStrings(), intake: intake)
  }
}
