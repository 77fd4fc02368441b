import Foundation
import Readiness
import Tabular

/// One line per comparison for the analyst: effect with its interval, p and what stands behind both.
///
/// - Source: the report line of the analysis plan; only what a row holds is printed.
struct AnalystSection {
  let findings: ComparisonFindings
  let labels: Labels

  /// The section; nil without comparisons.
  var section: Section? {
    // Agreement and single choices of the budget are told where the money is.
    let primary = findings.comparisons.filter {
      $0.primary && !["allocation_factors", "allocation_agreement"].contains($0.family)
    }
    guard !primary.isEmpty else { return nil }
    var blocks: [Block] = [
      .paragraph(meanings(primary))
    ]
    for by in unique(primary.map(\.by)) {
      for family in unique(primary.filter { $0.by == by }.map(\.family)) {
        let rows = primary.filter { $0.by == by && $0.family == family }
        let shown = rows.filter { !family.hasSuffix("_pairs") || family == "overall_pairs" || $0.isClear }
        guard !shown.isEmpty else { continue }
        let methods = unique(shown.compactMap(\.effect?.intervalMethod).filter { !$0.isEmpty })
        let common = methods.count == 1 ? methods.first : nil
        let name: Phrase = "\(ComparisonWords.family(family)), by \(labels.column(by))."
        let how: Phrase = common.map { "Intervals: \(IntervalWords.method($0))." } ?? ""
        let note = findings.familyNotes.first { $0.by == by && $0.family == family }?.sentence ?? ""
        blocks.append(.paragraph(.spaced([name, how, note])))
        blocks.append(.points(lines(shown, family: rows, commonInterval: common)))
      }
    }
    return Section("For the analyst: the comparisons in numbers", blocks)
  }

  private func meanings(_ rows: [Comparison]) -> Phrase {
    let groups: Phrase =
      "A12: the chance that someone of the first group scores higher than someone of the second, ties counted half."
    let changes: Phrase = "Rank biserial r: ranks of rises less those of falls, −1 to 1; above 0 readier than before."
    let effects =
      (rows.contains { $0.by != "wave" } ? [groups] : []) + (rows.contains { $0.by == "wave" } ? [changes] : [])
    let middle: Phrase = "Mdn: the middle score of each group."
    let rest: Phrase = """
      m: how many comparisons are adjusted together. DK, NA: “don't know” and “not for me” answers. Pairs are listed for \
      overall readiness and where a difference is clear; all others, and the rows that stand beside these, are in \
      comparisons.csv.
      """
    return .spaced([middle] + effects + [rest])
  }

  private func lines(_ rows: [Comparison], family: [Comparison], commonInterval: String?) -> [Phrase] {
    // Rows that could not be made for one reason share a line.
    let made = rows.filter { $0.p != nil }.map {
      AnalystLine(
        row: $0, family: family, beside: beside($0), labels: labels, commonInterval: commonInterval
      ).text
    }
    let unmade = rows.filter { $0.p == nil }
    let reasons = unique(unmade.map(\.note)).map { note -> Phrase in
      let alike = unmade.filter { $0.note == note }
      let names = unique(alike.map { labels.measure($0.measure) })
      let mark = Labels.mark(alike.first?.status == .ok ? .notTestable : alike.first?.status ?? .notTestable)
      let which: Phrase = names.count > 4 ? "\(names.count) measures" : Words.list(names)
      let counted = alike.count > names.count ? "\(which) (\(alike.count) comparisons)" : which
      return "\(mark) \(counted): \(Words.sentence(note))"
    }
    return made + reasons
  }

  /// The row that forgets organisations, or that takes them whole, where one stands beside the row to read.
  private func beside(_ row: Comparison) -> Comparison? {
    findings.comparisons.first {
      !$0.primary && $0.by == row.by && $0.family == row.family && $0.measure == row.measure && $0.groupA == row.groupA
        && $0.groupB == row.groupB
        && ["mann_whitney", "kruskal_wallis", "whole_organisation_signs"].contains($0.method)
    }
  }
}

/// One comparison in one line.
struct AnalystLine {
  let row: Comparison
  /// The rows that are adjusted with it.
  let family: [Comparison]
  /// The row that stands beside it.
  let beside: Comparison?
  let labels: Labels
  /// How all intervals were made, where that has been said once for all.
  var commonInterval: String?

  /// The line.
  var text: Phrase {
    let parts = [medians, effect, test].filter { !$0.isEmpty }.joined(separator: "; ")
    return .spaced(["\(name): \(groups): \(parts).", missing, sensitivity, other])
  }

  private var name: Phrase {
    guard let place = labels.instrument.dimensions.firstIndex(where: { $0.id == row.measure }) else {
      return labels.measure(row.measure)
    }
    return "Barrier \(place + 1) “\(labels.measure(row.measure))”"
  }

  private var groups: Phrase {
    func counted(_ name: Phrase, _ count: Int?) -> Phrase { count.map { "\(name) (n = \(Words.count($0)))" } ?? name }
    guard let second = row.groupB else { return counted("all groups", row.nA) }
    let (first, other) = (labels.group(row.groupA, by: row.by), labels.group(second, by: row.by))
    return "\(counted(first, row.nA)) vs \(counted(other, row.nB))"
  }

