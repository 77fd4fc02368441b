import Readiness

/// The barrier dimensions, strongest barrier first.
struct BarrierSection {
  let scores: [String: Estimate]
  /// The cohort's scores, beside those of one organisation; nil on the cohort's own page.
  let beside: [String: Estimate]?
  let labels: Labels
  let measures: [Measure]

  var section: Section {
    let dimensions = labels.instrument.dimensions.map(\.id)
    let order = dimensions.enumerated().sorted { left, right in
      let (a, b) = (scores[left.element]?.value, scores[right.element]?.value)
      return switch (a, b) {
      case (let a?, let b?) where a != b: a < b
      case (.some, .none): true
      case (.none, .some): false
      default: left.offset < right.offset
      }
    }
    guard dimensions.contains(where: { scores[$0]?.status != .suppressed }) else {
      return Section(
        "What gets in the way", [.paragraph(.spaced(["No score can be shown here.", Mark.suppressed.meaning]))])
    }
    let rows = order.flatMap { [row($0.element, labels.measure($0.element))] + parts(of: $0.element) }
    var columns: [TextTable.Column] = [
      .words("Barrier"), .numbers("Readiness"), .numbers(labels.range), .numbers("People"),
    ]
    if beside != nil { columns += [.numbers("All organisations"), .numbers("People")] }
    var notes: [Phrase] = ["A low score means a strong barrier."]
    if beside != nil { notes.append("“All organisations” takes in this organisation too.") }
    let ids = ["overall"] + dimensions + measures.filter { if case .part = $0.kind { true } else { false } }.map(\.id)
    notes += dimensions.compactMap(outsideParts)
    notes += KeyingNote.lines(for: ids, labels: labels)
    return Section(
      "What gets in the way",
      [
        .table(
          TextTable(caption: "Barriers, the strongest first.", columns: columns, rows: rows, notes: notes))
      ])
  }

  /// Says how a barrier can lie above or below all of its parts, where one does.
  private func outsideParts(_ dimension: String) -> Phrase? {
    guard let whole = scores[dimension]?.value else { return nil }
    let parts = measures.compactMap { measure -> Double? in
      guard case .part(_, of: dimension) = measure.kind else { return nil }
      return scores[measure.id]?.value
    }
    guard let low = parts.min(), let high = parts.max(), whole > high + 0.05 || whole < low - 0.05 else { return nil }
    let name = labels.measure(dimension)
    return whole > high
      ? """
      “\(name)” lies above all of its parts. That is no slip: parts share sentences, and the barrier counts each \
      sentence once.
      """
      : """
      “\(name)” lies below all of its parts. That is no slip: parts share sentences, and the barrier counts each \
      sentence once.
      """
  }

  private func parts(of dimension: String) -> [[Phrase]] {
    measures.compactMap { measure in
      guard case .part(_, of: dimension) = measure.kind else { return nil }
      return row(measure.id, "- of which: \(.label(measure.label))")
    }
  }

  private func row(_ id: String, _ name: Phrase) -> [Phrase] {
    let estimate = scores[id] ?? .withheld(.notAsked)
    let own = [name] + Self.cells(estimate)
    guard let beside else { return own }
    let other = beside[id] ?? .withheld(.notAsked)
    return own + [Labels.value(other), Labels.count(other.n, other.status)]
  }

  /// Score, range and people.
  static func cells(_ estimate: Estimate) -> [Phrase] {
    [Labels.value(estimate), Labels.interval(estimate), Labels.count(estimate.n, estimate.status)]
  }
}

/// Says beside the scores which of them rest on sentences that are all worded the same way.
enum KeyingNote {
  static func lines(for measures: [String], labels: Labels) -> [Phrase] {
    let found = labels.instrument.oneSidedKeying.filter { measures.contains($0.measure) }
    func names(_ keying: Keying) -> [Phrase] {
      found.filter { $0.keying == keying && $0.measure != "overall" }.map { labels.measure($0.measure) }
    }
    var lines = found.filter { $0.measure == "overall" }.map(\.sentence)
    let barriers = names(.direct)
    if !barriers.isEmpty {
      lines.append(
        """
        Take care with \(Words.list(barriers)): every sentence is worded as a barrier, so people who tend to agree \
        with anything pull the score down.
        """)
    }
    let strengths = names(.reversed)
    if !strengths.isEmpty {
      lines.append(
        """
        Take care with \(Words.list(strengths)): every sentence is worded as a strength, so people who tend to agree \
        with anything push the score up.
        """)
    }
    return lines
  }
}
