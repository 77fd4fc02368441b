import Readiness
import Testing

/// A reader who knows who belongs to which group and adds and subtracts whatever is published.
///
/// The truth is the same cohort in pilot mode, which shows everything.
@Suite struct AssessmentAttackTests {
  /// A published group, as rows name it.
  struct Group: Hashable {
    var organization: String?
    var by: String?
    var group: String?

    init(organization: String? = nil, by: String? = nil, group: String? = nil) {
      (self.organization, self.by, self.group) = (organization, by, group)
    }

    init(_ row: ScoreRow) { self.init(organization: row.organization, by: row.groupBy, group: row.group) }
  }

  /// A whole and its parts.
  typealias Sum = (whole: Group, parts: [Group])

  /// Every sum that ties groups together; groups without people are left out. People who belong to no part are one more part,
  /// which is never published.
  static func sums(_ people: [Group: Int]) -> [Sum] {
    sums(Set(people.keys)).map { sum in
      let unlisted = (people[sum.whole] ?? 0) - sum.parts.reduce(0) { $0 + (people[$1] ?? 0) }
      return unlisted == 0
        ? sum : (sum.whole, sum.parts + [Group(organization: sum.whole.organization, by: "unlisted", group: "\(sum)")])
    }
  }

  /// The same for groups of which only the names are known.
  static func sums(_ groups: Set<Group>) -> [Sum] {
    var sums: [Sum] = []
    let organizations = Set(groups.compactMap(\.organization))
    for by in ["roll_up", "respondent_type", "kind"] {
      let names = Set(groups.filter { $0.by == by }.compactMap(\.group))
      sums.append((Group(), names.map { Group(by: by, group: $0) }))
      for organization in organizations {
        sums.append(
          (Group(organization: organization), names.map { Group(organization: organization, by: by, group: $0) }))
      }
      for name in names {
        sums.append(
          (Group(by: by, group: name), organizations.map { Group(organization: $0, by: by, group: name) }))
      }
    }
    sums.append((Group(), organizations.map { Group(organization: $0) }))
    for organization in [nil] + organizations.map(Optional.some) {
      for rollUp in Sample.rollUps {
        sums.append(
          (
            Group(organization: organization, by: "roll_up", group: rollUp.code),
            Sample.types.filter { $0.rollUp == rollUp.code }.map {
              Group(organization: organization, by: "respondent_type", group: $0.code)
            }
          ))
      }
    }
    return sums.map { ($0.whole, $0.parts.filter(groups.contains)) }.filter { groups.contains($0.0) && !$0.1.isEmpty }
  }

  /// What adding and subtracting yields, starting from what is known.
  static func closure<Node: Hashable>(_ known: Set<Node>, _ sums: [(whole: Node, parts: [Node])]) -> Set<Node> {
    var known = known
    var grew = true
    while grew {
      grew = false
      for sum in sums {
        let unknown = ([sum.whole] + sum.parts).filter { !known.contains($0) }
        if unknown.count == 1 {
          known.insert(unknown[0])
          grew = true
        }
      }
    }
    return known
  }

  static func cohort(_ seed: Int) -> [SampleCohort.Person] {
    let types = [
      Sample.types.map(\.code), ["senior_commissioner", "front_line_worker", "service_user"],
      ["service_user", "carer", "public_health_lead", "provider_manager"],
    ]
    let people = SampleCohort.people(
      organizations: 2 + seed % 5, sizes: [2...9, 4...14, 1...30][seed % 3], types: types[(seed / 3) % 3],
      missing: [0, 0.1, 0.3][(seed / 2) % 3], seed: UInt64(seed + 100))
    guard seed % 4 > 1 else { return people }
    // Organisations are of two kinds; some people give no organisation, and others no kind.
    return people.enumerated().map { index, person in
      var person = person
      person.kind = index % 9 == 4 ? "" : person.organization < "Org 3" ? "charity" : "council"
      if seed % 4 == 3, index % 7 == 3 { person.organization = "" }
      return person
    }
  }

  static func assess(_ people: [SampleCohort.Person], _ mode: DisclosureMode) throws -> Assessment {
    let by = people.allSatisfy(\.kind.isEmpty) ? [] : ["kind"]
    let plan = ScoringPlan(draws: 10, permutations: 9, by: by, disclosure: mode, consent: "a test")
    return try Assessment(SampleCohort.responses(people), plan: plan, threads: 1)
  }

  @Test(arguments: 0..<24) func nothingHiddenIsRecovered(seed: Int) throws {
    let people = Self.cohort(seed)
    let truth = try Self.assess(people, .pilot)
    let shown = try Self.assess(people, .internal)
    try attackScores(truth, shown)
    attackParticipation(truth, shown)
    attackDistributions(truth, shown)
    attackGaps(truth, shown)
  }

