import Readiness

/// Them and us: staff against citizens, and leaders against the others.
struct GapSection {
  let gaps: [GapRow]
  let labels: Labels

  /// Nil when nothing of it was asked.
  var section: Section? {
    let blocks = blocks
    return blocks.isEmpty ? nil : Section("Them and us", blocks)
  }

  /// The sentence and the table; none when nothing of it was asked.
  var blocks: [Block] {
    var blocks: [Block] = []
    for gap in gaps where gap.kind == .themAndUs {
      if let text = GapSentence(gap: gap, labels: labels, underHeading: true).text { blocks.append(.paragraph(text)) }
    }
    let growth = gaps.filter { $0.kind == .growth && $0.difference.status != .notAsked }
    if !growth.isEmpty, growth.allSatisfy({ $0.difference.status == .suppressed }) {
      blocks.append(
        .paragraph(
          """
          The growth gap (what leaders say about how much is done together, minus what the others say) is hidden, as \
          one side is small (\(Mark.suppressed.phrase)).
          """))
    } else if !growth.isEmpty {
      blocks.append(
        .table(
          TextTable(
            caption:
              "Growth gap: what leaders say about how often people do this together now, minus what the others say.",
            columns: [
              .words("Co"), .numbers("Gap in points"), .numbers(labels.range), .numbers("Leaders"), .numbers("Others"),
            ],
            rows: growth.map(row), notes: ["Above 0: leaders think that more is done together than the others do."])))
    }
    return blocks
  }

  private func row(_ gap: GapRow) -> [Phrase] {
    let co = Co.allCases.first { "now_\($0.code)" == gap.measure }
    let status = gap.difference.status
    return [
      co.map { labels.facet(.co($0)) } ?? labels.measure(gap.measure), Labels.value(gap.difference),
      Labels.interval(gap.difference), Labels.count(gap.firstN, status), Labels.count(gap.secondN, status),
    ]
  }
}
