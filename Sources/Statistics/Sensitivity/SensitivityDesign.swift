/// The runs from which Sobol's indices are found: two independent sets of points, A and B, and for each input A with that input's
/// coordinate taken from B.
///
/// - Shapes: `base` points, a power of two; `inputs` up to 64; `base` × (`inputs` + 2) runs.
/// - Units: coordinates in 0..<1; see ``choice(_:among:)`` for inputs that are choices.
/// - Source: Saltelli et al. (2010), Computer Physics Communications 181(2), 259–270, doi:10.1016/j.cpc.2009.09.018.
public struct SensitivityDesign: Sendable, Hashable {
  /// Points of each set.
  public let base: Int
  /// Inputs of the model.
  public let inputs: Int
  private let sequence: SobolSequence

  /// Which of the sets a run belongs to.
  public enum Arm: Sendable, Hashable {
    /// The first set.
    case first
    /// The second set.
    case second
    /// The first set with one input of the second.
    case exchanged(Int)
  }

  /// Lays out the design; `seed` nil takes the points unscrambled.
  public init(base: Int, inputs: Int, seed: UInt64?) {
    precondition(base > 0 && base & (base - 1) == 0, "Sobol's points come in powers of two")
    precondition(inputs >= 1 && 2 * inputs <= SobolSequence.dimensionLimit, "a design holds 1 to 64 inputs")
    self.base = base
    self.inputs = inputs
    sequence = SobolSequence(dimensionCount: 2 * inputs, seed: seed)
  }

  /// The arms in the order of their runs.
  public var arms: [Arm] { [.first, .second] + (0..<inputs).map(Arm.exchanged) }

  /// All runs.
  public var runCount: Int { base * (inputs + 2) }

  /// The coordinates of one run.
  public func point(_ number: Int, _ arm: Arm) -> [Double] {
    precondition((0..<base).contains(number), "the design has no such point")
    return (0..<inputs).map { input in
      let isSecond =
        switch arm {
        case .first: false
        case .second: true
        case .exchanged(let place): place == input
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
