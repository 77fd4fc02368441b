import Testing

@testable import Statistics

@Suite("Coded items") struct ItemCodesTests {
  @Test("Rank correlations agree with R 4.2.2, Pearson's with those of the rows")
  func correlations() throws {
    let expected = try Reference("statistics/parallel_analysis")["spearman_correlations"]
    let items = ItemCodes(try surveyCodes(), range: 1...5)
    let ranks = try CorrelationMatrix(items, kind: .spearman)
    let plain = try CorrelationMatrix(items, kind: .pearson)
    let rows = try CorrelationMatrix(ItemMoments(rows: try surveyItems()))
    for first in 0..<11 {
      for second in 0..<11 {
        #expect(agrees(ranks[first, second], expected[first][second].double))
        #expect(agrees(plain[first, second], rows[first, second]))
      }
    }
    #expect(ranks.kind == .spearman && ranks.count == 160)
  }

  @Test("Only complete people are kept; a table counts them; shuffling keeps each item's answers")
  func byHand() {
    let items = ItemCodes([[1, 2, 0, 3, 3], [5, 5, 5, 1, 9]], range: 1...5)
    #expect(items.count == 3 && items.incompletePeople == 2)
    #expect(items.table(0, 1)[2, 0] == 1 && items.table(0, 1).total == 3)
    #expect(items.centredRanks(1) == [-1, -0.5, -0.5, -0.5, 0.5])
    var stream = RandomStream(seed: 1)
    let shuffled = items.shuffled(&stream)
    #expect(zip(shuffled.columns, items.columns).allSatisfy { $0.sorted() == $1.sorted() })
  }

  @Test("Single items, single people and equal answers are refused")
  func refusals() {
    #expect(throws: FactorFault.tooFewItems(needed: 2)) {
      try CorrelationMatrix(ItemCodes([[1, 2]], range: 1...5), kind: .spearman)
    }
    #expect(throws: FactorFault.tooFewPeople(needed: 2)) {
      try CorrelationMatrix(ItemCodes([[1], [2]], range: 1...5), kind: .pearson)
    }
    for kind in CorrelationMatrix.Kind.allCases {
      #expect(throws: FactorFault.noVariation(item: 1)) {
        try CorrelationMatrix(ItemCodes([[1, 2], [4, 4]], range: 1...5), kind: kind)
      }
    }
  }
}
