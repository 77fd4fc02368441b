import Testing

@testable import Statistics

/// Numbers written as decimals, read as whole multiples of their last digit less the first number: nothing is lost where the level
/// is far from the spread.
struct ExactDecimals {
  /// The numbers less the first one, in units of the last digit.
  let steps: [Int]
  /// The first number.
  let offset: Double
  /// Units of the last digit in one.
  let scale: Double

  init(_ texts: [String]) {
    let digits = texts.map { $0.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0 }
    let most = digits.max() ?? 0
    let whole = zip(texts, digits).map { text, digits in
      (Int(text.filter { $0 != "." }) ?? 0) * (0..<(most - digits)).reduce(1) { product, _ in product * 10 }
    }
    let first = whole.first ?? 0
    steps = whole.map { $0 - first }
    scale = (0..<most).reduce(1.0) { product, _ in product * 10 }
    offset = Double(first) / scale
  }

  /// The moments of some of the numbers less the offset.
  func moments(_ places: some Sequence<Int>) -> Moments {
    let chosen = places.map { steps[$0] }
    return Moments(
      count: chosen.count, sum: chosen.reduce(0, +), sumOfSquares: chosen.reduce(0) { $0 + $1 * $1 }, scale: scale)
  }
}

@Suite struct CertifiedDataTests {
  @Test(
    "Mean, deviation and lag-1 correlation agree with NIST's certified values",
    arguments: ["acc1", "acc2", "acc3", "lew", "mavro"])
  func univariate(_ name: String) throws {
    let reference = try Reference("statistics/nist_univariate_\(name)")
    let numbers = ExactDecimals(try cells("statistics/data/nist_\(name).csv").dropFirst().map { $0[0] })
    #expect(numbers.steps.count == reference["inputs"]["n"].int)
    let moments = numbers.moments(numbers.steps.indices)
    func tolerance(_ field: String) -> Double {
      let own = reference["tolerance"]["rel_\(field)"].double
      return own.isNaN ? reference["tolerance"]["rel"].double : own
    }
    #expect(agrees(numbers.offset + moments.mean, reference["expected"]["mean"].double, relative: tolerance("mean")))
    #expect(agrees(moments.standardDeviation, reference["expected"]["sd"].double, relative: tolerance("sd")))
    let distances = numbers.steps.map { Double($0) / numbers.scale - moments.mean }
    let lagged = zip(distances, distances.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 } / moments.squares
    #expect(agrees(lagged, reference["expected"]["lag1"].double, relative: tolerance("lag1")))
  }

  @Test(
    "The analysis of variance agrees with NIST's certified values, up to a level a million times the spread",
    arguments: ["SiRstv", "SmLs01", "SmLs02", "SmLs03", "SmLs04", "SmLs05", "SmLs06"])
  func anova(_ name: String) throws {
    let reference = try Reference("statistics/nist_anova_\(name)")
    let rows = try cells("statistics/data/nist_\(name).csv").dropFirst()
    let numbers = ExactDecimals(rows.map { $0[1] })
    let labels = rows.map { Int($0[0]) ?? 0 }
    let groups = Dictionary(grouping: labels.indices) { labels[$0] }
    #expect(labels.count == reference["inputs"]["n"].int && groups.count == reference["inputs"]["groups"].int)
    let test = try AnovaTest(groups.keys.sorted().map { numbers.moments(groups[$0] ?? []) })
    let expected = reference["expected"]
    let tolerance = reference["tolerance"]["rel"].double
    for (got, key) in [
      (test.table.between.squares, "SS_between"), (test.table.between.meanSquare, "MS_between"),
      (test.table.within.squares, "SS_within"), (test.table.within.meanSquare, "MS_within"), (test.statistic, "F"),
      (test.table.share ?? .nan, "R2"), (test.table.within.meanSquare.squareRoot(), "resid_sd"),
    ] {
      #expect(agrees(got, expected[key].double, relative: tolerance, absolute: 0), "\(key)")
    }
    #expect(test.table.between.degreesOfFreedom == expected["df_between"].int)
    #expect(test.table.within.degreesOfFreedom == expected["df_within"].int)
    #expect(test.pValue.value > 0)
  }

  @Test("Plain doubles, added up as they come, keep seven digits of the deviation at a level ten million times it")
  func running() throws {
    let values = try cells("statistics/data/nist_acc3.csv").dropFirst().compactMap { Double($0[0]) }
    #expect(agrees(Moments(values).standardDeviation, 0.1, relative: 1e-7))
  }
}
