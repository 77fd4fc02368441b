import Disclosure
import TestSupport
import Testing

/// A reader who knows every shown count and adds and subtracts until nothing new comes out.
private func recovered(counts: [Int], partitions: [Partition], suppression: Suppression) -> Set<Int> {
  var known = Set(counts.indices.filter { !suppression.isHidden($0) })
  var grew = true
  while grew {
    grew = false
    for partition in partitions {
      let unlisted = counts[partition.whole] - partition.parts.reduce(0) { $0 + counts[$1] }
      let unknown = ([partition.whole] + partition.parts).filter { !known.contains($0) }
      // People in no listed part are one more unknown.
      if unknown.count == 1, unlisted == 0 {
        known.insert(unknown[0])
        grew = true
      }
    }
  }
  return known.filter { suppression.isHidden($0) }
}

/// A cohort as the survey sees it: organisations × types, types in roll-ups, and every margin.
private struct Cohort {
  var counts: [Int] = []
  var partitions: [Partition] = []

  init(organizations: Int, types: Int, rollUpSize: Int, largest: Int, generator: inout some RandomNumberGenerator) {
    let cells = (0..<organizations).map { _ in
      (0..<types).map { _ in add(Int.random(in: 0...largest, using: &generator)) }
    }
    let rollUps = stride(from: 0, to: types, by: rollUpSize).map { $0..<min(types, $0 + rollUpSize) }
    var totals: [Int] = []
    var rollUpCells: [[Int]] = []
    for row in cells {
      let total = add(whole: row)
      totals.append(total)
      let grouped = rollUps.map { add(whole: Array(row[$0])) }
      partitions.append(Partition(whole: total, parts: grouped))
      rollUpCells.append(grouped)
    }
    let typeTotals = (0..<types).map { type in add(whole: cells.map { $0[type] }) }
    let rollUpTotals = rollUps.indices.map { index in
      let total = add(whole: rollUpCells.map { $0[index] })
      partitions.append(Partition(whole: total, parts: rollUps[index].map { typeTotals[$0] }))
      return total
    }
    let all = add(whole: totals)
    partitions += [typeTotals, rollUpTotals].map { Partition(whole: all, parts: $0) }
  }

  private mutating func add(_ count: Int) -> Int {
    counts.append(count)
    return counts.count - 1
  }

  private mutating func add(whole parts: [Int]) -> Int {
    let whole = add(parts.reduce(0) { $0 + counts[$1] })
    partitions.append(Partition(whole: whole, parts: parts))
    return whole
  }
}

@Suite struct SuppressionTests {
  /// By hand: 20 = 3 + 7 + 10. The three are hidden, and the seven because 20 − 7 − 10 would give the three.
  @Test func hidesTheNextSmallestBesideOneSmallGroup() {
    let suppression = Suppression(
      counts: [3, 7, 10, 20], partitions: [Partition(whole: 3, parts: [0, 1, 2])], rule: SuppressionRule(minimum: 5))
    #expect(suppression.reasons == [.primary, .complementary, nil, nil])
  }

  /// By hand: 1 + 2 are hidden, yet 22 − 9 − 10 gives the mean of the three; the nine go too.
  @Test func hidesMoreWhenTheHiddenTogetherAreFew() {
    let partition = Partition(whole: 4, parts: [0, 1, 2, 3])
    let rule = SuppressionRule(minimum: 5)
    let suppression = Suppression(counts: [1, 2, 9, 10, 22], partitions: [partition], rule: rule)
    #expect(suppression.reasons == [.primary, .primary, .complementary, nil, nil])
    let loose = Partition(whole: 4, parts: [0, 1, 2, 3], guardsUnion: false)
    #expect(Suppression(counts: [1, 2, 9, 10, 22], partitions: [loose], rule: rule).reasons[2] == nil)
  }

  @Test func equalCountsAreTakenInTheOrderOfTheList() {
    let rule = SuppressionRule(minimum: 5)
    let forward = Suppression(counts: [6, 6, 4, 16], partitions: [Partition(whole: 3, parts: [0, 1, 2])], rule: rule)
    #expect(forward.reasons == [.complementary, nil, .primary, nil])
    let backward = Suppression(counts: [6, 6, 4, 16], partitions: [Partition(whole: 3, parts: [1, 0, 2])], rule: rule)
    #expect(backward.reasons == [nil, .complementary, .primary, nil])
  }

