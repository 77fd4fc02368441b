import Foundation
import Testing

@testable import Readiness

/// A reader of every figure of the budget who tries every number of people who may have shared it out, over seeded cohorts.
///
/// The truth is counted from the answers; what the reader does is arithmetic of this file alone.
@Suite struct AllocationDigitsTests {
  static let question = BudgetQuestion(
    stem: "How would you spend it?", total: 100,
    factors: (1...4).map { place in
      BudgetFactor(
        id: "b0\(place)", label: Sample.text("Factor \(place)"), dimensions: ["d0\(place % 2 + 1)"], facets: [])
    }, crosswalkVersion: "1")

  struct Cohort {
    var organizations: [String] = []
    var points: [[Double]?] = []

    /// Organisations of these sizes; of each, so many people leave the budget out; points in fives or tens.
    init(_ sizes: [(people: Int, without: Int)], seed: UInt64) {
      var random = RandomStream(seed: seed)
      for (place, size) in sizes.enumerated() {
        let step = place.isMultiple(of: 2) ? 5 : 10
        for person in 0..<size.people {
          organizations.append("Org \(place + 1)")
          guard person >= size.without else {
            points.append(nil)
            continue
          }
          var (left, own) = (100, [Double]())
          for _ in 0..<3 {
            let part = step * random.below(left / step / (place % 3 + 1) + 1)
            own.append(Double(part))
            left -= part
          }
          points.append(own + [Double(left)])
        }
      }
    }

    func assessment(_ mode: DisclosureMode = .internal) throws -> Assessment {
      let instrument = Sample.instrument(form: "budget", dimensions: ["d01", "d02"], items: [], budget: question)
      let responses = Sample.responses(
        to: instrument, answers: organizations.map { _ in "" }, organizations: organizations, points: points)
      let plan = ScoringPlan(
        draws: 10, permutations: 9, by: [], disclosure: mode, consent: mode == .pilot ? "a test" : nil)
      return try Assessment(responses, plan: plan, threads: 1)
    }
  }

  /// Numbers of people among some that could have whole sums in fives behind the means, each printed in steps of at least `step`.
  private func fitting(_ means: [Double], _ candidates: ClosedRange<Int>, step: Double) -> [Int] {
    candidates.filter { count in
      var (low, high) = (0.0, 0.0)
      for mean in means {
        let first = (Double(count) * max(0, mean - step / 2) / 5 - 1e-6).rounded(.up)
        let last = (Double(count) * (mean + step / 2) / 5 + 1e-6).rounded(.down)
        guard first <= last else { return false }
        (low, high) = (low + first, high + last)
      }
      return low <= Double(20 * count) + 1e-6 && Double(20 * count) <= high + 1e-6
    }
  }

  /// The step that numbers are seen to be printed in.
  private func step(_ numbers: [Double]) -> Double {
    [50, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01].first { step in
      numbers.allSatisfy { abs($0 / step - ($0 / step).rounded()) < 1e-6 }
    } ?? 1e-9
  }

  @Test(arguments: 0..<12)
  func `nobody can tell how many of an organisation left the budget out`(_ seed: Int) throws {
    var random = RandomStream(seed: UInt64(40 + seed))
    let sizes = (0..<6).map { place in
      (people: 7 + random.below(8), without: place < 3 ? 1 + random.below(2) : place == 3 ? 0 : random.below(2))
    }
    let cohort = Cohort(sizes, seed: UInt64(seed))
    let rows = try cohort.assessment().organizationAllocations
    let open = try cohort.assessment(.pilot).organizationAllocations
    #expect(rows.count == 24 && open.allSatisfy { $0.respondents != nil })
    let step = step(rows.compactMap(\.mean))
    var caught = 0
    for (place, size) in sizes.enumerated() where (1..<5).contains(size.without) {
      let name = "Org \(place + 1)"
      let own = rows.filter { $0.organization == name }
      #expect(own.allSatisfy { $0.respondents == nil })
      let candidates = max(5, size.people - 5)...(size.people - 1)
      let means = own.compactMap(\.mean)
      // Either nothing is told, or every number is as possible as every other.
      #expect(means.isEmpty || fitting(means, candidates, step: step) == Array(candidates), "\(means), \(size)")
      // The reader is able: the same means in full give the number away.
      let full = open.filter { $0.organization == name }.compactMap(\.mean)
      if fitting(full, candidates, step: 1e-9).count < candidates.count { caught += 1 }
    }
    #expect(caught > 0)
  }

  @Test func `of a cohort of which three left it out nothing tells how many`() throws {
    for seed in 0..<4 {
      let cohort = Cohort([(9, 1), (8, 1), (12, 1), (7, 0)], seed: UInt64(seed))
      let (hidden, open) = (try cohort.assessment(), try cohort.assessment(.pilot))
      let rows = hidden.allocations
      #expect(rows.allSatisfy { $0.respondents == nil && $0.mean != nil })
      #expect(hidden.allocationSummary.allSatisfy { $0.average == "organisations" || $0.units == nil })
      #expect(hidden.allocationSummary.allSatisfy { $0.pointsToTie == nil })
      let candidates = 31...35
      let means = rows.compactMap(\.mean)
      #expect(fitting(means, candidates, step: step(means)) == Array(candidates))
      let zeros = rows.compactMap(\.shareZero)
      func people(_ shares: [Double], _ step: Double) -> [Int] {
        candidates.filter { count in
          shares.allSatisfy { share in
            (0...count).contains { abs(Double($0) / Double(count) - share) <= step / 2 + 1e-9 }
          }
        }
      }
      #expect(people(zeros, step(zeros)) == Array(candidates))
      // In full they tell it, and so do the means.
      #expect(people(open.allocations.compactMap(\.shareZero), 1e-9).count < 5)
      #expect(fitting(open.allocations.compactMap(\.mean), candidates, step: 1e-9).count < 5)
      #expect(hidden.budgetFindings.contains { $0.english.contains("is not told") })
      #expect(!hidden.budgetFindings.contains { $0.english.contains("33") })
      #expect(hidden.comparisons.allSatisfy { $0.nA == nil && $0.nB == nil })
      // Whoever takes the weights for shares of so many organisations' means finds steps, not the means.
      let weights = hidden.moneyAndNeed.compactMap(\.overlappingShare)
      #expect(weights.allSatisfy { abs($0 * 1_000 - ($0 * 1_000).rounded()) < 1e-6 })
    }
  }

  @Test func `where nobody or enough people left it out everything is told in full`() throws {
    let cohort = Cohort([(9, 0), (16, 6), (12, 0)], seed: 5)
    let (closed, open) = (try cohort.assessment(), try cohort.assessment(.pilot))
    // All but what tells of few who gave a factor something or nothing (`FewGiversTests`).
    #expect(zip(closed.allocations, open.allocations).allSatisfy { $0 == $1.without($0.withheld) })
    #expect(closed.organizationAllocations == open.organizationAllocations)
    #expect(closed.allocationSummary.map(\.pointsToTie) == open.allocationSummary.map(\.pointsToTie))
    #expect(
      zip(closed.allocationSummary, open.allocationSummary).allSatisfy {
        $0.leading == ($0.factorsUsed == nil && $0.average.contains("_") ? nil : $1.leading)
      })
    #expect(closed.allocations.allSatisfy { $0.respondents == 31 })
  }
}
