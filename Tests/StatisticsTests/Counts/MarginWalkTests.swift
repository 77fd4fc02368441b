import Testing

@testable import Statistics

@Suite struct MarginWalkTests {
  /// By hand: one score per person of the first row's second column; margins 2, 2 by 3, 1.
  @Test func byHand() throws {
    let law = try #require(
      MarginWalk(rows: [2, 2], columns: [3, 1]).distribution(stepLimit: 1_000) { row, cells, _ in
        row == 0 ? cells[1] : 0
      })
    #expect(law.lowest == 0 && law.weights.count == 2)
    #expect(agrees(law.weights[0], 0.5) && agrees(law.weights[1], 0.5))
  }

  @Test func chancesAddUpToOne() throws {
    let walk = MarginWalk(rows: [3, 4, 2], columns: [2, 4, 3])
    let law = try #require(walk.distribution(stepLimit: 1_000_000) { row, cells, _ in row * (cells[1] + 2 * cells[2]) })
    #expect(agrees(law.weights.reduce(0, +), 1))
    #expect(law.twoSided(law.lowest, around: Double(law.lowest)) == 1)
  }

  /// A walk once counted additions alone, and tried fillings by the million before it gave up.
  @Test func fillingsCountTowardsTheLimit() {
    let walk = MarginWalk(rows: [200, 200, 200], columns: [150, 150, 150, 150])
    var fillings = 0
    let law = walk.distribution(stepLimit: 50_000) { _, _, _ in
      fillings += 1
      return 0
    }
    #expect(law == nil && fillings <= 1_000)
  }

  /// Scores a hundred million apart once asked for as many places in memory.
  @Test func scoresFarApartAreGivenUp() {
    let walk = MarginWalk(rows: [3, 3], columns: [3, 3])
    let law = walk.distribution(stepLimit: .max) { row, cells, _ in row == 0 ? cells[0] * 100_000_000 : 0 }
    #expect(law == nil)
  }
}
