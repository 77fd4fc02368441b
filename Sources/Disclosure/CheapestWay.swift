extension ResidualNetwork {
  /// The shown counts to hide that cost least so that the last flow could grow by `amount`, in the order of the way; nil when there is no
  /// way. A count costs the people in it and one more.
  ///
  /// - Parameters:
  ///   - ends: where the way starts and where it ends.
  ///   - own: the count that is to be protected, and with `known` one that somebody knows: they must not be moved.
  ///   - fixed: whether a count is known anyway and cannot be hidden.
  ///   - allowsZeros: whether noughts may be hidden.
  func cheapestWay(
    from source: Int, to target: Int, amount: Int, without own: Int, _ known: Int?, fixed: [Bool],
    allowsZeros: Bool
  ) -> [Int]? {
    /// What a step costs; nil where it may not be taken.
    func step(_ place: Int) -> Int? {
      let arc = place / 2
      guard arc != own, arc != known else { return nil }
      if isHidden[arc] { return room[place] >= amount ? 1 : nil }
      guard place % 2 == 0 || fall(arc) >= amount, !fixed[arc], allowsZeros || network.arcs[arc].count > 0 else {
        return nil
      }
      return 1 + (network.arcs[arc].count + 1) << 12
    }
    // The last step costs at least so much: whoever is dearer without it need not be looked at.
    guard let last = leaving[starts[target]..<starts[target + 1]].lazy.compactMap({ step(Int($0) ^ 1) }).min() else {
      return nil
    }
    var cost = [Int](repeating: Int.max, count: network.nodeCount)
    var via = [Int32](repeating: -1, count: network.nodeCount)
    var isDone = [Bool](repeating: false, count: network.nodeCount)
    // Hidden counts cost one step, and there are many: their ends are the next front. All others wait in a heap.
    var (reached, front, next) = (0, [source], [Int]())
    var heap = CostHeap()
    cost[source] = 0
    while reached + last < cost[target] {
      while let (cost, node) = heap.first, cost == reached {
        heap.removeFirst()
        front.append(node)
      }
      front.sort()
      for node in front where !isDone[node] {
        isDone[node] = true
        for index in starts[node]..<starts[node + 1] {
          let place = Int(leaving[index])
          let end = Int(ends[place])
          guard !isDone[end], let step = step(place) else { continue }
          let new = reached + step
          guard new < cost[end], end == target || new + last < cost[target] else { continue }
          cost[end] = new
          via[end] = Int32(place)
          if step == 1 { next.append(end) } else if end != target { heap.push(new, end) }
        }
      }
      front.removeAll(keepingCapacity: true)
      swap(&front, &next)
      if !front.isEmpty {
        reached += 1
      } else if let (cost, _) = heap.first {
        reached = cost
      } else {
        break
      }
    }
    guard cost[target] < Int.max else { return nil }
    var way: [Int] = []
    var node = target
    while node != source {
      let place = Int(via[node])
      if !isHidden[place / 2] { way.append(place / 2) }
      node = Int(self.ends[place ^ 1])
    }
    return way.reversed()
  }
}

/// Nodes by cost, cheapest first; among equals the smaller number.
private struct CostHeap {
  /// Cost and node as one number: there are fewer than 2²⁴ nodes, and no way costs 2⁴⁰.
  private var items: [UInt64] = []

  var first: (cost: Int, node: Int)? {
    items.first.map { (Int($0 >> 24), Int($0 & 0xFF_FFFF)) }
  }

  mutating func push(_ cost: Int, _ node: Int) {
    let item = UInt64(cost) << 24 | UInt64(node)
    var place = items.count
    items.append(item)
    while place > 0, item < items[(place - 1) / 2] {
      items[place] = items[(place - 1) / 2]
      place = (place - 1) / 2
    }
    items[place] = item
  }

  mutating func removeFirst() {
    guard let item = items.popLast(), !items.isEmpty else { return }
    var place = 0
    while 2 * place + 1 < items.count {
      var child = 2 * place + 1
      if child + 1 < items.count, items[child + 1] < items[child] { child += 1 }
      guard items[child] < item else { break }
      items[place] = items[child]
      place = child
    }
    items[place] = item
  }
}
