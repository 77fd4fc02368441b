import Disclosure
import Survey

/// The people of groups as counts that are tied by sums: organisations × groups, where respondent types fall into roll-ups.
///
/// There is one for types with their roll-ups, and one for every other grouping. Each holds the organisations and the whole cohort, so
/// that what is hidden for one stays hidden in the others. People without an organisation, or in no group, are a row and a column
/// that is never shown.
struct GroupNetwork: Sendable {
  /// A roll-up and its groups; or all groups of a grouping without roll-ups.
  private struct Family: Sendable {
    let rollUp: GroupKey?
    let groups: [GroupKey]
  }

  /// The arcs of one organisation, of people without one, or of the whole cohort.
  private struct Row: Sendable {
    var total = 0
    var families: [(rollUp: Int?, groups: [Int])] = []
    /// People in no group.
    var rest = 0

    /// The arcs of groups and roll-ups.
    var groups: [Int] { families.flatMap { $0.groups + [$0.rollUp].compactMap(\.self) } }

    /// The arcs that add up to the total, save the rest.
    var parts: [Int] { families.flatMap { family in family.rollUp.map { [$0] } ?? family.groups } }
  }

  private var ends: [(tail: Int, head: Int)] = []
  /// The published group that an arc counts; nil where it counts none.
  private var places: [Int?] = []
  private var nodeCount = 1
  /// Organisations, then people without one.
  private var rows: [Row] = []
  private var whole = Row()
  /// Arcs within organisations: a reader does not know which groups anybody is in.
  private var within: Set<Int> = []
  /// Respondent types of the whole cohort, which are listed only where they are shown.
  private var types: Set<Int> = []
  /// The arc of a published group.
  private(set) var arcs: [Int: Int] = [:]

  /// The networks of all groupings: types with roll-ups first.
  static func all(_ groups: AssessmentGroups, instrument: Instrument, groupings: [Grouping])
    -> [GroupNetwork]
  {
    let names = groups.keys.filter { $0.by == nil }.compactMap(\.organization)
    let types = groupings.first { $0.name == "respondent_type" }?.groups ?? []
    let rollUps = groupings.first { $0.name == "roll_up" }?.groups ?? []
    let rollUpOf = Dictionary(
      instrument.respondentTypes.map { ($0.code, $0.rollUp) },
      uniquingKeysWith: { first, _ in first })
    func keys(_ by: String, _ groups: [String]) -> [GroupKey] {
      groups.map { GroupKey(by: by, group: $0) }
    }
    let families = rollUps.map { rollUp in
      Family(
        rollUp: GroupKey(by: "roll_up", group: rollUp),
        groups: keys("respondent_type", types.filter { rollUpOf[$0] == rollUp }))
    }
    let others = groupings.filter { $0.name != "respondent_type" && $0.name != "roll_up" }.map {
      grouping in
      [Family(rollUp: nil, groups: keys(grouping.name, grouping.groups))]
    }
    return ([families] + others).map { GroupNetwork(groups, organizations: names, families: $0) }
  }

  private init(_ groups: AssessmentGroups, organizations: [String], families: [Family]) {
    let columns = families.map { $0.groups.map { _ in node() } }
    let rest = node()
    for organization in organizations.map(Optional.some) + [nil] {
      func place(_ key: GroupKey) -> Int? {
        organization.flatMap {
          groups.place(GroupKey(organization: $0, by: key.by, group: key.group))
        }
      }
      let own = node()
      var row = Row()
      row.total = add(0, own, place(.cohort))
      let first = ends.count
      for (family, heads) in zip(families, columns) {
        let tail = family.rollUp == nil ? own : node()
        let rollUp = family.rollUp.map { add(own, tail, place($0)) }
        row.families.append((rollUp, zip(family.groups, heads).map { add(tail, $1, place($0)) }))
      }
      row.rest = add(own, rest, nil)
      within.formUnion(first..<ends.count)
      rows.append(row)
    }
    // The whole cohort, upwards.
    let all = node()
    for (family, tails) in zip(families, columns) {
      let head = family.rollUp == nil ? all : node()
      let rollUp = family.rollUp.map { add(head, all, groups.place($0)) }
      let arcs = zip(family.groups, tails).map { add($1, head, groups.place($0)) }
      for (key, arc) in zip(family.groups, arcs) where key.by == "respondent_type" { types.insert(arc) }
      whole.families.append((rollUp, arcs))
    }
    whole.rest = add(rest, all, nil)
    whole.total = add(all, 0, groups.place(.cohort))
  }

  private mutating func node() -> Int {
    nodeCount += 1
    return nodeCount - 1
  }

  private mutating func add(_ tail: Int, _ head: Int, _ place: Int?) -> Int {
    ends.append((tail, head))
    places.append(place)
    if let place { arcs[place] = ends.count - 1 }
    return ends.count - 1
  }
}

extension GroupNetwork {
  /// What is hidden, as the arcs of a network see it.
  struct Table: Sendable {
    let network: CountNetwork
    let hidden: [Bool]
    /// Arcs of which a reader does not know that they count anybody.
    let unknown: Set<Int>
  }

