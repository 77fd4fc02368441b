import Foundation
import Testing

@testable import Readiness

/// A reader of two waves who tries every number of people that rose, stayed and fell, and every way in which those who came back are spread over
/// organisations.
@Suite struct WaveDigitsTests {
  /// People of three organisations, of whom so many changed on the one barrier, by how many answers; the others stayed.
  private func study(_ moves: [Int], mode: DisclosureMode, organizations: [String]) throws -> PairedStudy {
    let codes = moves.indices.map { "p\($0)" }
    let first = PairedStudyTests.wave(
      moves.map { _ in "3 3" }, codes: codes, organizations: organizations)
    let second = PairedStudyTests.wave(
      moves.map { "\(3 - min(2, max(-2, $0 / 2))) \(3 - min(2, max(-2, $0 - $0 / 2)))" }, codes: codes,
      organizations: organizations)
    return try PairedStudy(
      first, second, waves: ("a", "b"), pairBy: "code",
      plan: ScoringPlan(draws: 50, disclosure: mode, consent: mode == .pilot ? "a test" : nil), threads: 1)
  }

  /// Effect and exact p of signed ranks by Pratt's method, written out here: sizes of rises and of falls, and how many stayed, who take the lowest ranks.
  private func signedRanks(_ rises: [Int], _ falls: [Int], stayed: Int) -> (effect: Double, p: Double) {
    let sizes = rises + falls
    // Twice the mean rank, a whole number.
    let ranks = sizes.map { size in 2 * stayed + 2 * sizes.count { $0 < size } + sizes.count { $0 == size } + 1 }
    var ways = [1.0]
    for rank in ranks {
      var next = [Double](repeating: 0, count: ways.count + rank)
      for (sum, count) in ways.enumerated() where count > 0 {
        next[sum] += count
        next[sum + rank] += count
      }
      ways = next
    }
    let own = ranks[..<rises.count].reduce(0, +)
    let end = min(own, ways.count - 1 - own)
    let p = min(1, 2 * ways[...end].reduce(0, +) / pow(2, Double(ranks.count)))
    return (2 * Double(own) / Double(ways.count - 1) - 1, p)
  }

