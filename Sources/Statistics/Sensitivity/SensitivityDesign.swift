/// The runs from which Sobol's indices are found: two independent sets of points, A and B, and for each input or group of inputs A with
/// their coordinates taken from B.
///
/// - Shapes: `base` points, a power of two; `inputs` up to 64; `base` × (exchanges + 2) runs.
/// - Units: coordinates in 0..<1; see ``choice(_:among:)`` for inputs that are choices.
/// - Source: Saltelli et al. (2010), Computer Physics Communications 181(2), 259–270, doi:10.1016/j.cpc.2009.09.018.
public struct SensitivityDesign: Sendable, Hashable {
  /// Points of each set.
  public let base: Int
  /// Inputs of the model.
  public let inputs: Int
  /// The inputs that are exchanged together: each alone, unless groups were named.
  public let exchanges: [[Int]]
  private let sequence: SobolSequence

  /// Which of the sets a run belongs to.
  public enum Arm: Sendable, Hashable {
    /// The first set.
    case first
    /// The second set.
    case second
    /// The first set with one of the design's exchanges from the second.
    case exchanged(Int)
  }

  /// Lays out the design; `seed` nil takes the points unscrambled, `exchanges` nil exchanges each input alone.
  public init(base: Int, inputs: Int, exchanges: [[Int]]? = nil, seed: UInt64?) {
    precondition(base > 0 && base & (base - 1) == 0, "Sobol's points come in powers of two")
    precondition(inputs >= 1 && 2 * inputs <= SobolSequence.dimensionLimit, "a design holds 1 to 64 inputs")
    let exchanges = exchanges ?? (0..<inputs).map { [$0] }
    precondition(exchanges.joined().allSatisfy { (0..<inputs).contains($0) }, "an exchange names an unknown input")
    self.base = base
    self.inputs = inputs
    self.exchanges = exchanges
    sequence = SobolSequence(dimensionCount: 2 * inputs, seed: seed)
  }

  /// The arms in the order of their runs.
  public var arms: [Arm] { [.first, .second] + exchanges.indices.map(Arm.exchanged) }

  /// All runs.
  public var runCount: Int { base * (exchanges.count + 2) }

  /// The coordinates of one run.
  public func point(_ number: Int, _ arm: Arm) -> [Double] {
    precondition((0..<base).contains(number), "the design has no such point")
    return (0..<inputs).map { input in
      let isSecond =
        switch arm {
        case .first: false
        case .second: true
        case .exchanged(let place): exchanges[place].contains(input)
        }
      return sequence.coordinate(of: number, dimension: isSecond ? inputs + input : input)
    }
  }

  /// The choice that a coordinate stands for, each of `count` equally likely.
  public static func choice(_ coordinate: Double, among count: Int) -> Int {
    precondition(count > 0 && coordinate >= 0 && coordinate < 1, "a choice needs alternatives and a coordinate below 1")
    return min(Int((coordinate * Double(count)).rounded(.down)), count - 1)
  }
}
