import Readiness

/// Who sees it differently: one line per primary comparison for the analyst, and plain sentences for everybody.
struct ComparisonSection {
  let findings: ComparisonFindings
  let labels: Labels

  /// Below this adjusted p a difference is called clear; printed with the tables.
  static let clearBelow = 0.05

  var sections: [Section] {
    let columns = unique(findings.comparisons.map(\.by))
    return columns.map { column in
      let rows = findings.comparisons.filter { $0.by == column && $0.primary }
      let families = unique(rows.map(\.family)).filter { !$0.hasSuffix("_pairs") }
      let tables = families.flatMap { blocks(family: $0, rows: rows, by: column) }
      let opening = Block.paragraph(
        "People are compared with others in their own organisation, so that organisations do not get in the way. "
          + "“p” says how often chance alone would set groups at least this far apart. A difference is called clear when its "
          + "adjusted p is below \(Self.clearBelow). “Smallest p” is the smallest that "
          + "these numbers of people could give, whatever they answered.")
      let pairs = Block.paragraph(
        "Pairs are listed for overall readiness and where a difference is clear. All others are in comparisons.csv.")
      let hasPairs = rows.contains { $0.family.hasSuffix("_pairs") }
      return Section(
        "Who sees it differently? By \(labels.column(column))", [opening] + tables + (hasPairs ? [pairs] : []))
    }
  }

  private func blocks(family: String, rows: [Comparison], by column: String) -> [Block] {
    let own = rows.filter { $0.family == family }
    let pairs = rows.filter { $0.family == "\(family)_pairs" && (family == "overall" || $0.isClear) }
    let notes = findings.familyNotes.filter {
      $0.by == column && ($0.family == family || $0.family == "\(family)_pairs")
    }.map { $0.family == family ? $0.sentence : "Pair by pair: \($0.sentence)" }
    let sentences =
      ComparisonSentences(rows: own, family: family, labels: labels).lines
      + ComparisonSentences(rows: pairs, family: "\(family)_pairs", labels: labels).lines
      + unlisted(rows.filter { $0.family == "\(family)_pairs" && !pairs.contains($0) }, listed: !pairs.isEmpty)
    let tables = [table(family, own)] + (pairs.isEmpty ? [] : [table("\(family)_pairs", pairs)])
    return [.points(sentences + unique(notes))] + tables.map(Block.table)
  }

  /// What is said of pairs that no table lists.
  private func unlisted(_ rows: [Comparison], listed: Bool) -> [String] {
    let tested = rows.count { $0.p != nil }
    var lines: [String] = []
    if tested > 0 {
      lines.append(
        "Pair by pair: no clear difference on \(listed ? "the other" : "any of the") \(Words.small(tested)).")
    }
    if rows.count > tested {
      let count = Words.sentence(Words.small(rows.count - tested))
      lines.append("\(count) pairs cannot be compared; comparisons.csv says why.")
    }
    return lines
  }

  private func table(_ family: String, _ rows: [Comparison]) -> TextTable {
    let methods = unique(rows.filter { $0.p != nil }.map { ComparisonWords.method($0) })
    let omnibus = rows.allSatisfy { $0.groupB == nil }
    let hasEffects = rows.contains { $0.effect != nil }
    let reasons = unique(rows.filter { !$0.note.isEmpty }.map { Words.sentence($0.note) })
    let columns: [TextTable.Column] = [
      .words("Measure"), .words("Groups"), .numbers("People"), .numbers("p"), .numbers("Smallest p"),
      .numbers("Adjusted p"),
    ]
    return TextTable(
      caption: ComparisonWords.family(family) + (methods.isEmpty ? "." : ": \(methods.joined(separator: "; "))."),
      columns: columns + (hasEffects ? [.numbers("Effect")] : []),
      rows: rows.map { hasEffects ? cells($0) : Array(cells($0).dropLast()) },
      notes: (hasEffects ? [ComparisonWords.effectNote(omnibus: omnibus, range: labels.range)] : []) + reasons)
  }

  private func cells(_ row: Comparison) -> [String] {
    let mark = Labels.mark(row.status == .ok ? .notTestable : row.status)
    let groups =
      row.groupB.map { "\(labels.group(row.groupA, by: row.by)) v \(labels.group($0, by: row.by))" } ?? "all groups"
    let people = [row.nA, row.nB].compactMap { $0 }.map(Words.count).joined(separator: " v ")
    let effect = row.effect.map { effect in
      let value = NumberWords.twoDecimals(effect.value)
      guard let range = effect.interval else { return value }
      return "\(value) (\(NumberWords.twoDecimals(range.lower)) to \(NumberWords.twoDecimals(range.upper)))"
    }
    return [
      labels.measure(row.measure), groups, people.isEmpty ? mark : people,
      row.p.map { Words.probability($0.value) } ?? mark,
      row.p.map { Words.probability($0.smallestAttainable) } ?? mark, row.pAdjusted.map(Words.probability) ?? mark,
      effect ?? (row.p == nil ? mark : Mark.notAvailable.rawValue),
    ]
  }

  private func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }
}

extension Comparison {
  /// Whether the adjusted p is below the printed limit.
  var isClear: Bool { (pAdjusted ?? 1) < ComparisonSection.clearBelow }
}
