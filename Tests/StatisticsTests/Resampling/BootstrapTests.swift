import Synchronization
import Testing

@testable import Statistics

@Suite struct BootstrapTests {
  @Sendable static func mean(_ tables: [[Int]]) -> Double? {
    let total = tables[0].reduce(0, +)
    var sum = 0
    for (value, count) in tables[0].enumerated() { sum += value * count }
    return total > 0 ? Double(sum) / Double(total) : nil
  }

  /// The mean of powers of distances from a centre.
  func moment(_ values: [Double], _ power: Int, about centre: Double) -> Double {
    var sum = 0.0
    for value in values {
      var term = 1.0
      for _ in 0..<power { term *= value - centre }
      sum += term
    }
    return sum / Double(values.count)
  }

  /// The draws of a mean have its plug-in standard error; the acceleration is a sixth of the skewness over √n.
  @Test func momentsOfAMean() throws {
    let counts = [5, 9, 14, 7, 25]
    let bootstrap = try Bootstrap(strata: [counts], count: 2_000, seed: 3, statistic: Self.mean)
    let values = counts.enumerated().flatMap { [Double](repeating: Double($0.offset), count: $0.element) }
    let mean = moment(values, 1, about: 0)
    let (second, third) = (moment(values, 2, about: mean), moment(values, 3, about: mean))
    let skewed = third / (6 * second * second.squareRoot() * 60.0.squareRoot())
    #expect(agrees(bootstrap.estimate, mean))
    #expect(agrees(bootstrap.standardError, (second / 60).squareRoot(), relative: 0.06))
    #expect(agrees(bootstrap.acceleration, skewed, relative: 1e-7))
    #expect(abs(bootstrap.bias) < 0.03)
  }

  /// Tables of counts and values of people are two roads to one bootstrap.
  @Test func tablesAndValuesAgree() throws {
    let counts = [4, 6, 3, 7]
    let values = counts.enumerated().flatMap { [Double](repeating: Double($0.offset), count: $0.element) }
    let tables = try Bootstrap(strata: [counts], count: 1_500, seed: 5, statistic: Self.mean)
    let people = try Bootstrap(values: [values], count: 1_500, seed: 6) { $0[0].reduce(0, +) / Double($0[0].count) }
    #expect(agrees(tables.acceleration, people.acceleration ?? .nan, relative: 1e-7))
    #expect(agrees(tables.standardError, people.standardError ?? .nan, relative: 0.1))
    let intervals = [tables, people].map { $0.interval(.bca).interval }
    #expect(abs(intervals[0].lower - intervals[1].lower) < 0.15 && abs(intervals[0].upper - intervals[1].upper) < 0.15)
  }

