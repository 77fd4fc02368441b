@testable import Readiness

/// People whose answers follow a key, or do not: three dimensions of four items, every second one reversed.
enum TrustCohort {
  static let dimensions = ["d01", "d02", "d03"]
  static let instrument: Instrument = {
    let items = dimensions.flatMap { dimension in
      (1...4).map { Sample.item("\(dimension)q\($0)", dimension, "cm", $0 % 2 == 0 ? .direct : .reversed) }
    }
    return Sample.instrument(form: "sample", dimensions: dimensions, items: items)
  }()

  /// Codes, one row per person, of people who have one thing per dimension in mind, or one thing for all.
  ///
  /// - Parameter own: how much of what a person has in mind belongs to the dimension, 0…1; the rest is the same for all.
  static func codes(_ count: Int, own: Double, noise: Double = 1, seed: UInt64) -> [[Int]] {
    var stream = RandomStream(seed: seed)
    func spread() -> Double { (0..<6).reduce(-3) { sum, _ in sum + stream.uniform() } }
    return (0..<count).map { _ in
      let all = spread()
      return dimensions.flatMap { _ -> [Int] in
        let mind = own * spread() + (1 - own) * all
        return (1...4).map { item in
          let level = min(5, max(1, Int((3 + 1.3 * mind + noise * spread()).rounded())))
          return item % 2 == 0 ? 6 - level : level
        }
      }
    }
  }

  /// Responses of people with these codes; 0 is a don't know.
  static func responses(_ codes: [[Int]], organizations: [String]? = nil) -> Responses {
    Sample.responses(
      to: instrument, answers: codes.map { $0.map { $0 == 0 ? "dk" : "\($0)" }.joined(separator: " ") },
      organizations: organizations)
  }

  static let plan = ScoringPlan(draws: 10, permutations: 9)
}
