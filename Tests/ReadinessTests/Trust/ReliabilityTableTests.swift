import Testing

@testable import Readiness

@Suite struct ReliabilityTableTests {
  private func rows(_ codes: [[Int]], minimum: Int = 5) -> ReliabilityTable.Rows {
    ReliabilityTable(
      scores: TrustCohort.responses(codes).scored(by: TrustCohort.plan), minimum: minimum, threads: 1
    ).rows
  }

  /// Readiness of the items of the first dimension, of people who answered all four: 5 or 1 is 100, as the item is keyed.
  private func complete(_ codes: [[Int]]) -> [[Double]] {
    codes.filter { !$0[..<4].contains(0) }.map { row in
      row[..<4].enumerated().map { item, code in Double(item % 2 == 0 ? code - 1 : 5 - code) }
    }
  }

  private func covariance(_ one: [Double], _ other: [Double]) -> Double {
    let (a, b) = (one.reduce(0, +) / Double(one.count), other.reduce(0, +) / Double(other.count))
    return zip(one, other).reduce(0) { $0 + ($1.0 - a) * ($1.1 - b) } / Double(one.count - 1)
  }

  @Test(
    "Alpha from the answers' codes is alpha from rows by its definition: of the sum's variance, with people who answered all"
  )
  func law() throws {
    var codes = TrustCohort.codes(60, own: 0.8, seed: 11)
    for (row, item) in [(3, 0), (9, 2), (9, 3), (20, 1), (31, 0), (44, 3)] { codes[row][item] = 0 }
    let found = rows(codes)
    let row = try #require(found.scales.first { $0.measure == "d01" })
    let people = complete(codes)
    let sums = people.map { $0.reduce(0, +) }
    let items = (0..<4).map { item in people.map { $0[item] } }
    let own = items.reduce(0) { $0 + covariance($1, $1) }
    let alpha = try #require(row.alpha)
    #expect(abs(alpha.value - 4.0 / 3 * (1 - own / covariance(sums, sums))) < 1e-12)
    #expect(row.status == .ok && row.parts == .items && row.count == 4)
    #expect(row.people == people.count && row.people == 55 && row.incompletePeople == 5)
    for (place, item) in found.items.filter({ $0.measure == "d01" }).enumerated() {
      let rest = zip(sums, items[place]).map { $0 - $1 }
      let correlation =
        covariance(items[place], rest) / (covariance(rest, rest) * covariance(items[place], items[place])).squareRoot()
      #expect(abs((item.restCorrelation ?? 0) - correlation) < 1e-12 && item.part == "d01q\(place + 1)")
      let left = (0..<4).filter { $0 != place }.reduce(0) { $0 + covariance(items[$1], items[$1]) }
      #expect(abs((item.alphaWithout ?? 0) - 1.5 * (1 - left / covariance(rest, rest))) < 1e-12)
    }
  }

  @Test("The overall score is made of the dimensions' scores, with everybody who has them all")
  func overall() throws {
    var codes = TrustCohort.codes(60, own: 0.3, seed: 12)
    for row in 0..<7 { for item in 0..<4 { codes[row][item] = 0 } }
    let responses = TrustCohort.responses(codes)
    let scores = responses.scored(by: TrustCohort.plan)
    let row = try #require(rows(codes).scales.first { $0.measure == "overall" })
    let people = (0..<60).compactMap { person -> [Double]? in
      let own = TrustCohort.dimensions.compactMap { scores.score($0, person) }
      return own.count == 3 ? own : nil
    }
    let sums = people.map { $0.reduce(0, +) }
    let own = (0..<3).reduce(0) { sum, part in
      let column = people.map { $0[part] }
      return sum + covariance(column, column)
    }
    #expect(row.parts == .dimensions && row.count == 3 && row.people == 53 && row.incompletePeople == 7)
    #expect(abs((row.alpha?.value ?? 0) - 1.5 * (1 - own / covariance(sums, sums))) < 1e-9)
    #expect(row.omega != nil && row.omegaStatus == .ok)
  }

