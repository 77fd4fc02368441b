import Foundation
import Testing

@testable import Readiness

/// A reader of every mean of one item who tries every number of people that may have answered it, over seeded cohorts.
///
/// The truth is counted from the answers; what the reader does is arithmetic of this file alone.
@Suite struct OneItemDigitsTests {
  static let items = ["d01", "d02"].flatMap { [Sample.item($0 + "q1", $0, "CM"), Sample.item($0 + "q2", $0, "CD")] }
  static let instrument = Sample.instrument(
    form: "sample", dimensions: ["d01", "d02"], items: items, degreeNow: Sample.degreeNow())

  struct Cohort {
    var organizations: [String] = []
    var types: [String] = []
    var answers: [String] = []
    /// Ratings of the first question on how often now, 0…4, by organisation; nil where a person left it out.
    var ratings: [String: [Int?]] = [:]

    /// Organisations of these sizes; of each, so many people leave the first question out.
    init(_ sizes: [(people: Int, without: Int)], seed: UInt64) {
      var random = RandomStream(seed: seed)
      let codes = Sample.types.map(\.code)
      for (place, size) in sizes.enumerated() {
        for person in 0..<size.people {
          let rating = person < size.without ? nil : random.below(5)
          let rest = (0..<4).map { _ in "\(1 + random.below(5))" } + (0..<3).map { _ in "\(random.below(5))" }
          let all = Array(rest.prefix(4)) + [rating.map(String.init) ?? "-"] + Array(rest.suffix(3))
          organizations.append("Org \(place + 1)")
          types.append(codes[(place + person) % min(3, codes.count)])
          answers.append(all.joined(separator: " "))
          ratings["Org \(place + 1)", default: []].append(rating)
        }
      }
    }

    func assessment(_ mode: DisclosureMode = .internal) throws -> Assessment {
      let responses = Sample.responses(
        to: OneItemDigitsTests.instrument, answers: answers, organizations: organizations, types: types)
      let plan = ScoringPlan(
        draws: 10, permutations: 9, by: ["respondent_type"], disclosure: mode, consent: mode == .pilot ? "a test" : nil)
      return try Assessment(responses, plan: plan, threads: 1)
    }
  }

  static let measure = "now_cm"

  /// Numbers of people among some that could have a whole number of steps of 25 points behind a mean printed in steps of `step`.
  private func fitting(_ mean: Double, _ candidates: ClosedRange<Int>, step: Double) -> [Int] {
    candidates.filter { count in
      (0...4 * count).contains { abs(25 * Double($0) / Double(count) - mean) <= step / 2 + 1e-9 }
    }
  }

  /// The coarsest step that a number is seen to be printed in: the reader's best case is the finest that fits, and is given here too.
  private func steps(_ number: Double) -> [Double] {
    [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50].filter {
      abs(number / $0 - (number / $0).rounded()) < 1e-7
    }
  }

  private func own(_ assessment: Assessment, _ organization: String) -> ScoreRow? {
    assessment.scores.first {
      $0.organization == organization && $0.groupBy == nil && $0.weighting == .respondents && $0.measure == Self.measure
    }
  }

