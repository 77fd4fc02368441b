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

  @Test("Within strata the level of a stratum counts for nothing, and one measure has the enumerated p")
  func strata() throws {
    let strata = [0, 0, 0, 1, 1, 0, 0, 1, 1, 1]
    let p = try Multiplicity.maxT(columns: [column], isFirst: labels, strata: strata, count: 9_999, seed: 4)[0]
    let raised = zip(column, strata).map { $0 + 1_000 * Double($1) }
    let again = try Multiplicity.maxT(columns: [raised], isFirst: labels, strata: strata, count: 9_999, seed: 4)[0]
    #expect(again == p)

    // All ten ways of three of five times ten ways of two of five, about the mean of each stratum.
    let members = [0, 1].map { stratum in strata.indices.filter { strata[$0] == stratum } }
    let centred = column.indices.map { person in
      column[person] - Moments(members[strata[person]].map { column[$0] }).mean
    }
    func welch(_ first: Set<Int>) throws -> Double {
      let (a, b) = (first.map { centred[$0] }, centred.indices.filter { !first.contains($0) }.map { centred[$0] })
      let spread = [a, b].map { (Moments($0).variance ?? 0) / Double($0.count) }.reduce(0, +)
      return abs(Moments(a).mean - Moments(b).mean) / spread.squareRoot()
    }
    func choices(_ people: [Int], _ count: Int) -> [[Int]] {
      guard count > 0 else { return [[]] }
      return people.indices.flatMap { place in
        choices(Array(people[(place + 1)...]), count - 1).map { [people[place]] + $0 }
      }
    }
    let observed = try welch(Set(labels.indices.filter { labels[$0] }))
    let ways = try choices(members[0], 3).flatMap { a in try choices(members[1], 2).map { try welch(Set(a + $0)) } }
    #expect(ways.count == 100)
    #expect(abs(p - Double(ways.count { $0 >= observed - 1e-9 }) / 100) < 0.015)
    #expect(throws: SampleFault.noInformativeStratum) {
      try Multiplicity.maxT(columns: [[1, 2, 3, 4]], isFirst: [true, true, false, false], strata: [0, 0, 1, 1])
    }
  }

  @Test("A group of one is refused")
  func refusal() {
    #expect(throws: SampleFault.tooFewValues(group: 0, needed: 2)) {
      try Multiplicity.maxT(columns: [[1, 2, 3]], isFirst: [true, false, false])
    }
  }
}
