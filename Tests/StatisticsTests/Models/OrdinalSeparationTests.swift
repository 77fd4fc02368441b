import Testing

@testable import Statistics

@Suite("Separation") struct OrdinalSeparationTests {
  @Test("Groups whose answers do not meet have a status and no number, and the predictor is named")
  func separated() throws {
    let inputs = try Reference("statistics/clm_separation")["inputs"]
    let group = inputs["g"].list.map { $0.string == "b" ? 1.0 : 0 }
    let answers = inputs["y"].ints.map { $0 - 1 }
    #expect(throws: OrdinalRegression.Fault.separated(columns: [0])) {
      try OrdinalRegression(design: group.map { [$0] }, responses: answers, categoryCount: 5)
    }
    // Beside a predictor that separates nothing.
    let other = [1.0, 0, 1, 0, 0, 1, 0, 1]
    for link in OrdinalRegression.Link.allCases {
      #expect(throws: OrdinalRegression.Fault.separated(columns: [1])) {
        try OrdinalRegression(
          design: zip(other, group).map { [$0, $1] }, responses: answers, categoryCount: 5, link: link)
      }
    }
  }

  @Test("A group of which everybody gave the lowest answer is separated though others gave it too")
  func quasi() {
    #expect(throws: OrdinalRegression.Fault.separated(columns: [1])) {
      try OrdinalRegression(rows: [[0, 0], [1, 0], [0, 1]], counts: [[5, 6, 4], [3, 6, 7], [8, 0, 0]])
    }
  }

  @Test("A group of which everybody gave the middle answer is not: the likelihood has its end")
  func middle() throws {
    let model = try OrdinalRegression(rows: [[0], [1]], counts: [[5, 6, 4], [0, 8, 0]])
    #expect(abs(model.coefficients[0].estimate) < 1)
  }

  @Test("Large but finite odds are no separation")
  func strong() throws {
    let model = try OrdinalRegression(rows: [[0], [1]], counts: [[99_999, 1], [1, 99_999]])
    #expect(agrees(model.coefficients[0].estimate, 2 * GSL.logarithm(99_999), relative: 1e-7))
  }

  @Test("More rows than the linear programs take: the error tells")
  func manyRows() {
    let rows = (0..<600).map { [$0 < 300 ? 0.0 : 1, Double($0 % 7)] }
    let counts = (0..<600).map { $0 < 300 ? ($0 % 2 == 0 ? [1, 0, 0] : [0, 1, 0]) : [0, 0, 1] }
    #expect(throws: OrdinalRegression.Fault.separated(columns: [0])) {
      try OrdinalRegression(rows: rows, counts: counts)
    }
  }
}
