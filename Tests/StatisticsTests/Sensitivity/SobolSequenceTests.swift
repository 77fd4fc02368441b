import Testing

@testable import Statistics

@Suite struct SobolSequenceTests {
  @Test("The first 64 points in 8 dimensions are those that scipy prints")
  func joeKuo() throws {
    let sequence = SobolSequence(dimensionCount: 8, seed: nil)
    let table = try cells("composite/sobol-indices/sobol_joe_kuo_d8_first64.csv")
    #expect(table.count == 64)
    for (number, row) in table.enumerated() { #expect(sequence.point(number) == row.map { Double($0) ?? .nan }) }
  }

  @Test(
    "In every dimension, scrambled or not, each of 2^m equal boxes holds one of the first 2^m points",
    arguments: [nil, 7])
  func nets(seed: UInt64?) {
    let sequence = SobolSequence(dimensionCount: SobolSequence.dimensionLimit, seed: seed)
    for dimension in 0..<SobolSequence.dimensionLimit {
      let boxes = (0..<256).map { Int(sequence.coordinate(of: $0, dimension: dimension) * 256) }
      #expect(boxes.sorted() == Array(0..<256))
    }
  }

  @Test("Two dimensions at once: every box of one part in 2^a by one in 2^(8-a) holds one scrambled point")
  func planeNets() {
    let sequence = SobolSequence(dimensionCount: 2, seed: 3)
    let points = sequence.points(256)
    for power in 0...8 {
      let (wide, high) = (1 << power, 1 << (8 - power))
      #expect(Set(points.map { Int($0[0] * Double(wide)) * high + Int($0[1] * Double(high)) }).count == 256)
    }
  }

  @Test("No two dimensions go together, as dimensions 11 and 36 of GSL's generator do")
  func correlations() {
    let sequence = SobolSequence(dimensionCount: 64, seed: 5)
    let points = sequence.points(512)
    let means = (0..<64).map { dimension in points.reduce(0) { $0 + $1[dimension] } / 512 }
    func product(_ a: Int, _ b: Int) -> Double { points.reduce(0) { $0 + ($1[a] - means[a]) * ($1[b] - means[b]) } }
    var largest = 0.0
    for a in 0..<64 {
      for b in 0..<a { largest = max(largest, abs(product(a, b)) / (product(a, a) * product(b, b)).squareRoot()) }
    }
    #expect(largest < 0.25)
  }

  @Test("Another seed gives other points, the same seed the same, and a scrambled mean lies near one half")
  func seeds() {
    let one = SobolSequence(dimensionCount: 4, seed: 1).points(64)
    #expect(one == SobolSequence(dimensionCount: 4, seed: 1).points(64))
    #expect(one != SobolSequence(dimensionCount: 4, seed: 2).points(64))
    // Over seeds, the origin's place is uniform: the mean of 400 has a standard error of 0.0144.
    let origins = (0..<400).map { SobolSequence(dimensionCount: 1, seed: UInt64($0)).point(0)[0] }
    #expect(abs(origins.reduce(0, +) / 400 - 0.5) < 0.058)
  }
}
