import Readiness

extension ReportCharts {
  /// What people say about the strongest barrier: its sentences over everybody, then the one that tells most against by type of respondent.
  func answers(_ rows: [DistributionRow], scores: [String: Estimate]) -> [Chart] {
    guard let items = strongest(scores), let scale = items.first?.scale, let dimension = items.first?.dimension else {
      return []
    }
    let counts = Counts(rows, items: Set(items.map(\.code)))
    let sentences = items.filter { $0.scale == scale }
    let all = LikertChart(
      title: "What people say about “\(labels.measure(dimension))”", answers: scale.options.map { .label($0.label) },
      items: sentences.map { item in
        LikertChart.Item(text: .label(item.text), bars: [counts.bar(item, type: nil, name: nil)])
      }, style: settings.likert)
    guard all.items.contains(where: { $0.bars[0].shares != nil }) else { return [] }
    let people = all.items.compactMap { $0.bars[0].counts?.reduce(0, +) }
    return [Chart(id: "chart-sentences", .likert(all), basis: Self.basis(people: people)), byType(sentences, counts)]
      .compactMap(\.self)
  }

  /// The barrier sentences of the dimension with the lowest score.
  private func strongest(_ scores: [String: Estimate]) -> [Item]? {
    let known = instrument.dimensions.filter { scores[$0.id]?.value != nil }
    let low = known.sorted { scores[$0.id]?.value }.first
    return low.map { dimension in instrument.items.filter { $0.dimension == dimension.id } }
  }

  private func byType(_ items: [Item], _ counts: Counts) -> Chart? {
    let readiness = items.map { item in (item: item, mean: counts.readiness(item)) }
    guard let worst = readiness.sorted(by: { $0.mean }).first, worst.mean != nil else { return nil }
    let types = instrument.respondentTypes.filter { counts.has(worst.item, type: $0.code) }
    let bars =
      [counts.bar(worst.item, type: nil, name: "All")]
      + types.map { counts.bar(worst.item, type: $0.code, name: .label($0.label)) }
    guard bars.dropFirst().contains(where: { $0.shares != nil }) else { return nil }
    return Chart(
      id: "chart-sentence-by-type",
      .likert(
        LikertChart(
          title: "Who says so, by type of respondent", answers: worst.item.scale.options.map { .label($0.label) },
          items: [.init(text: .label(worst.item.text), bars: bars)], style: settings.likert)))
  }

  /// Published counts by item and type.
  private struct Counts {
    private var rows: [String: [String: DistributionRow]] = [:]

    init(_ all: [DistributionRow], items: Set<String>) {
      for row in all where items.contains(row.item) {
        rows[Self.key(row.item, row.respondentType), default: [:]][row.answer] = row
      }
    }

    private static func key(_ item: String, _ type: String?) -> String { "\(item)\u{1F}\(type ?? "")" }

    func has(_ item: Item, type: String?) -> Bool { rows[Self.key(item.code, type)] != nil }

    func bar(_ item: Item, type: String?, name: Phrase?) -> LikertChart.Bar {
      let own = rows[Self.key(item.code, type)] ?? [:]
      let answers = item.scale.options.map { own["\($0.code)"] }
      let counts = answers.compactMap { $0?.count }
      let status = answers.lazy.compactMap { $0?.status }.first { $0 != .ok } ?? .tooFewAnswers
      return LikertChart.Bar(
        name: name, counts: counts.count == answers.count ? counts : nil,
        mark: Mark(answers.contains(nil) ? .notAsked : status))
    }

    /// The mean readiness of the published answers of everybody; nil where any is hidden.
    func readiness(_ item: Item) -> Double? {
      guard let shares = bar(item, type: nil, name: nil).shares else { return nil }
      return zip(item.scale.options, shares).reduce(0) { $0 + item.readiness(of: $1.0.code) * $1.1 }
    }
  }
}
