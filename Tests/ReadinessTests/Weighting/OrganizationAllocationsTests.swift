import Testing

@testable import Readiness

@Suite("Each organisation's own mean allocation") struct OrganizationAllocationsTests {
  @Test("The published table: Surrey's three people by hand, the others one by one")
  func published() throws {
    let budget = try #require(BudgetAnswers(BudgetReference.published()))
    let own = OrganizationAllocations(budget, names: budget.organizationNames, minimum: 0)
    #expect(own.names.count == 6 && own.counts.reduce(0, +) == 8 && own.isShown.allSatisfy { $0 })
    // The organisations' means, each counted once, are the two-stage mean.
    for (factor, mean) in budget.meansOverOrganizations.enumerated() {
      #expect(abs(own.means.reduce(0) { $0 + $1[factor] } / 6 - mean) < 1e-12)
    }
    // People counted once each, they are the mean over people.
    for (factor, mean) in budget.means.enumerated() {
      let sum = zip(own.means, own.counts).reduce(0) { $0 + $1.0[factor] * Double($1.1) }
      #expect(abs(sum / 8 - mean) < 1e-12)
    }
    #expect(own.rows(budget.question).count == 66)
  }

  @Test("Where one is hidden, four are at least, and as many people as are never shown apart")
  func subtraction() {
    func shown(_ counts: [Int], unnamed: Int = 0, minimum: Int = 5) -> [Bool] {
      OrganizationAllocations.shown(counts: counts, unnamed: unnamed, minimum: minimum)
    }
    #expect(shown([5, 6, 7]) == [true, true, true])
    #expect(shown([1, 1, 1]) == [false, false, false] && shown([1, 2, 3], minimum: 0) == [true, true, true])
    // One of four people alone: three more go with it, the smallest.
    #expect(shown([9, 4, 8, 7, 10, 11]) == [false, false, false, false, true, true])
    // Four that are hidden anyway, of ten people together.
    #expect(shown([1, 2, 3, 4, 5]) == [false, false, false, false, true])
    // Four of one person each are too few together.
    #expect(shown([1, 1, 1, 1, 6, 7]) == [false, false, false, false, false, true])
    // People of no organisation are what is left of everybody.
    #expect(shown([6, 7, 8, 9, 10], unnamed: 2) == [false, false, false, false, true])
    #expect(shown([6, 7], unnamed: 5) == [true, true])
  }

  @Test("Hidden organisations have rows and no numbers")
  func rows() throws {
    let budget = try #require(BudgetAnswers(BudgetReference.published()))
    let rows = OrganizationAllocations(budget, names: budget.organizationNames, minimum: 5).rows(budget.question)
    #expect(rows.count == 66)
    #expect(rows.allSatisfy { $0.mean == nil && $0.respondents == nil && $0.status == .suppressed })
  }
}
