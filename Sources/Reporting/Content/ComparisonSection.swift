import Readiness

/// Who sees it differently: what cannot be shown, then plain sentences, then the atlas; the analyst's lines come last.
struct ComparisonSection {
  let findings: ComparisonFindings
  let labels: Labels

  /// Below this adjusted p a difference is called clear; printed with the sentences.
  static let clearBelow = 0.05

  /// The plain sections, then the analyst's.
  var sections: [Section] { plain + [analyst].compactMap(\.self) }

  /// Every p and effect, for whoever checks them; nil without comparisons.
  var analyst: Section? { AnalystSection(findings: findings, labels: labels).section }

  /// What differs and what does not, without a single p.
  var plain: [Section] {
    let comparisons = findings.comparisons.filter { !$0.isOfAllocations }
    let columns = unique(comparisons.map(\.by))
    return columns.flatMap { column -> [Section] in
      let rows = comparisons.filter { $0.by == column }
      let notes = findings.familyNotes.filter { $0.by == column && !$0.family.hasPrefix("allocation") }
      guard column != "wave" else {
        return [
          WavesSection(
            rows: rows, notes: notes, pairing: findings.pairing, changes: findings.waveChanges, labels: labels
          ).section
        ]
      }
      let gaps = findings.perceptionGaps.filter { $0.by == column }
      let atlas = GapAtlas(gaps: gaps, labels: labels).section(heading: "Perception gaps, by \(labels.column(column))")
      return [section(column, rows: rows, notes: notes), atlas?.with(ReportCharts(findings).gaps(gaps))]
        .compactMap { $0 }
    }
  }

  private func section(_ column: String, rows: [Comparison], notes: [FamilyNote]) -> Section {
    let primary = rows.filter(\.primary)
    let heading: Phrase = "Who sees it differently? By \(labels.column(column))"
    guard primary.contains(where: { $0.p != nil }) else {
      let reasons = unique(primary.map(\.note).filter { !$0.isEmpty })
      return Section(heading, [.paragraph(.spaced(["No comparison can be made."] + reasons))])
    }
    // The atlas says what it cannot show at its own head.
    let limits = Self.limits(notes.filter { $0.family != "perception_gaps" })
    let chance: Phrase = """
      A difference is called clear when chance alone would seldom set groups so far apart: adjusted p below \
      \(Words.shortest(Self.clearBelow)). “For the analyst” gives every p.
      """
    let pair: Phrase =
      primary.contains { $0.isClear && $0.groupB != nil }
      ? "A pair is one of each group, picked at random; equal scores count half." : ""
    let opening = Phrase.spaced([chance, pair, apart(primary)])
    let lines = lines(primary)
    let more: [Phrase] =
      lines.count > Self.mostLines
      ? ["comparisons.csv has the rest, and so has “For the analyst” where a difference is clear."] : []
    return Section(
      heading,
      (limits.isEmpty ? [] : [.points(limits)]) + [
        .paragraph(opening), .points(Array(lines.prefix(Self.mostLines)) + more),
      ]
        + DesignWords(rows: primary).blocks)
  }

  /// Families that no answers could have made clear: said before any p.
  static func limits(_ notes: [FamilyNote]) -> [Phrase] {
    notes.filter { ($0.smallestAdjusted ?? 0) >= clearBelow }.map {
      "\(ComparisonWords.family($0.family)): \($0.sentence)"
    }
  }

  /// The most sentences; the others are left to the file.
  static let mostLines = 5

  /// Why pairs are named where all groups at once do not differ clearly; nothing where none is.
  private func apart(_ rows: [Comparison]) -> Phrase {
    let unclear = rows.filter { $0.groupB == nil && !$0.isClear }.map { "\($0.family)_pairs\u{1F}\($0.measure)" }
    let isApart = rows.contains { $0.isClear && unclear.contains("\($0.family)\u{1F}\($0.measure)") }
    return isApart
      ? """
      Pairs of groups are judged apart from all groups at once, so a pair can differ clearly on a measure where no \
      difference shows over all groups.
      """ : ""
  }

  /// Overall readiness, then every pair that differs clearly, then what differs over all groups, then what does not.
  private func lines(_ rows: [Comparison]) -> [Phrase] {
    func own(_ family: String) -> [Phrase] {
      ComparisonSentences(rows: rows.filter { $0.family == family }, family: family, labels: labels).lines
    }
    let families = unique(rows.map(\.family)).filter { !$0.hasSuffix("_pairs") && $0 != "overall" }
    let clear = families.filter { family in rows.contains { $0.family == family && $0.isClear } }
    let pairs = rows.filter { $0.family.hasSuffix("_pairs") }
    let clearPairs = pairs.filter(\.isClear)
    let unclear = unique(pairs.map(\.family)).flatMap { family in
      unlisted(
        pairs.filter { $0.family == family && !$0.isClear }, name: ComparisonWords.family(family),
        listed: clearPairs.contains { $0.family == family })
    }
    return own("overall") + clearPairSentences(clearPairs) + clear.flatMap(own)
      + families.filter { !clear.contains($0) }.flatMap(own) + unclear
  }

  /// Two groups have one sentence for all measures; what counts “don't know” answers has its own.
  private func clearPairSentences(_ rows: [Comparison]) -> [Phrase] {
    let isCount = { (row: Comparison) in row.family == "dont_know_pairs" }
    return PairSentences(rows: rows.filter { !isCount($0) }, family: "pairs", labels: labels).lines
      + PairSentences(rows: rows.filter(isCount), family: "dont_know", labels: labels).lines
  }

  /// What is said of pairs that have no sentence of their own.
  private func unlisted(_ rows: [Comparison], name: Phrase, listed: Bool) -> [Phrase] {
    let tested = rows.count { $0.p != nil }
    let unmade = rows.count - tested
    let count = Words.small(tested)
    var lines: [Phrase] = []
    if tested > 0 {
      lines.append(
        listed
          ? .plural(
            tested, one: "\(name): no clear difference in the other comparison.",
            other: "\(name): no clear difference in the other \(count) comparisons.")
          : .plural(
            tested, one: "\(name): no clear difference in the one comparison.",
            other: "\(name): no clear difference in any of the \(count) comparisons."))
    }
    if unmade > 0 {
      lines.append(
        .plural(
          unmade, one: "\(name): one comparison cannot be made; comparisons.csv says why.",
          other: "\(name): \(Words.small(unmade)) comparisons cannot be made; comparisons.csv says why."))
    }
    return lines
  }
}

/// The values, each once, in order.
func unique<Text: Hashable>(_ texts: [Text]) -> [Text] {
  var seen: Set<Text> = []
  return texts.filter { seen.insert($0).inserted }
}

extension Comparison {
  /// Whether the adjusted p is below the printed limit.
  var isClear: Bool { (pAdjusted ?? 1) < ComparisonSection.clearBelow }
}
