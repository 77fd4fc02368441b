import Testing

@testable import Statistics

@Suite struct RandomStreamTests {
  @Test("SplitMix64 from seed 1234567 agrees with the published numbers (Rosetta Code, Vigna's splitmix64.c)")
  func splitMix() {
    var mixer = SplitMix64(state: 1_234_567)
    let numbers = (0..<5).map { _ in mixer.next() }
    #expect(
      numbers == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
        16_408_922_859_458_223_821,
      ])
  }

  @Test("xoshiro256** from state 1, 2, 3, 4 agrees with the published numbers (Vigna's xoshiro256starstar.c)")
  func xoshiro() {
    var stream = RandomStream(seed: 0)
    stream.state0 = 1
    stream.state1 = 2
    stream.state2 = 3
    stream.state3 = 4
    let numbers = (0..<4).map { _ in stream.next() }
    #expect(numbers == [11520, 0, 1_509_978_240, 1_215_971_899_390_074_240])
  }

  @Test("Each of seed, stream and block makes another stream, and the same three the same")
  func numbering() {
    let keys: [(UInt64, UInt64, UInt64)] = [
      (1, 0, 0), (2, 0, 0), (1, 1, 0), (1, 0, 1), (0, 0, 1), (0, 1, 0), (1, 1, 1),
    ]
    let firsts = keys.map { key in
      var stream = RandomStream(seed: key.0, stream: key.1, block: key.2)
      return stream.next()
    }
    #expect(Set(firsts).count == keys.count)
    var again = RandomStream(seed: 1, stream: 1, block: 1)
    #expect(again.next() == firsts[6])
  }

  @Test("Bounded numbers are even: χ² of 7 cells below its 0.999 quantile 22.458 (6 degrees of freedom)")
  func bounded() {
    var stream = RandomStream(seed: 5)
    var counts = [Double](repeating: 0, count: 7)
    for _ in 0..<7000 { counts[stream.below(7)] += 1 }
    #expect(counts.reduce(0) { $0 + ($1 - 1000) * ($1 - 1000) / 1000 } < 22.458)
    #expect((0..<10).allSatisfy { _ in stream.below(1) == 0 })
  }

  @Test("People are drawn with replacement, each as often: χ² of 7 below its 0.999 quantile 22.458")
  func resample() {
    var stream = RandomStream(seed: 11)
    let people = (0..<7).map(Double.init)
    var sample = people
    var counts = [Double](repeating: 0, count: 7)
    for _ in 0..<1000 {
      stream.resample(people, into: &sample)
      for person in sample { counts[Int(person)] += 1 }
    }
    #expect(counts.reduce(0, +) == 7000 && counts.reduce(0) { $0 + ($1 - 1000) * ($1 - 1000) / 1000 } < 22.458)
    var one = [0.0]
    stream.resample([4], into: &one)
    #expect(one == [4])
  }

  @Test(
    "Sums of resampled people add up each as often: digits of base 1,000 count them, χ² of 5 below its 0.999 quantile 18.467"
  )
  func resampledSum() {
    var stream = RandomStream(seed: 12)
    let people = [1.0, 1e3, 1e6, 1e9, 1e12]
    var counts = [Double](repeating: 0, count: 5)
    for _ in 0..<1000 {
      var digits = people.withUnsafeBufferPointer { Int(stream.resampledSum($0)) }
      for person in 0..<5 {
        counts[person] += Double(digits % 1000)
        digits /= 1000
      }
    }
    #expect(counts.reduce(0, +) == 5000 && counts.reduce(0) { $0 + ($1 - 1000) * ($1 - 1000) / 1000 } < 18.467)
  }

  @Test("Uniform and normal numbers have their moments")
  func moments() {
    var stream = RandomStream(seed: 8)
    let uniform = Moments((0..<20_000).map { _ in stream.uniform() })
    #expect(abs(uniform.mean - 0.5) < 0.01 && abs((uniform.variance ?? 0) - 1.0 / 12) < 0.003)
    let normals = (0..<20_000).map { _ in stream.normal() }
    let normal = Moments(normals)
    #expect(abs(normal.mean) < 0.03 && abs((normal.variance ?? 0) - 1) < 0.05)
    #expect(abs(Double(normals.count { abs($0) > 1.959964 }) / 20_000 - 0.05) < 0.006)
  }
}
