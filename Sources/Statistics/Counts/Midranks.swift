extension ValueCounts {
  /// Twice the mean rank of each value over all groups, a whole number; for values that occur, strictly increasing.
  var doubledMidranks: [Int] {
    var below = 0
    return valueTotals.map { total in
      defer { below += total }
      return 2 * below + total + 1
    }
  }

  /// Each group's sum of doubled mean ranks.
  var doubledRankSums: [Int] {
    let ranks = doubledMidranks
    return (0..<groupCount).map { group in
      (0..<values.count).reduce(0) { $0 + self[group, $1] * ranks[$1] }
    }
  }

  /// Whether at least two different values occur.
  var varies: Bool { valueTotals.count { $0 > 0 } > 1 }

  /// Σ(t³ − t) over the runs of equal values.
  var tieSum: Double {
    valueTotals.reduce(0) { sum, total in
      let t = Double(total)
      return sum + (t * t * t - t)
    }
  }

  /// Checks what every test of independent groups needs.
  func checkForComparison() throws(SampleFault) {
    guard groupCount >= 2 else { throw .fewerThanTwoGroups }
    if let empty = groupTotals.firstIndex(of: 0) { throw .emptyGroup(empty) }
    guard varies else { throw .noVariation }
  }
}
