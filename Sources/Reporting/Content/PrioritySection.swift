import Readiness
import Tabular

/// Where weight and distance from the target meet: what asks for attention first.
struct PrioritySection {
  let rows: [PriorityRow]
  let plan: ScoringPlan
  let labels: Labels

  /// The section of everybody together; nil where nothing is below the target or may be shown.
  var section: Section? {
    let all = rows.filter { $0.organization == nil }
    let cohort = all.filter { ($0.priority ?? 0) > 0 }
    guard !cohort.isEmpty else { return nil }
    let order = cohort.enumerated().sorted { left, right in
      let (a, b) = (left.element.priority ?? 0, right.element.priority ?? 0)
      return a == b ? left.offset < right.offset : a > b
    }.map(\.element)
    let isEven = Set(all.compactMap(\.weight)).count == 1
    let target = Words.shortest(plan.target)
    let shared: Phrase =
      "What is missing on all barriers together is shared out, so the shares of all barriers add up to 100%."
    let rule: Phrase =
      isEven
      ? """
      A barrier asks for attention when it is far from the target and weighs much. The target is a readiness of \
      \(target), and all barriers weigh the same here.
      """
      : """
      A barrier asks for attention when it is far from the target and weighs much. The target is a readiness of \
      \(target), and weights are those of the scheme “\(verbatim: plan.scheme.name)”.
      """
    return Section(
      "Where to look first",
      [
        .paragraph(.spaced([rule, shared])),
        .points(order.prefix(3).map(line)),
        .paragraph("priorities.csv has every barrier, for everybody and for each organisation."),
      ])
  }

  private func line(_ row: PriorityRow) -> Phrase {
    let readiness = row.readiness.map(Words.decimal) ?? .empty
    let gap = row.gap.map(Words.decimal) ?? .empty
    let line: Phrase =
      """
      \(labels.measure(row.dimension)): \(Words.percent(row.priority ?? 0)) of all that is missing (readiness \
      \(readiness), \(gap) points short)
      """
    guard let share = row.topThree.map(Words.percent) else { return "\(line)." }
    return isClustered
      ? "\(line), and among the first three in \(share) of re-drawings of organisations."
      : "\(line), and among the first three in \(share) of re-drawings of people."
  }

  private var isClustered: Bool { Set(rows.compactMap(\.organization)).count > 1 }
}
