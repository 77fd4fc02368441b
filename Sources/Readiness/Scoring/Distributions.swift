import Survey

extension GroupSummaries {
  /// How often each answer was given, per rated item: all types together, then each type, in the instrument's order.
  ///
  /// Every code of the scale has its row, zero counts too; `dk`, `nfm`, `skipped` and `not_asked` follow the codes.
  package var distributions: [DistributionRow] {
    let responses = people.scores.responses
    let types = responses.typeGrouping
    return responses.instrument.ratings.enumerated().flatMap { item, rating in
      let counts = people.counts[item]
      let width = counts.codeCount + AnswerCounts.reasons.count
      // One row of sums per type, all types together first.
      var sums = [Int](repeating: 0, count: (types.groups.count + 1) * width)
      for (cell, group) in people.cells.map({ types.group(ofCode: $0.group) }).enumerated() {
        for place in 0..<width {
          let count =
            place < counts.codeCount
            ? counts.count(offset: place, cell: cell)
            : counts.count(AnswerCounts.reasons[place - counts.codeCount], cell: cell)
          sums[place] += count
          if group >= 0 { sums[(group + 1) * width + place] += count }
        }
      }
      let answers =
        (0..<counts.codeCount).map { "\(rating.scale.lowest + $0)" } + ["dk", "nfm", "skipped", "not_asked"]
      return ([nil] + types.groups.map(Optional.some)).enumerated().flatMap { row, type in
        answers.enumerated().map { place, answer in
          DistributionRow(
            item: rating.code, respondentType: type, answer: answer, count: sums[row * width + place], status: .ok)
        }
      }
    }
  }
}
