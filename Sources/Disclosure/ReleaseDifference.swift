/// By whom two releases differ, group by group.
///
/// Two numbers about nearly the same people give away, by subtraction, the few who are in one and not in the other. Whose answers
/// changed counts twice: once with the old answers and once with the new ones.
///
/// - Shapes: by the groups of the later release, and by measure and group.
/// - Units: people.
/// - Source: the differencing rule of *Handbook on Statistical Disclosure Control for Outputs* (Griffiths et al. 2019, Safe Data Access
///   Professionals), section on secondary disclosure.
public struct ReleaseDifference: Sendable {
  /// Two groups that a few people tell apart, by index.
  public struct Pair: Sendable, Hashable {
    /// The group of the later release; of everybody but a group, that group.
    public let later: Int
    /// The group of the earlier release; of everybody but a group, that group.
    public let earlier: Int
    /// How many people are in one of them alone.
    public let apart: Int
  }

  /// People who were added, left or changed, per group: people who answered otherwise or stood in other groups.
  public let changed: [Int]
  /// Those of them with a score, measure × group.
  public let changedOn: [[Int]]
  /// People whose answers are in both.
  public let common: Int
  /// Groups that the earlier release showed and that differ from one of the later by one person or few.
  public let pairs: [Pair]
  /// Groups of nearly the same people: fewer than the minimum are in one alone, or none.
  public let twins: [Pair]
  /// The group of the earlier release with the same name; nil where there is none.
  public let namesakes: [Int?]

  /// Compares two releases of one survey.
  ///
  /// - Parameters:
  ///   - later: what is about to be let out.
  ///   - earlier: what was let out.
  ///   - rule: the fewest people that a difference may tell about.
  public init(_ later: CohortRelease, _ earlier: CohortRelease, rule: SuppressionRule) {
    precondition(later.isWhole && earlier.isWhole && later.survey == earlier.survey, "releases of one survey")
    let places = Dictionary(earlier.groups.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    namesakes = later.groups.map { places[$0.key] }
    var matched = Matched(later, earlier)
    matched.match()
    changed = matched.changed
    changedOn = matched.changedOn
    common = matched.common
    let found = Apart(later, earlier, matched, minimum: rule.minimum)
    pairs = found.pairs
    twins = found.twins
  }
}

extension ReleaseDifference {
  /// Finds the same answers in both releases.
  private struct Matched {
    let later: CohortRelease
    let earlier: CohortRelease
    var changed: [Int]
    var changedOn: [[Int]]
    var common = 0
    /// People in both who alone answered so, by group of the later × groups of the earlier + group of the earlier.
    var overlap: [Int: Int] = [:]
    /// People who answered as others did, by group, for every such way of answering.
    var alike: [(later: [Int: Int], earlier: [Int: Int])] = []
    /// People in both by their lists of groups, where nobody else answered so.
    private var together: [Int: Int] = [:]
    private let columns: Set<UInt64>
    private let names: (later: [UInt64], earlier: [UInt64])
    /// The groups of the later release in which somebody counts who stood in the earlier one alone.
    private let mapped: [[Int]]
    private let measureOf: [Int?]

    init(_ later: CohortRelease, _ earlier: CohortRelease) {
      self.later = later
      self.earlier = earlier
      changed = [Int](repeating: 0, count: later.groups.count)
      changedOn = later.measures.map { _ in [Int](repeating: 0, count: later.groups.count) }
      let columns = Set(later.groups.map(\.column)).intersection(earlier.groups.map(\.column)).union([0])
      self.columns = columns
      /// What tells a list of groups from another, by the columns that both releases have.
      func names(_ release: CohortRelease) -> [UInt64] {
        release.memberLists.map { list in
          list.map { release.groups[$0] }.filter { columns.contains($0.column) }.map(\.key).sorted()
            .reduce(0) { ($0 ^ $1) &* 0x9E37_79B9_7F4A_7C15 }
        }
      }
      self.names = (names(later), names(earlier))
      let places = Dictionary(later.groups.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
      mapped = earlier.memberLists.map { list in
        let own = list.filter { columns.contains(earlier.groups[$0].column) }
        let all = own.compactMap { places[earlier.groups[$0].key] }
        // Of a group that nobody is in now there is no row: they count where sums still hold.
        return all.count == own.count ? all : all.filter { later.groups[$0].column == 0 }
      }
      measureOf = earlier.measures.map(later.measures.firstIndex)
    }

    mutating func match() {
      let people = [later, earlier].map { release in
        release.contents.indices.sorted { (release.contents[$0], $0) < (release.contents[$1], $1) }
      }
      var (a, b) = (0, 0)
      while a < people[0].count || b < people[1].count {
        let next = [
          a < people[0].count ? later.contents[people[0][a]] : nil,
          b < people[1].count ? earlier.contents[people[1][b]] : nil,
        ].compactMap(\.self).min()
        let (firstA, firstB) = (a, b)
        while a < people[0].count, later.contents[people[0][a]] == next { a += 1 }
        while b < people[1].count, earlier.contents[people[1][b]] == next { b += 1 }
        settle(Array(people[0][firstA..<a]), Array(people[1][firstB..<b]))
      }
      for (key, count) in together {
        let (list, other) = (key / earlier.memberLists.count, key % earlier.memberLists.count)
        for group in later.memberLists[list] {
          for old in earlier.memberLists[other] { overlap[group * earlier.groups.count + old, default: 0] += count }
        }
      }
    }

    /// People of both releases who gave the same answers.
    private mutating func settle(_ new: [Int], _ old: [Int]) {
      common += min(new.count, old.count)
      if new.count == 1, old.count == 1 {
        together[later.memberships[new[0]] * earlier.memberLists.count + earlier.memberships[old[0]], default: 0] += 1
      } else if !new.isEmpty, !old.isEmpty {
        alike.append((Self.count(new, later), Self.count(old, earlier)))
      }
      // Who stands in the same groups as before has not changed.
      var left: [UInt64: Int] = [:]
      for person in old { left[names.earlier[earlier.memberships[person]], default: 0] += 1 }
      for person in new {
        let name = names.later[later.memberships[person]]
        if let count = left[name], count > 0 { left[name] = count - 1 } else { added(person) }
      }
      for person in old.reversed() {
        let name = names.earlier[earlier.memberships[person]]
        guard let count = left[name], count > 0 else { continue }
        left[name] = count - 1
        gone(person)
      }
    }

    private mutating func added(_ person: Int) {
      note(later.memberLists[later.memberships[person]], without: later.unscoredLists[later.unscored[person]])
    }

    private mutating func gone(_ person: Int) {
      let without = earlier.unscoredLists[earlier.unscored[person]].compactMap { measureOf[$0] }
      note(mapped[earlier.memberships[person]], without: without)
    }

    private mutating func note(_ groups: [Int], without: [Int]) {
      for group in groups { changed[group] += 1 }
      for measure in changedOn.indices where !without.contains(measure) {
        for group in groups { changedOn[measure][group] += 1 }
      }
    }

    private static func count(_ people: [Int], _ release: CohortRelease) -> [Int: Int] {
      var counts: [Int: Int] = [:]
      for person in people {
        for group in release.memberLists[release.memberships[person]] { counts[group, default: 0] += 1 }
      }
      return counts
    }
  }

