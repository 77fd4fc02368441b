import Statistics

extension ComparisonEvidence {
  /// Takes what is known of the organisations behind a contrast: how many count, ICC(1) and the design effect.
  ///
  /// ICC(1) and the design effect together give the sum of the squared numbers of people. So they rest on the organisations whose people of
  /// the compared groups are told anyway, and are left out where these are fewer than half of the people who are compared.
  ///
  /// - Parameters:
  ///   - moments: one per organisation, over all compared groups together; those without a score count nothing.
  ///   - isTold: whether the number of people behind each of them is told elsewhere; nil where none is.
  mutating func describe(_ moments: [Moments], isTold: [Bool]?) {
    let occupied = moments.filter { $0.count > 0 }
    guard !occupied.isEmpty else { return }
    organizations = occupied.count
    guard let isTold else { return }
    let told = zip(moments, isTold).filter { $0.count > 0 && $1 }.map(\.0)
    let people = occupied.reduce(0) { $0 + $1.count }
    guard 2 * told.reduce(0, { $0 + $1.count }) >= people,
      let correlation = try? IntraclassCorrelation(told)
    else { return }
    intraclassCorrelation = correlation.value
    designEffect = correlation.designEffect
  }
}

extension ValueCounts {
  /// The moments of each group.
  ///
  /// - Cost: distinct values × the logarithm of their counts.
  var moments: [Moments] {
    (0..<groupCount).map { group in
      values.indices.reduce(Moments([])) { $0 + Moments(repeating: values[$1], count: self[group, $1]) }
    }
  }
}

extension Moments {
  /// The moments of one value that occurs `count` times.
  init(repeating value: Double, count: Int) {
    var (sum, power, left) = (Moments([]), Moments(CollectionOfOne(value)), count)
    while left > 0 {
      if left & 1 == 1 { sum = sum + power }
      power = power + power
      left >>= 1
    }
    self = sum
  }
}
