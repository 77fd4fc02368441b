/// Sobol's points of low discrepancy in the unit cube, optionally scrambled as Owen proposed.
///
/// The first 2ᵐ points, the origin among them, are a net: each dyadic box of their volume holds exactly one. Scrambling flips each
/// binary digit by a fair coin that depends on the digits before it, which keeps the net, makes each point uniform, and so frees
/// estimates of bias. The coins are a hash of the seed, the dimension and the digits: any point can be had again by its number.
///
/// - Shapes: points of `dimensionCount` coordinates in 0..<1, up to 2³² of them.
/// - Cost: dimensions × points; with scrambling also × log₂ of their number.
/// - Source: Joe & Kuo (2008), doi:10.1137/070709359, for the directions, points in Gray-code order after Antonov & Saleev (1979),
///   doi:10.1016/0041-5553(79)90085-5; Owen (1995), Randomly permuted (t, m, s)-nets and (t, s)-sequences, doi:10.1007/978-1-4612-2552-2_19.
public struct SobolSequence: Sendable, Hashable {
  /// The most dimensions: a design of two times 64 inputs.
  public static let dimensionLimit = JoeKuoDirections.dimensionLimit

  /// Coordinates of a point.
  public let dimensionCount: Int
  /// What the scrambling starts from; nil for the plain sequence.
  public let seed: UInt64?
  private let directions: [[UInt32]]

  /// Prepares the sequence; `dimensionCount` from 1 to ``dimensionLimit``.
  public init(dimensionCount: Int, seed: UInt64?) {
    precondition((1...Self.dimensionLimit).contains(dimensionCount), "Sobol's sequence is held for 1 to 128 dimensions")
    self.dimensionCount = dimensionCount
    self.seed = seed
    directions = (0..<dimensionCount).map(JoeKuoDirections.directions)
  }

  /// The point with a number from 0.
  public func point(_ number: Int) -> [Double] {
    (0..<dimensionCount).map { coordinate(of: number, dimension: $0) }
  }

  /// The first `count` points: `[point][dimension]`.
  public func points(_ count: Int) -> [[Double]] { (0..<count).map(point) }

  /// One coordinate of one point.
  public func coordinate(of number: Int, dimension: Int) -> Double {
    precondition(number >= 0 && number <= Int(UInt32.max), "Sobol's sequence has 2³² points")
    let own = directions[dimension]
    var gray = UInt32(number) ^ (UInt32(number) >> 1)
    var bits: UInt32 = 0
    while gray != 0 {
      bits ^= own[gray.trailingZeroBitCount]
      gray &= gray - 1
    }
    if let seed { bits = scrambled(bits, key: Self.mixed(seed, UInt64(dimension))) }
    return Double(bits) * 0x1p-32
  }

  /// Every digit, the highest first, flipped by a coin that depends on those before it.
  private func scrambled(_ bits: UInt32, key: UInt64) -> UInt32 {
    var result: UInt32 = 0
    for place in 0..<32 {
      // A leading one tells apart prefixes of different length.
      let prefix = UInt64(bits) >> UInt64(32 - place) | (1 << UInt64(place))
      let coin = UInt32(truncatingIfNeeded: Self.mixed(key, prefix) >> 63)
      result |= ((bits >> UInt32(31 - place) & 1) ^ coin) << UInt32(31 - place)
    }
    return result
  }

  /// SplitMix64's mixture of two numbers.
  private static func mixed(_ a: UInt64, _ b: UInt64) -> UInt64 {
    var mixer = SplitMix64(state: a)
    mixer.state = mixer.next() ^ b
    return mixer.next()
  }
}
