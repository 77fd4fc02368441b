import Foundation
import Statistics
import TestSupport
import Testing

@testable import Readiness

/// Orders of units under schemes, by the road that `readiness weigh` takes: the OECD/JRC Handbook's technology index of 23 countries.
@Suite struct OrganizationOrdersTests {
  private static func table(_ name: String) throws -> [[String]] {
    try Repository.text("Tests/References/composite/oecd-tai/\(name).csv").split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",").map(String.init)
    }
  }

  private struct Index {
    let matrix: OrganizationMatrix

    init(_ matrix: OrganizationMatrix) { self.matrix = matrix }

    init() throws {
      let table = try OrganizationOrdersTests.table("out_normalised_goalposts_capped")
      let rows = table.dropFirst()
      matrix = OrganizationMatrix(
        names: rows.map { $0[0] }, means: rows.map { row in row.dropFirst().map { Double($0).map { 100 * $0 } } },
        people: rows.map { _ in 10 }, dimensions: Array(table[0].dropFirst()), organizations: rows.map { $0[0] })
    }

    /// Ranks by country under a plan.
    func ranks(_ plan: ScoringPlan) throws -> [String: Int?] {
      let weigher = DimensionWeigher(
        plan: plan, dimensions: matrix.dimensions, budget: nil,
        budgetRefusal: SchemeRefusal(status: .notAsked, reason: "not asked"), matrix: matrix.matrix)
      let orders = OrganizationOrders(matrix, complete: matrix.complete, plan: plan, weightShare: 2.0 / 3)
      let rows = try orders.orders(chosen: try weigher.weights(plan.scheme), [plan.scheme], weigher)
      return Dictionary(
        rows.filter(\.isUsed).map { ($0.organization, $0.rank) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// Weights as the Handbook prints them, divided by their sum.
  private static func plan(_ method: String, _ dimensions: [String]) throws -> ScoringPlan {
    let row = try #require(table("table22_weights").first { $0[0] == method })
    return ScoringPlan(
      dimensionWeights: Dictionary(
        zip(dimensions, row.dropFirst().compactMap { Double($0) }), uniquingKeysWith: { first, _ in first }))
  }

  @Test(
    "Ranks of 23 countries with equal and with allocated weights are the Handbook's Table 23; others as near as two decimals allow",
    arguments: [("EW", 23, 0), ("BAP", 23, 0), ("FA", 19, 1), ("AHP", 20, 2)])
  func technology(method: String, same: Int, furthest: Int) throws {
    let index = try Index()
    let plan = method == "EW" ? ScoringPlan() : try Self.plan(method, index.matrix.dimensions)
    let ranks = try index.ranks(plan)
    let published = try Self.table("table23_38_ranks")
    let place = try #require(published[0].firstIndex(of: method))
    var (equal, most) = (0, 0)
    for row in published.dropFirst() {
      let rank = try #require(ranks[row[0]] ?? nil)
      let away = abs(rank - (try #require(Int(row[place]))))
      equal += away == 0 ? 1 : 0
      most = max(most, away)
    }
    #expect(published.count == 24 && equal == same && most <= furthest)
  }

  @Test("Dimensions turned round and weights stretched change no rank; a newcomer reorders nobody")
  func laws() throws {
    let index = try Index()
    let plan = try Self.plan("BAP", index.matrix.dimensions)
    let ranks = try index.ranks(plan)
    var stretched = plan
    stretched.dimensionWeights = plan.dimensionWeights.mapValues { 7 * $0 }
    #expect(try index.ranks(stretched) == ranks)
    let matrix = index.matrix
    let turned = OrganizationMatrix(
      names: matrix.names, means: matrix.means.map { $0.reversed() }, people: matrix.people,
      dimensions: matrix.dimensions.reversed(), organizations: matrix.organizations)
    #expect(try Index(turned).ranks(plan) == ranks)
    let more = OrganizationMatrix(
      names: matrix.names + ["Utopia"], means: matrix.means + [matrix.dimensions.map { _ in 100 }],
      people: matrix.people + [10], dimensions: matrix.dimensions, organizations: matrix.organizations + ["Utopia"])
    let with = try Index(more).ranks(plan)
    #expect(with["Utopia"] == 1)
    for (country, rank) in ranks { #expect((with[country] ?? nil) == rank.map { $0 + 1 }) }
  }
}
