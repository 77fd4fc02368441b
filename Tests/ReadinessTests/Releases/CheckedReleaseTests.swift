import Disclosure
import TestSupport
import Testing

@testable import Readiness

/// A reader of two runs over people who are nearly the same, who adds and subtracts everything that both publish.
///
/// The other road is plain linear algebra: every group that is shown, in either run, is a sum over its people, and no combination of these
/// sums with any coefficients may add up the answers of one to four people. Every set of so few people is tried.
struct CheckedReleaseTests {
  /// People by their number; a person's cells follow from it.
  private struct Cohort {
    var people: [SampleCohort.Person]

    init(seed: Int) {
      people = SampleCohort.people(
        organizations: 2 + seed % 2, sizes: [4...9, 6...16, 3...24][seed % 3],
        types: [["senior_commissioner", "front_line_worker"], ["service_user", "carer", "senior_commissioner"]][
          seed / 3 % 2],
        missing: 0, seed: UInt64(seed + 900))
      // Nobody answers as somebody else does, so that a person is told by the answers.
      var stream = RandomStream(seed: UInt64(seed + 700))
      var seen: Set<String> = []
      for index in people.indices {
        while !seen.insert(people[index].cells).inserted { people[index].cells = Self.cells(&stream) }
      }
    }

    private static func cells(_ stream: inout RandomStream) -> String {
      SampleCohort.cells(level: 0.2 + 0.6 * stream.uniform(), missing: 0, stream: &stream)
    }

    /// Some leave and some come; somebody may answer otherwise.
    func changed(seed: Int) -> Cohort {
      var stream = RandomStream(seed: UInt64(seed + 5_000))
      var changed = self
      for _ in 0..<[0, 0, 2, 6][stream.below(4)] where changed.people.count > 8 {
        changed.people.remove(at: stream.below(changed.people.count))
      }
      let known = people
      for _ in 0..<[1, 3, 5, 7, 9, 12][stream.below(6)] {
        var person = known[stream.below(known.count)]
        person.cells = Self.cells(&stream)
        changed.people.append(person)
      }
      return changed
    }

    var responses: Responses { SampleCohort.responses(people) }
  }

  private static let plan = ScoringPlan(draws: 10, permutations: 9)

  /// The groups that a run shows, each as the people in it, by what they answered.
  private static func shown(_ cohort: Cohort, _ release: CohortRelease) -> [Set<String>] {
    let responses = cohort.responses
    let keys = AssessmentGroups(responses, groupings: responses.groupings(by: plan.by)).keys
    let rollUpOf = Dictionary(uniqueKeysWithValues: Sample.types.map { ($0.code, $0.rollUp) })
    return keys.indices.filter { !release.groups[$0].isHidden }.map { place in
      let key = keys[place]
      return Set(
        cohort.people.filter { person in
          let own = key.by == "roll_up" ? rollUpOf[person.type] : person.type
          return (key.organization == nil || key.organization == person.organization)
            && (key.group == nil || key.group == own)
        }.map(\.cells))
    }
  }

  /// The fewest people whose answers some combination of sums adds up, where they are fewer than the minimum; those who are not among `later`
  /// may be subtracted.
  ///
  /// What sets a few people against a few others tells of neither.
  static func fewest(_ sums: [Set<String>], later: Set<String>, minimum: Int) -> Int? {
    // People who are in the same sums cannot be told apart.
    var atoms: [[Int]: (people: Int, isLater: Bool)] = [:]
    for person in Set(sums.flatMap { $0 }) {
      atoms[sums.map { $0.contains(person) ? 1 : 0 }, default: (0, later.contains(person))].people += 1
    }
    let kinds = atoms.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    let small = kinds.filter { $0.value.people < minimum }
    // Only coefficients that leave out every kind of many people matter: the kernel of their rows.
    let kernel = kernel(kinds.filter { $0.value.people >= minimum }.map(\.key), width: sums.count)
    // Of combinations that say the same of the few, one.
    let columns = independent(kernel.map { vector in small.map { product($0.key, vector) } })
    let rows = small.indices.map { place in columns.map { $0[place] } }
    var fewest: Int?
    /// Whether just one combination is left that is about the chosen kinds, about all of them, and adds them up.
    func addsUp(_ chosen: [Int]) -> Bool {
      let others = rows.indices.filter { !chosen.contains($0) }.map { rows[$0] }
      let vectors = Self.kernel(others, width: columns.count).map { vector in
        chosen.map { place in
          let value = product(rows[place], vector)
          let sign = value == 0 ? 0 : value > prime / 2 ? -1 : 1
          return small[place].value.isLater ? sign : -sign
        }
      }.filter { $0.contains { $0 != 0 } }
      return vectors.count == 1 && Set(vectors[0]).count == 1 && vectors[0][0] != 0
    }
    func attempt(_ chosen: [Int], _ people: Int) {
      if !chosen.isEmpty, addsUp(chosen) { fewest = min(fewest ?? people, people) }
      for place in ((chosen.last ?? -1) + 1)..<small.count where people + small[place].value.people < fewest ?? minimum
      {
        attempt(chosen + [place], people + small[place].value.people)
      }
    }
    if rows.contains(where: { $0.contains { $0 != 0 } }) { attempt([], 0) }
    return fewest
  }