  /// Finds groups that a few people tell apart: each beside each, and everybody but a group as well.
  private struct Apart {
    private(set) var pairs: [Pair] = []
    private(set) var twins: [Pair] = []

    init(_ later: CohortRelease, _ earlier: CohortRelease, _ matched: Matched, minimum: Int) {
      let (sizes, others) = (later.sizes, earlier.sizes)
      let width = earlier.groups.count
      let most = matched.alike.reduce(0) { $0 + min($1.later[0] ?? 0, $1.earlier[0] ?? 0) }
      /// A group, or everybody else.
      typealias Side = (group: Int, isRest: Bool)
      func size(_ side: Side, _ sizes: [Int]) -> Int { side.isRest ? sizes[0] - sizes[side.group] : sizes[side.group] }
      func both(_ group: Int, _ other: Int) -> Int { matched.overlap[group * width + other] ?? 0 }
      /// People in one of the two alone; nil where they are the minimum or more.
      func apart(_ one: Side, _ other: Side) -> Int? {
        let people = size(one, sizes) + size(other, others)
        func inside(_ other: Int) -> Int {
          one.isRest ? both(0, other) - both(one.group, other) : both(one.group, other)
        }
        var shared = other.isRest ? inside(0) - inside(other.group) : inside(other.group)
        // Those who answered as others did are counted only where they decide.
        guard people - 2 * (shared + most) < minimum else { return nil }
        for own in matched.alike {
          let (here, there) = (own.later[one.group] ?? 0, own.earlier[other.group] ?? 0)
          shared += min(
            one.isRest ? (own.later[0] ?? 0) - here : here, other.isRest ? (own.earlier[0] ?? 0) - there : there)
        }
        let apart = people - 2 * shared
        return apart < minimum ? apart : nil
      }
      var keys = Set(matched.overlap.keys)
      for own in matched.alike {
        for group in own.later.keys { for other in own.earlier.keys { keys.insert(group * width + other) } }
      }
      for key in keys.sorted() {
        let (group, other) = (key / width, key % width)
        guard let apart = apart((group, false), (other, false)) else { continue }
        twins.append(Pair(later: group, earlier: other, apart: apart))
        note(group, other, apart, minimum, earlier)
      }
      let all = later.groups.indices.map { Side($0, false) }
      let allOthers = earlier.groups.indices.map { Side($0, false) }
      let rests = all.filter { later.groups[$0.group].isPartOfCohort && sizes[$0.group] < sizes[0] }
        .map { Side($0.group, true) }
      let otherRests =
        earlier.groups[0].isHidden
        ? []
        : allOthers.filter { earlier.groups[$0.group].isPartOfCohort && others[$0.group] < others[0] }
          .map { Side($0.group, true) }
      for (ours, theirs) in [(rests, allOthers + otherRests), (all, otherRests)] {
        for one in ours {
          for other in theirs where abs(size(one, sizes) - size(other, others)) < minimum {
            guard let apart = apart(one, other) else { continue }
            note(one.group, other.group, apart, minimum, earlier)
          }
        }
      }
    }

    private mutating func note(_ group: Int, _ other: Int, _ apart: Int, _ minimum: Int, _ earlier: CohortRelease) {
      guard (1..<max(1, minimum)).contains(apart), !earlier.groups[other].isHidden else { return }
      pairs.append(Pair(later: group, earlier: other, apart: apart))
    }
  }
}
