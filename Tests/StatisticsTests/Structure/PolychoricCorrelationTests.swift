import Testing

@testable import Statistics

@Suite struct PolychoricCorrelationTests {
  @Test("Two items of the survey agree with polycor 0.8-1 (two-step)")
  func survey() throws {
    let reference = try Reference("statistics/polychoric_survey")
    let expected = reference["expected"]
    let correlation = try PolychoricCorrelation(CrossCounts(reference["inputs"]["table"].list.map(\.ints)))
    // polycor stops its search at six digits.
    #expect(agrees(correlation.value, expected["rho_two_step"].double, relative: 1e-5))
    #expect(agrees(correlation.standardError, expected["se_two_step"].double, relative: 1e-4))
    #expect(correlation.count == 160 && !correlation.isOnBoundary)
    for place in 0..<4 {
      #expect(agrees(correlation.rowThresholds[place], expected["thresholds_two_step_row"][place].double))
      #expect(agrees(correlation.columnThresholds[place], expected["thresholds_two_step_col"][place].double))
    }
  }

  @Test("Four items agree with psych 2.2.9")
  func matrix() throws {
    let expected = try Reference("statistics/polychoric_survey")["expected"]["psych_rho_b01_b04"]
    let items = ItemCodes(Array(try surveyCodes().prefix(4)), range: 1...5)
    let matrix = try CorrelationMatrix(items, kind: .polychoric)
    for row in 0..<4 {
      for column in 0..<4 { #expect(agrees(matrix[row, column], expected[row][column].double, absolute: 2e-4)) }
    }
  }

  @Test("Two equal halves have the closed form sin(π ÷ 2 × (agreeing − disagreeing))")
  func halves() throws {
    let correlation = try PolychoricCorrelation(CrossCounts([[35, 15], [15, 35]]))
    #expect(agrees(correlation.value, sine(.pi / 2 * 0.4), relative: 1e-8))
  }

  @Test("A table that a correlation made gives it back; turning a scale turns the sign; empty rows do not count")
  func laws() throws {
    let cuts = [-Double.infinity, -0.5, 0.8, .infinity]
    for r in [-0.97, -0.4, 0, 0.6, 0.95] {
      let table = (1...3).map { row in
        (1...3).map { column -> Int in
          func below(_ i: Int, _ j: Int) -> Double { BivariateNormal.lowerTail(cuts[i], cuts[j], correlation: r) }
          return Int(
            (1e9 * (below(row, column) - below(row - 1, column) - below(row, column - 1) + below(row - 1, column - 1)))
              .rounded())
        }
      }
      let correlation = try PolychoricCorrelation(CrossCounts(table))
      #expect(agrees(correlation.value, r, relative: 1e-6, absolute: 1e-7), "\(r)")
      let turned = try PolychoricCorrelation(CrossCounts(table.map { $0.reversed() }))
      #expect(agrees(turned.value, -correlation.value, relative: 1e-8, absolute: 1e-9))
      let spaced = try PolychoricCorrelation(CrossCounts([table[0], [0, 0, 0], table[1], table[2]]))
      #expect(spaced.value == correlation.value)
    }
  }

  @Test("An empty corner has its correlation at the edge, unless half a person is put there")
  func edge() throws {
    let corner = CrossCounts([[10, 0], [0, 10]])
    let plain = try PolychoricCorrelation(corner)
    #expect(plain.isOnBoundary && plain.value > 0.999 && plain.standardError == nil)
    let half = try PolychoricCorrelation(corner, emptyCells: .half)
    #expect(!half.isOnBoundary && half.value > 0.9 && half.standardError?.isFinite == true)
  }

  @Test("One row and one column are refused")
  func refusals() {
    #expect(throws: SampleFault.fewerThanTwoGroups) { try PolychoricCorrelation(CrossCounts([[3, 4]])) }
    #expect(throws: SampleFault.noVariation) { try PolychoricCorrelation(CrossCounts([[3, 0], [4, 0]])) }
  }
}
