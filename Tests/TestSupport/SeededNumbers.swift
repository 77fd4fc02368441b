/// Numbers that are the same in every run and on every machine, for cohorts and tables that are drawn.
///
/// SplitMix64: Steele, Lea & Flood (2014), doi:10.1145/2714064.2660195. Written here once more, so that tests do not draw what they check
/// from what they check.
public struct SeededNumbers: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// The same numbers for the same seed.
  public init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
