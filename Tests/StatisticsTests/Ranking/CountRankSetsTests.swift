import Testing

@testable import Statistics

@Suite struct CountRankSetsTests {
  @Test("Which factor people put first: the sets of csranks")
  func csranks() throws {
    let rows = try cells("composite/rank-sets-counts/out_multinom_top_factor.csv").dropFirst().map {
      $0.map { Int($0) ?? .min }
    }
    let sets = CountRankSets(counts: rows.map { $0[1] })
    #expect(rows.count == 11)
    for (unit, row) in rows.enumerated() {
      #expect(sets.simultaneous[unit] == row[2]...row[4])
      #expect(sets.marginal[unit] == row[5]...row[6])
    }
  }

  @Test("Ranks with ties are those of csranks, lowest and mean")
  func conventions() throws {
    let rows = try cells("composite/rank-sets-counts/out_irank_ties.csv").dropFirst().map {
      $0.map { Double($0) ?? .nan }
    }
    let values = rows.map { $0[0] }
    #expect(Ranks.competition(values).map(Double.init) == rows.map { $0[1] })
    #expect(Ranks.fractional(values) == rows.map { $0[3] })
  }

  @Test("Nothing counted decides nothing; a marginal set lies inside the simultaneous one; order does not matter")
  func laws() {
    #expect(CountRankSets(counts: [0, 0, 0]).simultaneous == Array(repeating: 1...3, count: 3))
    #expect(CountRankSets(counts: [4]).marginal == [1...1])
    let sets = CountRankSets(counts: [30, 12, 12, 3])
    let turned = CountRankSets(counts: [3, 12, 12, 30])
    for unit in 0..<4 {
      #expect(sets.marginal[unit].clamped(to: sets.simultaneous[unit]) == sets.marginal[unit])
      #expect(sets.simultaneous[unit] == turned.simultaneous[3 - unit])
    }
    #expect(sets.simultaneous[1] == sets.simultaneous[2])
  }
}