  @Test(
    "The bootstrap of a mean has the estimate, acceleration and spread of the one that computes means",
    arguments: [1, 900])
  func means(times: Int) throws {
    let values = [0.0, 1, 1, 2, 5, 9, 2, 2, 4, 4, 7, 1.5, 3, 3, 8, 2, 1, 6, 20].flatMap {
      [Double](repeating: $0, count: times)
    }
    let short = try Bootstrap(meanOf: values, count: 1_500, seed: 5)
    let long = try Bootstrap(values: [values], count: times == 1 ? 1_500 : 60, seed: 6) {
      $0[0].reduce(0, +) / Double($0[0].count)
    }
    #expect(agrees(short.estimate, long.estimate) && short.draws.count == 1_500)
    if times == 1 { #expect(agrees(short.acceleration, long.acceleration ?? .nan, relative: 1e-7)) }
    #expect(agrees(short.standardError, (Moments(values).squares).squareRoot() / Double(values.count), relative: 0.08))
    #expect(throws: SampleFault.emptyGroup(0)) { try Bootstrap(meanOf: []) }
  }

  @Test func strataKeepTheirSizes() throws {
    let seen = Mutex<Set<[Int]>>([])
    _ = try Bootstrap(strata: [[3, 4], [5, 1]], count: 50) { tables in
      seen.withLock { _ = $0.insert(tables.map { $0.reduce(0, +) }) }
      return Double(tables[0][0])
    }
    // The sample and its draws; the jackknife takes one person at a time.
    #expect(seen.withLock { $0 } == [[7, 6], [6, 6], [7, 5]])
  }

  /// By organisation the draws spread as the organisations do: far more than people of one mind suggest.
  @Test func organizationsStayTogether() throws {
    let organizations = (0..<10).map { $0 % 2 == 0 ? [9, 1] : [1, 9] }
    let share: @Sendable ([Int]) -> Double? = { Double($0[1]) / Double($0[0] + $0[1]) }
    let nested = try Bootstrap(organizations: organizations, count: 800, statistic: share)
    let flat = try Bootstrap(strata: [[50, 50]], count: 800) { share($0[0]) }
    let (wide, narrow) = (try #require(nested.standardError), try #require(flat.standardError))
    // √(.4² / 10) against √(.25 / 100).
    #expect(agrees(wide, 0.126, relative: 0.1) && agrees(narrow, 0.05, relative: 0.1))
    let stratified = try Bootstrap(
      organizations: organizations, strata: (0..<10).map { $0 % 2 }, count: 50, statistic: share)
    #expect(stratified.interval(.percentile).caveats == [.degenerate])
    let values = try Bootstrap(
      organizationValues: organizations.map {
        [Double](repeating: 0, count: $0[0]) + [Double](repeating: 1, count: $0[1])
      }, count: 800
    ) { $0.reduce(0, +) / Double($0.count) }
    #expect(agrees(values.standardError, 0.126, relative: 0.1))
  }

  @Test func sameSeedSameDraws() throws {
    let one = try Bootstrap(strata: [[3, 4, 5]], count: 300, seed: 8, statistic: Self.mean)
    let other = try Bootstrap(strata: [[3, 4, 5]], count: 300, seed: 8, statistic: Self.mean)
    let third = try Bootstrap(strata: [[3, 4, 5]], count: 300, seed: 9, statistic: Self.mean)
    #expect(one == other && one.draws != third.draws)
    // Draws come in blocks: the first 250 are those of a shorter run.
    let shorter = Bootstrap.drawing(250, seed: 8, stream: 0, ()) { $1.normal() }.draws
    #expect(Bootstrap.drawing(300, seed: 8, stream: 0, ()) { $1.normal() }.draws.prefix(250) == shorter[...])
  }

  @Test("A large stratum is deleted in parts, every one the people a stride apart")
  func partsOfALargeStratum() throws {
    let seen = Mutex<[Double]>([])
    let bootstrap = try Bootstrap(values: [(0..<4_001).map(Double.init)], count: 1) { sample in
      seen.withLock { $0.append(sample[0].reduce(0, +)) }
      return sample[0].reduce(0, +) / Double(sample[0].count)
    }
    let whole = 4_001.0 * 4_000 / 2
    let sums = seen.withLock { $0 }
    // The sample, one draw, then the parts: 0, 2000 and 4000; 1 and 2001; 2 and 2002 …
    #expect(sums.count == 2_002 && sums[2] == whole - 6_000 && sums[3] == whole - 2_002 && sums[4] == whole - 2_004)
    #expect(bootstrap.estimate == 2_000)
  }

  @Test func undefinedDrawsAreCounted() throws {
    let bootstrap = try Bootstrap(strata: [[1, 3]], count: 200, seed: 2) { $0[0][0] > 0 ? Double($0[0][1]) : nil }
    #expect(bootstrap.undefinedDraws > 0 && bootstrap.undefinedDraws + bootstrap.draws.count == 200)
    #expect(bootstrap.acceleration == nil)
    #expect(bootstrap.interval(.bca).caveats.contains(.undefinedDraws(bootstrap.undefinedDraws)))
  }

  @Test func refusals() {
    #expect(throws: SampleFault.emptyGroup(1)) { try Bootstrap(strata: [[1], [0]], statistic: Self.mean) }
    #expect(throws: SampleFault.emptyGroup(0)) { try Bootstrap(strata: [], statistic: Self.mean) }
    #expect(throws: SampleFault.emptyGroup(0)) { try Bootstrap(values: [[]]) { _ in 1 } }
    #expect(throws: SampleFault.noVariation) { try Bootstrap(strata: [[1, 2]]) { _ in nil } }
    #expect(throws: SampleFault.tooFewClusters(needed: 8)) { try Bootstrap(organizations: [[1], [2]]) { _ in 1 } }
  }
}
