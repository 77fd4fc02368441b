import Readiness

/// Who would spend the money differently, in points that would have to move.
struct AllocationDifferences {
  let comparisons: [Comparison]
  let notes: [FamilyNote]
  let labels: Labels

  init(findings: ComparisonFindings, labels: Labels) {
    comparisons = findings.comparisons.filter(\.isOfAllocations)
    notes = findings.familyNotes
    self.labels = labels
  }

  /// The section; nil where no allocations were compared.
  var section: Section? {
    guard !comparisons.isEmpty else { return nil }
    let blocks = unique(comparisons.map(\.by)).flatMap { column -> [Block] in
      let rows = comparisons.filter { $0.by == column && $0.primary }
      let lines = limits(column) + whole(rows) + pairs(rows) + agreement(rows)
      return [.paragraph("By \(labels.column(column)):"), .points(lines)]
    }
    return Section(
      "Who would spend it differently?",
      [
        .paragraph(
          """
          The whole list is compared at once, because points for one choice are points that another did not get. \
          “Points to move” says how far apart two groups are: it is never 0, so what chance alone would make stands \
          beside it. A difference is called clear when its adjusted p is below \(Words.shortest(ComparisonSection.clearBelow)).
          """)
      ] + blocks)
  }

  private func limits(_ column: String) -> [Phrase] {
    notes.filter { note in
      note.by == column && ["allocation", "allocation_pairs"].contains(note.family)
        && (note.smallestAdjusted ?? 0) >= ComparisonSection.clearBelow
    }.map { "\(ComparisonWords.family($0.family)): \($0.sentence)" }
  }

  private func whole(_ rows: [Comparison]) -> [Phrase] {
    // With two groups the pair is the comparison; where it stands among the pairs it is told there.
    let told = rows.filter { row in
      row.family == "allocation"
        && !rows.contains { $0.family == "allocation_pairs" && $0.groupA == row.groupA && $0.groupB == row.groupB }
    }
    return told.map { row in
      guard row.groupB == nil else { return pair(row, rows) }
      guard let p = row.p else { return "All groups at once: \(Words.sentence(row.note))" }
      let groups = Words.text("All groups at once", from: row.nA)
      return .spaced(["\(groups): \(verdict(row)) (\(probability(row, p)))." as Phrase, row.note])
    }
  }

  private func pairs(_ rows: [Comparison]) -> [Phrase] {
    let pairs = rows.filter { $0.family == "allocation_pairs" }
    let made = pairs.filter { $0.p != nil }
    let unmade = pairs.count - made.count
    let told = made.map { pair($0, rows) }
    guard unmade > 0 else { return told }
    return told + [
      .plural(
        unmade, one: "One pair cannot be compared; comparisons.csv says why.",
        other: "\(Words.sentence(Words.small(unmade))) pairs cannot be compared; comparisons.csv says why.")
    ]
  }

  private func pair(_ row: Comparison, _ rows: [Comparison]) -> Phrase {
    let (first, second) = (labels.group(row.groupA, by: row.by), labels.group(row.groupB ?? "", by: row.by))
    let name = Words.text("“\(first)” and “\(second)”", fromSides: [row.nA, row.nB])
    guard let p = row.p else { return "\(name): \(Words.sentence(row.note))" }
    guard let effect = row.effect else { return "\(name): \(verdict(row)) (\(probability(row, p)))." }
    let points = Words.decimal(effect.value)
    let moved: Phrase =
      row.evidence.effectByChance.map {
        "\(points) of 100 points would have to move (about \(Words.decimal($0)) by chance alone)"
      } ?? "\(points) of 100 points would have to move"
    return .spaced(["\(name): \(moved); \(verdict(row)) (\(probability(row, p))).", largest(row, rows)])
  }

  /// The choice on which the two groups are furthest apart.
  private func largest(_ row: Comparison, _ rows: [Comparison]) -> Phrase {
    let factors = rows.filter {
      $0.family == "allocation_factors" && $0.groupA == row.groupA && $0.groupB == row.groupB && $0.effect != nil
    }
    guard let most = factors.max(by: { abs($0.effect?.value ?? 0) < abs($1.effect?.value ?? 0) }),
      let value = most.effect?.value, value != 0
    else { return "" }
    let group = labels.group(value > 0 ? row.groupA : row.groupB ?? "", by: row.by)
    return
      "Furthest apart on “\(labels.factor(most.measure))”: “\(group)” give it \(Words.decimal(abs(value))) points more."
  }

  /// The p that the verdict rests on.
  private func probability(_ row: Comparison, _ p: PValue) -> Phrase {
    row.pAdjusted.map { "adjusted p \(AnalystLine.p($0))" } ?? "p \(AnalystLine.p(p.value))"
  }

  private func verdict(_ row: Comparison) -> Phrase { row.isClear ? "a clear difference" : "no clear difference" }

  private func agreement(_ rows: [Comparison]) -> [Phrase] {
    let rows = rows.filter { $0.family == "allocation_agreement" && $0.effect != nil }
    guard !rows.isEmpty else { return [] }
    let told = rows.map { row -> Phrase in
      let name: Phrase = row.groupA == "all" ? "between the groups" : "among “\(labels.group(row.groupA, by: row.by))”"
      return "\(name) \(NumberWords.twoDecimals(row.effect?.value ?? 0))"
    }
    return [
      "How far people put the choices in one order (Kendall's W, 0 not at all, 1 wholly): \(Words.list(told))."
    ]
  }
}

extension Comparison {
  /// Whether it compares allocations, which have a section of their own.
  var isOfAllocations: Bool { family.hasPrefix("allocation") }
}
