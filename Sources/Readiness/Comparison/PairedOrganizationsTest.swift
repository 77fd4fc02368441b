import Foundation
import Statistics

/// The sign-change test of whole organisations: did organisations move up as much as they moved down?
///
/// People of one organisation change together, so an organisation counts once, by the mean change of its people, and the
/// signs of whole organisations are exchanged.
///
/// - Shapes: one mean change per organisation, at least one of which is not 0 (within 10⁻⁹).
/// - Units: those of the scores; the statistic is the mean of the mean changes.
/// - Null: a rise of an organisation is as likely as a fall of the same size. Exact over all signs up to 20 organisations
///   that changed, else drawn; the limit is normal.
/// - Two-sided: distance of the mean from 0.
/// - Cost: exact, with 2 to the number of organisations; drawn, with draws × organisations.
/// - Source: Fisher (1935), The Design of Experiments, 21; for clusters, Gail, Mark, Carroll, Green & Pee (1996), Statistics
///   in Medicine 15(11), 1069–1092, doi:10.1002/(SICI)1097-0258(19960615)15:11<1069::AID-SIM220>3.0.CO;2-Q.
struct PairedOrganizationsTest: HypothesisTest {
  static let name = "sign changes of whole organisations"
  static let sidedness = Sidedness.distanceFromExpectation
  static let nullHypothesis = "A rise of an organisation's mean is as likely as a fall of the same size."
  /// The mean of the organisations' mean changes.
  let statistic: Double
  var degreesOfFreedom: Double? { nil }
  let pValue: PValue

  /// The most organisations whose signs are all tried.
  static let enumerated = 20

  /// - Throws: `SampleFault.emptyGroup` without organisations, `.noVariation` when none changed.
  init(meanChanges: [Double], null: NullDistribution) throws(SampleFault) {
    guard !meanChanges.isEmpty else { throw .emptyGroup(0) }
    let changes = meanChanges.map(abs).filter { $0 > 1e-9 }
    guard let largest = changes.max() else { throw .noVariation }
    statistic = meanChanges.reduce(0, +) / Double(meanChanges.count)
    let observed = abs(meanChanges.reduce(0, +)) - 1e-9 * largest
    // All signs alike, and all turned round.
    let smallest = changes.count == 1 ? 1 : 2 / Self.power(changes.count)
    switch null {
    case .asymptotic:
      let spread = changes.reduce(0) { $0 + $1 * $1 }.squareRoot()
      func tail(_ sum: Double) -> Double { min(1, max(.leastNonzeroMagnitude, erfc(sum / spread / 2.0.squareRoot()))) }
      pValue = PValue(
        value: tail(abs(meanChanges.reduce(0, +))), method: .asymptotic, smallestAttainable: tail(changes.reduce(0, +)))
    case .permutation(let count, let seed):
      pValue = Self.drawn(changes, observed: observed, count: count, seed: seed, smallest: smallest)
    case .exactOrPermutation(let count, let seed) where changes.count > Self.enumerated:
      pValue = Self.drawn(changes, observed: observed, count: count, seed: seed, smallest: smallest)
    case .automatic where changes.count > Self.enumerated:
      pValue = Self.drawn(changes, observed: observed, count: 9_999, seed: 1, smallest: smallest)
    case .automatic, .exact, .exactOrPermutation:
      let share = Double(Self.extreme(changes, observed: observed)) / Self.power(changes.count - 1)
      pValue = PValue(value: min(1, max(share, smallest)), method: .exact, smallestAttainable: smallest)
    }
  }

  /// How many patterns of signs are as far out, the first sign held: each stands for its mirror image too.
  private static func extreme(_ changes: [Double], observed: Double) -> Int {
    var rising = [Bool](repeating: true, count: changes.count)
    var sum = changes.reduce(0, +)
    var count = sum >= observed ? 1 : 0
    // One sign changes at a time (Gray's order).
    for step in 1..<max(1, 1 << (changes.count - 1)) {
      let place = step.trailingZeroBitCount + 1
      rising[place].toggle()
      sum += rising[place] ? 2 * changes[place] : -2 * changes[place]
      if abs(sum) >= observed { count += 1 }
    }
    return count
  }

  private static func drawn(
    _ changes: [Double], observed: Double, count: Int, seed: UInt64, smallest: Double
  ) -> PValue {
    var extreme = 0
    for block in 0..<((count + 999) / 1000) {
      var stream = RandomStream(seed: seed, block: UInt64(block))
      for _ in (block * 1000)..<min(count, (block + 1) * 1000) {
        let sum = changes.reduce(0) { $0 + (stream.next() >> 63 == 0 ? $1 : -$1) }
        if abs(sum) >= observed { extreme += 1 }
      }
    }
    let floor = max(1 / Double(count + 1), smallest)
    let value = min(1, max(Double(extreme + 1) / Double(count + 1), floor))
    let interval = try? ConfidenceInterval.clopperPearson(count: extreme, of: count, level: 0.99)
    return PValue(
      value: value, method: .permutation(count: count, seed: seed), smallestAttainable: min(1, floor),
      interval: interval.map {
        ConfidenceInterval(lower: min($0.lower, value), upper: max($0.upper, value), level: 0.99)
      })
  }

  private static func power(_ count: Int) -> Double { Double(sign: .plus, exponent: count, significand: 1) }
}