  /// Every row of the truth beside the published one; a row that is not listed says no more than a withheld one.
  static func pairs(_ truth: Assessment, _ shown: Assessment) -> [(ScoreRow, ScoreRow)] {
    struct Key: Hashable {
      let group: Group
      let weighting: Weighting
      let measure: String
      init(_ row: ScoreRow) { (group, weighting, measure) = (Group(row), row.weighting, row.measure) }
    }
    let rows = Dictionary(uniqueKeysWithValues: shown.scores.map { (Key($0), $0) })
    return truth.scores.map { row in
      (
        row,
        rows[Key(row)]
          ?? ScoreRow(
            level: row.level, organization: row.organization, groupBy: row.groupBy, group: row.group,
            weighting: row.weighting, measure: row.measure,
            estimate: .withheld(row.estimate.status == .notAsked ? .notAsked : .suppressed), sd: nil, coverage: nil,
            doNotKnowRate: nil, notForMeRate: nil)
      )
    }
  }

  /// The same of counts of answers.
  static func answers(_ truth: Assessment, _ shown: Assessment) -> [(DistributionRow, DistributionRow)] {
    struct Key: Hashable {
      let item: String
      let type: String?
      let answer: String
      init(_ row: DistributionRow) { (item, type, answer) = (row.item, row.respondentType, row.answer) }
    }
    let rows = Dictionary(uniqueKeysWithValues: shown.distributions.map { (Key($0), $0) })
    return truth.distributions.map { row in
      (
        row,
        rows[Key(row)]
          ?? DistributionRow(
            item: row.item, respondentType: row.respondentType, answer: row.answer, count: nil, status: .suppressed)
      )
    }
  }

