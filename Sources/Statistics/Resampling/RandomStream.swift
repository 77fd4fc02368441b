import Foundation

/// A numbered stream of random bits: xoshiro256**, seeded by SplitMix64 from a seed, a stream and a block.
///
/// Work is cut into blocks, and each block draws from its own stream; so results do not depend on how many threads share
/// the blocks. Streams are never shared.
///
/// - Source: Blackman & Vigna (2021), Scrambled linear pseudorandom number generators, ACM TOMS 47(4), 36,
///   doi:10.1145/3460772; bounded numbers after Lemire (2019), ACM TOMACS 29(1), 3, doi:10.1145/3230636.
@frozen public struct RandomStream: RandomNumberGenerator, Sendable {
  @usableFromInline var state0: UInt64
  @usableFromInline var state1: UInt64
  @usableFromInline var state2: UInt64
  @usableFromInline var state3: UInt64
  /// The second normal number of the last pair.
  @usableFromInline var spare: Double?

  /// Opens the stream with these numbers.
  public init(seed: UInt64, stream: UInt64 = 0, block: UInt64 = 0) {
    var mixer = SplitMix64(state: seed)
    mixer.state = mixer.next() ^ stream
    mixer.state = mixer.next() ^ block
    state0 = mixer.next()
    state1 = mixer.next()
    state2 = mixer.next()
    state3 = mixer.next()
    spare = nil
  }

  /// The next 64 bits.
  @inlinable public mutating func next() -> UInt64 {
    let scrambled = state1 &* 5
    let result = ((scrambled << 7) | (scrambled >> 57)) &* 9
    let shifted = state1 << 17
    state2 ^= state0
    state3 ^= state1
    state1 ^= state2
    state0 ^= state3
    state2 ^= shifted
    state3 = (state3 << 45) | (state3 >> 19)
    return result
  }

  /// A whole number from 0 up to, not including, `bound`, each equally likely.
  @inlinable public mutating func below(_ bound: Int) -> Int {
    precondition(bound > 0, "a random number below zero or less was asked for")
    let range = UInt64(bound)
    var product = next().multipliedFullWidth(by: range)
    if product.low < range {
      let threshold = (0 &- range) % range
      while product.low < threshold { product = next().multipliedFullWidth(by: range) }
    }
    return Int(product.high)
  }

  /// Draws people with replacement, as many as there are, into `sample`: two of every 64 bits.
  mutating func resample(_ people: [Double], into sample: inout [Double]) {
    precondition(people.count == sample.count && people.count <= Int(Int32.max), "a sample does not fit its people")
    guard !people.isEmpty else { return }
    let range = UInt64(people.count)
    let threshold = (0 &- UInt32(range)) % UInt32(range)
    var random = self
    people.withUnsafeBufferPointer { people in
      sample.withUnsafeMutableBufferPointer { sample in
        var place = 0
        while place < sample.count {
          var bits = random.next()
          for _ in 0..<2 where place < sample.count {
            let product = UInt64(truncatingIfNeeded: UInt32(truncatingIfNeeded: bits)) &* range
            bits >>= 32
            // As in `below`: what would favour some people is passed over.
            guard UInt32(truncatingIfNeeded: product) >= threshold else { continue }
            sample[place] = people[Int(product >> 32)]
            place += 1
          }
        }
      }
    }
    self = random
  }

  /// The sum of as many people as there are, drawn with replacement: three of every 64 bits.
  mutating func resampledSum(_ people: UnsafeBufferPointer<Double>) -> Double {
    let count = people.count
    // Twenty-one bits a person are few for large samples; what would favour some people is passed over.
    guard count <= 1 << 14 else { return (0..<count).reduce(0) { sum, _ in sum + people[below(count)] } }
    let range = UInt64(count)
    let mask: UInt64 = 1 << 21 - 1
    let threshold = (1 << 21) % range
    var random = self
    var (first, second, third) = (0.0, 0.0, 0.0)
    var left = count
    while left >= 3 {
      let bits = random.next()
      let one = (bits & mask) &* range
      let two = (bits >> 21 & mask) &* range
      let three = (bits >> 42 & mask) &* range
      guard min(one & mask, two & mask, three & mask) >= threshold else { continue }
      first += people[Int(one >> 21)]
      second += people[Int(two >> 21)]
      third += people[Int(three >> 21)]
      left -= 3
    }
    for _ in 0..<left { first += people[random.below(count)] }
    self = random
    return first + second + third
  }

  /// A number in [0, 1) on a grid of 2⁻⁵³.
  @inlinable public mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A standard normal number, by Marsaglia's polar method.
  public mutating func normal() -> Double {
    if let kept = spare {
      spare = nil
      return kept
    }
    while true {
      let x = 2 * uniform() - 1
      let y = 2 * uniform() - 1
      let square = x * x + y * y
      if square > 0 && square < 1 {
        let scale = (-2 * log(square) / square).squareRoot()
        spare = y * scale
        return x * scale
      }
    }
  }
}

/// The generator that spreads a seed over the state of a larger one.
struct SplitMix64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
