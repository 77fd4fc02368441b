import Readiness
import Tabular

/// Where weight and distance from the target meet: what asks for attention first.
struct PrioritySection {
  let rows: [PriorityRow]
  let plan: ScoringPlan
  let labels: Labels

  /// The section of everybody together; nil where nothing is below the target or may be shown.
  var section: Section? {
    let cohort = rows.filter { $0.organization == nil && ($0.priority ?? 0) > 0 }
    guard !cohort.isEmpty else { return nil }
    let order = cohort.enumerated().sorted { left, right in
      let (a, b) = (left.element.priority ?? 0, right.element.priority ?? 0)
      return a == b ? left.offset < right.offset : a > b
    }.map(\.element)
    let isEven = Set(cohort.compactMap(\.weight)).count == 1
    let weights = isEven ? "All barriers weigh the same here" : "Weights are those of the scheme “\(plan.scheme.name)”"
    return Section(
      "Where to look first",
      [
        .paragraph(
          "A barrier asks for attention when it is far from the target and weighs much. The target is a readiness of "
            + "\(NumberText.shortest(plan.target)), and \(weights.prefix(1).lowercased())\(weights.dropFirst()). What is missing on all barriers "
            + "together is shared out, so the shares of all barriers add up to 100%."),
        .points(order.prefix(3).map(line)),
        .paragraph("priorities.csv has every barrier, for everybody and for each organisation."),
      ])
  }

  private func line(_ row: PriorityRow) -> String {
    let sure = row.topThree.map {
      ", and among the first three in \(Words.percent($0)) of re-drawings of \(isClustered ? "organisations" : "people")"
    }
    return "\(labels.measure(row.dimension)): \(Words.percent(row.priority ?? 0)) of all that is missing (readiness "
      + "\(row.readiness.map(Words.decimal) ?? ""), \(row.gap.map(Words.decimal) ?? "") points short)\(sure ?? "")."
  }

  private var isClustered: Bool { Set(rows.compactMap(\.organization)).count > 1 }
}
