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

  @Test func `one error is told, in few digits, and degrees of freedom are whole or not told`() {
    let two = Self.row.told(.two)
    #expect(two.errors == ModelRow.Errors() && two.standardError == 3.6 && two.errorKind == "cr2")
    #expect(two.degreesOfFreedom == 5 && two.statistic == 3.4 && two.p == 0.022)
    // Steps of 0.2 for an error of 3.6, and of 0.1 for limits 18.9 apart.
    #expect(two.estimate == 12.4 && two.interval?.lower == 2.9 && two.interval?.upper == 21.8)
    let only = Self.row.told(.onlyP)
    #expect(only.degreesOfFreedom == nil && only.statistic == nil && only.p == 0.03 && only.standardError == 4)
    #expect(only.interval?.lower == 2 && only.interval?.upper == 22 && only.note.english.contains("Few digits"))
    #expect(Self.row.told(.full) == Self.row)
  }

  @Test func `a variance has as many digits as p`() {
    var row = ModelRow(outcome: "overall", model: .randomIntercept, kind: .variance)
    row.estimate = 118.234
    #expect(row.told(.three).estimate == 118 && row.told(.one).estimate == 100)
  }
}