  @Test(arguments: 0..<10)
  func `nobody can tell how many of an organisation left one question out`(_ seed: Int) throws {
    var random = RandomStream(seed: UInt64(70 + seed))
    let sizes = (0..<6).map { place in
      (people: 7 + random.below(8), without: place < 4 ? 1 + random.below(2) : 0)
    }
    let cohort = Cohort(sizes, seed: UInt64(seed))
    let (told, open) = (try cohort.assessment(), try cohort.assessment(.pilot))
    var caught = 0
    var shown = 0
    for (place, size) in sizes.enumerated() where (1..<5).contains(size.without) {
      let name = "Org \(place + 1)"
      let row = try #require(own(told, name))
      #expect(row.estimate.n == nil && row.sd == nil)
      let candidates = max(5, size.people - 5)...(size.people - 1)
      let profile = told.profiles.first { $0.organization == name }?.measures[Self.measure]
      // Every file has the same figure, or none where views are split.
      #expect(profile?.n == nil && (profile?.value ?? row.estimate.value) == row.estimate.value)
      guard let mean = row.estimate.value else { continue }
      shown += 1
      let step = try #require(steps(mean).last)
      #expect(fitting(mean, candidates, step: step) == Array(candidates), "\(mean), \(size)")
      if let interval = row.estimate.interval {
        #expect(!steps(interval.lower).isEmpty && !steps(interval.upper).isEmpty)
        #expect(interval.lower <= mean && mean <= interval.upper)
      }
      let exact = cohort.ratings[name]?.compactMap(\.self) ?? []
      let truth = 25 * Double(exact.reduce(0, +)) / Double(exact.count)
      #expect(abs(mean - truth) <= step / 2 + 1e-9)
      // The reader is able: the mean in full gives the number away.
      let full = try #require(own(open, name)?.estimate.value)
      #expect(abs(full - truth) < 1e-9)
      if fitting(full, candidates, step: 1e-8).count < candidates.count { caught += 1 }
    }
    #expect(shown > 0 && caught > 0)
  }

