import Testing

@testable import Statistics

@Suite struct LinearTrendTestTests {
  static func jobSatisfaction() throws -> (strata: [CrossCounts], expected: Reference) {
    let reference = try Reference("statistics/cmh_lbl_jobsatisfaction")
    return (
      reference["inputs"]["table_income_x_sat_x_gender"].list.map { CrossCounts($0.list.map(\.ints)) },
      reference["expected"]
    )
  }

  /// coin 1.4-2 on job satisfaction by income and gender, within gender and pooled.
  @Test func jobSatisfaction() throws {
    let (strata, expected) = try Self.jobSatisfaction()
    let test = try LinearTrendTest(strata, null: .asymptotic)
    #expect(agrees(abs(test.statistic), expected["lbl_Z"].double))
    #expect(agrees(test.pValue.value, expected["lbl_p"].double))
    #expect(test.informativeStrata == 2 && test.skippedStrata == 0)
  }

  /// coin 1.4-2 on the table of ``FisherTestTests``.
  @Test func oneTable() throws {
    let expected = try Reference("statistics/cmh_lbl_jobsatisfaction")["expected"]
    let table = CrossCounts(
      try Reference("statistics/fisher_rxc_job_satisfaction")["inputs"]["table_rows"].list.map(\.ints))
    let test = try LinearTrendTest([table], null: .asymptotic)
    #expect(agrees(abs(test.statistic), expected["lbl_unstratified_Job_Z"].double))
    #expect(agrees(test.pValue.value, expected["lbl_unstratified_p"].double))
  }

  /// Full enumeration of tables within strata in exact rationals.
  @Test func enumeration() throws {
    for reference in try Reference("statistics/repeated_and_tables")["trend"].list {
      let strata = reference["strata"].list.map { CrossCounts($0.list.map(\.ints)) }
      let test = try LinearTrendTest(
        strata, rowScores: reference["rows"].doubles, columnScores: reference["columns"].doubles)
      #expect(test.pValue.method == .exact)
      #expect(agrees(test.pValue.value, reference["p"].double))
      #expect(agrees(test.pValue.smallestAttainable, reference["smallest"].double))
      let interval = try #require(
        try LinearTrendTest(
          strata, rowScores: reference["rows"].doubles, columnScores: reference["columns"].doubles,
          null: .permutation(count: 1_999, seed: 6)
        ).pValue.interval)
      #expect(interval.lower <= test.pValue.value && test.pValue.value <= interval.upper)
    }
  }

  @Test func originAndUnitDoNotMatter() throws {
    let strata = [CrossCounts([[4, 2, 1], [1, 3, 5]]), CrossCounts([[2, 2, 2], [0, 1, 3]])]
    let plain = try LinearTrendTest(strata)
    let moved = try LinearTrendTest(strata, rowScores: [3, 7], columnScores: [10, 30, 50])
    #expect(agrees(plain.statistic, moved.statistic) && agrees(plain.pValue.value, moved.pValue.value))
  }

  @Test func uninformativeStrataAreSkipped() throws {
    let informative = CrossCounts([[4, 2], [1, 3]])
    let test = try LinearTrendTest([informative, CrossCounts([[0, 0], [2, 5]]), CrossCounts([[1, 0], [0, 0]])])
    #expect(test.skippedStrata == 2)
    #expect(agrees(test.statistic, try LinearTrendTest([informative]).statistic))
    #expect(throws: SampleFault.noInformativeStratum) { try LinearTrendTest([CrossCounts([[0, 0], [2, 5]])]) }
    #expect(throws: SampleFault.noInformativeStratum) { try LinearTrendTest([]) }
  }
}