  private var medians: Phrase {
    row.evidence.medians.map { "Mdn \(Words.decimal($0.first)) vs \(Words.decimal($0.second))" } ?? ""
  }

  private var effect: Phrase {
    guard let effect = row.effect else { return "" }
    let value: Phrase = "\(Self.symbol(effect.name)) = \(Self.short(effect.value, effect.name))"
    guard let range = effect.interval else { return value }
    let interval: Phrase =
      """
      \(value), \(Words.level(range.level))% CI [\(Self.short(range.lower, effect.name)), \
      \(Self.short(range.upper, effect.name))]
      """
    let isTold = effect.intervalMethod.isEmpty || effect.intervalMethod == commonInterval
    return isTold ? interval : "\(interval) (\(IntervalWords.method(effect.intervalMethod)))"
  }

  private var test: Phrase {
    guard let p = row.p else { return "" }
    let adjustedWith = family.filter {
      $0.p != nil && (!row.family.hasSuffix("_pairs") || $0.measure == row.measure)
    }.count
    let convention = Self.plain(row.evidence.sidedness)
    let word = row.evidence.adjustment == "benjamini_hochberg" ? "Benjamini–Hochberg" : "Holm"
    let adjusted: Phrase = row.pAdjusted.map { "\(verbatim: word) p \(Self.p($0)) (m = \(adjustedWith))" } ?? ""
    let smallest: Phrase = p.smallestKnown.map { "smallest attainable \(Self.p($0))" } ?? "no smallest p"
    let behind = [convention, smallest].joined(separator: ", ")
    let found: Phrase = "\(ComparisonWords.method(row)), p \(Self.p(p.value)) (\(behind))"
    return [found, adjusted].joined(separator: ", ")
  }

  private var missing: Phrase {
    let missing = row.evidence.missing
    func told(_ count: Int?, _ text: (Int) -> Phrase) -> Phrase? { count.flatMap { $0 > 0 ? text($0) : nil } }
    let counts = [
      told(missing.doNotKnow) { "\($0) “don't know”" }, told(missing.notForMe) { "\($0) “not for me”" },
      told(missing.skipped) { "\($0) skipped" }, told(missing.people) { "\($0) without a score" },
    ].compactMap(\.self)
    return counts.isEmpty ? "" : "\(counts.joined(separator: ", "))."
  }

  private var sensitivity: Phrase {
    let name = row.effect?.name ?? ""
    func range(_ range: ClosedRange<Double>) -> Phrase {
      "\(Self.short(range.lowerBound, name)) to \(Self.short(range.upperBound, name))"
    }
    let told: [Phrase] = [
      row.evidence.leaveOneOrganizationOut.map { "leave one organisation out \(range($0))" },
      row.evidence.doNotKnowBounds.map { "if don't-knows were answers \(range($0))" },
    ].compactMap(\.self)
    return told.isEmpty ? "" : "\(Words.sentence(told.joined(separator: "; ")))."
  }

  private var other: Phrase {
    guard let beside, let p = beside.p else { return "" }
    let what: Phrase = beside.evidence.design == .samePeople ? "Whole organisations" : "Organisations forgotten"
    let effect: Phrase = beside.effect.map { "\(Self.symbol($0.name)) = \(Self.short($0.value, $0.name))" } ?? ""
    let test = [ComparisonWords.method(beside), effect].joined(separator: ", ")
    return "\(what): \(test), p \(Self.p(p.value))."
  }

  /// `= .041`, `< .0001`, `= 1`.
  static func p(_ value: Double) -> Phrase {
    if value < 0.0001 { return .joined([.verbatim("< "), .fraction(0.0001, decimals: 4)]) }
    let most = value < 0.01 ? 4 : 3
    // No more digits than it is told in.
    let decimals =
      (1..<most).first { places in
        let scale = pow(10, Double(places))
        return abs((value * scale).rounded() / scale - value) < 1e-12
      } ?? most
    return NumberText.fixed(value, decimals: decimals).hasPrefix("0.")
      ? .joined([.verbatim("= "), .fraction(value, decimals: decimals)]) : .verbatim("= 1")
  }

  /// `.34` for what cannot pass 1, `4.9` for points.
  private static func short(_ value: Double, _ name: String) -> Phrase {
    if ["mean_change", "mean_difference", "points_to_move"].contains(name) { return Words.decimal(value) }
    return .fraction(value, decimals: 2)
  }

  private static func symbol(_ name: String) -> Phrase {
    switch name {
    case "probability_of_superiority": .verbatim("A12")
    case "epsilon_squared": .verbatim("ε²")
    case "omega_squared": .verbatim("ω²")
    case "hedges_g": .verbatim("g")
    case "matched_pairs_rank_biserial": "rank biserial r"
    case "mean_change": "mean change"
    case "mean_difference": "mean difference"
    case "points_to_move": "points to move"
    default: .verbatim(name.replacing("_", with: " "))
    }
  }

  private static func plain(_ sidedness: String) -> Phrase {
    switch Sidedness(rawValue: sidedness) {
    case .upperTail: "upper tail"
    case .likelihoodOrdered: "likelihood ordered"
    case .twiceSmallerTail: "twice smaller tail"
    case .distanceFromExpectation: .verbatim("|W−E|")
    case nil: ""
    }
  }
}
