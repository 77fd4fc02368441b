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
    let opening = Phrase.spaced([chance, pair])
    let families = unique(primary.map(\.family)).filter { !$0.hasSuffix("_pairs") }
    let lines = families.flatMap { sentences(family: $0, rows: primary) }
    return Section(
      heading,
      (limits.isEmpty ? [] : [.points(limits)]) + [.paragraph(opening), .points(lines)]
        + DesignWords(rows: primary).blocks)
  }

  /// Families that no answers could have made clear: said before any p.
  static func limits(_ notes: [FamilyNote]) -> [Phrase] {
    notes.filter { ($0.smallestAdjusted ?? 0) >= clearBelow }.map {
      "\(ComparisonWords.family($0.family)): \($0.sentence)"
    }
  }

  private func sentences(family: String, rows: [Comparison]) -> [Phrase] {
    let own = rows.filter { $0.family == family }
    let all = rows.filter { $0.family == "\(family)_pairs" }
    let pairs = all.filter { family == "overall" || $0.isClear }
    return ComparisonSentences(rows: own, family: family, labels: labels).lines
      + ComparisonSentences(rows: pairs, family: "\(family)_pairs", labels: labels).lines
      + unlisted(
        all.filter { !pairs.contains($0) }, name: ComparisonWords.family("\(family)_pairs"), listed: !pairs.isEmpty)
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
