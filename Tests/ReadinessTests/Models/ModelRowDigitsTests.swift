import Foundation
import Statistics
import Testing

@testable import Readiness

/// How finely rows of models are told that rest on clusters, by hand.
struct ModelRowDigitsTests {
  private static var row: ModelRow {
    var row = ModelRow(outcome: "overall", model: .linearClustered, kind: .coefficient)
    (row.estimate, row.standardError, row.errorKind) = (12.3456, 3.5911, "cr2")
    (row.errors.cr0, row.errors.cr2) = (3.1, 3.5911)
    (row.statistic, row.degreesOfFreedom, row.p) = (3.43783, 4.6696, 0.02123)
    row.interval = ConfidenceInterval(lower: 2.9131, upper: 21.7781)
    return row
  }

  @Test func `one error is told, in few digits, and no degrees of freedom`() {
    let two = Self.row.told(.two)
    #expect(two.errors == ModelRow.Errors() && two.standardError == 3.6 && two.errorKind == "cr2")
    #expect(two.degreesOfFreedom == nil && two.statistic == 3.4 && two.p == 0.022)
    // Steps of 0.2 for an error of 3.6; limits are told no finer.
    #expect(two.estimate == 12.4 && two.interval?.lower == 2.8 && two.interval?.upper == 21.8)
    let only = Self.row.told(.onlyP)
    #expect(only.degreesOfFreedom == nil && only.statistic == nil && only.p == 0.03 && only.standardError == 4)
    #expect(only.interval?.lower == 2 && only.interval?.upper == 22 && only.note.english.contains("Few digits"))
    #expect(Self.row.told(.full) == Self.row)
  }

  @Test func `a row without an error is rounded too, by what chance does to so many people`() {
    var row = ModelRow(outcome: "overall", model: .linearClustered, kind: .coefficient)
    (row.estimate, row.status, row.chance) = (-15.542844834475424, .notTestable, 3.7)
    #expect(row.told(.two).estimate == -15.6 && row.told(.onlyP).estimate == -16)
  }

  @Test func `an odds ratio and a chance follow from the rounded logarithm`() {
    var row = ModelRow(outcome: "d01a", model: .proportionalOdds, kind: .coefficient)
    (row.estimate, row.standardError, row.oddsRatio, row.superiority) = (0.9347, 0.41, exp(0.9347), 0.6512)
    row.interval = ConfidenceInterval(lower: 0.1311, upper: 1.7383)
    row.oddsRatioInterval = ConfidenceInterval(lower: exp(0.1311), upper: exp(1.7383))
    let told = row.told(.one)
    // Steps of 0.5 for an error of 0.41, so e to the 1, 0 and 2; a sixth of that step is under 0.1.
    #expect(told.estimate == 1 && told.oddsRatio == 3 && told.superiority == 0.7)
    #expect(told.interval?.lower == 0 && told.oddsRatioInterval?.lower == 1 && told.oddsRatioInterval?.upper == 7)
  }

  @Test func `of tests the columns that they count are told, and no other degrees of freedom`() {
    for (name, numerator, denominator, wanted) in [
      ("wald", 2.0, 9.5 as Double?, 2.0 as Double?), ("rank_test", 3, 44, 3), ("rank_test", 11, nil, nil),
      ("rao_scott", 5.6321, 61.2, nil), ("proportional_odds", 6, nil, 6),
    ] {
      var row = ModelRow(outcome: "d01a", model: .designOdds, kind: .test)
      (row.item, row.degreesOfFreedom, row.denominator) = (name, numerator, denominator)
      #expect(row.told(.two).degreesOfFreedom == wanted && row.told(.two).denominator == nil, "\(name)")
    }
  }

  @Test func `a variance has as many digits as p`() {
    var row = ModelRow(outcome: "overall", model: .randomIntercept, kind: .variance)
    row.estimate = 118.234
    #expect(row.told(.three).estimate == 118 && row.told(.one).estimate == 100)
  }
}
