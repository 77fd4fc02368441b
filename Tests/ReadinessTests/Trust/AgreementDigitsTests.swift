import Foundation
import Testing

@testable import Readiness

/// A reader of how far people of one organisation agree, who knows the means of single items and tries every way in which people can have answered.
///
/// The truth is counted from the answers; figures of a way are reckoned here.
@Suite struct AgreementDigitsTests {
  private static let instrument = Sample.instrument(
    form: "agreement", dimensions: ["d01", "d02"],
    items: ["d01", "d02"].flatMap { [Sample.item($0 + "q1", $0, "CM"), Sample.item($0 + "q2", $0, "CD")] })

  /// Organisations, each with the counts of answers 1…5 to the two items of the first barrier.
  struct Cohort {
    var answers: [String] = []
    var organizations: [String] = []
    var counts: [[[Int]]] = []

    init(organizations count: Int, people: Int, seed: UInt64, leavesOut: Int = 0) {
      var random = RandomStream(seed: seed)
      for place in 0..<count {
        var own = [[Int]](repeating: [0, 0, 0, 0, 0], count: 2)
        for person in 0..<people {
          let codes = (0..<4).map { item -> String in
            // Between two and eight tenths of the way up.
            let code = (0..<4).reduce(1) { sum, _ in sum + (random.below(10) < 2 + (place + item) % 6 ? 1 : 0) }
            if item == 1, person < leavesOut { return "-" }
            if item < 2 { own[item][code - 1] += 1 }
            return "\(code)"
          }
          answers.append(codes.joined(separator: " "))
          organizations.append("Org \(place)")
        }
        counts.append(own)
      }
    }

    func rows(_ mode: DisclosureMode) throws -> [AgreementRow] {
      let responses = Sample.responses(
        to: AgreementDigitsTests.instrument, answers: answers, organizations: organizations,
        types: answers.indices.map { ["service_user", "carer"][$0 % 2] })
      return try AgreementTableTests.rows(responses, mode).filter { $0.organization != nil && $0.measure == "d01" }
    }
  }

  /// One way to answer an item, with its figures.
  struct Way {
    let counts: [Int]
    let variance: Double
    let deviation: Double
    let fromMedian: Double

    init(_ counts: [Int]) {
      let n = Double(counts.reduce(0, +))
      func sum(_ of: (Double) -> Double) -> Double {
        counts.enumerated().reduce(0) { $0 + Double($1.element) * of(Double($1.offset + 1)) }
      }
      let mean = sum { $0 } / n
      let codes = counts.enumerated().flatMap { Array(repeating: Double($0.offset + 1), count: $0.element) }
      let median = (codes[(codes.count - 1) / 2] + codes[codes.count / 2]) / 2
      self.counts = counts
      variance = sum { ($0 - mean) * ($0 - mean) } / (n - 1)
      deviation = sum { abs($0 - mean) } / n
      fromMedian = sum { abs($0 - median) } / n
    }

    /// Every way of so many people with a sum of answers.
    static func all(_ people: Int, sum: Int) -> [Way] {
      var found: [Way] = []
      for a in 0...people {
        for b in 0...(people - a) {
          for c in 0...(people - a - b) {
            // d + e people are left, with 4d + 5e.
            let left = people - a - b - c
            let e = sum - a - 2 * b - 3 * c - 4 * left
            if (0...left).contains(e) { found.append(Way([a, b, c, left - e, e])) }
          }
        }
      }
      return found
    }
  }

  /// The ways of both items that leave the figures; figures are compared as they are printed.
  private func ways(_ first: [Way], _ second: [Way], _ row: AgreementRow, step: Double) throws -> [(Way, Way)] {
    let within = try #require(row.within)
    func fits(_ own: Double, _ printed: Double) -> Bool { abs(own - printed) <= step / 2 + 1e-9 }
    var found: [(Way, Way)] = []
    for a in first {
      for b in second
      where fits(1 - (a.variance + b.variance) / 4, within.rStarUniform)
        && fits((a.deviation + b.deviation) / 2, within.averageDeviation)
        && fits((a.fromMedian + b.fromMedian) / 2, within.medianDeviation)
      {
        found.append((a, b))
      }
    }
    return found
  }

