extension Multiplicity {
  /// Westfall and Young's step-down max-T adjusted p-values, in the order given: they hold the chance of any false
  /// rejection and use the dependence between the tests, which is in the draws.
  ///
  /// - Shapes: one observed statistic per test; `draws[test][draw]`, the statistics of one rearrangement of the people
  ///   for all tests together.
  /// - Units: statistics on one scale (studentised), of which the larger absolute value is the more extreme.
  /// - Null: the rearrangements. p = (1 + as extreme) / (draws + 1), so no p is below 1 / (draws + 1).
  /// - Cost: tests × draws.
  /// - Source: Westfall & Young (1993), Resampling-Based Multiple Testing, algorithm 2.8; step-down as Ge, Dudoit &
  ///   Speed (2003), Test 12(1), 1–77, doi:10.1007/BF02595811.
  public static func westfallYoung(observed: [Double], draws: [[Double]]) -> [Double] {
    precondition(observed.count == draws.count, "draws do not fit the observed statistics")
    guard let count = draws.first?.count else { return [] }
    precondition(draws.allSatisfy { $0.count == count }, "tests differ in the number of draws")
    let order = observed.indices.sorted { (abs(observed[$0]), $1) > (abs(observed[$1]), $0) }
    // From the least extreme test up, each draw keeps its largest statistic so far.
    var largest = [Double](repeating: 0, count: count)
    var adjusted = [Double](repeating: 1, count: observed.count)
    for test in order.reversed() {
      var extreme = 0
      for draw in 0..<count {
        largest[draw] = max(largest[draw], abs(draws[test][draw]))
        if isAtLeast(largest[draw], abs(observed[test])) { extreme += 1 }
      }
      adjusted[test] = Double(extreme + 1) / Double(count + 1)
    }
    var running = 0.0
    for test in order {
      running = max(running, adjusted[test])
      adjusted[test] = running
    }
    return adjusted
  }
}
