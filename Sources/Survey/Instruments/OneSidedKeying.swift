/// A scale whose items all point the same way, so that a person who agrees with everything moves its score.
public struct OneSidedKeying: Sendable, Hashable {
  /// The measures concerned: ids of dimensions, parts or facets (`d08`, `d05b`, `co_deliver`), or `overall` when every
  /// item of the instrument points the same way.
  public let measure: String
  /// The name of the measure in reports.
  public let label: LocalizedText
  /// The direction that all its items share.
  public let keying: Keying
  /// The number of its items.
  public let items: Int

  /// The sentence for `survey check` and for reports, beside the scores concerned.
  public var sentence: String {
    let direction = keying == .direct ? "as barriers" : "as strengths"
    let shift = keying == .direct ? "lower" : "higher"
    let count = items == 1 ? "its one item is" : items == 2 ? "both items are" : "all \(items) items are"
    return measure == "overall"
      ? "All \(items) items are worded \(direction): people who tend to choose high answers make every score look \(shift)."
      : "\(label.english) (\(measure)): \(count) worded \(direction), "
        + "so people who tend to agree with everything make this score look \(shift) than it is."
  }
}

extension Instrument {
  /// The scales with items in one direction only: dimensions, their parts, then facets, in the order of the instrument.
  ///
  /// When all items of the instrument point the same way, as on the full form, every score is moved alike; that is one entry
  /// for `overall`. A facet or dimension without items is not listed.
  public var oneSidedKeying: [OneSidedKeying] {
    if Set(items.map(\.keying)).count == 1, let keying = items.first?.keying {
      return [OneSidedKeying(measure: "overall", label: title, keying: keying, items: items.count)]
    }
    var scales: [(id: String, label: LocalizedText, items: [Item])] = []
    for dimension in dimensions {
      scales.append((dimension.id, dimension.label, items.filter { $0.dimension == dimension.id }))
      scales += dimension.parts.map { part in (part.id, part.label, items.filter { part.items.contains($0.code) }) }
    }
    scales += Facet.allCases.map { facet in
      (facet.columnName, facetLabels[facet] ?? LocalizedText([:]), items.filter { $0.facets.contains(facet) })
    }
    return scales.compactMap { scale in
      guard let keying = scale.items.first?.keying, scale.items.allSatisfy({ $0.keying == keying }) else { return nil }
      return OneSidedKeying(measure: scale.id, label: scale.label, keying: keying, items: scale.items.count)
    }
  }

  /// What a user of the instrument should know though nothing is wrong with it: ``oneSidedKeying`` as notices.
  public var notices: [Fault] {
    oneSidedKeying.map { Fault(.oneSidedKeying, severity: .notice, file: "\(id)/items.csv", message: $0.sentence) }
  }
}
