import Testing

@testable import Statistics

/// One index of 51 countries, from 49 normalised indicators in eight pillars, as COINr 1.1.14 puts it together.
@Suite("An index with three levels, as COINr has it") struct AsemChainTests {
  private struct Chain {
    let countries: [String]
    /// Scores of 0–100 by code.
    var scores: [String: [Double]] = [:]
    /// Code and parent, from the indicators up.
    let parents: [(level: Int, code: String, parent: String)]

    init() throws {
      // Names may hold commas; the code stands before them and the parent after.
      parents = try cells("composite/asem-chain/in_iMeta.csv").dropFirst().map { row in
        (Int(row[0]) ?? 0, row[1], row[row.count - 2])
      }
      let table = try cells("composite/asem-chain/out_normalised.csv")
      let heads = table[0]
      countries = table.dropFirst().map { $0[0] }
      for (place, code) in heads.enumerated().dropFirst() {
        scores[code] = table.dropFirst().compactMap { Double($0[place]) }
      }
    }

    mutating func aggregate(_ rule: Aggregation) {
      for level in 1...3 {
        let groups = Dictionary(grouping: parents.filter { $0.level == level }) { $0.parent }
        for (parent, children) in groups.sorted(by: { $0.key < $1.key }) {
          let columns = children.compactMap { scores[$0.code] }
          let weights = IndicatorWeights(equal: columns.count)
          scores[parent] = countries.indices.compactMap { country in
            rule.score(columns.map { $0[country] }, weights: weights)
          }
        }
      }
    }
  }

  @Test("Arithmetic means at every level")
  func arithmetic() throws {
    var chain = try Chain()
    chain.aggregate(.arithmetic)
    let table = try cells("composite/asem-chain/out_aggregated.csv")
    for (place, code) in table[0].enumerated().dropFirst() {
      let got = try #require(chain.scores[code])
      let expected = table.dropFirst().compactMap { Double($0[place]) }
      #expect(got.count == 51 && zip(got, expected).allSatisfy { agrees($0, $1) }, "\(code)")
    }
  }

  @Test(
    "Arithmetic, geometric and harmonic means on a scale of 1 to 100",
    arguments: [("amean", Aggregation.arithmetic), ("gmean", .geometric), ("hmean", .harmonic)])
  func floored(name: String, rule: Aggregation) throws {
    var chain = try Chain()
    chain.aggregate(rule)
    let table = try cells("composite/asem-chain/out_agg_a_\(name)_1_100.csv")
    for (place, code) in table[0].enumerated().dropFirst() {
      let got = try #require(chain.scores[code]).map { 1 + 0.99 * $0 }
      let expected = table.dropFirst().compactMap { Double($0[place]) }
      #expect(got.count == 51 && zip(got, expected).allSatisfy { agrees($0, $1) }, "\(code)")
    }
  }

  @Test("Outranking and Copeland's scores on the first eight indicators")
  func outranking() throws {
    let chain = try Chain()
    let codes = ["LPI", "Flights", "Ship", "Bord", "Elec", "Gas", "ConSpeed", "Cov4G"]
    let columns = codes.compactMap { chain.scores[$0] }
    let outranking = Outranking(
      values: chain.countries.indices.map { country in columns.map { $0[country] } },
      weights: [Int](repeating: 1, count: 8))
    let expected = try cells("composite/asem-chain/out_outrank_first8_equalw.csv").dropFirst()
    for (row, line) in expected.enumerated() {
      for (column, cell) in line.enumerated() where row != column {
        #expect(Double(outranking.doubled[row][column]) / 16 == Double(cell))
      }
    }
    let copeland = try cells("composite/asem-chain/out_copeland_first8_equalw.csv").dropFirst()
    #expect(outranking.copelandScores == copeland.compactMap { Int($0[1]) })
  }
}