  private static func product(_ one: [Int], _ other: [Int]) -> Int {
    zip(one, other).reduce(0) { ($0 + $1.0 * $1.1) % prime }
  }

  /// As many of some columns as are independent, modulo a prime, combined with one another.
  private static func independent(_ columns: [[Int]]) -> [[Int]] {
    var (columns, done) = (columns, 0)
    for row in columns.first?.indices ?? 0..<0 {
      guard let pivot = columns.indices.dropFirst(done).first(where: { columns[$0][row] != 0 }) else { continue }
      columns.swapAt(done, pivot)
      for column in columns.indices.dropFirst(done + 1) where columns[column][row] != 0 {
        let (a, b) = (columns[done][row], columns[column][row])
        columns[column] = zip(columns[column], columns[done]).map { (($0 * a - $1 * b) % prime + prime) % prime }
      }
      done += 1
    }
    return Array(columns.prefix(done))
  }

  private static let prime = 1_000_003

  /// A basis of the vectors that every row is orthogonal to, modulo a prime.
  private static func kernel(_ rows: [[Int]], width: Int) -> [[Int]] {
    // Columns are combined as the rows ask, and the combinations that end as noughts are kept.
    var columns = (0..<width).map { column in rows.map { $0[column] } + (0..<width).map { $0 == column ? 1 : 0 } }
    var done = 0
    for row in rows.indices {
      guard let pivot = columns.indices.dropFirst(done).first(where: { columns[$0][row] != 0 }) else { continue }
      columns.swapAt(done, pivot)
      for column in columns.indices.dropFirst(done + 1) where columns[column][row] != 0 {
        let (a, b) = (columns[done][row], columns[column][row])
        for place in columns[column].indices {
          columns[column][place] = ((columns[column][place] * a - columns[done][place] * b) % prime + prime) % prime
        }
      }
      done += 1
    }
    return columns.dropFirst(done).map { Array($0.dropFirst(rows.count)) }
  }

  @Test func `the reader is able: by hand`() {
    let five: Set = ["a", "b", "c", "d", "e"]
    func fewest(_ sums: Set<String>..., without gone: Set<String> = []) -> Int? {
      Self.fewest(sums, later: Set(sums.flatMap { $0 }).subtracting(gone), minimum: 5)
    }
    #expect(fewest(five) == nil)
    #expect(fewest(five, five.union(["f"])) == 1)
    // Somebody came and somebody went; or two came, of whom only the difference is told.
    #expect(fewest(five, Set(five.dropFirst()).union(["f"]), without: [five.first ?? ""]) == 2)
    #expect(fewest(five.union(["f"]), five.union(["g"])) == nil)
    // Two wholes and their parts: g and h alone follow from four sums.
    let other: Set = ["u", "v", "w", "x", "y"]
    #expect(fewest(five.union(other), five.union(other).union(["g", "h"])) == 2)
    #expect(fewest(five.union(other), five, other.union(["g", "h", "i", "j", "k"])) == nil)
  }

  @Test func `no combination of two runs is about fewer than five people`() throws {
    var (refused, held, planted) = (0, 0, 0)
    for seed in 0..<Replications(20, long: 400).count {
      let first = Cohort(seed: seed)
      let second = first.changed(seed: seed)
      var ledger = CohortLedger(key: 7)
      let empty = ledger
      guard let earlier = try? CheckedRelease(first.responses, plan: Self.plan, ledger: empty, threads: 1) else {
        continue
      }
      ledger.add(earlier.release)
      let old = Self.shown(first, earlier.release)
      let (before, after) = (Set(first.people.map(\.cells)), Set(second.people.map(\.cells)))
      #expect(Self.fewest(old, later: before, minimum: 5) == nil, "\(seed)")
      let alone = try CheckedRelease(second.responses, plan: Self.plan, ledger: empty, threads: 1)
      if Self.fewest(old + Self.shown(second, alone.release), later: after, minimum: 5) != nil { planted += 1 }
      do throws(ReleaseFault) {
        let later = try CheckedRelease(second.responses, plan: Self.plan, ledger: ledger, threads: 1)
        let fewest = Self.fewest(old + Self.shown(second, later.release), later: after, minimum: 5)
        #expect(fewest == nil, "\(seed)")
        held += later.heldBack.isEmpty ? 0 : 1
      } catch {
        guard case .nearlyTheSame = error else { throw error }
        refused += 1
      }
    }
    // Without a ledger the same reader succeeds.
    #expect(planted > 5 && refused > 2 && held > 2, "\(planted) \(refused) \(held)")
  }

