import Readiness

/// What to do: for each of the strongest barriers a top tip, and a tool or an activity as a way to follow it.
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
    func pick(_ id: String, isTip: Bool) -> ActionIdea? {
      let own = ideas.ideas(for: id).filter { $0.isTip == isTip }
      guard let idea = own.first(where: { !used.contains($0) }) ?? own.first else { return nil }
      used.insert(idea)
      return idea
    }
    return barriers.compactMap { barrier in
      let (tip, tool) = (pick(barrier.id, isTip: true), pick(barrier.id, isTip: false))
      let name: Phrase = "“\(labels.measure(barrier.id))” (\(Words.decimal(barrier.score)))"
      return Advice(barrier: barrier.id, name: name, tip: tip, tool: tool, labels: labels).sentences
    }
  }
}

/// A tip and a way to follow it, for one barrier: the one that fits better first.
private struct Advice {
  let barrier: String
  /// The barrier with its score.
  let name: Phrase
  let tip: ActionIdea?
  let tool: ActionIdea?
  let labels: Labels

  /// What to do, and how well that fits as we judge it; nil without any idea.
  var sentences: Phrase? {
    switch (tip, tool) {
    case (let tip?, let tool?): both(tip, tool)
    case (let idea?, nil): .spaced([Words.stop("\(name): \(.label(idea.text))"), alone(idea)])
    case (nil, let idea?): .spaced([Words.stop("\(name), in \(place(idea)): \(.label(idea.text))"), alone(idea)])
    case (nil, nil): nil
    }
  }

  /// The Step or Co that an idea belongs to.
  private func place(_ idea: ActionIdea) -> Phrase { labels.facet(idea.facet) }

  private func fits(_ idea: ActionIdea) -> Bool { idea.dimensions.first == barrier }

  private func alone(_ idea: ActionIdea) -> Phrase {
    fits(idea) ? "We judge that this fits well." : "We judge that this fits in part."
  }

  private func both(_ tip: ActionIdea, _ tool: ActionIdea) -> Phrase {
    let (tipText, toolText) = (Phrase.label(tip.text), Phrase.label(tool.text))
    let tipFirst: Phrase = "\(name): \(tipText). One way, in \(place(tool)): \(toolText)."
    return switch (fits(tip), fits(tool)) {
    case (true, true): "\(tipFirst) We judge that both fit well."
    case (true, false): "\(tipFirst) We judge that the tip fits well and the way in part."
    case (false, false): "\(tipFirst) We judge that both fit in part."
    case (false, true):
      """
      \(name), in \(place(tool)): \(toolText). A tip beside it: \(tipText). We judge that the first fits well and the \
      tip in part.
      """
    }
  }
}

extension ActionIdea {
  /// Whether it is a top tip, and not a tool.
  fileprivate var isTip: Bool { if case .tip = origin { true } else { false } }
}
