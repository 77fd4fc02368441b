import Testing

@testable import Statistics

@Suite struct FisherTestTests {
  /// Agresti (2002), job satisfaction: p = .7827 by R 4.2.2.
  @Test func jobSatisfaction() throws {
    let reference = try Reference("statistics/fisher_rxc_job_satisfaction")
    let table = CrossCounts(reference["inputs"]["table_rows"].list.map(\.ints))
    let test = try FisherTest(table)
    #expect(test.pValue.method == .exact)
    #expect(agrees(test.pValue.value, reference["expected"]["p"].double, relative: 1e-7))
  }

  /// R 4.2.2, fisher.test of two types by one item of the synthetic survey.
  @Test func twoTypes() throws {
    let reference = try Reference("statistics/chi2_cramers_v_survey")
    let rows = reference["inputs"]["table"].list.map(\.ints)
    let test = try FisherTest(CrossCounts([rows[2], rows[3]]))
    #expect(
      agrees(test.pValue.value, reference["expected"]["fisher_senior_vs_user_p"].double, relative: 1e-7))
  }

  /// Full enumeration of tables in exact rationals.
  @Test func enumeration() throws {
    for reference in try Reference("statistics/repeated_and_tables")["fisher"].list {
      let table = CrossCounts(reference["table"].list.map(\.ints))
      for test in [try FisherTest(table), try FisherTest(table.transposed)] {
        #expect(agrees(test.statistic, reference["probability"].double))
        #expect(agrees(test.pValue.value, reference["p"].double))
        #expect(agrees(test.pValue.smallestAttainable, reference["smallest"].double))
      }
    }
  }

  @Test func drawnTablesAgree() throws {
    let table = CrossCounts([[3, 1, 0], [1, 2, 2], [0, 1, 4]])
    let exact = try FisherTest(table).pValue
    let interval = try #require(try FisherTest(table, null: .permutation(count: 1_999, seed: 3)).pValue.interval)
    #expect(interval.lower <= exact.value && exact.value <= interval.upper)
  }

  @Test func largeTablesAreDrawnUnasked() throws {
    let counts = (0..<36).map { 30 + ($0 * 7) % 11 }
    let test = try FisherTest(
      CrossCounts(rowCount: 6, columnCount: 6, counts: counts), null: .exactOrPermutation(count: 99, seed: 1))
    #expect(test.pValue.method == .permutation(count: 99, seed: 1))
  }

  @Test func refusals() {
    #expect(throws: SampleFault.fewerThanTwoGroups) { try FisherTest(CrossCounts([[3, 4]])) }
    #expect(throws: SampleFault.noVariation) { try FisherTest(CrossCounts([[3], [4]])) }
  }

  @Test("Job satisfaction: the permuted p holds R 4.2.2's exact .7827 (Agresti 2002, p. 57)")
  func drawnJobSatisfaction() throws {
    let reference = try Reference("statistics/fisher_rxc_job_satisfaction")
    let table = reference["inputs"]["table_rows"].list.map(\.ints)
    let test = try FisherTest(table, null: .permutation(count: 1999, seed: 1))
    let interval = try #require(test.pValue.interval)
    let exact = reference["expected"]["p"].double
    #expect(interval.lower <= exact && exact <= interval.upper)
  }

  @Test("The tea taster: 3 of 4 cups right has p 34/70, all right 2/70")
  func teaTaster() throws {
    let three = try FisherTest([[3, 1], [1, 3]])
    #expect(agrees(three.pValue.value, 34.0 / 70) && agrees(three.statistic, 16.0 / 70))
    let four = try FisherTest([[4, 0], [0, 4]])
    #expect(agrees(four.pValue.value, 2.0 / 70) && agrees(four.pValue.smallestAttainable, 2.0 / 70))
    #expect(throws: SampleFault.noVariation) { try FisherTest([[4, 0], [3, 0]]) }
    #expect(throws: SampleFault.fewerThanTwoGroups) { try FisherTest([[4, 1]]) }
  }
}
