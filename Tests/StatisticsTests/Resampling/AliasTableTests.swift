import Testing

@testable import Statistics

@Suite struct AliasTableTests {
  @Test("Draws follow the probabilities: χ² of five cells below its 0.999 quantile 18.467 (4 degrees of freedom)")
  func frequencies() {
    let weights = [1.0, 2, 3, 10, 4]
    let table = AliasTable(weights)
    var stream = RandomStream(seed: 2)
    var counts = [Double](repeating: 0, count: 5)
    for _ in 0..<20_000 { counts[table.draw(using: &stream)] += 1 }
    let chiSquare = zip(counts, weights).reduce(0) { sum, cell in
      sum + (cell.0 - 1000 * cell.1) * (cell.0 - 1000 * cell.1) / (1000 * cell.1)
    }
    #expect(chiSquare < 18.467)
  }

  @Test("One outcome is always drawn")
  func single() {
    let table = AliasTable([0.3])
    var stream = RandomStream(seed: 2)
    #expect((0..<20).allSatisfy { _ in table.draw(using: &stream) == 0 })
  }
}
