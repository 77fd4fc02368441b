import Testing

@testable import Statistics

@Suite struct MaxTTests {
  let column: [Double] = [1, 2, 3, 2, 4, 3, 5, 4, 5, 4]
  let labels = [true, true, true, true, true, false, false, false, false, false]

  @Test("One measure has the permuted Welch p")
  func oneMeasure() throws {
    let p = try Multiplicity.maxT(columns: [column], isFirst: labels, count: 4999, seed: 1)[0]
    let exact = try WelchTest(
      ValueCounts(groups: [Array(column[..<5]), Array(column[5...])]), null: .exact
    ).pValue.value
    #expect(abs(p - exact) < 0.012)
  }

  @Test("Copies of a measure cost nothing; an unrelated one costs at most what Holm takes; a constant has p 1")
  func families() throws {
    let one = try Multiplicity.maxT(columns: [column], isFirst: labels, count: 999, seed: 3)[0]
    let copies = try Multiplicity.maxT(columns: [column, column, column], isFirst: labels, count: 999, seed: 3)
    #expect(copies == [one, one, one])
    let other: [Double] = [5, 1, 4, 2, 3, 3, 1, 5, 2, 4]
    let two = try Multiplicity.maxT(
      columns: [other, column, [2, 2, 2, 2, 2, 2, 2, 2, 2, 2]], isFirst: labels, count: 999, seed: 3)
    #expect(two[1] >= one && two[1] <= 3 * one && two[0] >= two[1] && two[2] == 1)
  }

  @Test("A group of one is refused")
  func refusal() {
    #expect(throws: SampleFault.tooFewValues(group: 0, needed: 2)) {
      try Multiplicity.maxT(columns: [[1, 2, 3]], isFirst: [true, false, false])
    }
  }
}
