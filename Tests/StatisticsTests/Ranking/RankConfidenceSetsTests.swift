import Testing

@testable import Statistics

@Suite struct RankConfidenceSetsTests {
  /// The case `bootstrap-ranks`: scores and draws recomputed from the answers and the stored numbers of draws.
  func bootstrapCase() throws -> (scores: [Double], draws: [[Double]]) {
    let likert = try cells("composite/bootstrap-ranks/in_likert.csv").dropFirst()
    let points = try cells("composite/bootstrap-ranks/in_alloc.csv").dropFirst().map {
      $0.dropFirst().map { Double($0) ?? 0 }
    }
    let organization = likert.map { (Int($0[0]) ?? 0) - 1 }
    let answers = likert.map { row in row.dropFirst().map { Double($0).map { ($0 - 1) / 4 * 100 } } }
    func scores(_ times: [Double]) -> [Double] {
      var weights = [Double](repeating: 0, count: 11)
      var sums = [Double](repeating: 0, count: 12 * 11)
      var numbers = [Double](repeating: 0, count: 12 * 11)
      for person in times.indices where times[person] > 0 {
        for factor in 0..<11 {
          weights[factor] += times[person] * points[person][factor]
          if let answer = answers[person][factor] {
            sums[organization[person] * 11 + factor] += times[person] * answer
            numbers[organization[person] * 11 + factor] += times[person]
          }
        }
      }
      return (0..<12).map { unit in
        var top = 0.0
        var bottom = 0.0
        for factor in 0..<11 where numbers[unit * 11 + factor] > 0 {
          top += weights[factor] * sums[unit * 11 + factor] / numbers[unit * 11 + factor]
          bottom += weights[factor]
        }
        return top / bottom
      }
    }
    let lines = try cells("composite/bootstrap-ranks/in_draw_counts_1000.txt").map { $0[0] }
    let draws = lines.map { line in scores(line.utf8.map { Double($0) - 48 }) }
    return (
      scores([Double](repeating: 1, count: answers.count)), (0..<12).map { unit in draws.map { $0[unit] } }
    )
  }

  @Test("Twelve organisations: the sets agree with csranks 1.2.2 to one rank")
  func csranks() throws {
    let (scores, draws) = try bootstrapCase()
    let table = try cells("composite/bootstrap-ranks/out_rank_table.csv").dropFirst()
    let stored = try cells("composite/bootstrap-ranks/out_boot_scores_first100.csv")
    for (unit, row) in table.enumerated() {
      #expect(agrees(scores[unit], Double(row[2]) ?? .nan, relative: 1e-8))
      #expect(Ranks.competition(scores)[unit] == Int(row[3]))
    }
    for (draw, row) in stored.enumerated() {
      for unit in 0..<12 { #expect(agrees(draws[unit][draw], Double(row[unit]) ?? .nan, relative: 1e-9)) }
    }
    let sets = RankConfidenceSets(scores: scores, draws: draws)
    for (unit, row) in try cells("composite/bootstrap-ranks/out_csranks.csv").dropFirst().enumerated() {
      let numbers = row.map { Int($0) ?? .min }
      #expect(abs(sets.simultaneous[unit].lowerBound - numbers[2]) <= 1)
      #expect(abs(sets.simultaneous[unit].upperBound - numbers[3]) <= 1)
      #expect(abs(sets.marginal[unit].lowerBound - numbers[4]) <= 1)
      #expect(abs(sets.marginal[unit].upperBound - numbers[5]) <= 1)
    }
  }

  func simulated(_ count: Int, spread: Double, seed: UInt64) -> (scores: [Double], draws: [[Double]]) {
    var random = RandomStream(seed: seed)
    let scores = (0..<count).map { 50 + spread * Double($0) + random.normal() }
    return (scores, scores.map { score in (0..<199).map { _ in score + 2 * random.normal() } })
  }

  @Test("Every set holds its rank, and the simultaneous set the marginal one", arguments: [0.0, 0.5, 3, 20])
  func nested(spread: Double) {
    let (scores, draws) = simulated(9, spread: spread, seed: 17)
    let sets = RankConfidenceSets(scores: scores, draws: draws)
    for (unit, rank) in Ranks.competition(scores).enumerated() {
      #expect(sets.marginal[unit].contains(rank))
      #expect(sets.simultaneous[unit].lowerBound <= sets.marginal[unit].lowerBound)
      #expect(sets.simultaneous[unit].upperBound >= sets.marginal[unit].upperBound)
    }
    if spread == 20 { #expect(sets.simultaneous.allSatisfy { $0.count == 1 }) }
    if spread == 0 { #expect(sets.simultaneous.contains { $0.count > 3 }) }
  }

  @Test("Units in another order have the same sets in that order")
  func order() {
    let (scores, draws) = simulated(8, spread: 1.5, seed: 5)
    let sets = RankConfidenceSets(scores: scores, draws: draws)
    let reversed = RankConfidenceSets(scores: scores.reversed(), draws: draws.reversed())
    #expect(reversed.marginal == sets.marginal.reversed())
    #expect(reversed.simultaneous == sets.simultaneous.reversed())
  }

  @Test("Units without variation are set apart by their scores alone, and equal ones are not")
  func constant() {
    let sets = RankConfidenceSets(
      scores: [60, 50, 50], draws: [[60, 60, 60], [50, 50, 50], [50, 50, 50]])
    #expect(sets.marginal == [1...1, 2...3, 2...3])
    #expect(sets.simultaneous == [1...1, 2...3, 2...3])
  }

  @Test("One unit is first of one; none have no sets")
  func few() {
    #expect(RankConfidenceSets(scores: [3], draws: [[1, 2, 3]]).marginal == [1...1])
    #expect(RankConfidenceSets(scores: [], draws: []).simultaneous.isEmpty)
  }
}
