import TestSupport
import Testing

@testable import Disclosure

/// By whom two releases differ: by hand, and counted person by person.
struct ReleaseDifferenceTests {
  /// A person: what they answered, and the groups they stand in besides everybody; the first is an organisation.
  struct Person {
    let content: UInt64
    let groups: [String]
    var unscored: [Int] = []
  }

  static func release(_ people: [Person], hidden: Set<String> = []) -> CohortRelease {
    let names = [""] + Set(people.flatMap(\.groups)).sorted()
    let groups = names.map { name in
      var group = CohortRelease.Group(
        key: UInt64(name.utf8.reduce(7) { $0 * 31 + Int($1) }), column: name.hasPrefix("t") ? 1 : 0,
        isPartOfCohort: !name.isEmpty)
      group.isHidden = hidden.contains(name)
      return group
    }
    return CohortRelease(
      survey: "short", measures: ["m"], groups: groups,
      memberLists: people.map { person in [0] + person.groups.compactMap { names.firstIndex(of: $0) } },
      unscoredLists: people.map(\.unscored), contents: people.map(\.content), memberships: Array(people.indices),
      unscored: Array(people.indices))
  }

  private static let rule = SuppressionRule(minimum: 5)

  private static func cohort(_ people: ClosedRange<Int>, _ groups: String...) -> [Person] {
    people.map { Person(content: UInt64($0), groups: groups) }
  }

  @Test func `one late reply is one person in each of its groups and in none of the others`() {
    let first = Self.cohort(1...8, "a", "t1") + Self.cohort(11...17, "b", "t2")
    let second = first + [Person(content: 99, groups: ["a", "t1"], unscored: [0])]
    let difference = ReleaseDifference(Self.release(second), Self.release(first), rule: Self.rule)
    // Everybody, a, b, t1, t2.
    #expect(difference.changed == [1, 1, 0, 1, 0])
    #expect(difference.changedOn == [[0, 0, 0, 0, 0]])
    #expect(difference.common == 15)
    let alone = Set(difference.pairs.map(\.later))
    #expect(alone.contains(0) && alone.contains(1) && alone.contains(3))
    // Everybody but a is b and t2, which have not changed.
    #expect(difference.pairs.allSatisfy { $0.apart == 1 })
    let same = ReleaseDifference(Self.release(first), Self.release(first), rule: Self.rule)
    #expect(same.changed == [0, 0, 0, 0, 0] && same.pairs.isEmpty)
  }

  @Test func `a file of one organisation is found among the groups of all, whatever they are called`() {
    let all = Self.cohort(1...8, "a", "t1") + Self.cohort(11...17, "b", "t2")
    let part = Self.cohort(1...8, "north", "t9") + Self.cohort(50...50, "north", "t9")
    let pairs = ReleaseDifference(Self.release(part), Self.release(all), rule: Self.rule).pairs
    #expect(pairs.contains { $0.later == 0 && $0.apart == 1 })
    // All without b, and one more: found through everybody less b, where a itself was hidden.
    let hidden = ReleaseDifference(Self.release(part), Self.release(all, hidden: ["a", "t1"]), rule: Self.rule).pairs
    #expect(hidden.contains { $0.later == 0 && $0.apart == 1 })
    let nothing = Self.release(all, hidden: ["", "a", "t1"])
    #expect(ReleaseDifference(Self.release(part), nothing, rule: Self.rule).pairs == [])
  }

  @Test func `whoever answers otherwise, or stands in another group, counts with the old and the new`() {
    let first = Self.cohort(1...9, "a", "t1") + Self.cohort(11...19, "a", "t2")
    var second = first
    second[0] = Person(content: 1, groups: ["a", "t2"])
    let moved = ReleaseDifference(Self.release(second), Self.release(first), rule: Self.rule)
    #expect(moved.changed == [2, 2, 1, 1])
    second[0] = Person(content: 77, groups: ["a", "t1"])
    let corrected = ReleaseDifference(Self.release(second), Self.release(first), rule: Self.rule)
    #expect(corrected.changed == [2, 2, 2, 0])
  }

  /// The other road: the answers of every two groups are written out, and those in both are struck out one by one.
  @Test(arguments: 0..<40) func `groups that few people tell apart are those of plain counting`(seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    func people(_ count: Int) -> [Person] {
      (0..<count).map { _ in
        // Few contents, so that several people gave the same answers.
        Person(
          content: UInt64.random(in: 0..<12, using: &random),
          groups: [
            "abc".map(String.init).randomElement(using: &random) ?? "a", "t\(Int.random(in: 1...2, using: &random))",
          ])
      }
    }
    let first = people(20)
    let second = first.dropFirst(Int.random(in: 0...3, using: &random)) + people(Int.random(in: 0...4, using: &random))
    let (later, earlier) = (Self.release(Array(second)), Self.release(first, hidden: ["b"]))
    let found = ReleaseDifference(later, earlier, rule: Self.rule)
    func sets(_ release: CohortRelease) -> [[UInt64]] {
      let own = release.groups.indices.map { group in
        release.contents.indices.filter { release.memberLists[release.memberships[$0]].contains(group) }
      }
      let others = release.groups.indices.dropFirst().map { group in own[0].filter { !own[group].contains($0) } }
      return (own + others).map { $0.map { release.contents[$0] } }
    }
    var expected: Set<[Int]> = []
    for (a, one) in sets(later).enumerated() {
      for (b, other) in sets(earlier).enumerated() {
        var (left, apart) = (other, 0)
        for content in one {
          if let place = left.firstIndex(of: content) { left.remove(at: place) } else { apart += 1 }
        }
        apart += left.count
        let group = b < earlier.groups.count ? b : b - earlier.groups.count + 1
        if (1..<5).contains(apart), !earlier.groups[group].isHidden, !(one.isEmpty && b >= earlier.groups.count) {
          expected.insert([a < later.groups.count ? a : a - later.groups.count + 1, group, apart])
        }
      }
    }
    let pairs = Set(found.pairs.map { [$0.later, $0.earlier, $0.apart] })
    // Groups of fewer people than the minimum in all are hidden anyway.
    let (sizes, others) = (later.sizes, earlier.sizes)
    #expect(pairs.isSubset(of: expected))
    #expect(
      expected.subtracting(pairs).allSatisfy {
        sizes[$0[0]] < 5 || others[$0[1]] < 5 || sizes[0] - sizes[$0[0]] < 5
      })
  }
}
