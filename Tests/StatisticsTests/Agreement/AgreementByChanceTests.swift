import Testing

@testable import Statistics

@Suite("Agreement by chance") struct AgreementByChanceTests {
  private let scale: [Double] = [1, 2, 3, 4, 5]

  @Test(
    "Every one of 5⁴ sets of four answers, one by one",
    arguments: [[2, 2, 0, 0, 0], [1, 0, 2, 0, 1], [0, 0, 0, 4, 0]])
  func enumerated(counts: [Int]) throws {
    for null in [AgreementNull.uniform(scale), .slightSkew, .heavySkew] {
      let agreement = try WithinGroupAgreement(items: [counts], scale: scale)
      var chance = 0.0
      for number in 0..<625 {
        let answers = [number % 5, number / 5 % 5, number / 25 % 5, number / 125]
        let spread = Moments(answers.map { scale[$0] }).squares / 3
        if spread <= agreement.variances[0] + 1e-9 { chance += answers.reduce(1) { $0 * null.probabilities[$1] } }
      }
      let p = agreement.chance(item: 0, null: null)
      #expect(agrees(p.value, chance, relative: 1e-12) && p.method == .exact)
      #expect(agrees(p.smallestAttainable, null.probabilities.reduce(0) { $0 + $1 * $1 * $1 * $1 }, relative: 1e-12))
    }
  }

  @Test("Draws agree with the enumeration, and the same seed gives the same p")
  func drawn() throws {
    let agreement = try WithinGroupAgreement(items: [[0, 2, 6, 3, 1]], scale: scale)
    let null = AgreementNull.uniform(scale)
    let exact = agreement.chance(item: 0, null: null)
    let drawn = agreement.chance(item: 0, null: null, largestEnumeration: 1, seed: 5)
    let interval = try #require(drawn.interval)
    #expect(interval.lower <= exact.value && exact.value <= interval.upper)
    #expect(drawn == agreement.chance(item: 0, null: null, largestEnumeration: 1, seed: 5) && drawn.value > 0)
  }

  @Test("Answers as far apart as they can be are certain to be matched")
  func certain() throws {
    let agreement = try WithinGroupAgreement(items: [[2, 0, 0, 0, 2]], scale: scale)
    #expect(agrees(agreement.chance(item: 0, null: .uniform(scale)).value, 1))
  }
}
