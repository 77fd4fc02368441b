import Testing

@testable import Statistics

/// The mean of eleven items of each person of the survey, with type and organisation as numbers in alphabetical order.
func surveyPeople() throws -> (scale: [Double], types: [Int], organizations: [Int]) {
  let table = try cells("statistics/data/survey160_items_complete.csv")
  let header = try #require(table.first)
  let type = try #require(header.firstIndex(of: "type"))
  let organization = try #require(header.firstIndex(of: "org"))
  let items = header.indices.filter { header[$0].hasPrefix("b") }
  let rows = Array(table.dropFirst())
  func numbered(_ place: Int) -> [Int] {
    let names = Set(rows.map { $0[place] }).sorted()
    return rows.map { row in names.firstIndex(of: row[place]) ?? 0 }
  }
  return (
    rows.map { row in items.reduce(0) { $0 + (Double(row[$1]) ?? 0) } / Double(items.count) },
    numbered(type),
    numbered(organization)
  )
}

@Suite struct ClusterRobustRegressionTests {
  @Test("Five types in 24 organisations agree with sandwich 3.0-2 and clubSandwich 0.5.8")
  func survey() throws {
    let expected = try Reference("statistics/ols_cluster_robust_survey")["expected"]
    let (scale, types, organizations) = try surveyPeople()
    let fit = try ClusterRobustRegression(
      design: ModelDesign.treatment(types, groupCount: 5), values: scale, clusters: organizations)
    #expect(fit.clusterCount == 24 && fit.coefficients.count == expected["terms"].list.count)
    for (place, coefficient) in fit.coefficients.enumerated() {
      for (got, key) in [
        (coefficient.estimate, "coef"), (coefficient.classical, "se_ols"),
        (coefficient.cr0, "se_CR0"),
        (coefficient.cr1, "se_CR1_stata"), (coefficient.cr2, "se_CR2"),
        (coefficient.degreesOfFreedom, "df_satterthwaite"), (coefficient.p, "p_CR2"),
        (coefficient.hc3 ?? .nan, "se_HC3"),
      ] {
        #expect(agrees(got, expected[key][place].double, relative: 1e-7), "\(key) \(place)")
      }
    }
    let wald = try #require(fit.wald([1, 2, 3, 4]))
    #expect(agrees(wald.f, expected["HTZ_F"].double, relative: 1e-7))
    #expect(agrees(wald.denominatorDegreesOfFreedom, expected["HTZ_df_den"].double, relative: 1e-7))
    #expect(agrees(wald.p, expected["HTZ_p"].double, relative: 1e-7))
    let one = try #require(fit.wald([2]))
    #expect(
      agrees(one.p, fit.coefficients[2].p)
        && agrees(one.denominatorDegreesOfFreedom, fit.coefficients[2].degreesOfFreedom))
  }

  @Test(
    "With one person a cluster CR2 of a mean is Student's standard error, with its degrees of freedom"
  )
  func singletons() throws {
    let values = [3.0, 1, 4, 1, 5, 9, 2]
    let fit = try ClusterRobustRegression(
      design: values.map { _ in [1] }, values: values, clusters: Array(values.indices))
    #expect(agrees(fit.coefficients[0].cr2, Moments(values).standardError ?? 0))
    #expect(
      agrees(fit.coefficients[0].degreesOfFreedom, 6)
        && agrees(fit.coefficients[0].estimate, 25.0 / 7))
    let student = try ConfidenceInterval.mean(Moments(values))
    #expect(agrees(fit.coefficients[0].interval.lower, student.lower))
    #expect(agrees(fit.coefficients[0].interval.upper, student.upper))
  }

  @Test("A change of unit moves estimates and errors with it, and clusters' numbers do not matter")
  func laws() throws {
    let (scale, types, organizations) = try surveyPeople()
    let design = ModelDesign.treatment(types, groupCount: 5)
    let fit = try ClusterRobustRegression(design: design, values: scale, clusters: organizations)
    let changed = try ClusterRobustRegression(
      design: design, values: scale.map { 25 * $0 + 1000 }, clusters: organizations.map { 100 - $0 }
    )
    for (one, other) in zip(fit.coefficients, changed.coefficients).dropFirst() {
      #expect(agrees(other.cr2, 25 * one.cr2) && agrees(other.p, one.p, relative: 1e-7))
    }
  }

  @Test("A mean that one cluster alone decides has no error of its own, and the others keep theirs")
  func oneCluster() throws {
    // The intercept is the mean of the first group, all of whom are in cluster 0: by the sandwich its error is nought, rounding apart.
    let groups = [0, 0, 0] + [Int](repeating: 1, count: 14)
    let values = [3.1, 4.7, 5.3] + (0..<14).map { 5 + 0.37 * Double($0 * $0 % 11) }
    let clusters = [0, 0, 0] + (0..<14).map { 1 + $0 / 2 }
    let fit = try ClusterRobustRegression(
      design: groups.map { [1, Double($0)] }, values: values, clusters: clusters)
    #expect(!fit.coefficients[0].hasError && fit.coefficients[0].cr2 == 0 && fit.coefficients[0].p == 1)
    #expect(agrees(fit.coefficients[0].estimate, 13.1 / 3) && fit.wald([0]) == nil && fit.wald([0, 1]) == nil)
    // By hand: the difference has the error of the second group's mean, by its seven clusters of two.
    let mean = values[3...].reduce(0, +) / 14
    let sums = (0..<7).map { values[3 + 2 * $0] + values[4 + 2 * $0] - 2 * mean }
    #expect(fit.coefficients[1].hasError)
    #expect(agrees(fit.coefficients[1].cr0, sums.reduce(0) { $0 + $1 * $1 }.squareRoot() / 14))
    #expect(fit.coefficients[1].p > 0 && fit.wald([1]) != nil)
  }

  @Test("Few clusters, dependent columns, too few rows and a perfect fit are refused")
  func refusals() {
    let values = [1.0, 2, 4, 3, 5, 7, 6]
    let ones = values.map { _ in [1.0] }
    #expect(throws: ModelFault.tooFewClusters(needed: 6)) {
      try ClusterRobustRegression(design: ones, values: values, clusters: [1, 1, 2, 2, 3, 4, 5])
    }
    #expect(throws: ModelFault.dependentColumns) {
      try ClusterRobustRegression(
        design: values.map { _ in [1, 2] }, values: values, clusters: Array(0..<7))
    }
    #expect(throws: ModelFault.tooFewRows) {
      try ClusterRobustRegression(design: [[1]], values: [2], clusters: [1], fewestClusters: 1)
    }
    #expect(throws: ModelFault.noResidual) {
      try ClusterRobustRegression(
        design: ones, values: values.map { _ in 3 }, clusters: Array(0..<7))
    }
  }
}
