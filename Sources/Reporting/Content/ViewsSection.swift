import Readiness

/// Who sees it differently inside one organisation: its groups that may be shown, them and us, leaders and the others.
struct ViewsSection {
  /// Rows of overall readiness of groups inside the organisation.
  let groups: [ScoreRow]
  /// Staff against citizens, and leaders against the others.
  let gaps: [GapRow]
  let labels: Labels

  /// Overall readiness of the groups inside organisations, by organisation: found once for all pages.
  static func groups(of scores: [ScoreRow]) -> [String: [ScoreRow]] {
    let rows = scores.lazy.filter {
      $0.level == .cell && $0.measure == "overall" && $0.weighting == .respondents && $0.estimate.value != nil
    }
    return Dictionary(grouping: rows) { $0.organization ?? "" }
  }

  /// Nil when nothing of it was asked.
  var section: Section? {
    let blocks = [table.map(Block.table)].compactMap(\.self) + GapSection(gaps: gaps, labels: labels).blocks
    return blocks.isEmpty ? nil : Section("Who sees it differently", blocks)
  }

  private var table: TextTable? {
    guard !groups.isEmpty else { return nil }
    return TextTable(
      caption: "Overall readiness as seen by the groups inside this organisation that are large enough to show.",
      columns: [.words("Group"), .numbers("Readiness"), .numbers(labels.range), .numbers("People")],
      rows: groups.map { row in
        [labels.group(row.group ?? "", by: row.groupBy ?? "")] + BarrierSection.cells(row.estimate)
      })
  }
}
