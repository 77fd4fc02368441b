import Foundation
import Statistics
import TestSupport
import Testing

@testable import Readiness

/// The model rows against lmerTest and clubSandwich, and when they are made.
@Suite struct ModelTestsTests {
  struct Cohort: Decodable {
    let name: String
    let organisation: [Int]
    let first: [Int]
    let score: [Double]
    let boundary: Bool
    /// Estimate, standard error, degrees of freedom, t, p: by lmerTest 3.1-3 on lme4 1.1-31.
    let intercept: [Double]
    /// The same with CR2, by clubSandwich 0.5.8.
    let robust: [Double]

    /// Groups × scores per organisation; the first group is the one that `first` marks.
    var tables: [ValueCounts] {
      Set(organisation).sorted().map { own in
        ValueCounts(
          groups: [1, 0].map { group in
            score.indices.filter { organisation[$0] == own && first[$0] == group }.map { score[$0] }
          })
      }
    }
  }

  static func cohorts() throws -> [Cohort] {
    try JSONDecoder().decode(
      [Cohort].self, from: Data(contentsOf: Repository.url("Tests/References/readiness/models.json")))
  }

  static func rows(
    _ tables: [ValueCounts], unnamed: ValueCounts = ValueCounts(groups: [[], []]), minimum: Int = 0,
    null: ComparisonPlan.Null = .automatic
  ) -> [ComparisonDraft] {
    let contrast = GroupContrast(
      draft: ComparisonDraft(family: "f", measure: "m", by: "b", groupA: "x", groupB: "y"),
      scores: CollapsedScores(organizations: tables, unnamed: unnamed), moments: tables.map(\.moments), groups: [0, 1],
      seed: 1, choices: ContrastChoices(null: null, permutations: 99, level: 0.95, minimum: minimum))
    return ModelTests(contrast, base: contrast.base).rows
  }

  @Test func `rows agree with lmerTest and clubSandwich`() throws {
    for cohort in try Self.cohorts() {
      let rows = Self.rows(cohort.tables)
      let methods = ["cluster_robust_difference", "random_intercept"]
      #expect(rows.map(\.method) == (cohort.tables.count < 10 ? [methods[1]] : methods))
      for row in rows {
        let expected = row.method == "random_intercept" ? cohort.intercept : cohort.robust
        let got = [row.effect?.value, row.degreesOfFreedom, row.statistic, row.p?.value].map { $0 ?? .nan }
        // R's optimiser and numerical derivatives are good to a few parts in 100,000.
        for (one, other) in zip(got, [0, 2, 3, 4].map { expected[$0] }) {
          #expect(abs(one - other) < 2e-4 * abs(other), "\(cohort.name), \(row.method)")
        }
        let interval = try #require(row.effect?.interval)
        #expect(abs((interval.lower + interval.upper) / 2 - got[0]) < 1e-9)
        #expect(!row.primary && row.status == .ok && row.p?.smallestKnown == nil)
        #expect(
          row.note.english.contains("No variance between organisations")
            == (cohort.boundary && row.method == methods[1]))
      }
    }
  }

  @Test func `six organisations or no model, and none where groups are side by side everywhere`() throws {
    let cohort = try #require(try Self.cohorts().first { $0.name == "whole" })
    let few = Self.rows(Array(cohort.tables.prefix(5)))
    #expect(few.count == 1 && few[0].status == .notTestable && few[0].p == nil && few[0].effect == nil)
    #expect(few[0].note.english.hasPrefix("Fewer than six organisations: no model p is given"))
    let side = Self.rows((0..<8).map { ValueCounts(groups: [[1, 2, Double($0)], [3, 4, 1]]) })
    #expect(side.isEmpty)
    #expect(Self.rows([ValueCounts(groups: [[1, 2], [3, 4]])]).isEmpty)
    let alike = Self.rows((0..<8).map { ValueCounts(groups: $0 % 2 == 0 ? [[1, 1], []] : [[], [3, 3]]) })
    #expect(alike.map(\.status) == [.noVariation] && alike[0].p == nil)
  }

  /// Nobody without an organisation may come out by a subtraction, and where only exact p are wanted a model has none.
  @Test func `few people without an organisation withhold the row`() throws {
    let tables = try #require(try Self.cohorts().first).tables
    let few = Self.rows(tables, unnamed: ValueCounts(groups: [[50], []]), minimum: 5)
    #expect(few.map(\.status) == [.suppressed] && few[0].nA == nil && few[0].p == nil && few[0].effect == nil)
    #expect(Self.rows(tables, minimum: 5).count == 2)
    #expect(Self.rows(tables, null: .exact).allSatisfy { $0.p == nil && $0.status == .notTestable })
  }
}
