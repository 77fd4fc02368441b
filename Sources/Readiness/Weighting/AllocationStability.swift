import Statistics

/// What leads a mean allocation, and how little would change that.
///
/// - Source: the reading rules for the published budget table: every ranking of factors prints its leader and what would change it.
package struct AllocationStability: Sendable, Hashable {
  /// Which mean is ranked.
  package enum Mean: Sendable, Hashable {
    /// Every person counts the same.
    case respondents
    /// Every organisation counts the same.
    case organizations
  }

  /// How often leaving one unit out gives which leaders.
  package struct Outcome: Sendable, Hashable {
    /// Factors that lead, more than one when they tie.
    package let leaders: [Int]
    /// In how many cases.
    package let cases: Int
  }

  /// The factors that lead; more than one when they tie.
  package let leaders: [Int]
  /// The factors next to them.
  package let followers: [Int]
  /// Leaders when one respondent is left out, most frequent first; empty for one respondent.
  package let leavingOutRespondents: [Outcome]
  /// Leaders when one organisation is left out; empty for fewer than two organisations.
  package let leavingOutOrganizations: [Outcome]
  /// The fewest points that would have to move from the leader to the next so that the two tie, in points of one person's total: more
  /// than this overturns them. Nil when factors tie for the lead or nobody follows.
  package let pointsToTie: Double?

  /// Ranks the factors; nil for nobody (or for nobody in an organisation).
  package init?(_ sample: AllocationSample, mean: Mean) {
    let people = sample.rows.indices
    func value(_ people: Range<Int>) -> [Double]? {
      mean == .respondents ? sample.mean(of: people)?.parts : sample.meanOfOrganizations(of: people)?.parts
    }
    guard let means = value(people) else { return nil }
    let leaders = Self.leaders(means)
    let followers = Self.leaders(means, among: means.indices.filter { !leaders.contains($0) })
    let lead = means.max() ?? 0
    self.leaders = leaders
    self.followers = followers

    // Leaving out one of many changes sums by one part: no mean is made anew.
    let count = Double(people.count)
    leavingOutRespondents =
      people.count < 2
      ? []
      : mean == .respondents
        ? Self.outcomes(
          people.lazy.map { person in
            zip(means, sample.composition(person).parts).map { ($0 * count - $1) / (count - 1) }
          })
        : Self.outcomes(Self.organizationMeansLeavingOut(sample))
    leavingOutOrganizations = Self.outcomes(Self.meansLeavingOutOrganizations(sample, mean: mean))
    pointsToTie =
      leaders.count == 1 && !followers.isEmpty
      ? Self.pointsToTie(sample, mean: mean, from: leaders[0], to: followers[0], gap: lead - means[followers[0]]) : nil
  }

  /// The fewest points of one person's total, summed over people, after which the leader and the next tie.
  ///
  /// A point moved lowers one mean and raises the other by the person's weight: the heaviest weights first, as far as each person has
  /// points on the leader.
  private static func pointsToTie(_ sample: AllocationSample, mean: Mean, from: Int, to: Int, gap: Double) -> Double? {
    let organizationCount = Set(sample.organizations.filter { $0 >= 0 }).count
    var sizes: [Int: Int] = [:]
    for organization in sample.organizations where organization >= 0 { sizes[organization, default: 0] += 1 }
    let weights = sample.rows.indices.map { person -> Double in
      switch mean {
      case .respondents: return 1 / Double(sample.count)
      case .organizations:
        guard let size = sizes[sample.organizations[person]] else { return 0 }
        return 1 / Double(size * organizationCount)
      }
    }
    var left = gap
    var moved = 0.0
    let order =
      mean == .respondents
      ? Array(weights.indices) : weights.indices.sorted { (weights[$1], $0) < (weights[$0], $1) }
    for person in order where weights[person] > 0 {
      let most = sample.composition(person).parts[from]
      let needed = left / (2 * weights[person])
      // Rounded, so that half points are half points.
      if needed <= most { return ((moved + needed) * Double(sample.question.total) * 1e9).rounded() / 1e9 }
      moved += most
      left -= 2 * weights[person] * most
    }
    return nil
  }

  /// The means without each organisation in turn; none for fewer than two organisations.
  private static func meansLeavingOutOrganizations(_ sample: AllocationSample, mean: Mean) -> [[Double]] {
    let members = Dictionary(grouping: sample.rows.indices.lazy.filter { sample.organizations[$0] >= 0 }) {
      sample.organizations[$0]
    }.sorted { $0.key < $1.key }.map(\.value)
    guard members.count > 1 else { return [] }
    let own = members.map { sample.mean(of: $0)?.parts ?? [] }
    let all = sample.mean(of: sample.rows.indices)?.parts ?? []
    let (people, count) = (Double(sample.count), Double(members.count))
    let sums = all.indices.map { part in own.reduce(0) { $0 + $1[part] } }
    return zip(members, own).map { members, own in
      let n = Double(members.count)
      return all.indices.map { part in
        mean == .respondents
          ? (all[part] * people - own[part] * n) / (people - n) : (sums[part] - own[part]) / (count - 1)
      }
    }
  }

  private static func organizationMeansLeavingOut(_ sample: AllocationSample) -> some Sequence<[Double]> {
    let members = Dictionary(grouping: sample.rows.indices.lazy.filter { sample.organizations[$0] >= 0 }) {
      sample.organizations[$0]
    }
    let means = members.mapValues { sample.mean(of: $0)?.parts ?? [] }
    let order = means.keys.sorted()
    let sums = sample.question.factors.indices.map { factor in order.reduce(0) { $0 + (means[$1]?[factor] ?? 0) } }
    return order.lazy.flatMap { organization in
      let (people, own) = (members[organization] ?? [], means[organization] ?? [])
      return people.lazy.compactMap { person -> [Double]? in
        let (n, count) = (Double(people.count), Double(order.count))
        if people.count == 1 {
          return order.count == 1 ? nil : zip(sums, own).map { ($0 - $1) / (count - 1) }
        }
        return zip(zip(sums, own), sample.composition(person).parts).map { means, part in
          (means.0 - means.1 + (means.1 * n - part) / (n - 1)) / count
        }
      }
    }
  }

  private static func outcomes(_ means: some Sequence<[Double]>) -> [Outcome] {
    var cases: [[Int]: Int] = [:]
    for mean in means { cases[leaders(mean), default: 0] += 1 }
    return cases.map { Outcome(leaders: $0, cases: $1) }.sorted {
      ($1.cases, $0.leaders.first ?? 0, $0.leaders.count) < ($0.cases, $1.leaders.first ?? 0, $1.leaders.count)
    }
  }

  /// The places of the largest values, ties within 10⁻⁹.
  private static func leaders(_ values: [Double], among places: [Int]? = nil) -> [Int] {
    let places = places ?? Array(values.indices)
    guard let most = places.map({ values[$0] }).max() else { return [] }
    return places.filter { most - values[$0] <= 1e-9 }
  }
}
