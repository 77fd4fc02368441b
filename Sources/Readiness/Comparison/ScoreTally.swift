import Statistics

/// Counts how often each score occurs in each group, one person at a time and without sorting the people.
///
/// A table of slots found by the score's bits, so that the cost grows with people, and with distinct scores × their logarithm.
/// The outcome is that of `ValueCounts(groups:)`, in which scores that differ by no more than a tolerance count as one.
struct ScoreTally {
  private let groupCount: Int
  /// The place of a score plus one, or 0 for a free slot; a power of two, at most half full.
  private var slots = [Int32](repeating: 0, count: Self.fewest)
  private var values: [Double] = []
  /// Value by value, one count per group.
  private var cells: [Int] = []

  private static let fewest = 64

  init(groupCount: Int) { self.groupCount = groupCount }

  /// Forgets everybody.
  mutating func clear() {
    if slots.count > Self.fewest || !values.isEmpty { slots = [Int32](repeating: 0, count: Self.fewest) }
    values.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
  }

  /// Counts one person's score, or several people's.
  mutating func add(_ value: Double, group: Int, count: Int = 1) {
    var slot = Self.slot(of: value, among: slots.count)
    while slots[slot] > 0, values[Int(slots[slot]) - 1] != value { slot = (slot + 1) & (slots.count - 1) }
    if slots[slot] == 0 {
      values.append(value)
      cells.append(contentsOf: repeatElement(0, count: groupCount))
      slots[slot] = Int32(values.count)
      if 2 * values.count > slots.count { grow() }
      cells[(values.count - 1) * groupCount + group] += count
    } else {
      cells[(Int(slots[slot]) - 1) * groupCount + group] += count
    }
  }

  /// Groups × distinct scores.
  func counts(tolerance: Double = 1e-9) -> ValueCounts {
    var distinct: [Double] = []
    var places = [Int](repeating: 0, count: values.count)
    for index in values.indices.sorted(by: { values[$0] < values[$1] }) {
      if distinct.last.map({ values[index] - $0 > tolerance }) ?? true { distinct.append(values[index]) }
      places[index] = distinct.count - 1
    }
    var counts = [Int](repeating: 0, count: groupCount * distinct.count)
    for (index, place) in places.enumerated() {
      for group in 0..<groupCount { counts[group * distinct.count + place] += cells[index * groupCount + group] }
    }
    return ValueCounts(values: distinct, groupCount: groupCount, counts: counts)
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: 2 * slots.count)
    for (place, value) in values.enumerated() {
      var slot = Self.slot(of: value, among: slots.count)
      while slots[slot] > 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(place + 1)
    }
  }

  /// Bits stirred by the golden ratio, the highest taken.
  private static func slot(of value: Double, among count: Int) -> Int {
    Int((value.bitPattern &* 0x9E37_79B9_7F4A_7C15) >> (64 - UInt64(count.trailingZeroBitCount)))
  }
}
