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
}
