extension ValueCounts {
  /// The counts of one group.
  func row(_ group: Int) -> ArraySlice<Int> { counts[(group * values.count)..<((group + 1) * values.count)] }

  /// The median of a group that has a value; halfway between the two middle values when these differ.
  func median(ofGroup group: Int) -> Double {
    let total = row(group).reduce(0, +)
    func value(at place: Int) -> Double {
      var below = 0
      for (count, value) in zip(row(group), values) {
        below += count
        if place < below { return value }
      }
      return values[values.count - 1]
    }
    return (value(at: (total - 1) / 2) + value(at: total / 2)) / 2
  }
}