  @Test(arguments: [[7, 12, 4], [9, 9, 2], [14, 6, 3], [10, 6, 1]])
  func `nobody can tell how few stayed as they were`(_ moved: [Int]) throws {
    let moves =
      (0..<moved[0]).map { 1 + $0 % 4 } + (0..<moved[1]).map { -1 - $0 % 4 } + [Int](repeating: 0, count: moved[2])
    let places = moves.indices.map { "Org \($0 % 3)" }
    let people = moves.count
    let open = try study(moves, mode: .pilot, organizations: places).comparisons.filter { $0.measure == "d01" }
    // A reader of the rows in full: rose, and rose ÷ changed; and 2 in 2 to the power of those who changed.
    let rose = try #require(open[1].statistic)
    let share = try #require(open[1].effect?.value)
    #expect(people - Int((rose / share).rounded()) == moved[2])
    #expect(people - Int((1 - log2(open[1].p?.smallestAttainable ?? 1)).rounded()) == moved[2])
    #expect(open[0].note.english.hasPrefix("\(moved[0]) rose, \(moved[2]) stayed and \(moved[1]) fell."))

    let told = try study(moves, mode: .internal, organizations: places).comparisons.filter { $0.measure == "d01" }
    #expect(told[0].nA == people && told[0].note.english.hasPrefix("How many rose, stayed and fell is not shown"))
    #expect(told[1].method == "sign_test" && told[1].status == .suppressed)
    #expect(told[1].statistic == nil && told[1].effect == nil && told[1].p == nil && told[1].nA == nil)
    #expect(told[0].statistic == nil && told[0].p?.smallestKnown == nil)
    let (p, effect) = (try #require(told[0].p).value, try #require(told[0].effect).value)
    #expect(abs(p - (open[0].p?.value ?? 9)) <= 0.1 && p >= (open[0].p?.value ?? 9) - 1e-12)
    // For each number from 1 to 4 that may have stayed there are rises and falls with this p in one digit and this effect in twentieths.
    var random = RandomStream(seed: 3)
    for stayed in 1...4 {
      let changed = people - stayed
      let likely = Int(Double(changed) * (effect + 1) / 2)
      let fits = (0..<2000).contains { _ in
        let rose = min(changed, max(0, likely - 4 + random.below(9)))
        let sizes = (0..<changed).map { _ in 1 + random.below(8) }
        let found = signedRanks(Array(sizes[..<rose]), Array(sizes[rose...]), stayed: stayed)
        let unit = pow(10, log10(found.p).rounded(.down))
        return abs((found.effect * 20).rounded() / 20 - effect) < 1e-9
          && abs((found.p / unit - 1e-9).rounded(.up) * unit - p) < 1e-9
      }
      #expect(fits, "\(stayed) of \(people), p \(p), effect \(effect)")
    }
  }

  @Test func `nor how those who came back are spread over organisations`() throws {
    // Six, nine and eight people; sums of changes of nought, three and four answers down, in steps of an eighth of the scale.
    let spread = [6, 9, 8]
    let moves =
      [1, -1, 2, -2, 1, -1] + [1, -1, -2, 1, -1, 2, -2, -1, 1] + [-1, -1, 1, -2, 2, -1, -1, -1]
    let places = spread.indices.flatMap { Array(repeating: "Org \($0)", count: spread[$0]) }
    let sums = [0..<6, 6..<15, 15..<23].map { moves[$0].reduce(0, +) }
    func change(_ mode: DisclosureMode) throws -> (half: Double, mean: Double?) {
      let found = try study(moves, mode: mode, organizations: places)
      let part = try #require(found.changes.first { $0.measure == "d01" }).paired
      let whole = found.comparisons.first { $0.measure == "d01" && $0.method == "whole_organisation_signs" }
      return (try #require(part.estimate).smallestClear(), whole?.effect?.value)
    }
    let (open, told) = (try change(.pilot), try change(.internal))
    #expect(told.mean == nil && told.half >= open.half)
    // Sums in steps; the mean change is known.
    let (people, total) = (23, sums.reduce(0, +))
    let mean = Double(total) / Double(people)
    func half(_ people: [Int], _ sums: [Int]) -> Double {
      let squares = zip(people, sums).reduce(0) { sum, own in
        let part = (Double(own.1) - Double(own.0) * mean) / 23
        return sum + part * part
      }
      return 4.302652729749464 * 12.5 * (1.5 * squares).squareRoot()
    }
    #expect(abs(half(spread, sums) - open.half) < 1e-6)
    let unit = [1.0, 2, 5, 10].first { $0 >= told.half / 10 * (1 - 1e-9) } ?? 10
    var exact: Set<[Int]> = []
    var rounded: Set<[Int]> = []
    var all: Set<[Int]> = []
    for a in 1...9 {
      for b in 1...11 where (1...9).contains(people - a - b) {
        let own = [a, b, people - a - b]
        all.insert(own)
        for x in -2 * a...2 * a {
          for y in -2 * b...2 * b where abs(total - x - y) <= 2 * own[2] {
            let found = [x, y, total - x - y]
            let width = half(own, found)
            if width > told.half - unit - 1e-9, width <= told.half + 1e-9 { rounded.insert(own) }
            let steps = zip(own, found).map { 12.5 * Double($0.1) / Double($0.0) }.reduce(0, +) / 3
            if abs(width - open.half) < 1e-7, abs(steps - (open.mean ?? 999)) < 1e-7 { exact.insert(own) }
          }
        }
      }
    }
    #expect(exact.contains(spread) && exact.count * 4 < all.count, "\(exact)")
    #expect(rounded.contains(spread) && rounded.count * 4 > all.count * 3, "\(rounded.count) of \(all.count)")
  }

  @Test func `how many organisations moved at all is not told by the smallest p`() throws {
    let moves = [1, -1, 2, -2, 1, -1] + [1, 2, 1, 2, 1, 1] + [1, 1, -1, 2, 2, 1]
    let places = moves.indices.map { "Org \($0 / 6)" }
    func smallest(_ mode: DisclosureMode) throws -> Double? {
      try study(moves, mode: mode, organizations: places).comparisons.first {
        $0.measure == "d01" && $0.method == "whole_organisation_signs"
      }?.p?.smallestAttainable
    }
    #expect(try smallest(.pilot) == 0.5 && smallest(.internal) == 0.25)
  }
}
