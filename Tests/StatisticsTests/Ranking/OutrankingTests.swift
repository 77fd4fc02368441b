import Testing

@testable import Statistics

@Suite("Outranking, Borda, Copeland and Kemeny") struct OutrankingTests {
  private static func ballots(_ table: Reference) -> [(count: Int, order: [Int])] {
    table["profile"].list.map { ballot in
      (ballot[0].int, ballot[1].string.unicodeScalars.map { Int($0.value) - 97 })
    }
  }

  private static func word(_ order: [Int]) -> String {
    String(String.UnicodeScalarView(order.compactMap { UnicodeScalar(97 + $0) }))
  }

  @Test("The Handbook's Tables 25 and 28: Borda, Copeland and Kemeny")
  func handbook() throws {
    let reference = try Reference("composite/social-choice/out_social_choice")
    let four = Outranking(ballots: Self.ballots(reference["table25"]), units: 4)
    let three = Outranking(ballots: Self.ballots(reference["table28"]), units: 3)
    for (unit, name) in ["a", "b", "c", "d"].enumerated() {
      #expect(four.doubledBordaCounts[unit] == 2 * reference["table25"]["borda"][name].int)
      #expect(four.copelandScores[unit] == reference["table25"]["copeland"][name].int)
    }
    for (unit, name) in ["a", "b", "c"].enumerated() {
      #expect(three.doubledBordaCounts[unit] == 2 * reference["table28"]["borda"][name].int)
    }
    #expect(KemenyOrder(four)?.orders.map(Self.word) == ["cbda"])
    #expect(KemenyOrder(three)?.orders.map(Self.word) == ["bca"])
    #expect(KemenyOrder(three)?.doubledScore == 2 * reference["table28"]["kemeny_scores"]["bca"].int)
  }

  @Test("Fishburn's reversal: without the last unit Borda turns round")
  func reversal() throws {
    let table = try Reference("composite/social-choice/out_social_choice")["table31_fishburn_reversal"]
    let whole = Outranking(ballots: Self.ballots(table), units: 4)
    #expect(whole.doubledBordaCounts == ["a", "b", "c", "d"].map { 2 * table["borda"][$0].int })
    let fewer = Outranking(
      ballots: Self.ballots(table).map { ($0.count, $0.order.filter { $0 != 3 }) }, units: 3)
    #expect(fewer.doubledBordaCounts == ["a", "b", "c"].map { 2 * table["borda_without_d"][$0].int })
  }

  @Test("A cycle has three best orders, and five countries three")
  func ties() throws {
    let reference = try Reference("composite/social-choice/out_social_choice")
    let cycle = try #require(KemenyOrder(Outranking(ballots: Self.ballots(reference["table34_cycle"]), units: 3)))
    #expect(cycle.orders.map(Self.word) == reference["table34_cycle"]["kemeny_ties"].list.map(\.string))
    #expect(cycle.orderCount == 3)
    let names = ["Finland", "USA", "Sweden", "Japan", "Korea"]
    let five = reference["table35_tai5"]
    let matrix = Outranking(
      values: names.map { five["data"][$0].doubles }, weights: [Int](repeating: 1, count: 8))
    for (a, first) in names.enumerated() {
      for (b, second) in names.enumerated() where a != b {
        #expect(Double(matrix.doubled[a][b]) / 16 == five["outranking"][first][second].double)
      }
    }
    let best = try #require(KemenyOrder(matrix))
    #expect(Double(best.doubledScore) / 16 == five["best_score"].double)
    let orders = best.orders.map { $0.map { names[$0] }.joined(separator: ">") }
    #expect(orders.sorted() == five["winners"].list.map(\.string).sorted())
  }

  @Test("Pairs add up to the whole weight, missing parts count half to each, and all orders of the best keep it")
  func laws() throws {
    let matrix = Outranking(values: [[3, nil, 1], [2, 5, 1], [nil, 4, 9]], weights: [30, 45, 25])
    for a in 0..<3 { for b in 0..<3 where a != b { #expect(matrix.doubled[a][b] + matrix.doubled[b][a] == 200) } }
    #expect(matrix.copelandScores.reduce(0, +) == 0)
    // By brute force over all orders.
    var best = -1
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
      best = max(
        best,
        matrix.doubled[order[0]][order[1]] + matrix.doubled[order[0]][order[2]] + matrix.doubled[order[1]][order[2]])
    }
    #expect(KemenyOrder(matrix)?.doubledScore == best)
  }

  @Test("More than sixteen units are refused")
  func refusals() {
    let many = Outranking(values: (0..<17).map { [Double($0)] }, weights: [1])
    #expect(KemenyOrder(many) == nil)
    #expect(KemenyOrder(Outranking(values: [], weights: [])) == nil)
    let sixteen = KemenyOrder(Outranking(values: (0..<16).map { [Double($0)] }, weights: [1]))
    #expect(sixteen?.orders == [Array((0..<16).reversed())])
  }
}
