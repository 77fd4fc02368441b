import Readiness

/// Whose allocations, taken as weights, would put which organisation first, and how little would turn an order round.
struct WhoseWeightsSection {
  let rows: [WhoseWeightsRow]
  /// The wording of a factor by its code.
  let factor: (String) -> Phrase

  /// The section; nil where nobody may be counted as a judge.
  var section: Section? {
    guard let judges = rows.lazy.compactMap(\.judges).first else { return nil }
    let points = firsts(judges) + [passing, dependent].compactMap { $0 }
    return Section(
      "Whose weights would put whom first?",
      [
        .paragraph(
          """
          Every person's allocation says what that person would let count most. Here each one in turn is taken as the \
          weights of the barriers, and the organisations are ranked again.
          """), .points(points),
      ])
  }

  private func firsts(_ judges: Int) -> [Phrase] {
    let found = rows.filter { ($0.first ?? 0) > 0 }.sorted {
      ($0.first ?? 0, $1.organization) > ($1.first ?? 0, $0.organization)
    }
    guard !found.isEmpty else {
      return ["Which organisations come first is hidden: too few people put any of them there."]
    }
    return found.prefix(5).map { row in
      let own: Phrase = """
        \(verbatim: row.organization) is first under the weights of \(Words.percent(row.first ?? 0)) of \
        \(Words.people(judges))
        """
      guard let peers = row.peers, let first = row.peersFirst else { return Words.stop(own) }
      return """
        \(own), and of \(Words.percent(first)) of the \(Words.count(peers)) other organisations whose allocation is \
        shown.
        """
    }
  }

  /// The pair of neighbours that the fewest points turn round.
  private var passing: Phrase? {
    let found = rows.filter { $0.pointsToPass != nil && $0.above != nil }
    guard
      let row = found.min(by: {
        ($0.pointsToPass ?? 0, $0.budgetRank ?? 0, $0.organization) < (
          $1.pointsToPass ?? 0, $1.budgetRank ?? 0, $1.organization
        )
      }), let points = row.pointsToPass, let above = row.above, let to = row.passTo
    else { return nil }
    return
      """
      How little turns an order round: with \(Words.count(Int(points))) of 100 points moved to “\(factor(to))” in the \
      organisations' mean allocation, \(verbatim: row.organization) would pass \(verbatim: above). whose-weights.csv has every pair of \
      neighbours.
      """
  }

  private var dependent: Phrase? {
    let found = rows.filter { row in
      row.rankWithoutOwn.map { without in row.budgetRank.map { $0 < without } ?? false } ?? false
    }
    return found.isEmpty
      ? "No organisation is shown to gain a place by its own people's allocations."
      : """
      With their own people's allocations left out, these would stand lower: \
      \(Words.list(verbatim: found.map(\.organization))).
      """
  }
}
