import Readiness

/// Plain sentences on the comparisons of one family.
struct ComparisonSentences {
  let rows: [Comparison]
  let family: String
  let labels: Labels

  /// What differs clearly, what does not, and what cannot be compared.
  var lines: [Phrase] {
    let tested = rows.filter { $0.p != nil }
    let clear = tested.filter(\.isClear)
    let unclear = tested.filter { !$0.isClear }
    let together = clear.filter { $0.groupB == nil }
    var lines: [Phrase] = []
    if !together.isEmpty { lines.append(sentence(together: together)) }
    lines += PairSentences(rows: clear.filter { $0.groupB != nil }, family: family, labels: labels).lines
    if !unclear.isEmpty { lines.append(sentence(unclear: unclear, others: !clear.isEmpty)) }
    let untested = rows.count - tested.count
    if untested > 0 {
      let isExact = rows.allSatisfy { $0.p != nil || $0.note.begins(with: Comparison.inexact) }
      let (name, count) = (ComparisonWords.family(family), Words.small(untested))
      switch (tested.isEmpty, isExact) {
      case (true, true): lines.append("\(name): no p can be found exactly, as was asked; comparisons.csv says why.")
      case (true, false): lines.append("\(name): no comparison can be made; comparisons.csv says why.")
      case (false, true):
        lines.append("\(name): \(count) more cannot be compared exactly, as was asked; comparisons.csv says why.")
      case (false, false): lines.append("\(name): \(count) more cannot be compared; comparisons.csv says why.")
      }
    }
    return lines
  }

  private func sentence(together rows: [Comparison]) -> Phrase {
    let people = rows.compactMap(\.nA).max()
    let name = ComparisonWords.family(family)
    guard family != "overall" else {
      return Words.stop(Words.text("\(name): the groups differ clearly", from: people))
    }
    let measures = Words.list(rows.map { labels.measure($0.measure) })
    return Words.stop(Words.text("\(name): the groups differ clearly on \(measures)", from: people))
  }

  /// A clause as a sentence, with how many people stand behind the comparisons: `… (30 to 38 people).`
  private func counted(_ clause: Phrase, _ rows: [Comparison]) -> Phrase {
    let counts = rows.compactMap { row in row.nA.map { $0 + (row.nB ?? 0) } }
    guard let low = counts.min(), let high = counts.max() else { return Words.stop(clause) }
    return Words.stop(Words.text(clause, from: low, to: high))
  }

  private func counted(_ clause: Phrase, _ row: Comparison) -> Phrase {
    Words.stop(Words.text(clause, fromSides: [row.nA, row.nB]))
  }

  private func sentence(unclear: [Comparison], others: Bool) -> Phrase {
    if unclear.count == 1, let row = unclear.first {
      guard let second = row.groupB else {
        return counted("\(labels.subject(row, family: family)): no clear difference between the groups", row)
      }
      let (first, other) = (labels.group(row.groupA, by: row.by), labels.group(second, by: row.by))
      return counted(
        "\(labels.subject(row, family: family)): no clear difference between “\(first)” and “\(other)”", row)
    }
    let name = ComparisonWords.family(family)
    let count = Words.small(unclear.count)
    let clause: Phrase =
      switch (family.hasSuffix("_pairs"), others) {
      case (true, true): "\(name): no clear difference in the other \(count) pairs of groups"
      case (true, false): "\(name): no clear difference in any of the \(count) pairs of groups"
      case (false, true): "\(name): no clear difference on the other \(count)"
      case (false, false): "\(name): no clear difference on any of the \(count)"
      }
    return counted(clause, unclear)
  }
}
