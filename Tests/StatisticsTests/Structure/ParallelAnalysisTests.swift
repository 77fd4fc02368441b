import Testing

@testable import Statistics

@Suite struct ParallelAnalysisTests {
  @Test(
    "Percentiles agree with 4,000 rearrangements in R 4.2.2, within chance",
    arguments: [CorrelationMatrix.Kind.pearson, .spearman])
  func survey(kind: CorrelationMatrix.Kind) throws {
    let expected = try Reference("statistics/parallel_analysis")["\(kind)"]
    let items = ItemCodes(try surveyCodes(), range: 1...5)
    let analysis = try ParallelAnalysis(items, kind: kind, draws: 200, seed: 4)
    for place in 0..<11 {
      #expect(agrees(analysis.eigenvalues[place], expected["eigenvalues"][place].double))
      // The mean's standard error is about 0.005, the percentile's three times that.
      #expect(agrees(analysis.means[place], expected["mean"][place].double, relative: 0, absolute: 0.02))
      #expect(agrees(analysis.thresholds[place], expected["quantile95"][place].double, relative: 0, absolute: 0.06))
    }
    #expect(analysis.factorCount == 1 && analysis.draws == 200)
  }

  @Test("The same seed gives the same thresholds, another one others; unrelated items have no factor, two pairs two")
  func laws() throws {
    var stream = RandomStream(seed: 8)
    let columns = (0..<4).map { _ in (0..<300).map { _ in UInt8(1 + stream.below(5)) } }
    let unrelated = ItemCodes(columns, range: 1...5)
    let one = try ParallelAnalysis(unrelated, draws: 40, percentile: 0.999, seed: 1)
    #expect(one == (try ParallelAnalysis(unrelated, draws: 40, percentile: 0.999, seed: 1)))
    #expect(one.thresholds != (try ParallelAnalysis(unrelated, draws: 40, percentile: 0.999, seed: 2)).thresholds)
    #expect(one.factorCount == 0)
    let pairs = ItemCodes([columns[0], columns[0], columns[1], columns[1]], range: 1...5)
    #expect(try ParallelAnalysis(pairs, draws: 20).factorCount == 2)
  }

  @Test("Equal answers are refused")
  func refusals() {
    #expect(throws: FactorFault.noVariation(item: 0)) {
      try ParallelAnalysis(ItemCodes([[1, 1, 1], [1, 2, 3]], range: 1...5))
    }
  }
}
