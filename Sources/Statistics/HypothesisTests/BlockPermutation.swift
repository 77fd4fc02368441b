/// The null of tests of repeated measures: within each block every order of its scores is equally likely.
///
/// The statistic is the sum of squares of the columns' sums, on which Friedman's χ², Kendall's W and Cochran's Q are
/// increasing.
struct BlockPermutation: Sendable {
  private let blocks: [[Int]]
  private let size: Int

  /// The most transitions for the exact road, unless it is asked for outright.
  static let stepLimit = 2_000_000
  /// The most scores (blocks × columns) for which `.automatic` draws.
  static let drawLimit = 2_000

  /// Takes blocks of whole-number scores; those that are all equal drop out.
  init(_ blocks: [[Int]]) {
    self.blocks = blocks.filter { block in block.contains { $0 != block[0] } }
    size = blocks.first?.count ?? 0
  }

  /// Exact where the walk is short enough, else drawn, else by the limit given.
  func pValue(_ null: NullDistribution, limit: @autoclosure () -> PValue) -> PValue {
    let roads = null.roads(limit: Self.stepLimit)
    let observed = squares(columnSums(blocks))
    if let bound = roads.exactLimit, let law = distribution(stepLimit: bound) {
      let tail = law.filter { $0.key >= observed }.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
      return .exact(tail, smallest: law.max { $0.key < $1.key }?.value ?? 1)
    }
    guard let permutation = roads.permutation,
      null != .automatic || blocks.count * size <= Self.drawLimit
    else { return limit() }
    let extreme = countExtreme(count: permutation.count, seed: permutation.seed, blocks) { scores, stream in
      var sums = [Int](repeating: 0, count: size)
      for block in scores.indices {
        for place in 0..<(size - 1) { scores[block].swapAt(place, place + stream.below(size - place)) }
        for place in 0..<size { sums[place] += scores[block][place] }
      }
      return squares(sums) >= observed
    }
    return .permuted(
      extreme: extreme, count: permutation.count, seed: permutation.seed,
      designMinimum: distribution(stepLimit: 20_000)?.max { $0.key < $1.key }?.value ?? 0)
  }

  /// The distribution of the sum of squares. Columns are exchangeable under the null, so only the sorted sums are kept:
  /// k! times fewer states. Nil when it would take more than `stepLimit` transitions or sums too large to be numbered.
  ///
  /// Cost grows with blocks × states × orders of a block.
  func distribution(stepLimit: Int) -> [Int: Double]? {
    guard size <= 8 else { return nil }
    let shifted = blocks.map { block in
      let lowest = block.min() ?? 0
      return block.map { $0 - lowest }
    }
    let lowest = blocks.reduce(0) { $0 + ($1.min() ?? 0) }
    let most = shifted.reduce(0) { $0 + ($1.max() ?? 0) }
    let bits = max(1, Int.bitWidth - most.leadingZeroBitCount)
    guard bits * size < 63 else { return nil }
    let mask = (1 << bits) - 1
    var states: [Int: Double] = [0: 1]
    var steps = 0
    for block in shifted {
      let orders = Self.orders(of: block)
      steps += states.count * orders.count
      guard steps <= stepLimit else { return nil }
      var next: [Int: Double] = [:]
      next.reserveCapacity(states.count * 2)
      let share = 1 / Double(orders.count)
      var sums = [Int](repeating: 0, count: size)
      // In a fixed order, so that sums of chances are the same bytes on every run.
      for key in states.keys.sorted() {
        let chance = (states[key] ?? 0) * share
        for order in orders {
          for column in 0..<size { sums[column] = ((key >> (bits * column)) & mask) + order[column] }
          sums.sort()
          next[sums.reversed().reduce(0) { $0 << bits | $1 }, default: 0] += chance
        }
      }
      states = next
    }
    var law: [Int: Double] = [:]
    for key in states.keys.sorted() {
      let sums = (0..<size).map { lowest + ((key >> (bits * $0)) & mask) }
      law[squares(sums), default: 0] += states[key] ?? 0
    }
    return law
  }

  /// Every different order of a block's scores.
  static func orders(of block: [Int]) -> [[Int]] {
    var current = block.sorted()
    var all = [current]
    while true {
      guard let pivot = (0..<(current.count - 1)).last(where: { current[$0] < current[$0 + 1] }),
        let successor = (pivot + 1..<current.count).last(where: { current[$0] > current[pivot] })
      else { return all }
      current.swapAt(pivot, successor)
      current[(pivot + 1)...].reverse()
      all.append(current)
    }
  }

  private func columnSums(_ blocks: [[Int]]) -> [Int] {
    (0..<size).map { column in blocks.reduce(0) { $0 + $1[column] } }
  }

  private func squares(_ sums: [Int]) -> Int { sums.reduce(0) { $0 + $1 * $1 } }
}