  /// By hand: organisation 0 (8 = 3 + 5) hides both its types; organisation 1 (11 = 5 + 6) must then hide one, because the
  /// totals of the types over both organisations (8 and 11) would give the first organisation's types; and then the other.
  @Test func overlappingPartitionsAreRepeatedUntilStable() {
    let counts = [3, 5, 5, 6, 8, 11, 8, 11, 19]
    let partitions = [
      Partition(whole: 4, parts: [0, 1]), Partition(whole: 5, parts: [2, 3]), Partition(whole: 6, parts: [0, 2]),
      Partition(whole: 7, parts: [1, 3]), Partition(whole: 8, parts: [4, 5]), Partition(whole: 8, parts: [6, 7]),
    ]
    let suppression = Suppression(counts: counts, partitions: partitions, rule: SuppressionRule(minimum: 5))
    #expect(suppression.reasons[0] == .primary)
    #expect((1..<4).allSatisfy { suppression.reasons[$0] == .complementary })
    #expect((4..<9).allSatisfy { suppression.reasons[$0] == nil })
  }

  /// A hidden whole of which every part is shown is the sum of its parts.
  @Test func aHiddenWholeHidesAPart() {
    let counts = [4, 12, 6, 6, 16]
    let partitions = [Partition(whole: 4, parts: [0, 1]), Partition(whole: 1, parts: [2, 3])]
    let suppression = Suppression(counts: counts, partitions: partitions, rule: SuppressionRule(minimum: 5))
    #expect(suppression.reasons == [.primary, .complementary, .complementary, nil, nil])
  }

  /// 22 people of whom 2 gave no group: 22 − 9 − 11 would give the two.
  @Test func peopleInNoListedPartAreGuarded() {
    let suppression = Suppression(
      counts: [9, 11, 22], partitions: [Partition(whole: 2, parts: [0, 1])], rule: SuppressionRule(minimum: 5))
    #expect(suppression.reasons == [.complementary, nil, nil])
  }

  @Test func emptyGroupsAreHiddenOrShownAsAsked() {
    let partition = Partition(whole: 3, parts: [0, 1, 2])
    let rule = SuppressionRule(minimum: 5)
    #expect(Suppression(counts: [0, 7, 9, 16], partitions: [partition], rule: rule).reasons[0] == .primary)
    let shown = Suppression(counts: [0, 7, 9, 16], partitions: [partition], rule: rule, empty: .shown)
    #expect(shown.reasons == [nil, nil, nil, nil])
    // A nought is taken only when no other part is left.
    let last = Suppression(
      counts: [0, 7, 0, 7], partitions: [partition], rule: rule, empty: .shown, alreadyHidden: [1], fixed: [3])
    #expect(last.reasons == [.complementary, .complementary, nil, nil])
  }

  @Test func groupsHiddenElsewhereStayHiddenAndAreGuarded() {
    let suppression = Suppression(
      counts: [9, 11, 12, 32], partitions: [Partition(whole: 3, parts: [0, 1, 2])], rule: SuppressionRule(minimum: 5),
      alreadyHidden: [2])
    #expect(suppression.reasons == [.complementary, nil, .complementary, nil])
  }

  @Test func aMinimumOfNoughtHidesNothing() {
    let suppression = Suppression(
      counts: [0, 1, 3, 6], partitions: [Partition(whole: 3, parts: [0, 1, 2])], rule: SuppressionRule(minimum: 0))
    #expect(suppression.reasons.allSatisfy { $0 == nil })
  }

  /// Whatever the cohort, no hidden count comes out by adding and subtracting, and what a shown whole leaves is enough people.
  @Test(arguments: 0..<120) func noAttackerRecoversAHiddenGroup(seed: Int) {
    var generator = SeededNumbers(seed: UInt64(seed))
    let cohort = Cohort(
      organizations: 2 + seed % 7, types: 2 + seed % 5, rollUpSize: 1 + seed % 3, largest: [3, 6, 12, 30][seed % 4],
      generator: &generator)
    let rule = SuppressionRule(minimum: 5)
    let suppression = Suppression(counts: cohort.counts, partitions: cohort.partitions, rule: rule)
    #expect(recovered(counts: cohort.counts, partitions: cohort.partitions, suppression: suppression).isEmpty)
    for group in cohort.counts.indices where cohort.counts[group] < 5 { #expect(suppression.isHidden(group)) }
    for partition in cohort.partitions where !suppression.isHidden(partition.whole) {
      let hidden = partition.parts.filter(suppression.isHidden)
      #expect(hidden.isEmpty || hidden.reduce(0) { $0 + cohort.counts[$1] } >= 5)
    }
  }

  /// The attacker of the test above is able: against primary suppression alone he gets the hidden group.
  @Test func primarySuppressionAloneIsRecovered() {
    let counts = [3, 7, 10, 20]
    let partitions = [Partition(whole: 3, parts: [0, 1, 2])]
    let primary = Suppression(counts: counts, partitions: [], rule: SuppressionRule(minimum: 5))
    #expect(recovered(counts: counts, partitions: partitions, suppression: primary) == [0])
  }
}