  /// Counts from 1 to 4 that all ways leave in that range, where the means by themselves do not.
  private func settled(_ truth: [Int], _ known: [Way], _ left: [Way]) -> Int {
    truth.indices.count { answer in
      func isOpen(_ ways: [Way]) -> Bool { ways.contains { !(1..<5).contains($0.counts[answer]) } }
      return (1..<5).contains(truth[answer]) && isOpen(known) && !isOpen(left)
    }
  }

  private func sum(_ counts: [Int]) -> Int { counts.enumerated().reduce(0) { $0 + ($1.offset + 1) * $1.element } }

  @Test func `nobody can tell how many of an organisation gave which answer`() throws {
    let cohort = Cohort(organizations: 6, people: 25, seed: 4)
    let (told, open) = (try cohort.rows(.internal), try cohort.rows(.pilot))
    #expect(told.count == 6)
    var caught = 0
    for (place, counts) in cohort.counts.enumerated() {
      let known = counts.map { Way.all(25, sum: sum($0)) }
      let rounded = try ways(known[0], known[1], told[place], step: 0.1)
      #expect(rounded.contains { $0.0.counts == counts[0] && $0.1.counts == counts[1] })
      #expect(
        settled(counts[0], known[0], rounded.map(\.0)) == 0 && settled(counts[1], known[1], rounded.map(\.1)) == 0)
      // The reader is able: in full most counts come out.
      let full = try ways(known[0], known[1], open[place], step: 1e-9)
      #expect(full.count * 20 < rounded.count, "\(full.count) of \(rounded.count)")
      caught += settled(counts[0], known[0], full.map(\.0)) + settled(counts[1], known[1], full.map(\.1))
      // All that is said of the variance is said of one number.
      let within = try #require(told[place].within)
      let variance = 2 * (1 - within.rStarUniform)
      #expect(abs((within.rStarSkewed ?? 9) - (1 - variance / 1.34)) <= 0.005 + 1e-9)
      let ratio = min(1, variance / 2)
      #expect(abs(within.rwgUniform - 2 * (1 - ratio) / (2 * (1 - ratio) + ratio)) <= 0.005 + 1e-9)
    }
    #expect(caught > 0)
  }

  @Test func `how many answered an item comes out of figures in full alone`() throws {
    let cohort = Cohort(organizations: 3, people: 30, seed: 11, leavesOut: 2)
    let (told, open) = (try cohort.rows(.internal), try cohort.rows(.pilot))
    var caught = 0
    for (place, counts) in cohort.counts.enumerated() {
      // The first item was answered by all; of the second the mean is known to two points.
      let first = Way.all(30, sum: sum(counts[0]))
      let mean = Double(sum(counts[1])) / 28
      func left(_ people: Int, _ row: AgreementRow, step: Double) throws -> Bool {
        for total in people...(5 * people) where abs(Double(total) / Double(people) - mean) <= 0.04 {
          if try !ways(first, Way.all(people, sum: total), row, step: step).isEmpty { return true }
        }
        return false
      }
      for people in 27...29 { #expect(try left(people, told[place], step: 0.1), "\(people)") }
      #expect(try left(28, open[place], step: 1e-9))
      if try !left(27, open[place], step: 1e-9) || !left(29, open[place], step: 1e-9) { caught += 1 }
    }
    #expect(caught > 0)
  }

  @Test func `few people, and one item, leave no figure; many leave hundredths`() throws {
    for (people, isTold) in [(24, false), (25, true)] {
      let rows = try Cohort(organizations: 2, people: people, seed: 2).rows(.internal)
      #expect(rows.allSatisfy { ($0.within != nil) == isTold && $0.status == .ok && $0.views != nil })
    }
    #expect(AgreementDigits.within(people: 49, items: 2, minimum: 10) == nil)
    #expect(AgreementDigits.within(people: 500, items: 1, minimum: 5) == nil)
    #expect(AgreementDigits.within(people: 299, items: 2, minimum: 5)?.unit == 0.1)
    #expect(AgreementDigits.within(people: 300, items: 2, minimum: 5)?.unit == 0.01)
    #expect(AgreementDigits.within(people: 2, items: 1, minimum: 0) == AgreementDigits(unit: nil))
  }
}