  /// Means and numbers of people, measure by measure; the overall score is no sum over people, but it is the mean of its
  /// dimensions.
  private func attackScores(_ truth: Assessment, _ shown: Assessment) throws {
    let rows = Dictionary(grouping: Self.pairs(truth, shown).filter { $0.0.weighting == .respondents }) {
      $0.0.measure
    }
    for (measure, pairs) in rows {
      let people = Dictionary(uniqueKeysWithValues: pairs.map { (Group($0.0), $0.0.estimate.n ?? 0) })
      let hidden = Set(pairs.filter { $0.1.estimate.status == .suppressed }.map { Group($0.0) })
      for (_, row) in pairs where row.estimate.status == .suppressed {
        #expect(row.estimate.value == nil && row.estimate.n == nil && row.sd == nil && row.coverage == nil)
        #expect(row.doNotKnowRate == nil && row.notForMeRate == nil && row.estimate.interval == nil)
      }
      for (group, n) in people where (1..<5).contains(n) { #expect(hidden.contains(group), "\(measure) \(group)") }
      let sums = Self.sums(people)
      let recovered = Self.closure(Set(people.keys).subtracting(hidden), sums).intersection(hidden)
      #expect(recovered.isEmpty, "\(measure): \(recovered)")
      for sum in sums where !hidden.contains(sum.whole) {
        let left = sum.parts.filter { hidden.contains($0) || $0.by == "unlisted" }
        let n = sum.parts.reduce(people[sum.whole] ?? 0) { hidden.contains($1) ? $0 : $0 - (people[$1] ?? 0) }
        #expect(left.isEmpty || n >= 5, "\(measure): \(sum.whole) leaves \(n)")
      }
    }
    attackComposites(shown)
    attackEqualWeights(truth, shown)
  }

  private func attackComposites(_ shown: Assessment) {
    let rows = Dictionary(grouping: shown.scores.filter { $0.weighting == .respondents }) { Group($0) }
    for (group, rows) in rows where rows.contains(where: { $0.measure == "overall" && $0.estimate.value != nil }) {
      let hidden = rows.filter {
        $0.measure.count == 3 && $0.measure.hasPrefix("d") && $0.estimate.status == .suppressed
      }
      #expect(hidden.count != 1, "\(group)")
    }
    for profile in shown.profiles where profile.readinessBudgetWeighted.value != nil {
      #expect(!profile.measures.contains { $0.key.count == 3 && $0.value.status == .suppressed })
    }
  }

  /// A mean in which parts count the same is one more equation: it must leave three hidden parts or none.
  private func attackEqualWeights(_ truth: Assessment, _ shown: Assessment) {
    var sizes: [String: [Group: Int]] = [:]
    var hidden: [String: Set<Group>] = [:]
    for (row, published) in Self.pairs(truth, shown) where row.weighting == .respondents {
      sizes[row.measure, default: [:]][Group(row)] = row.estimate.n ?? 0
      if published.estimate.status == .suppressed { hidden[row.measure, default: []].insert(Group(row)) }
    }
    for row in shown.scores where row.weighting == .types && row.estimate.value != nil {
      let parts = (sizes[row.measure] ?? [:]).filter {
        $0.key.organization == row.organization && $0.key.by == "roll_up" && $0.value > 0
      }
      let count = parts.keys.count { hidden[row.measure]?.contains($0) ?? false }
      #expect(count == 0 || count > 2)
    }
  }

  private func attackParticipation(_ truth: Assessment, _ shown: Assessment) {
    func group(_ row: ParticipationRow) -> Group {
      Group(
        organization: row.organization, by: row.respondentType == nil ? nil : "respondent_type",
        group: row.respondentType)
    }
    let people = Dictionary(uniqueKeysWithValues: truth.participation.map { (group($0), $0.answered ?? 0) })
    let known = Set(shown.participation.filter { $0.answered != nil }.map(group))
    // Scores on any measure give numbers of people as well, but never more than those who answered.
    let recovered = Self.closure(known, Self.sums(people)).subtracting(known)
    #expect(recovered.allSatisfy { $0.by == "unlisted" }, "\(recovered)")
    for row in truth.participation where (row.answered ?? 0) < 5 { #expect(!known.contains(group(row))) }
  }

  private func attackDistributions(_ truth: Assessment, _ shown: Assessment) {
    struct Cell: Hashable {
      var type: String?
      var answer: String?
    }
    let totals = Set(
      shown.participation.filter { $0.organization == nil && $0.answered != nil }.map {
        Cell(type: $0.respondentType, answer: nil)
      })
    for (item, pairs) in Dictionary(grouping: Self.answers(truth, shown), by: { $0.0.item }) {
      let cells = Set(pairs.map { Cell(type: $0.0.respondentType, answer: $0.0.answer) })
      let types = Set(cells.map(\.type))
      let answers = Set(cells.compactMap(\.answer))
      let known = totals.union(
        pairs.filter { $0.1.count != nil }.map { Cell(type: $0.0.respondentType, answer: $0.0.answer) })
      var sums = types.map { type in (Cell(type: type, answer: nil), answers.map { Cell(type: type, answer: $0) }) }
      sums += answers.map { answer in
        (Cell(type: nil, answer: answer), types.compactMap { $0 }.map { Cell(type: $0, answer: answer) })
      }
      // A nought that comes out is nobody; in a row of which all gave one answer it is not enough to find the answer.
      let people = Dictionary(
        pairs.map { (Cell(type: $0.0.respondentType, answer: $0.0.answer), $0.0.count ?? 0) },
        uniquingKeysWith: { first, _ in first })
      let recovered = Self.closure(known, sums).subtracting(known).filter { $0.answer != nil }
      #expect(recovered.allSatisfy { people[$0] == 0 }, "\(item)")
      for (row, published) in pairs where (1..<5).contains(row.count ?? 0) { #expect(published.count == nil) }
    }
  }

  /// A reader who knows both sides of every shown gap.
  private func attackGaps(_ truth: Assessment, _ shown: Assessment) {
    let rows = Self.pairs(truth, shown).filter { $0.0.weighting == .respondents && $0.0.measure == "overall" }
    let hidden = Set(rows.filter { $0.1.estimate.status == .suppressed }.map { Group($0.0) })
    let people = Dictionary(uniqueKeysWithValues: rows.map { (Group($0.0), $0.0.estimate.n ?? 0) })
    var groups = Set(people.keys)
    var sums = Self.sums(people)
    var known = groups.subtracting(hidden)
    let organizations = Set(groups.compactMap(\.organization))
    for organization in [nil] + organizations.map(Optional.some) {
      let sides = [RollUp.Side.staff, .citizen, .neither].map { side in
        Group(organization: organization, by: "side", group: side.rawValue)
      }
      groups.formUnion(sides)
      sums.append((Group(organization: organization), sides))
      for (side, name) in zip([RollUp.Side.staff, .citizen, .neither], sides) {
        let parts = Sample.rollUps.filter { $0.side == side }.map {
          Group(organization: organization, by: "roll_up", group: $0.code)
        }.filter(groups.contains)
        if !parts.isEmpty { sums.append((name, parts)) }
        if organization == nil {
          let inside = organizations.map { Group(organization: $0, by: "side", group: side.rawValue) }
          let unlisted =
            (people[Group()] ?? 0) > organizations.reduce(0) { $0 + (people[Group(organization: $1)] ?? 0) }
          sums.append((name, inside + (unlisted ? [Group(by: "unlisted", group: side.rawValue)] : [])))
        }
      }
      if let gap = shown.gaps.first(where: { $0.organization == organization && $0.kind == .themAndUs }),
        gap.difference.value != nil
      {
        known.formUnion(sides.prefix(2))
        #expect((gap.firstN ?? 5) >= 5 && (gap.secondN ?? 5) >= 5)
      }
    }
    #expect(Self.closure(known, sums).intersection(hidden).isEmpty)
  }

  /// The attack is able: with primary suppression alone it would succeed.
  @Test func withoutComplementsTheAttackSucceeds() throws {
    var successes = 0
    for seed in 0..<6 {
      let truth = try Self.assess(Self.cohort(seed), .pilot)
      let rows = truth.scores.filter { $0.weighting == .respondents && $0.measure == "d01" }
      let small = Set(rows.filter { ($0.estimate.n ?? 0) < 5 }.map { Group($0) })
      let groups = Set(rows.map { Group($0) })
      if !Self.closure(groups.subtracting(small), Self.sums(groups)).intersection(small).isEmpty { successes += 1 }
    }
    #expect(successes > 0)
  }
}
