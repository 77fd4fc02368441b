import Survey

/// A way of putting people into groups whose rows are published: `respondent_type`, `roll_up` or a column of `--by`.
package struct Grouping: Sendable {
  /// The name in the column `group_by`.
  package let name: String
  /// The groups in the order of rows: types and roll-ups as in the instrument, others by name.
  package let groups: [String]
  /// The column that the groups are made from.
  package let column: GroupingColumn
  /// The group of each label of the column; −1 for a label that belongs to none.
  package let groupOf: [Int]

  /// The group of a person whose label has this code; −1 for none.
  package func group(ofCode code: Int) -> Int { code < 0 ? -1 : groupOf[code] }
}

extension Responses {
  /// The groupings that a run publishes: respondent type, roll-up, then the other columns of `by`, each once.
  ///
  /// A name that no column has is left out; whoever reads the plan refuses it. Organisations are a level of their own.
  package func groupings(by names: [String]) -> [Grouping] {
    var all = [typeGrouping, rollUpGrouping]
    for name in names where name != "organisation" && !all.contains(where: { $0.name == name }) {
      guard let column = grouping(named: name) else { continue }
      let groups = column.labels.sorted()
      let placeOf = Dictionary(groups.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
      all.append(
        Grouping(
          name: name, groups: groups, column: column, groupOf: column.labels.map { placeOf[$0] ?? -1 }))
    }
    return all
  }

  /// Respondent types, in the instrument's order; types that nobody has are no group.
  package var typeGrouping: Grouping {
    let present = Set(respondentType.labels)
    let known = instrument.respondentTypes.map(\.code).filter(present.contains)
    return Grouping(
      name: "respondent_type", groups: known, column: respondentType,
      groupOf: respondentType.labels.map { label in known.firstIndex(of: label) ?? -1 })
  }

  /// Roll-ups of respondent types, in the instrument's order; roll-ups that nobody has are no group.
  package var rollUpGrouping: Grouping {
    let rollUpOf = Dictionary(
      instrument.respondentTypes.map { ($0.code, $0.rollUp) }, uniquingKeysWith: { first, _ in first })
    let present = Set(respondentType.labels.compactMap { rollUpOf[$0] })
    let known = instrument.rollUps.map(\.code).filter(present.contains)
    return Grouping(
      name: "roll_up", groups: known, column: respondentType,
      groupOf: respondentType.labels.map { label in rollUpOf[label].flatMap { known.firstIndex(of: $0) } ?? -1 })
  }

  /// Organisations by name, and the place of each label in that order.
  package var organizationOrder: (names: [String], placeOf: [Int]) {
    let order = organization.labels.indices.sorted { organization.labels[$0] < organization.labels[$1] }
    var placeOf = [Int](repeating: 0, count: order.count)
    for (place, label) in order.enumerated() { placeOf[label] = place }
    return (order.map { organization.labels[$0] }, placeOf)
  }
}