  /// The network with counts of people by group.
  ///
  /// - Parameters:
  ///   - counts: people per published group, by place; nil counts as none.
  ///   - isHidden: whether a group is hidden, by place.
  ///   - knowsPeople: whether a reader knows that a listed group has somebody: of people who answered, not of people with a score.
  func table(counts: [Int?], isHidden: [Bool], knowsPeople: Bool) -> Table {
    let values = values(counts)
    var network = CountNetwork(nodeCount: nodeCount)
    for (end, value) in zip(ends, values) {
      _ = network.add(from: end.tail, to: end.head, count: value)
    }
    let unlisted = Set(
      ([rows[rows.count - 1].total, rows[rows.count - 1].rest] + rows[rows.count - 1].groups))
    let rests = Set(rows.map(\.rest))
    let hidden = places.indices.map { arc in
      if let place = places[arc] { return isHidden[place] }
      // A group without people is listed no more than a hidden one; people outside all lists are nowhere.
      return values[arc] > 0
        || (within.contains(arc) && !unlisted.contains(arc) && !rests.contains(arc))
    }
    let unknown = knowsPeople ? within.union(unlisted).union(types).union([whole.rest]) : Set(places.indices)
    return Table(network: network, hidden: hidden, unknown: unknown)
  }

  /// Groups to hide so that no combination of sums gives a hidden one away, by place; empty where nothing leaks.
  ///
  /// - Parameter safe: arcs that an earlier look at the same counts found safe, and now this one; empty at first.
  func leaks(counts: [Int?], isHidden: [Bool], knowsPeople: Bool, rule: SuppressionRule, safe: inout [Bool]) -> [Int] {
    let table = table(counts: counts, isHidden: isHidden, knowsPeople: knowsPeople)
    guard table.hidden.indices.contains(where: { table.hidden[$0] && (safe.isEmpty || !safe[$0]) }) else { return [] }
    // That nothing was asked is known, and what is in no list cannot be hidden from one.
    let known = Set(
      places.indices.filter { arc in places[arc].map { counts[$0] == nil } ?? !table.hidden[arc] })
    let made = CellSuppression(
      table.network, primary: table.hidden.map { $0 ? .primary : nil }, fixed: known,
      unknown: table.unknown, rule: rule, safe: safe)
    safe = made.safe
    return places.indices.compactMap { arc in
      guard made.isHidden(arc), !table.hidden[arc] else { return nil }
      return places[arc]
    }
  }

  /// Groups to hide so that no combination of sums gives away few of the people who changed since an earlier release, by place.
  ///
  /// Unlike people who answered, the minimum or more of them may well be counted exactly; and a reader may know where nobody changed.
  /// Where nothing else protects a few, everybody is hidden.
  ///
  /// - Parameter changes: people who changed, by place.
  func leaks(changes: [Int], isHidden: [Bool], rule: SuppressionRule) -> [Int] {
    let table = table(counts: changes.map(Optional.some), isHidden: isHidden, knowsPeople: false)
    let people = table.network.arcs.map(\.count)
    let hidden = people.indices.map { table.hidden[$0] && people[$0] > 0 }
    guard hidden.indices.contains(where: { hidden[$0] && people[$0] < rule.minimum }) else { return [] }
    let fixed = Set(people.indices.filter { people[$0] == 0 || (places[$0] == nil && !hidden[$0]) })
    let made = CellSuppression(
      table.network, primary: hidden.map { $0 ? .primary : nil }, fixed: fixed, unknown: table.unknown, rule: rule,
      safe: people.map { $0 >= rule.minimum })
    let more = places.indices.filter { made.isHidden($0) && !table.hidden[$0] }.compactMap { places[$0] }
    guard more.isEmpty, let everybody = places[whole.total], !isHidden[everybody] else { return more }
    // Whoever is alone in a roll-up and in its only type knows one count from the other, and it is their own.
    let audit = TableAudit(
      table.network, hidden: hidden, rule: rule, zerosAreShown: false, unknown: table.unknown, of: made.unprotected)
    return audit.leaks.contains { $0 == .exact || $0 == .small } ? [everybody] : []
  }

  /// What a reader can infer of hidden groups, by place.
  func intervals(
    of places: [Int], counts: [Int?], isHidden: [Bool], knowsPeople: Bool, rule: SuppressionRule
  ) -> [Int: TableAudit.Interval] {
    let table = table(counts: counts, isHidden: isHidden, knowsPeople: knowsPeople)
    let own = places.compactMap { place in arcs[place].map { (place, $0) } }
    let audit = TableAudit(
      table.network, hidden: table.hidden, rule: rule, zerosAreShown: true, unknown: table.unknown,
      of: own.map(\.1))
    return Dictionary(
      own.compactMap { place, arc in audit.intervals[arc].map { (place, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The counts of all arcs; what is no published group follows from the sums.
  private func values(_ counts: [Int?]) -> [Int] {
    var values = places.map { place in place.flatMap { counts[$0] } ?? 0 }
    func sum(_ arcs: [Int]) -> Int { arcs.reduce(0) { $0 + values[$1] } }
    let listed = rows.dropLast()
    for row in listed { values[row.rest] = values[row.total] - sum(row.parts) }
    let outside = rows[rows.count - 1]
    for (index, family) in whole.families.enumerated() {
      for (column, arc) in family.groups.enumerated() {
        values[outside.families[index].groups[column]] =
          values[arc] - sum(listed.map { $0.families[index].groups[column] })
      }
      if let rollUp = family.rollUp, let own = outside.families[index].rollUp {
        values[own] = values[rollUp] - sum(listed.compactMap { $0.families[index].rollUp })
      }
    }
    values[outside.total] = values[whole.total] - sum(listed.map(\.total))
    values[outside.rest] = values[outside.total] - sum(outside.parts)
    values[whole.rest] = values[whole.total] - sum(whole.parts)
    return values
  }
}
