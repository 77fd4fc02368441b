import Readiness

extension ReportCharts {
  /// What people say about the strongest barrier of which any answers can be drawn: its sentences over everybody, then one of them by type of
  /// respondent.
  ///
  /// - Parameters:
  ///   - distributions: how often answers were given, as published.
  ///   - participation: who answered, as published.
  ///   - scores: the scores of everybody by measure.
  func answers(
    _ distributions: [DistributionRow], participation: [ParticipationRow], scores: [String: Estimate]
  ) -> [Chart] {
    let told = ToldAnswers(distributions, participation: participation, minimum: plan.disclosure.rule.minimum)
    let barriers = instrument.dimensions.filter { scores[$0.id]?.value != nil }.sorted { scores[$0.id]?.value }
    for (place, barrier) in barriers.enumerated() {
      let bars = instrument.items.filter { $0.dimension == barrier.id }.map { item in
        (item: item, bar: told.bar(item, type: nil, name: nil))
      }
      let clear = bars.filter { Self.isClear($0.bar) }
      guard let scale = clear.first?.item.scale else { continue }
      let drawn = clear.filter { $0.item.scale == scale }
      let leftOut = bars.count { $0.bar.mark != .notAsked } - drawn.count
      let name = labels.measure(barrier.id)
      let all = LikertChart(
        title: place == 0
          ? "What people say about “\(name)”"
          : "What people say about “\(name)”, the strongest barrier whose answers can be shown",
        answers: Self.answers(scale), items: drawn.map { .init(text: .label($0.item.text), bars: [$0.bar]) },
        style: settings.likert, notes: Self.notes(leftOut: leftOut))
      return [
        Chart(id: "chart-sentences", .likert(all), basis: Self.basis(people: drawn.map(\.bar.people))),
        byType(drawn.map(\.item), told),
      ].compactMap(\.self)
    }
    return []
  }

  /// Whether at least half of a bar is answers that are told: of one that is mostly hatched there is little to see.
  private static func isClear(_ bar: LikertBar) -> Bool { bar.mark == nil && (bar.together?.share ?? 0) <= 0.5 }

  private static func answers(_ scale: ResponseScale) -> [Phrase] { scale.options.map { .label($0.label) } }

  /// How many sentences of the barrier have no bar.
  private static func notes(leftOut count: Int) -> [Phrase] {
    guard count > 0 else { return [] }
    return [
      .plural(
        count,
        one: "1 more sentence on this barrier is not drawn, because too few people gave some of the answers.",
        other: "\(count) more sentences on this barrier are not drawn, because too few people gave some of the answers."
      )
    ]
  }

  /// The sentence of which most can be told by type; where that is all of several, the one that tells most against co-production.
  private func byType(_ items: [Item], _ told: ToldAnswers) -> Chart? {
    let sentences = items.map { item in
      let all = told.bar(item, type: nil, name: "All")
      let types = instrument.respondentTypes.filter { told.lists(item, type: $0.code) }.map { type in
        told.bar(item, type: type.code, name: .label(type.label))
      }
      return (item: item, all: all, types: types, known: Self.known(types), readiness: Self.readiness(item, all))
    }
    guard
      let most = sentences.max(by: { ($0.known, -$0.readiness) < ($1.known, -$1.readiness) }), most.known > 0
    else { return nil }
    return Chart(
      id: "chart-sentence-by-type",
      .likert(
        LikertChart(
          title: "Who says so, by type of respondent", answers: Self.answers(most.item.scale),
          items: [.init(text: .label(most.item.text), bars: [most.all] + most.types)], style: settings.likert)))
  }

  /// How many bars there are, less the parts of them that cannot be told apart.
  private static func known(_ bars: [LikertBar]) -> Double {
    bars.reduce(0) { $0 + ($1.mark == nil ? 1 - ($1.together?.share ?? 0) : 0) }
  }

  /// The mean readiness of the answers that are told.
  private static func readiness(_ item: Item, _ bar: LikertBar) -> Double {
    let told = zip(item.scale.options, bar.counts).map { (readiness: item.readiness(of: $0.code), count: $1 ?? 0) }
    return told.reduce(0) { $0 + $1.readiness * Double($1.count) } / Double(told.reduce(0) { $0 + $1.count })
  }
}
