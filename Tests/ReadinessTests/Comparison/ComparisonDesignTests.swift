import Testing

@testable import Readiness

@Suite struct ComparisonDesignTests {
  @Test func groupsSideBySideArePermutedInsideOrganizations() {
    #expect(ComparisonDesign(sizes: [[3, 2], [4, 0], [1, 1]]) == .withinOrganizations([0, 2]))
    #expect(ComparisonDesign(sizes: [[3, 2, 0], [0, 4, 1]]) == .withinOrganizations([0, 1]))
  }

  @Test func oneGroupPerOrganizationIsPermutedByOrganization() {
    #expect(ComparisonDesign(sizes: [[3, 0], [4, 0], [0, 5]]) == .wholeOrganizations)
  }

  @Test func oneOrganizationPerGroupCannotBeToldApart() {
    #expect(ComparisonDesign(sizes: [[30, 0], [0, 50]]) == .confounded)
    #expect(ComparisonDesign(sizes: [[30, 0, 0], [0, 50, 0], [0, 0, 9]]) == .confounded)
  }

  /// What is seen in the only mixed organisation may be that organisation's own.
  @Test func aSingleMixedOrganizationAmongOthersIsNotEnough() {
    #expect(ComparisonDesign(sizes: [[3, 2], [4, 0], [0, 5]]) == .confounded)
  }

  @Test func oneOrganizationOrNone() {
    #expect(ComparisonDesign(sizes: [[3, 2], [0, 0]]) == .oneOrganization)
    #expect(ComparisonDesign(sizes: []) == .organizationsNotNamed)
    #expect(ComparisonDesign(sizes: [[0, 0]]) == .organizationsNotNamed)
  }

  @Test func reasonsCountOrganizations() {
    func reason(_ sizes: [[Int]]) -> String { ComparisonDesign(sizes: sizes).reason(sizes: sizes).english }
    #expect(reason([[3, 2], [1, 1], [0, 0]]) == "All 2 organisations hold groups side by side.")
    #expect(
      reason([[3, 2], [4, 0], [1, 1], [0, 2]])
        == "Mixed: 2 of 4 organisations hold groups side by side, 2 have one group only.")
    #expect(
      reason([[3, 2], [4, 0], [1, 1]]) == "Mixed: 2 of 3 organisations hold groups side by side, 1 has one group only.")
    #expect(reason([[3, 0], [4, 0], [0, 5]]) == "Each of 3 organisations has one group only (2 and 1).")
    #expect(reason([[3, 0], [0, 5]]) == "Each of 2 organisations has a group of its own.")
    #expect(
      reason([[3, 2], [4, 0], [0, 5]])
        == "Mixed: one of 3 organisations holds groups side by side, the others have one group only.")
    #expect(reason([[3, 2]]) == "There is one organisation only.")
    #expect(reason([]) == "No organisation is named.")
  }
}