  @Test("An item's correlation with a score is Pearson's over the people who have both")
  func correlation() throws {
    let codes: [UInt8] = [0, 1, 2, 4, 4, 255, 3]
    let scores: [Double] = [10, 20, 15, 80, .nan, 50, 60]
    let (x, y): ([Double], [Double]) = ([0, 1, 2, 4, 3], [10, 20, 15, 80, 60])
    let expected = covariance(x, y) / (covariance(x, x) * covariance(y, y)).squareRoot()
    let found = try #require(ReliabilityTable.correlation(codes, scores, range: 0...4))
    #expect(abs(found - expected) < 1e-12)
    #expect(ReliabilityTable.correlation([1, 1, 1, 1], [1, 2, 3, 4], range: 0...4) == nil)
    #expect(ReliabilityTable.correlation([0, 1, 2, 3], [7, 7, 7, 7], range: 0...4) == nil)
  }

  @Test("A scale whose reversed item was not turned round is negative, and the sentence says what to check")
  func negative() throws {
    var codes = TrustCohort.codes(40, own: 1, noise: 0.4, seed: 13)
    for row in codes.indices { for item in [1, 3] { codes[row][item] = 6 - codes[row][item] } }
    let row = try #require(rows(codes).scales.first { $0.measure == "d01" })
    #expect((row.alpha?.value ?? 0) < 0 && row.status == .ok)
    #expect(row.note.english.contains("check reversed items"))
  }

  @Test(
    "Few people, one item and no variation are refused in the words of the status; figures below the stated n are withheld"
  )
  func refusals() throws {
    let codes = TrustCohort.codes(60, own: 0.8, seed: 14)
    func first(_ codes: [[Int]], minimum: Int = 5) throws -> ReliabilityRow {
      try #require(rows(codes, minimum: minimum).scales.first { $0.measure == "d01" })
    }
    let nine = try first(Array(codes[..<9]))
    #expect(nine.status == .tooFewPeople && nine.alpha == nil && nine.people == nil && nine.floor == nil)
    #expect(nine.note.english == "Withheld: fewer than 10 people answered every part of it.")
    #expect(try first(Array(codes[..<12]), minimum: 15).status == .suppressed)
    let ten = try first(Array(codes[..<10]))
    #expect(ten.status == .ok && ten.note.english.contains("Fewer than 30 people"))
    #expect(ten.omega == nil && ten.omegaStatus == .tooFewPeople)
    #expect(try first(Array(codes[..<49])).omega == nil && first(Array(codes[..<50])).omega != nil)
    let alike = try first(codes.map { [3, 3, 3, 3] + $0[4...] })
    #expect(alike.status == .suppressed && alike.alpha == nil)
    #expect(try first(codes.map { [3, 3, 3, 3] + $0[4...] }, minimum: 0).status == .noVariation)
    let single = Sample.instrument(
      form: "sample", dimensions: ["d01", "d02"],
      items: [Sample.item("d01q1", "d01", "cm"), Sample.item("d02q1", "d02", "de"), Sample.item("d02q2", "d02", "de")])
    let answers = Sample.responses(to: single, answers: codes.map { "\($0[0]) \($0[1]) \($0[2])" })
    let found = ReliabilityTable(scores: answers.scored(by: TrustCohort.plan), minimum: 5, threads: 1).rows.scales
    #expect(found.first { $0.measure == "d01" }?.status == .notTestable)
    let two = try #require(found.first { $0.measure == "d02" })
    #expect(two.note.english.contains("It has two parts, which cannot carry much."))
    #expect(two.alpha != nil && two.omegaStatus == .notTestable)
  }

  @Test(
    "Few people left a barrier out: how many answered all of it is told where that is how many have a score, as elsewhere"
  )
  func told() throws {
    let pairs = Sample.instrument(
      form: "sample", dimensions: ["d01", "d02"],
      items: ["d01q1", "d01q2", "d02q1", "d02q2", "d02q3"].map { Sample.item($0, String($0.prefix(3)), "cm") })
    // Two people leave out an item of each: of two items that leaves them no score, of three it does.
    let answers = TrustCohort.codes(60, own: 0.6, seed: 9).enumerated().map { person, codes in
      person < 2 ? "- 3 4 - 2" : codes[..<5].map { "\($0)" }.joined(separator: " ")
    }
    let scores = Sample.responses(to: pairs, answers: answers).scored(by: TrustCohort.plan)
    func found(_ tellsPeople: Bool) -> [ReliabilityRow] {
      ReliabilityTable(scores: scores, minimum: 5, threads: 1, tellsPeople: { _ in tellsPeople }).rows.scales
    }
    let (told, hidden) = (found(true), found(false))
    let (two, three) = (told.first { $0.measure == "d01" }, told.first { $0.measure == "d02" })
    #expect(two?.people == 58 && two?.incompletePeople == nil && two?.showsIntervals == true)
    #expect(three?.people == nil && hidden.allSatisfy { $0.people == nil })
  }

