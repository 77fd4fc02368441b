import Foundation
import TestSupport
import Testing

@testable import Statistics

/// Models of two types that are owned by organisations whose people answer alike: five answers, ICC 0.25, no difference between the types.
@Suite struct ClusterModelSizeTests {
  /// Answers from 0 of each organisation; half of the organisations are of the second type.
  struct Cohort {
    let types: [Int]
    let answers: [[Int]]

    init(organizations: Int, people: Double, _ random: inout RandomStream) {
      types = (0..<organizations).map { $0 % 2 }
      answers = types.map { _ in
        let level = 0.5 * random.normal()
        // One person and a Poisson number more.
        var (count, product) = (0, random.uniform())
        while product > exp(1 - people) {
          count += 1
          product *= random.uniform()
        }
        return (0...count).map { _ in
          let value = level + 0.75.squareRoot() * random.normal()
          return [-1.2, -0.4, 0.4, 1.2].count { value > $0 }
        }
      }
    }

    /// The p of the difference: proportional odds with CR1 and with the plain error, and least squares with CR1 and CR2.
    var p: (ordinal: Double, plain: Double, linear: Double, corrected: Double)? {
      let clusters = types.count
      let counts = answers.map { own in (0..<5).map { answer in own.count { $0 == answer } } }
      let people = answers.enumerated().flatMap { place, own in own.map { (place, Double($0)) } }
      guard
        let ordinal = try? OrdinalRegression(
          rows: types.map { [Double($0)] }, counts: counts, clusters: Array(0..<clusters), fewestClusters: clusters),
        let robust = ordinal.coefficients[0].robust,
        let linear = try? ClusterRobustRegression(
          design: people.map { [1, Double(types[$0.0])] }, values: people.map(\.1), clusters: people.map(\.0))
      else { return nil }
      let difference = linear.coefficients[1]
      let t = difference.estimate / difference.cr1
      return (
        robust.p, ordinal.coefficients[0].p, StudentDistribution.bothTails(t, degreesOfFreedom: Double(clusters - 1)),
        difference.p
      )
    }
  }

  @Test(
    "CR1 with t(G − 1) rejects somewhat too often with few organisations, CR2 does not, the plain error far too often",
    arguments: [(6, 4.0, 0.095), (12, 6, 0.071), (24, 7, 0.054)])
  func size(organizations: Int, people: Double, expected: Double) throws {
    let repetitions = Replications(60, long: 4_000)
    var random = RandomStream(seed: UInt64(organizations))
    var rejected = [0.0, 0, 0, 0]
    var made = 0
    for _ in 0..<repetitions.count {
      guard let p = Cohort(organizations: organizations, people: people, &random).p else { continue }
      made += 1
      for (place, value) in [p.ordinal, p.plain, p.linear, p.corrected].enumerated() where value <= 0.05 {
        rejected[place] += 1
      }
    }
    let shares = rejected.map { $0 / Double(made) }
    Replications.say(
      "\(organizations) organisations of \(people) people: proportional odds with CR1 and t(G - 1) reject \(shares[0]), "
        + "with the plain error \(shares[1]); least squares with CR1 and t(G - 1) \(shares[2]), with CR2 \(shares[3]); "
        + "\(made) of \(repetitions.count) cohorts have a model")
    #expect(made > repetitions.count * 8 / 10)
    // Least squares by another program: 1,500 cohorts of the same make, in numpy (shares above).
    let error = (expected * (1 - expected) * (1 / Double(made) + 1 / 1_500.0)).squareRoot()
    #expect(abs(shares[2] - expected) < 4 * error)
    #expect(abs(shares[0] - expected) < 4 * error + 0.05 && shares[3] < 0.05 + 4 * error)
    #expect(shares[1] > shares[0])
  }
}
