import Disclosure
import Survey

/// A group whose numbers are published: the cohort, an organisation, a group over the cohort, or that group within an
/// organisation.
struct GroupKey: Hashable, Sendable {
  /// The organisation; nil over the whole cohort.
  var organization: String?
  /// The grouping column; nil for everybody.
  var by: String?
  /// The group; nil for everybody.
  var group: String?

  /// Everybody.
  static let cohort = GroupKey()
}

/// Every group that is published, how many people it has, and which groups add up to which.
struct AssessmentGroups: Sendable {
  /// The groups: cohort, organisations, groups over the cohort, groups within organisations that have people.
  private(set) var keys: [GroupKey] = []
  /// People per group.
  private(set) var sizes: [Int] = []
  /// The sums that tie the groups together.
  private(set) var partitions: [Partition] = []
  /// The roll-ups within each group, for weightings in which they count the same; by place.
  private(set) var rollUpParts: [Int: [Int]] = [:]
  /// The organisations within each group, for weightings in which they count the same; by place.
  private(set) var organizationParts: [Int: [Int]] = [:]
  private var places: [GroupKey: Int] = [:]

  /// The place of a group; nil for one without people.
  func place(_ key: GroupKey) -> Int? { places[key] }

  init(_ responses: Responses, groupings: [Grouping]) {
    let cohort = add(.cohort, size: responses.count)
    let (names, placeOf) = responses.organizationOrder
    var organizationSizes = [Int](repeating: 0, count: names.count)
    for code in responses.organization.codes where code >= 0 { organizationSizes[placeOf[Int(code)]] += 1 }
    let organizations = names.indices.map { add(GroupKey(organization: names[$0]), size: organizationSizes[$0]) }
    divide(cohort, into: organizations)
    organizationParts[cohort] = organizations

    for grouping in groupings {
      let sizes = Self.sizes(responses, grouping: grouping, placeOf: placeOf, organizationCount: names.count)
      let groups = grouping.groups.indices.map { group in
        add(
          GroupKey(by: grouping.name, group: grouping.groups[group]), size: sizes.reduce(0) { $0 + $1[group] })
      }
      divide(cohort, into: groups)
      var cellsOfGroup = [[Int]](repeating: [], count: groups.count)
      for (index, organization) in organizations.enumerated() {
        var cells: [Int] = []
        for (group, name) in grouping.groups.enumerated() where sizes[index][group] > 0 {
          let cell = add(
            GroupKey(organization: names[index], by: grouping.name, group: name), size: sizes[index][group])
          cells.append(cell)
          cellsOfGroup[group].append(cell)
        }
        divide(organization, into: cells)
        if grouping.name == "roll_up" { rollUpParts[organization] = cells }
      }
      for (group, cells) in zip(groups, cellsOfGroup) {
        divide(group, into: cells)
        organizationParts[group] = cells
      }
      if grouping.name == "roll_up" { rollUpParts[cohort] = groups }
    }
    divideRollUps(responses.instrument, within: [nil] + names)
  }

  /// Roll-ups fall apart into types, over the cohort and within every organisation.
  private mutating func divideRollUps(_ instrument: Instrument, within organizations: [String?]) {
    for organization in organizations {
      for rollUp in instrument.rollUps {
        let key = GroupKey(organization: organization, by: "roll_up", group: rollUp.code)
        guard let whole = place(key) else { continue }
        let parts = instrument.respondentTypes.filter { $0.rollUp == rollUp.code }.compactMap { type in
          place(GroupKey(organization: organization, by: "respondent_type", group: type.code))
        }
        if !parts.isEmpty { divide(whole, into: parts) }
      }
    }
  }

  private mutating func add(_ key: GroupKey, size: Int) -> Int {
    places[key] = keys.count
    keys.append(key)
    sizes.append(size)
    return keys.count - 1
  }

  private mutating func divide(_ whole: Int, into parts: [Int]) {
    partitions.append(Partition(whole: whole, parts: parts))
  }

  /// People per organisation and group; the last row holds those without an organisation.
  private static func sizes(
    _ responses: Responses, grouping: Grouping, placeOf: [Int], organizationCount: Int
  ) -> [[Int]] {
    var sizes = [[Int]](
      repeating: [Int](repeating: 0, count: grouping.groups.count), count: organizationCount + 1)
    for (organization, code) in zip(responses.organization.codes, grouping.column.codes) {
      let group = grouping.group(ofCode: Int(code))
      if group >= 0 { sizes[organization < 0 ? organizationCount : placeOf[Int(organization)]][group] += 1 }
    }
    return sizes
  }
}