  @Test func `what is published hides what the check found, and says so`() throws {
    let first = Cohort(seed: 4)
    var ledger = CohortLedger(key: 7)
    ledger.add(try CheckedRelease(first.responses, plan: Self.plan, ledger: ledger, threads: 1).release)
    // Two late replies in one organisation and six in the other.
    var second = first
    var stream = RandomStream(seed: 3)
    for (organization, count) in [("Org 1", 2), ("Org 2", 6)] {
      for _ in 0..<count {
        second.people.append(
          .init(
            organization: organization, type: "service_user",
            cells: SampleCohort.cells(level: 0.5, missing: 0, stream: &stream)))
      }
    }
    let checked = try CheckedRelease(second.responses, plan: Self.plan, ledger: ledger, threads: 1)
    #expect(checked.heldBack.contains { $0.organization == "Org 1" && $0.by == nil && $0.measure == nil })
    let published = try Assessment(second.responses, plan: checked.plan, threads: 1)
    let bare = try Assessment(second.responses, plan: Self.plan, threads: 1)
    func statuses(_ assessment: Assessment) -> [Status] {
      assessment.scores.filter { $0.organization == "Org 1" && $0.groupBy == nil }.map(\.estimate.status)
    }
    #expect(statuses(published).allSatisfy { $0 == .suppressed || $0 == .notAsked })
    #expect(statuses(bare).contains(.ok))
    let row = try #require(published.disclosure.first { $0.isOfPeople && $0.organization == "Org 1" })
    #expect(row.why == .earlierRelease)
    let interval = try #require(row.interval)
    let people = second.people.count { $0.organization == "Org 1" }
    #expect(interval.lower <= people && interval.upper.map { $0 >= people } ?? true && interval.lower != interval.upper)
    let told = published.disclosureNotes.map { Wording.english.text($0) }
    #expect(told.contains { $0.hasPrefix("An earlier release shows nearly the same people") })
    #expect(!bare.disclosureNotes.contains { Wording.english.text($0).hasPrefix("An earlier release") })
    // Groups in the release are hidden exactly as they are published.
    let keys = AssessmentGroups(second.responses, groupings: second.responses.groupings(by: Self.plan.by)).keys
    for (key, group) in zip(keys, checked.release.groups) {
      let rows = published.scores.filter {
        $0.organization == key.organization && $0.groupBy == key.by && $0.group == key.group
          && $0.weighting == .respondents
      }
      #expect(rows.contains { $0.estimate.status == .ok } == !group.isHidden, "\(key)")
    }
  }

  @Test func `the same answers again change nothing, whatever the order of the rows`() throws {
    let first = Cohort(seed: 1)
    var ledger = CohortLedger(key: 7)
    let release = try CheckedRelease(first.responses, plan: Self.plan, ledger: ledger, threads: 1).release
    ledger.add(release)
    let again = try CheckedRelease(first.responses, plan: Self.plan, ledger: ledger, threads: 2)
    #expect(again.heldBack.isEmpty && again.plan.heldBack.isEmpty && again.release == release)
    let isNew = ledger.add(again.release)
    #expect(!isNew)
    var turned = first
    turned.people.reverse()
    #expect(try CheckedRelease(turned.responses, plan: Self.plan, ledger: ledger, threads: 1).heldBack.isEmpty)
  }

  /// Five people more, of whom one alone rated a dimension.
  @Test func `a measure on which few of the new people have a score is held back`() throws {
    let first = Cohort(seed: 1)
    var ledger = CohortLedger(key: 7)
    ledger.add(try CheckedRelease(first.responses, plan: Self.plan, ledger: ledger, threads: 1).release)
    var second = first
    var stream = RandomStream(seed: 9)
    for index in 0..<6 {
      let cells = SampleCohort.cells(level: 0.5, missing: 0, stream: &stream).split(separator: " ")
      let own = cells.enumerated().map { place, cell in
        SampleCohort.instrument.ratings[place].dimension == "d02" && index > 0 ? "dk" : String(cell)
      }
      second.people.append(
        .init(organization: "Org 1", type: first.people[0].type, cells: own.joined(separator: " ")))
    }
    let checked = try CheckedRelease(second.responses, plan: Self.plan, ledger: ledger, threads: 1)
    #expect(checked.heldBack.contains { $0.measure == "d02" && $0.organization == "Org 1" && $0.by == nil })
    #expect(!checked.heldBack.contains { $0.measure == nil && $0.organization == "Org 1" && $0.by == nil })
  }
}
