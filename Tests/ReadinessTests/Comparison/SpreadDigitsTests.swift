import Foundation
import Statistics
import TestSupport
import Testing

@testable import Readiness

/// What a row of a test inside organisations tells of how two groups are spread over them, by enumeration of every spread and every order.
struct SpreadDigitsTests {
  /// What is printed of one order of the people, by the formulas of van Elteren's test without ties.
  private struct Row {
    let z, superiority, p: Double
    /// The share of this table's orders that give the row.
    var share: Double
  }

  private static func choose(_ n: Int, _ k: Int) -> Double {
    (0..<k).reduce(1) { $0 * Double(n - $1) / Double($1 + 1) }
  }

  /// Orders of n people, a of them of the first group, by the number of pairs that these win.
  private static func orders(_ n: Int, _ a: Int) -> [Double] {
    var ways = [[Double]](repeating: [1], count: n - a + 1)
    for _ in 0..<a {
      for others in 1...(n - a) {
        // The highest of all is of the first group and wins over all others, or is one of these.
        let before = ways[others]
        var sum = [Double](repeating: 0, count: max(before.count + others, ways[others - 1].count))
        for (wins, count) in before.enumerated() { sum[wins + others] += count }
        for (wins, count) in ways[others - 1].enumerated() { sum[wins] += count }
        ways[others] = sum
      }
    }
    return ways[n - a]
  }

  /// Every row that a spread can give.
  private static func rows(_ sizes: [Int], _ spread: [Int]) -> [Row] {
    let information = zip(sizes, spread).reduce(0) { $0 + Double($1.1 * ($1.0 - $1.1)) / Double($1.0 + 1) }
    var sums = [(sum: 0.0, share: 1.0)]
    for (n, a) in zip(sizes, spread) {
      let own = orders(n, a)
      let all = choose(n, a)
      sums = sums.flatMap { sum in
        own.indices.filter { own[$0] > 0 }.map {
          (sum.sum + (Double($0) - Double(a * (n - a)) / 2) / Double(n + 1), sum.share * own[$0] / all)
        }
      }
    }
    let distances = Set(sums.map { (abs($0.sum) * 1e8).rounded() }).sorted(by: >)
    var mass: [Double: Double] = [:]
    for sum in sums { mass[(abs(sum.sum) * 1e8).rounded(), default: 0] += sum.share }
    var tail = 0.0
    var p: [Double: Double] = [:]
    for distance in distances {
      tail += mass[distance] ?? 0
      p[distance] = min(1, tail)
    }
    return sums.map {
      Row(
        z: abs($0.sum) / (information / 12).squareRoot(), superiority: 0.5 + $0.sum / information,
        p: p[(abs($0.sum) * 1e8).rounded()] ?? 1, share: $0.share)
    }
  }

  /// In which share of all orders, over every spread alike, a reader of rows knows a number of people.
  private static func known(_ sizes: [Int], first: Int, _ printed: (Row) -> [Double]) -> Double {
    var spreads: [[Int]] = [[]]
    for size in sizes { spreads = spreads.flatMap { own in (1..<size).map { own + [$0] } } }
    spreads = spreads.filter { $0.reduce(0, +) == first }
    struct Seen {
      var low: [Int]
      var high: [Int]
      var share: Double
    }
    var seen: [[Double]: Seen] = [:]
    for spread in spreads {
      for row in rows(sizes, spread) {
        let key = printed(row)
        guard var own = seen[key] else {
          seen[key] = Seen(low: spread, high: spread, share: row.share)
          continue
        }
        own.low = zip(own.low, spread).map(min)
        own.high = zip(own.high, spread).map(max)
        own.share += row.share
        seen[key] = own
      }
    }
    let known = seen.values.filter { own in zip(own.low, own.high).contains { $0 == $1 } }
    return known.reduce(0) { $0 + $1.share } / Double(spreads.count)
  }

