import Survey

/// The parts of `scores.csv` in their order, each made alone, so that rows can be written on several threads.
struct Sections: Sendable {
  /// A run of groups of one level.
  enum Part: Sendable {
    case cohort
    case organizations(Range<Int>)
    case groups(of: Int, Range<Int>)
    case cells(of: Int, Range<Int>)
  }

  let scores: Scores
  let groupings: [Grouping]
  /// Cohort, organisations, then groups and cells of each grouping in turn.
  let tables: [GroupTable]
  let crossings: [Crossing]
  let organizations: [String]

  /// All parts in the order of the rows.
  var ranges: [Part] {
    func pieces(_ count: Int) -> [Range<Int>] {
      stride(from: 0, to: count, by: 64).map { $0..<min($0 + 64, count) }
    }
    let cohort: [Part] = scores.responses.count > 0 ? [.cohort] : []
    return cohort + pieces(organizations.count).map(Part.organizations)
      + groupings.indices.flatMap { grouping in
        pieces(groupings[grouping].groups.count).map { Part.groups(of: grouping, $0) }
      }
      + groupings.indices.flatMap { grouping in
        pieces(crossings[grouping].pairs.count).map { Part.cells(of: grouping, $0) }
      }
  }

  /// The rows of one part.
  func rows(_ part: Part) -> [ScoreRow] {
    var writer = ScoreRows(scores)
    switch part {
    case .cohort: cohort(&writer)
    case .organizations(let places):
      for place in places { organization(place, &writer) }
    case .groups(let index, let groups):
      let grouping = groupings[index]
      for group in groups {
        let label = (by: grouping.name, group: grouping.groups[group])
        writer.people(groupTable(index), group, parts: parts(of: index, group: group), level: .type, label: label)
        writer.organizationsEqual(
          groupTable(index), group, parts: crossings[index].pairs(ofGroup: group).map { (cellTable(index), $0) },
          level: .type, label: label)
      }
    case .cells(let index, let places):
      let grouping = groupings[index]
      for place in places {
        let pair = crossings[index].pairs[place]
        writer.people(
          cellTable(index), place, level: .cell, organization: organizations[pair.organization],
          label: (by: grouping.name, group: grouping.groups[pair.group]))
      }
    }
    return writer.rows
  }

  private func cohort(_ writer: inout ScoreRows) {
    let inside = organizations.indices.map { OrganizationPart(organization: $0, table: tables[1], group: $0) }
    writer.people(tables[0], 0, parts: inside, level: .cohort)
    if let rollUp {
      let groups = groupings[rollUp].groups.indices
      writer.typesEqual(
        tables[0], 0, parts: groups.map { (groupTable(rollUp), $0) },
        within: groups.map { parts(of: rollUp, group: $0) }, level: .cohort)
    }
    writer.organizationsEqual(tables[0], 0, parts: organizations.indices.map { (tables[1], $0) }, level: .cohort)
  }

  private func organization(_ place: Int, _ writer: inout ScoreRows) {
    writer.people(tables[1], place, level: .organization, organization: organizations[place])
    guard let rollUp else { return }
    writer.typesEqual(
      tables[1], place, parts: crossings[rollUp].pairs(ofOrganization: place).map { (cellTable(rollUp), $0) },
      level: .organization, organization: organizations[place])
  }

  /// A group's people by organisation.
  private func parts(of grouping: Int, group: Int) -> [OrganizationPart] {
    crossings[grouping].pairs(ofGroup: group).map { pair in
      OrganizationPart(
        organization: crossings[grouping].pairs[pair].organization, table: cellTable(grouping), group: pair)
    }
  }

  private var rollUp: Int? { groupings.firstIndex { $0.name == "roll_up" } }
  private func groupTable(_ grouping: Int) -> GroupTable { tables[2 + 2 * grouping] }
  private func cellTable(_ grouping: Int) -> GroupTable { tables[3 + 2 * grouping] }
}
