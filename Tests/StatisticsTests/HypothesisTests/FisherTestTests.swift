import Testing

@testable import Statistics

@Suite struct FisherTestTests {
  @Test("Job satisfaction: the permuted p holds R 4.2.2's exact .7827 (Agresti 2002, p. 57)")
  func jobSatisfaction() throws {
    let reference = try Reference("statistics/fisher_rxc_job_satisfaction")
    let table = reference["inputs"]["table_rows"].list.map(\.ints)
    let test = try FisherTest(table, null: .exactOrPermutation(count: 1999, seed: 1))
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
