import Testing

@testable import Statistics

@Suite struct ResponseStyleTests {
  @Test("Runs and spreads of forty people agree with careless 1.2.2")
  func survey() throws {
    let expected = try Reference("statistics/careless_indices_survey")["expected"]
    let codes = try surveyItems().prefix(40).map { $0.map { UInt8($0) } }
    for (person, row) in codes.enumerated() {
      #expect(ResponseStyle.longestRun(row, range: 1...5) == expected["longstring"][person].int)
      #expect(agrees(ResponseStyle.spread(row, range: 1...5), expected["irv"][person].double))
    }
  }

  @Test("A missing answer ends a run and is in no spread; of nothing there is no run, of one answer no spread")
  func missing() {
    #expect(ResponseStyle.longestRun([3, 3, 255, 3, 2, 2], range: 1...5) == 2)
    #expect(ResponseStyle.longestRun([255, 255], range: 1...5) == 0)
    #expect(ResponseStyle.longestRun([4, 4, 4, 4], range: 1...5) == 4)
    #expect(ResponseStyle.spread([5, 255], range: 1...5) == nil)
    #expect(ResponseStyle.spread([2, 2, 254, 2], range: 1...5) == 0)
    #expect(agrees(ResponseStyle.spread([1, 255, 3], range: 1...5), 2.0.squareRoot()))
  }
}