  private static func printed(_ digits: SpreadDigits, sizes: [Int]) -> (Row) -> [Double] {
    { row in
      let draft = draft(statistic: row.z, p: row.p, effect: row.superiority).told(digits, sizes: sizes, scale: 1)
      return [
        draft.statistic ?? -1, draft.effect?.value ?? -1, draft.p?.value ?? -1, draft.p?.smallestAttainable ?? -1,
      ].map { ($0 * 1e9).rounded() }
    }
  }

  private static func draft(
    statistic: Double, p: Double, effect: Double, interval: ConfidenceInterval? = nil
  ) -> ComparisonDraft {
    var draft = ComparisonDraft(family: "overall", measure: "overall", by: "roll_up", groupA: "a", groupB: "b")
    draft.statistic = statistic
    draft.p = PValue(value: p, method: .exact, smallestAttainable: p / 2)
    draft.effect = EffectSize(
      name: "probability_of_superiority", value: effect, interval: interval, intervalMethod: "t")
    return draft
  }

  private struct Reference: Decodable {
    struct Case: Decodable {
      let sizes: [Int]
      let first: Int
      let known: [String: Double]
    }
    let cases: [Case]
  }

  /// By the script beside the numbers, which tells orders apart one by one.
  @Test(arguments: [[8, 10], [4, 5, 6, 7]])
  func `in full a row tells how people are spread, and as told it does not`(_ sizes: [Int]) throws {
    let url = Repository.url("Tests/References/readiness/spread_digits.json")
    let reference = try JSONDecoder().decode(Reference.self, from: Data(contentsOf: url))
    let item = try #require(reference.cases.first { $0.sizes == sizes })
    let groups = [item.first, sizes.reduce(0, +) - item.first]
    let told = SpreadDigits(people: sizes, isTold: sizes.map { _ in false })
    #expect(told == (sizes.count == 2 ? .onlyP : .one))
    let forms: [(SpreadDigits, String)] = [(.full, "full"), (.two, "two"), (.one, "one"), (.onlyP, "only p")]
    for (digits, name) in forms where digits == told || digits == .full || sizes.count == 2 {
      let known = Self.known(sizes, first: item.first, Self.printed(digits, sizes: groups))
      #expect(abs(known - (item.known[name] ?? .nan)) < 2e-3, "\(name): \(known)")
      if digits == told { #expect(known < 0.005) }
      if digits == .full { #expect(known > 0.7) }
    }
  }

  @Test func `digits follow from how many organisations are hidden, or how few of the people`() {
    func digits(_ hidden: Int, of organizations: Int, people: Int = 10) -> SpreadDigits {
      SpreadDigits(
        people: (0..<organizations).map { $0 < hidden ? 10 : people }, isTold: (0..<organizations).map { $0 >= hidden })
    }
    #expect(digits(0, of: 5) == .full)
    #expect(digits(3, of: 3) == .onlyP && digits(4, of: 5) == .one && digits(8, of: 9) == .two)
    #expect(digits(20, of: 20) == .three && digits(19, of: 20) == .two)
    // Two of ten organisations hide at most a tenth, a fiftieth, a five-hundredth of the people.
    #expect(digits(2, of: 10) == .onlyP && digits(2, of: 10, people: 23) == .one)
    #expect(digits(2, of: 10, people: 123) == .two && digits(2, of: 10, people: 1_248) == .three)
  }

  @Test func `numbers are cut by hand`() throws {
    let interval = ConfidenceInterval(lower: 0.412, upper: 0.887)
    var draft = Self.draft(statistic: -1.4567, p: 0.0412, effect: 0.6789, interval: interval)
    draft.evidence.leaveOneOrganizationOut = 0.6543...0.7
    let two = draft.told(.two, sizes: [3, 4], scale: 1)
    #expect(two.statistic == -1.5 && two.p?.value == 0.042 && two.effect?.value == 0.68)
    #expect(two.effect?.interval?.lower == 0.41 && two.effect?.interval?.upper == 0.89)
    #expect(two.evidence.leaveOneOrganizationOut == 0.65...0.7)
    // 35 ways to arrange seven people.
    #expect(abs(try #require(two.p?.smallestAttainable) - 1.0 / 35) < 1e-12)
    let one = draft.told(.one, sizes: nil, scale: 1)
    #expect(one.statistic == nil && one.p?.value == 0.05 && one.effect?.value == 0.7)
    #expect(one.effect?.interval?.lower == 0.4 && one.effect?.interval?.upper == 0.9)
    #expect(one.p?.smallestKnown == nil)
    let only = draft.told(.onlyP, sizes: nil, scale: 1)
    #expect(only.p?.value == 0.05 && only.effect == nil && only.evidence.leaveOneOrganizationOut == nil)
    #expect(only.note.english.contains("row beside it"))
    #expect(draft.told(.full, sizes: nil, scale: 1).p == draft.p)
    // Points are cut on their own scale.
    let points = SpreadDigits.two.told(
      EffectSize(name: "mean_difference", value: -12.34, interval: nil, intervalMethod: ""), scale: 100)
    #expect(points?.value == -12)
  }

  @Test func `a drawn p is rounded up with the interval of its draws, and its smallest is what the draws allow`() {
    let p = PValue(
      value: 0.2035, method: .permutation(count: 9_999, seed: 1), smallestAttainable: 1e-4,
      interval: ConfidenceInterval(lower: 0.1933, upper: 0.2141, level: 0.99))
    let told = SpreadDigits.two.told(p, sizes: [12, 14])
    #expect(told.value == 0.21 && told.smallestAttainable == 1e-4)
    #expect(told.interval?.lower == 0.19 && told.interval?.upper == 0.22)
    let limit = SpreadDigits.three.told(
      PValue(value: 3.14159e-20, method: .asymptotic, smallestAttainable: 1e-30), sizes: [50, 50])
    #expect(limit.value == 3.15e-20 && limit.smallestKnown == nil)
    // Never above one, and one stays one.
    #expect(SpreadDigits.one.told(PValue(value: 0.97, method: .exact, smallestAttainable: 0.1), sizes: nil).value == 1)
  }

  /// Twenty thousand people who differ give a p at the end of the numbers, and statistics without one.
  @Test(arguments: [SpreadDigits.three, .two, .one])
  func `numbers at either end of what can be written are cut too`(digits: SpreadDigits) {
    func told(_ p: Double) -> Double {
      digits.told(
        PValue(value: p, method: .asymptotic, smallestAttainable: .leastNonzeroMagnitude), sizes: [9_000, 11_000]
      ).value
    }
    #expect(told(.leastNonzeroMagnitude) == .leastNonzeroMagnitude)
    for exponent in stride(from: -322, through: -280, by: 1) {
      for first in ["1.234", "9.996", "3"] {
        let p = Double("\(first)e\(exponent)") ?? 0
        let short = told(p)
        #expect(short >= p && short <= p * 2 + .leastNonzeroMagnitude, "\(p)")
        // Below that a double has fewer digits than it is cut to.
        if exponent >= -305 { #expect(told(short) == short, "\(p)") }
      }
    }
    // 3.22 × 10⁻³⁰⁰ by hand.
    #expect(told(3.2199e-300) == [3: 3.22e-300, 2: 3.3e-300, 1: 4e-300][digits.digits])
    #expect(digits.nearest(.infinity) == .infinity && digits.nearest(-.infinity) == -.infinity)
    #expect(digits.nearest(.nan).isNaN)
  }

  /// However people are spread, a test inside organisations has fewer orders than all people together.
  @Test func `the smallest p that is told is never above the true one`() throws {
    for first in 1...9 {
      for second in 1...10 {
        let orders = Self.choose(first + second, first) * Self.choose(21 - first - second, 10 - first)
        let p = PValue(value: 1, method: .exact, smallestAttainable: 1 / orders)
        let told = SpreadDigits.onlyP.told(p, sizes: [10, 11])
        #expect(told.smallestAttainable <= 1 / orders)
        // It is the same for every spread.
        #expect(abs(told.smallestAttainable * Self.choose(21, 10) - 1) < 1e-9)
      }
    }
  }
}