  /// A reader who adds up organisations: sums and numbers of people of all, less those that are told.
  @Test(arguments: 0..<10)
  func `not even beside the exact sum of everybody`(_ seed: Int) throws {
    var random = RandomStream(seed: UInt64(170 + seed))
    let sizes = (0..<5).map { place in (people: 8 + random.below(6), without: place < 3 ? 2 + random.below(2) : 0) }
    let cohort = Cohort(sizes, seed: UInt64(30 + seed))
    let told = try cohort.assessment()
    let all = try #require(
      told.scores.first { $0.level == .cohort && $0.weighting == .respondents && $0.measure == Self.measure })
    guard let n = all.estimate.n, let whole = all.estimate.value else { return }
    var (people, sum) = (n, (whole / 25 * Double(n)).rounded())
    var open: [(mean: Double, step: Double, size: Int)] = []
    for (place, size) in sizes.enumerated() {
      let estimate = try #require(own(told, "Org \(place + 1)")).estimate
      guard let mean = estimate.value else { return }
      if let n = estimate.n {
        (people, sum) = (people - n, sum - (mean / 25 * Double(n)).rounded())
      } else {
        open.append((mean, try #require(steps(mean).last), size.people))
      }
    }
    guard !open.isEmpty else { return }
    // Every way to share out the people that are left: 1 to 5 left it out of each, and the sums of steps fit.
    var possible = open.map { _ in Set<Int>() }
    var countsAlone = open.map { _ in Set<Int>() }
    func look(_ place: Int, _ counts: [Int]) {
      guard place < open.count else {
        guard counts.reduce(0, +) == people else { return }
        for (index, count) in counts.enumerated() { countsAlone[index].insert(count) }
        let ranges = zip(open, counts).map { own, count in
          let low = ((own.mean - own.step / 2) / 25 * Double(count) - 1e-9).rounded(.up)
          let high = ((own.mean + own.step / 2) / 25 * Double(count) + 1e-9).rounded(.down)
          return (low, high)
        }
        guard ranges.allSatisfy({ $0.0 <= $0.1 }), ranges.reduce(0, { $0 + $1.0 }) <= sum,
          sum <= ranges.reduce(0, { $0 + $1.1 })
        else { return }
        for (index, count) in counts.enumerated() { possible[index].insert(count) }
        return
      }
      for count in max(5, open[place].size - 5)..<open[place].size { look(place + 1, counts + [count]) }
    }
    look(0, [])
    #expect(possible == countsAlone, "\(open)")
  }

  /// A reader who tries every set of ratings that has the printed number, mean and interval.
  @Test(arguments: 0..<6)
  func `an interval settles no count of ratings that its mean does not`(_ seed: Int) throws {
    var random = RandomStream(seed: UInt64(270 + seed))
    let cohort = Cohort((0..<5).map { _ in (people: 5 + random.below(6), without: 0) }, seed: UInt64(60 + seed))
    let (told, open) = (try cohort.assessment(), try cohort.assessment(.pilot))
    var (tried, caught) = (0, 0)
    for name in Set(cohort.organizations).sorted() {
      let (row, full) = (try #require(own(told, name)), try #require(own(open, name)))
      #expect(row.sd == nil && full.sd != nil)
      guard let n = row.estimate.n, let mean = row.estimate.value, let interval = row.estimate.interval else {
        continue
      }
      tried += 1
      let sum = Int((mean / 25 * Double(n)).rounded())
      let ways = Self.ways(n, sum: sum)
      let step = try #require(steps(interval.lower).filter(steps(interval.upper).contains).last)
      let half = try #require(Self.quantiles[n - 1]) / Double(n).squareRoot()
      func ends(_ counts: [Int]) -> (Double, Double) {
        let squares = counts.enumerated().reduce(0.0) {
          $0 + Double($1.element) * pow(25 * Double($1.offset) - mean, 2)
        }
        let side = half * (squares / Double(n - 1)).squareRoot()
        return (max(0, mean - side), min(100, mean + side))
      }
      let left = ways.filter { counts in
        let (low, high) = ends(counts)
        return low > interval.lower - 1e-6 && low < interval.lower + step + 1e-6 && high < interval.upper + 1e-6
          && high > interval.upper - step - 1e-6
      }
      #expect(left.contains(Self.counts(cohort.ratings[name] ?? [])))
      #expect(Self.settled(left) == Self.settled(ways), "\(left.count) of \(ways.count) ways, \(row.estimate)")
      // The reader is able: in full, mean and standard deviation settle more.
      let exact = ways.filter { abs((ends($0).1 - mean) - ((full.estimate.interval?.upper ?? 0) - mean)) < 1e-6 }
      if Self.settled(exact) != Self.settled(ways) { caught += 1 }
    }
    #expect(tried > 0 && caught > 0)
  }

  /// The 97.5% points of Student's t by degrees of freedom, as any table has them.
  private static let quantiles = [
    4: 2.776445105, 5: 2.570581836, 6: 2.446911851, 7: 2.364624252, 8: 2.306004135, 9: 2.262157163,
  ]

  /// Every way in which so many people can give ratings 0…4 that add up to a sum, as counts.
  private static func ways(_ people: Int, sum: Int, rating: Int = 4) -> [[Int]] {
    guard people >= 0, sum >= 0, sum <= rating * people else { return [] }
    if rating == 0 { return sum == 0 ? [[people]] : [] }
    return (0...people).flatMap { own in
      ways(people - own, sum: sum - rating * own, rating: rating - 1).map { $0 + [own] }
    }
  }

  /// The ratings whose count is one number in every way, and that from one to four.
  private static func settled(_ ways: [[Int]]) -> Set<Int> {
    Set((0..<5).filter { rating in ways.allSatisfy { (1..<5).contains($0[rating]) && $0[rating] == ways[0][rating] } })
  }

  private static func counts(_ ratings: [Int?]) -> [Int] {
    (0..<5).map { rating in ratings.count { $0 == rating } }
  }

  @Test func `where nobody or enough people left it out everything is told in full`() throws {
    let cohort = Cohort([(9, 0), (30, 15), (12, 0)], seed: 5)
    let (told, open) = (try cohort.assessment(), try cohort.assessment(.pilot))
    for name in ["Org 1", "Org 2", "Org 3"] {
      let (told, open) = (own(told, name)?.estimate, own(open, name)?.estimate)
      #expect(told?.n != nil && told?.n == open?.n && told?.value == open?.value)
    }
  }
}
