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
        let how = common.map { " Intervals: \($0)." } ?? ""
        let note = findings.familyNotes.first { $0.by == by && $0.family == family }.map { " \($0.sentence)" } ?? ""
        blocks.append(.paragraph("\(ComparisonWords.family(family)), by \(labels.column(by)).\(how)\(note)"))
        blocks.append(.points(lines(shown, family: rows, commonInterval: common)))
      }
    }
    return Section("For the analyst: the comparisons in numbers", blocks)
  }

  private func meanings(_ rows: [Comparison]) -> String {
    let groups =
      "A12: the chance that someone of the first group scores higher than someone of the second, ties counted half."
    let changes = "Rank biserial r: ranks of rises less those of falls, −1 to 1; above 0 readier than before."
    let effects =
      (rows.contains { $0.by != "wave" } ? [groups] : []) + (rows.contains { $0.by == "wave" } ? [changes] : [])
    return
      (["Mdn: the middle score of each group."] + effects + [
        "m: how many comparisons are adjusted together. DK, NA: “don't know” and “not for me” answers. Pairs are listed for "
          + "overall readiness and where a difference is clear; all others, and the rows that stand beside these, are in "
          + "comparisons.csv."
      ]).joined(separator: " ")
  }

  private func lines(_ rows: [Comparison], family: [Comparison], commonInterval: String?) -> [String] {
    // Rows that could not be made for one reason share a line.
    let made = rows.filter { $0.p != nil }.map {
      AnalystLine(
        row: $0, family: family, beside: beside($0), labels: labels, commonInterval: commonInterval
      ).text
    }
    let unmade = rows.filter { $0.p == nil }
    let reasons = unique(unmade.map(\.note)).map { note -> String in
      let alike = unmade.filter { $0.note == note }
      let names = unique(alike.map { labels.measure($0.measure) })
      let mark = Labels.mark(alike.first?.status == .ok ? .notTestable : alike.first?.status ?? .notTestable)
      return "\(mark) \(names.count > 4 ? "\(Words.count(names.count)) measures" : Words.list(names))"
        + "\(alike.count > names.count ? " (\(Words.count(alike.count)) comparisons)" : ""): \(Words.sentence(note))"
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
  var text: String {
    let parts = [medians, effect, test].filter { !$0.isEmpty }.joined(separator: "; ")
    let rest = [missing, sensitivity, other].filter { !$0.isEmpty }.joined(separator: " ")
    return "\(name): \(groups): \(parts).\(rest.isEmpty ? "" : " \(rest)")"
  }

  private var name: String {
    guard let place = labels.instrument.dimensions.firstIndex(where: { $0.id == row.measure }) else {
      return labels.measure(row.measure)
    }
    return "Barrier \(place + 1) “\(labels.measure(row.measure))”"
  }

  private var groups: String {
    func people(_ count: Int?) -> String { count.map { " (n = \(Words.count($0)))" } ?? "" }
    guard let second = row.groupB else { return "all groups\(people(row.nA))" }
    return
      "\(labels.group(row.groupA, by: row.by))\(people(row.nA)) vs \(labels.group(second, by: row.by))\(people(row.nB))"
  }

  private var medians: String {
    row.evidence.medians.map { "Mdn \(Words.decimal($0.first)) vs \(Words.decimal($0.second))" } ?? ""
  }

  private var effect: String {
    guard let effect = row.effect else { return "" }
    let value = "\(Self.symbol(effect.name)) = \(Self.short(effect.value, effect.name))"
    guard let range = effect.interval else { return value }
    let how =
      effect.intervalMethod.isEmpty || effect.intervalMethod == commonInterval ? "" : " (\(effect.intervalMethod))"
    return "\(value), \(Words.level(range.level))% CI [\(Self.short(range.lower, effect.name)), "
      + "\(Self.short(range.upper, effect.name))]\(how)"
  }

  private var test: String {
    guard let p = row.p else { return "" }
    let adjustedWith = family.filter {
      $0.p != nil && (!row.family.hasSuffix("_pairs") || $0.measure == row.measure)
    }.count
    let convention =
      row.evidence.sidedness == "distance_from_expectation" ? "|W−E|, " : Self.plain(row.evidence.sidedness)
    let word = row.evidence.adjustment == "benjamini_hochberg" ? "Benjamini–Hochberg" : "Holm"
    let adjusted = row.pAdjusted.map { ", \(word) p \(Self.p($0)) (m = \(adjustedWith))" } ?? ""
    let smallest = p.smallestKnown.map { "smallest attainable \(Self.p($0))" } ?? "no smallest p"
    return "\(ComparisonWords.method(row)), p \(Self.p(p.value)) (\(convention)\(smallest))\(adjusted)"
  }

  private var missing: String {
    let missing = row.evidence.missing
    let counts: [(Int?, String)] = [
      (missing.doNotKnow, "“don't know”"), (missing.notForMe, "“not for me”"), (missing.skipped, "skipped"),
      (missing.people, "without a score"),
    ]
    let told = counts.compactMap { count, word in count.flatMap { $0 > 0 ? "\(Words.count($0)) \(word)" : nil } }
    return told.isEmpty ? "" : "\(told.joined(separator: ", "))."
  }

  private var sensitivity: String {
    let name = row.effect?.name ?? ""
    let parts: [(ClosedRange<Double>?, String)] = [
      (row.evidence.leaveOneOrganizationOut, "leave one organisation out"),
      (row.evidence.doNotKnowBounds, "if don't-knows were answers"),
    ]
    let told = parts.compactMap { range, word in
      range.map { "\(word) \(Self.short($0.lowerBound, name)) to \(Self.short($0.upperBound, name))" }
    }
    return told.isEmpty ? "" : "\(Words.sentence(told.joined(separator: "; ")))."
  }

  private var other: String {
    guard let beside, let p = beside.p else { return "" }
    let what = beside.evidence.design == .samePeople ? "Whole organisations" : "Organisations forgotten"
    let effect = beside.effect.map { ", \(Self.symbol($0.name)) = \(Self.short($0.value, $0.name))" } ?? ""
    return "\(what): \(ComparisonWords.method(beside))\(effect), p \(Self.p(p.value))."
  }

  /// `= .041`, `< .0001`, `= 1`.
  static func p(_ value: Double) -> String {
    if value < 0.0001 { return "< .0001" }
    let text = NumberText.fixed(value, decimals: value < 0.01 ? 4 : 3)
    return text.hasPrefix("0.") ? "= \(text.dropFirst())" : "= 1"
  }

  /// `.34` for what cannot pass 1, `4.9` for points.
  private static func short(_ value: Double, _ name: String) -> String {
    if ["mean_change", "mean_difference", "points_to_move"].contains(name) { return Words.decimal(value) }
    let text = NumberWords.twoDecimals(value)
    return text.hasPrefix("0.") ? String(text.dropFirst()) : text.hasPrefix("-0.") ? "-\(text.dropFirst(2))" : text
  }

  private static func symbol(_ name: String) -> String {
    switch name {
    case "probability_of_superiority": "A12"
    case "epsilon_squared": "ε²"
    case "omega_squared": "ω²"
    case "hedges_g": "g"
    case "matched_pairs_rank_biserial": "rank biserial r"
    case "mean_change": "mean change"
    case "mean_difference": "mean difference"
    case "points_to_move": "points to move"
    default: name.replacing("_", with: " ")
    }
  }

  private static func plain(_ sidedness: String) -> String {
    sidedness.isEmpty ? "" : "\(sidedness.replacing("_", with: " ")), "
  }
}
