import Readiness

/// What to do: one idea for each of the strongest barriers.
struct ActionSection {
  /// The published scores of the page; barriers whose score is hidden get no idea.
  let scores: [String: Estimate]
  let ideas: ActionIdeas
  let labels: Labels

  /// The number of barriers that get an idea; more only where barriers tie for the last place.
  static let points = 3

  /// From here on a barrier asks for nothing: on a scale of five answers the second best one, on average. A judgement.
  static let calmFrom = 75.0

  /// The section; nil where no barrier has a score or there are no ideas.
  var section: Section? {
    let barriers = labels.instrument.dimensions.compactMap { dimension in
      scores[dimension.id]?.value.map { (id: dimension.id, score: $0) }
    }
    let order = barriers.sorted { $0.score < $1.score }
    guard !ideas.ideas.isEmpty, let lowest = order.first else { return nil }
    let urgent = order.filter { $0.score < Self.calmFrom }
    guard !urgent.isEmpty else {
      let name = labels.measure(lowest.id)
      return Section(
        "What to do",
        [
          .paragraph(
            """
            No barrier stands out as serious. The lowest score is \(Words.decimal(lowest.score)), for “\(name)”. Keep \
            doing what works, and ask again in a year.
            """)
        ])
    }
    let cut = urgent[min(Self.points, urgent.count) - 1].score
    let chosen = urgent.filter { $0.score <= cut + 1e-9 }
    let points = points(chosen)
    guard !points.isEmpty else { return nil }
    return Section("What to do", [.points(points), .paragraph(Self.judgement)])
  }

  /// Whose the words are and whose the links.
  static let judgement: Phrase = """
    The advice comes from the top tips and tools for co-production. Which advice fits which barrier is our own \
    judgement, and so is how well it fits. Nobody has tested it. Talk it over with the people who answered.
    """

  private func points(_ barriers: [(id: String, score: Double)]) -> [Phrase] {
    var used: Set<ActionIdea> = []
    return barriers.compactMap { barrier in
      let own = ideas.ideas(for: barrier.id)
      guard let idea = own.first(where: { !used.contains($0) }) ?? own.first else { return nil }
      used.insert(idea)
      let (name, score, advice) = (
        labels.measure(barrier.id), Words.decimal(barrier.score), Phrase.label(idea.text)
      )
      return idea.dimensions.first == barrier.id
        ? "“\(name)” (score \(score)): \(advice). We judge that this fits well."
        : "“\(name)” (score \(score)): \(advice). We judge that this fits in part."
    }
  }
}
