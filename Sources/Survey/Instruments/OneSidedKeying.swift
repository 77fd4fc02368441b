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
  public var sentence: Phrase {
    let name = Phrase.label(label)
    let (id, count) = (Phrase.verbatim(measure), items)
    return switch (measure == "overall", keying == .direct, items) {
    case (true, true, _):
      "All \(count) items are worded as barriers: people who tend to choose high answers make every score look lower."
    case (true, false, _):
      "All \(count) items are worded as strengths: people who tend to choose high answers make every score look higher."
    case (false, true, 1):
      """
      \(name) (\(id)): its one item is worded as barriers, so people who tend to agree with everything make this score \
      look lower than it is.
      """
    case (false, true, 2):
      """
      \(name) (\(id)): both items are worded as barriers, so people who tend to agree with everything make this score \
      look lower than it is.
      """
    case (false, true, _):
      """
      \(name) (\(id)): all \(count) items are worded as barriers, so people who tend to agree with everything make \
      this score look lower than it is.
      """
    case (false, false, 1):
      """
      \(name) (\(id)): its one item is worded as strengths, so people who tend to agree with everything make this \
      score look higher than it is.
      """
    case (false, false, 2):
      """
      \(name) (\(id)): both items are worded as strengths, so people who tend to agree with everything make this score \
      look higher than it is.
      """
    case (false, false, _):
      """
      \(name) (\(id)): all \(count) items are worded as strengths, so people who tend to agree with everything make \
      this score look higher than it is.
      """
    }
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
    oneSidedKeying.map {
      Fault(.oneSidedKeying, severity: .notice, file: "\(id)/items.csv", message: Wording.english.text($0.sentence))
    }
  }
}
