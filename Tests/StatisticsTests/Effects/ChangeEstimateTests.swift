import TestSupport
import Testing

@testable import Statistics

@Suite struct ChangeEstimateTests {
  /// People of the first wave alone, the second alone, and both, as one list.
  private func people(_ a: [Double], _ b: [Double], _ x: [Double], _ y: [Double]) -> (
    first: [Double?], second: [Double?]
  ) {
    (a.map { $0 } + b.map { _ in nil } + x.map { $0 }, a.map { _ in nil } + b.map { $0 } + y.map { $0 })
  }

  private func check(_ estimate: ChangeEstimate, _ expected: Reference) {
    #expect(agrees(estimate.value, expected[0].double) && agrees(estimate.standardError, expected[1].double))
    #expect(agrees(estimate.degreesOfFreedom, expected[2].double))
    let interval = estimate.interval()
    #expect(agrees(interval.lower, expected[3].double) && agrees(interval.upper, expected[4].double))
  }

  @Test(
    "Partly the same people: T_new2 by its formula in R 4.2.2; all the same, the paired t test; none, Welch's (`wave_changes.R`)"
  )
  func reference() throws {
    let reference = try Reference("readiness/wave_changes")
    let (a, b, x, y) = (
      reference["a"].doubles, reference["b"].doubles, reference["x"].doubles, reference["y"].doubles
    )
    let some = people(a, b, x, y)
    let estimate = try ChangeEstimate(first: some.first, second: some.second)
    check(estimate, reference["overlap"])
    #expect(agrees(estimate.smallestClear(), reference["overlap"][5].double))
    #expect(agrees(estimate.detectable(), reference["overlap"][6].double, relative: 1e-7))
    check(try ChangeEstimate(first: x, second: y), reference["paired"])
    let none = people(a, b, [], [])
    check(try ChangeEstimate(first: none.first, second: none.second), reference["welch"])
  }

  @Test("Each person a cluster of their own: the paired t test's error; turning the waves round turns the change")
  func laws() throws {
    let (x, y) = ([44.0, 51, 62, 39, 57, 48], [50.0, 49.5, 70, 47, 61, 47])
    let people = try ChangeEstimate(first: x, second: y)
    let clustered = try ChangeEstimate(first: x, second: y, clusters: Array(0..<6))
    #expect(agrees(clustered.standardError, people.standardError) && clustered.degreesOfFreedom == 5)
    let turned = try ChangeEstimate(first: y, second: x, clusters: [0, 0, 1, 1, 2, 2])
    let forth = try ChangeEstimate(first: x, second: y, clusters: [7, 7, 3, 3, 5, 5])
    #expect(agrees(turned.value, -forth.value) && agrees(turned.standardError, forth.standardError))
    #expect(people.smallestClear() < people.detectable())
  }

  @Test("Refusals: too few people, one cluster, equal changes")
  func refusals() {
    #expect(throws: SampleFault.tooFewValues(group: 1, needed: 2)) {
      try ChangeEstimate(first: [1, 2, nil], second: [nil, nil, 4])
    }
    #expect(throws: SampleFault.tooFewClusters(needed: 2)) {
      try ChangeEstimate(first: [1, 2], second: [3, 5], clusters: [4, 4])
    }
    #expect(throws: SampleFault.noVariation) { try ChangeEstimate(first: [1, 2, 3], second: [3, 4, 5]) }
    #expect(throws: SampleFault.noVariation) {
      try ChangeEstimate(first: [1, 2, 3], second: [3, 4, 5], clusters: [0, 1, 2])
    }
  }

  @Test(
    "Half the people twice, in twelve organisations that change together: organisations as units hold the truth, people do not"
  )
  func coverage() throws {
    let runs = Replications(400, long: 10_000)
    var random = RandomStream(seed: 21)
    var (held, forgetful) = (0, 0)
    for _ in 0..<runs.count {
      var (first, second, clusters): ([Double?], [Double?], [Int]) = ([], [], [])
      for cluster in 0..<12 {
        let (level, shift) = (6 * random.normal(), 4 + 6 * random.normal())
        for person in 0..<8 {
          let own = level + 10 * random.normal()
          first.append(person < 6 ? own + 6 * random.normal() : nil)
          second.append(person > 1 ? own + shift + 6 * random.normal() : nil)
          clusters.append(cluster)
        }
      }
      let clustered = try ChangeEstimate(first: first, second: second, clusters: clusters).interval()
      let people = try ChangeEstimate(first: first, second: second).interval()
      if (clustered.lower...clustered.upper).contains(4) { held += 1 }
      if (people.lower...people.upper).contains(4) { forgetful += 1 }
    }
    let share = Double(held) / Double(runs.count)
    Replications.say(
      "change over 12 organisations: \(share), forgetting them \(Double(forgetful) / Double(runs.count))")
    #expect(runs.band(0.95).contains(share))
    #expect(Double(forgetful) / Double(runs.count) < 0.9)
  }
}
