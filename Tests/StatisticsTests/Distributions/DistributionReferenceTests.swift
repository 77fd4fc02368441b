import Testing

@testable import Statistics

@Suite struct DistributionReferenceTests {
  /// Relative agreement; numbers below 10⁻²⁵⁰ are held to their size only.
  func isNear(_ got: Double, _ expected: Double, _ relative: Double) -> Bool {
    agrees(got, expected, relative: relative, absolute: 1e-250)
  }

  @Test("F and its quantiles to 10⁻¹¹ over 1…60 and 2…10⁶ degrees of freedom (mpmath at 30 digits)")
  func f() throws {
    for row in try Reference("statistics/distributions")["f"].list.map(\.doubles) {
      #expect(isNear(FDistribution.upperTail(row[0], row[1], row[2]), row[4], 1e-11))
      guard row[3] > 1e-12, row[4] > 1e-12 else { continue }
      #expect(agrees(FDistribution.quantile(row[3], row[1], row[2]), row[0], relative: row[4] < 1e-6 ? 1e-3 : 1e-9))
    }
  }

  @Test("Student's t to 10⁻¹³")
  func student() throws {
    for row in try Reference("statistics/distributions")["student"].list.map(\.doubles) {
      #expect(isNear(StudentDistribution.upperTail(row[0], degreesOfFreedom: row[1]), row[2], 1e-13))
      #expect(agrees(StudentDistribution.upperTail(-row[0], degreesOfFreedom: row[1]), 1 - row[2]))
    }
  }

  @Test("Noncentral t to 10⁻¹¹, and its noncentrality found again")
  func noncentralStudent() throws {
    for row in try Reference("statistics/distributions")["noncentral_t"].list.map(\.doubles) {
      let lower = StudentDistribution.noncentralLowerTail(row[0], degreesOfFreedom: row[1], noncentrality: row[2])
      let upper = StudentDistribution.noncentralUpperTail(row[0], degreesOfFreedom: row[1], noncentrality: row[2])
      #expect(isNear(lower, row[3], 1e-11))
      #expect(isNear(upper, row[4], 1e-11))
      guard row[3] > 1e-6, row[4] > 1e-6 else { continue }
      let found = StudentDistribution.noncentrality(row[0], degreesOfFreedom: row[1], lowerTail: row[3])
      #expect(agrees(found, row[2], relative: 1e-8))
    }
  }

  @Test("Noncentral t agrees with R 4.2.2 to its own accuracy")
  func noncentralStudentInR() throws {
    let reference = try Reference("statistics/dist_noncentral_t")
    let inputs = reference["inputs"]
    let (t, df, ncp) = (inputs["t"].doubles, inputs["df"].doubles, inputs["ncp"].doubles)
    for (place, expected) in reference["expected"]["cdf"].doubles.enumerated() {
      let got = StudentDistribution.noncentralLowerTail(
        t[place], degreesOfFreedom: df[place], noncentrality: ncp[place])
      #expect(agrees(got, expected, relative: 0, absolute: 1e-10))
    }
  }

  @Test("Noncentral χ² and F to 10⁻¹¹")
  func noncentralMixtures() throws {
    let reference = try Reference("statistics/distributions")
    for row in reference["noncentral_chi_square"].list.map(\.doubles) {
      let tails = NoncentralChiSquare.tails(row[0], degreesOfFreedom: row[1], noncentrality: row[2])
      #expect(isNear(tails.lower, row[3], 1e-11) && isNear(tails.upper, row[4], 1e-11))
    }
    for row in reference["noncentral_f"].list.map(\.doubles) {
      let tails = FDistribution.noncentralTails(row[0], row[1], row[2], noncentrality: row[3])
      #expect(isNear(tails.lower, row[4], 1e-11) && isNear(tails.upper, row[5], 1e-11))
    }
  }

  @Test("The studentised range to 10⁻¹¹ (mpmath), and to 10⁻¹¹ absolute of scipy over the whole grid")
  func studentizedRange() throws {
    for row in try Reference("statistics/distributions")["studentized_range"].list.map(\.doubles) {
      let freedom = row[2] < 0 ? Double.infinity : row[2]
      #expect(
        isNear(StudentizedRange.upperTail(row[0], groups: Int(row[1]), degreesOfFreedom: freedom), row[3], 1e-11))
    }
    let reference = try Reference("statistics/dist_studentized_range")
    let inputs = reference["inputs"]
    let (q, k, df) = (inputs["q"].doubles, inputs["k"].ints, inputs["df"].doubles)
    let expected = reference["expected"]["upper_tail_scipy_quad"].doubles
    #expect(expected.count == q.count)
    for place in q.indices {
      let freedom = df[place] < 0 ? Double.infinity : df[place]
      let got = StudentizedRange.upperTail(q[place], groups: k[place], degreesOfFreedom: freedom)
      #expect(agrees(got, expected[place], relative: 0, absolute: 1e-11))
    }
  }

  @Test("The .95 quantile for three groups and 15 degrees of freedom is 3.6734, as printed tables say")
  func rangeQuantiles() {
    let quantile = StudentizedRange.quantile(0.95, groups: 3, degreesOfFreedom: 15)
    #expect(agrees(quantile, 3.6734, absolute: 5e-5))
    #expect(agrees(StudentizedRange.upperTail(quantile, groups: 3, degreesOfFreedom: 15), 0.05, relative: 1e-10))
  }

  @Test("The range of two is √2 |T|, also for broken degrees of freedom, in both directions")
  func rangeOfTwo() {
    for freedom in [1, 1.5, 2.7, 11.3, 240.9] {
      for t in [0.3, 2, 9] {
        let tail = StudentizedRange.upperTail(2.0.squareRoot() * t, groups: 2, degreesOfFreedom: freedom)
        let student = StudentDistribution.bothTails(t, degreesOfFreedom: freedom)
        #expect(agrees(tail, student, relative: 1e-11))
        let quantile = StudentizedRange.quantile(1 - student, groups: 2, degreesOfFreedom: freedom)
        #expect(agrees(quantile, 2.0.squareRoot() * t, relative: 1e-11 / min(1, student)))
      }
    }
  }

  @Test("The .95 quantiles of two to eleven groups agree with qtukey of R 4.2.2, good to four or five digits")
  func rangeQuantileTable() throws {
    let expected = try Reference("statistics/dist_studentized_range")["expected"]
    let rows = try #require(Self.numbers(expected["q95_rows_k"]))
    let columns = try #require(Self.numbers(expected["q95_cols_df"]))
    for (row, groups) in rows.enumerated() {
      for (column, freedom) in columns.enumerated() {
        let quantile = StudentizedRange.quantile(0.95, groups: Int(groups), degreesOfFreedom: freedom)
        #expect(agrees(quantile, expected["q95"][row][column].double, relative: 1e-5))
      }
    }
  }

  /// Numbers written with commas between them; `Inf` is infinity.
  private static func numbers(_ reference: Reference) -> [Double]? {
    let numbers = reference.string.split(separator: ",").compactMap { Double($0) }
    return numbers.isEmpty ? nil : numbers
  }
}