  @Test(
    "That everybody gave one answer to an item is told of no item and of no score, save in a pilot; the figures stay")
  func alike() throws {
    // The second dimension's third item: everybody answers 4.
    let codes = TrustCohort.codes(80, own: 0.8, seed: 17).map { row in row[..<6] + [4] + row[7...] }.map(Array.init)
    let (shown, hidden) = (rows(codes, minimum: 0), rows(codes))
    #expect(shown.scales.first { $0.measure == "d02" }?.note.english.contains("d02q3") == true)
    #expect(shown.items.first { $0.part == "d02q3" }?.status == .noVariation)
    #expect(Set(hidden.items.map(\.status)) == [.suppressed])
    #expect(hidden.items.allSatisfy { $0.restCorrelation == nil && $0.alphaWithout == nil && $0.fit == nil })
    let notes = hidden.scales.filter { $0.alpha != nil }.map(\.note.english)
    #expect(Set(notes).count == 1 && notes.allSatisfy { !$0.contains("q3") && $0.contains("which one is not told") })
    // By hand: alpha of the three items that vary, each coded the way the item is keyed.
    let items = [4, 5, 7].map { item in codes.map { Double(item % 2 == 0 ? 6 - $0[item] : $0[item]) } }
    let sums = codes.indices.map { person in items.reduce(0) { $0 + $1[person] } }
    let own = items.reduce(0) { $0 + covariance($1, $1) }
    let alpha = try #require(hidden.scales.first { $0.measure == "d02" }?.alpha)
    #expect(abs(alpha.value - 1.5 * (1 - own / covariance(sums, sums))) < 1e-12)
    let study = try ReliabilityStudy(TrustCohort.responses(codes), plan: TrustCohort.plan, threads: 1)
    #expect(study.verdict.items == 11 && study.structure.allSatisfy { $0.status != .noVariation })
    #expect(study.structure.allSatisfy { !$0.note.english.contains("everybody") })
  }

  @Test("One to four people without the score of a dimension are not told beside the overall score either")
  func fewOverall() throws {
    var codes = TrustCohort.codes(60, own: 0.3, seed: 12)
    for row in 0..<3 { for item in 0..<4 { codes[row][item] = 0 } }
    let row = try #require(rows(codes).scales.first { $0.measure == "overall" })
    #expect(row.alpha != nil && row.people == nil && row.incompletePeople == nil && !row.showsIntervals)
    let study = try ReliabilityStudy(TrustCohort.responses(codes), plan: TrustCohort.plan, threads: 1)
    let scores = try #require(study.structure.first { $0.scope == .dimensions })
    #expect(scores.status == .ok && scores.people == nil)
  }

  @Test("One to four people at an end, or left out, are told neither as a share nor by an interval; a nought is told")
  func few() throws {
    var codes = TrustCohort.codes(40, own: 0.8, seed: 15).map { row in row.map { min(4, max(2, $0)) } }
    for row in 0..<3 { codes[row][0..<4] = [1, 5, 1, 5] }
    for row in 10..<14 { codes[row][2] = 0 }
    for hidden in [true, false] {
      let row = try #require(rows(codes, minimum: hidden ? 5 : 0).scales.first { $0.measure == "d01" })
      #expect((row.floor == nil) == hidden && row.ceiling == 0 && row.alpha != nil)
      #expect((row.people == nil) == hidden && row.showsIntervals == !hidden && (row.incompletePeople == nil) == hidden)
    }
    for row in 3..<5 { codes[row][0..<4] = [1, 5, 1, 5] }
    codes[14][2] = 0
    let row = try #require(rows(codes).scales.first { $0.measure == "d01" })
    #expect(row.floor == 5.0 / 40 && row.people == 35 && row.incompletePeople == 5)
  }
}
