import Testing

@testable import Readiness

@Suite struct ScaleAnswersTests {
  private func answers(_ codes: [[Int]]) throws -> ScaleAnswers {
    let responses = TrustCohort.responses(codes)
    let layout = ScoringLayout(TrustCohort.instrument, plan: TrustCohort.plan)
    return try #require(ScaleAnswers(responses, items: [0, 1, 2, 3], layout: layout, threads: 1))
  }

  @Test(
    "Reversed items are turned round, so that every column counts steps towards readiness; a missing answer is no code")
  func steps() throws {
    let rest = [Int](repeating: 3, count: 8)
    let found = try answers([[5, 1, 4, 2] + rest, [1, 5, 0, 3] + rest])
    #expect(found.columns == [[4, 0], [4, 0], [3, ScaleAnswers.missing], [3, 2]] && found.range == 0...4)
    #expect(found.items == [0, 1, 2, 3])
    let codes = found.codes(most: 10)
    #expect(codes.count == 1 && codes.incompletePeople == 1)
  }

  @Test("An item that no file has is left out, and one that nobody answered is not")
  func notAsked() throws {
    let rows = ["5 . 1 dk 3 3 3 3 3 3 3 3", "4 . 2 dk 3 3 3 3 3 3 3 3"]
    let responses = Sample.responses(to: TrustCohort.instrument, answers: rows)
    let layout = ScoringLayout(TrustCohort.instrument, plan: TrustCohort.plan)
    let found = try #require(ScaleAnswers(responses, items: [0, 1, 2, 3], layout: layout, threads: 1))
    #expect(found.items == [0, 2, 3] && found.columns[2] == [ScaleAnswers.missing, ScaleAnswers.missing])
  }

  @Test("Of many people as many as are wanted are kept, from the first on and evenly, only complete ones")
  func thinned() throws {
    var codes = TrustCohort.codes(40, own: 1, seed: 3)
    for row in stride(from: 0, to: 40, by: 4) { codes[row][1] = 0 }
    let found = try answers(codes)
    let kept = found.codes(most: 10)
    #expect(kept.count == 10 && kept.incompletePeople == 0)
    // Of the 30 complete people every third: the same correlations as of those picked by hand.
    let complete = codes.indices.filter { codes[$0][1] != 0 }
    let picked = try answers((0..<10).map { codes[complete[3 * $0]] }).codes(most: 100)
    #expect(try CorrelationMatrix(kept, kind: .spearman) == CorrelationMatrix(picked, kind: .spearman))
  }

  @Test("Moments of scores in blocks are those of all rows at once")
  func blocks() {
    var stream = RandomStream(seed: 5)
    let columns = (0..<3).map { _ in (0..<9_000).map { $0 % 11 == 0 ? Double.nan : stream.uniform() * 100 } }
    let whole = ItemMoments(rows: (0..<9_000).map { row in columns.map { $0[row] } })
    let parts = ItemMoments(columns: columns, threads: 2)
    #expect(parts.count == whole.count && parts.incompletePeople == whole.incompletePeople)
    for (first, second) in [(0, 0), (0, 1), (1, 2)] {
      let (one, other) = (parts.covariance(first, second) ?? 0, whole.covariance(first, second) ?? 1)
      #expect(abs(one - other) < 1e-9 * max(1, abs(other)))
    }
  }
}
