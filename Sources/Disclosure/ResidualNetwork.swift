/// How counts that are not shown can move while all sums hold: flows through the arcs that are hidden.
///
/// A hidden count can rise without limit of its own and fall to the least that a reader must take it for; a shown one cannot move.
struct ResidualNetwork {
  /// More than any count.
  static let unbounded = Int.max / 4

  let network: CountNetwork
  /// The least that a hidden count can be, save those of ``unknown``.
  let least: Int
  /// Counts that can be 0 for all that a reader knows.
  let unknown: Set<Int>
  private(set) var isHidden: [Bool]
  /// Room to rise at 2a and to fall at 2a + 1.
  private var room: [Int]
  private let starts: [Int]
  /// Numbers of rooms by the node that they leave.
  private let leaving: [Int32]
  /// The node that a room leads to.
  private let ends: [Int32]
  private var undo: [(place: Int, room: Int)] = []
  private var seen: [Int32]
  private var stamp: Int32 = 0
  private var came: [Int32]
  private var queue: [Int32]
  /// Nodes next to the target, and the step from them.
  private var near: [Int32]
  private var step: [Int32]

  /// - Parameters:
  ///   - least: the least that a hidden count can be, where it is not less itself.
  ///   - unknown: counts that can be 0 all the same.
  init(_ network: CountNetwork, hidden: [Bool], least: Int, unknown: Set<Int> = []) {
    self.network = network
    self.least = least
    self.unknown = least > 0 ? unknown : []
    isHidden = [Bool](repeating: false, count: network.arcs.count)
    room = [Int](repeating: 0, count: 2 * network.arcs.count)
    var starts = [Int](repeating: 0, count: network.nodeCount + 1)
    for arc in network.arcs {
      starts[arc.tail + 1] += 1
      starts[arc.head + 1] += 1
    }
    for node in 0..<network.nodeCount { starts[node + 1] += starts[node] }
    var next = starts
    var leaving = [Int32](repeating: 0, count: 2 * network.arcs.count)
    var ends = leaving
    for (index, arc) in network.arcs.enumerated() {
      leaving[next[arc.tail]] = Int32(2 * index)
      next[arc.tail] += 1
      leaving[next[arc.head]] = Int32(2 * index + 1)
      next[arc.head] += 1
      ends[2 * index] = Int32(arc.head)
      ends[2 * index + 1] = Int32(arc.tail)
    }
    (self.starts, self.leaving, self.ends) = (starts, leaving, ends)
    seen = [Int32](repeating: 0, count: network.nodeCount)
    came = [Int32](repeating: -1, count: network.nodeCount)
    queue = [Int32](repeating: 0, count: network.nodeCount)
    near = seen
    step = came
    for index in hidden.indices where hidden[index] { hide(index) }
  }

  /// Whether a count is above the least that it can be.
  func canFall(_ arc: Int) -> Bool { fall(arc) > 0 }

  /// Room to fall of a count, were it hidden.
  private func fall(_ arc: Int) -> Int {
    max(0, network.arcs[arc].count - (unknown.contains(arc) ? 0 : least))
  }

  /// Hides one more count.
  mutating func hide(_ arc: Int) {
    restore()
    isHidden[arc] = true
    room[2 * arc] = Self.unbounded
    room[2 * arc + 1] = fall(arc)
  }

  /// How far a count can rise beside what is shown, at most `limit`; ``unbounded`` where nothing stops it.
  mutating func rise(of arc: Int, limit: Int, without known: Int? = nil) -> Int {
    push(
      from: network.arcs[arc].head, to: network.arcs[arc].tail, limit: limit,
      without: [arc] + [known].compactMap(\.self))
  }

  /// How far a count can fall beside what is shown, at most `limit`.
  mutating func fall(of arc: Int, limit: Int, without known: Int? = nil) -> Int {
    push(
      from: network.arcs[arc].tail, to: network.arcs[arc].head, limit: min(limit, fall(arc)),
      without: [arc] + [known].compactMap(\.self))
  }

  /// Counts that the last flow went through.
  var moved: Set<Int> { Set(undo.map { $0.place / 2 }) }

  private mutating func push(from source: Int, to target: Int, limit: Int, without known: [Int])
    -> Int
  {
    restore()
    for arc in known {
      change(2 * arc, to: 0)
      change(2 * arc + 1, to: 0)
    }
    var total = 0
    while total < limit, let narrowest = path(from: source, to: target) {
      guard narrowest < Self.unbounded / 2 else { return limit }
      let amount = min(narrowest, limit - total)
      var node = target
      while node != source {
        let place = Int(came[node])
        change(place, to: room[place] >= Self.unbounded / 2 ? room[place] : room[place] - amount)
        change(
          place ^ 1,
          to: room[place ^ 1] >= Self.unbounded / 2 ? room[place ^ 1] : room[place ^ 1] + amount)
        node = Int(ends[place ^ 1])
      }
      total += amount
    }
    return total
  }

  /// A short way with room left, noted in `came`; answers with its narrowest room.
  ///
  /// Nodes from which one step leads to the target are marked first, and the neighbours of small nodes are looked at at once: most
  /// ways in a table are rectangles, and are found without looking at whole columns.
  private mutating func path(from source: Int, to target: Int) -> Int? {
    stamp += 1
    for index in starts[target]..<starts[target + 1] {
      let back = Int(leaving[index]) ^ 1
      guard room[back] > 0 else { continue }
      let node = Int(ends[back ^ 1])
      near[node] = stamp
      step[node] = Int32(back)
    }
    seen[source] = stamp
    if let narrowest = arrive(at: source, from: source, target) { return narrowest }
    queue[0] = Int32(source)
    var (first, last) = (0, 1)
    while first < last {
      let node = Int(queue[first])
      first += 1
      for index in starts[node]..<starts[node + 1] {
        let place = Int(leaving[index])
        let end = Int(ends[place])
        guard room[place] > 0, seen[end] != stamp else { continue }
        seen[end] = stamp
        came[end] = Int32(place)
        if let narrowest = arrive(at: end, from: source, target) { return narrowest }
        queue[last] = Int32(end)
        last += 1
        guard starts[end + 1] - starts[end] <= 24 else { continue }
        for index in starts[end]..<starts[end + 1] {
          let place = Int(leaving[index])
          let beyond = Int(ends[place])
          guard near[beyond] == stamp, room[place] > 0, seen[beyond] != stamp else { continue }
          seen[beyond] = stamp
          came[beyond] = Int32(place)
          if let narrowest = arrive(at: beyond, from: source, target) { return narrowest }
        }
      }
    }
    return nil
  }

  /// Takes the last step where it is one; nil where it is not.
  private mutating func arrive(at node: Int, from source: Int, _ target: Int) -> Int? {
    guard near[node] == stamp else { return nil }
    came[target] = step[node]
    return narrowest(from: source, to: target)
  }

  private func narrowest(from source: Int, to target: Int) -> Int {
    var least = Self.unbounded
    var node = target
    while node != source {
      let place = Int(came[node])
      least = min(least, room[place])
      node = Int(ends[place ^ 1])
    }
    return least
  }

  private mutating func change(_ place: Int, to value: Int) {
    undo.append((place, room[place]))
    room[place] = value
  }

  private mutating func restore() {
    while let (place, value) = undo.popLast() { room[place] = value }
  }
}

extension ResidualNetwork {
  /// The shown counts to hide that cost least so that the last flow could grow by `amount`, in the order of the way; nil when there is no
  /// way. A count costs the people in it and one more.
  ///
  /// - Parameters:
  ///   - ends: where the way starts and where it ends.
  ///   - known: counts that must not be moved.
  ///   - canHide: whether a shown count may be hidden.
  func cheapestWay(
    from source: Int, to target: Int, amount: Int, without known: Set<Int>, canHide: (Int) -> Bool
  ) -> [Int]? {
    var cost = [Int](repeating: Int.max, count: network.nodeCount)
    var via = [Int](repeating: -1, count: network.nodeCount)
    var isDone = [Bool](repeating: false, count: network.nodeCount)
    var heap = CostHeap()
    cost[source] = 0
    heap.push(0, source)
    while let node = heap.pop() {
      if node == target { break }
      guard !isDone[node] else { continue }
      isDone[node] = true
      for index in starts[node]..<starts[node + 1] {
        let place = Int(leaving[index])
        let arc = place / 2
        guard !known.contains(arc) else { continue }
        let step: Int
        if isHidden[arc] {
          guard room[place] >= amount else { continue }
          step = 1
        } else {
          guard place % 2 == 0 || fall(arc) >= amount, canHide(arc) else { continue }
          step = 1 + (network.arcs[arc].count + 1) << 12
        }
        let end = Int(ends[place])
        if cost[node] + step < cost[end] {
          cost[end] = cost[node] + step
          via[end] = place
          heap.push(cost[end], end)
        }
      }
    }
    guard cost[target] < Int.max else { return nil }
    var way: [Int] = []
    var node = target
    while node != source {
      let place = via[node]
      if !isHidden[place / 2] { way.append(place / 2) }
      node = Int(self.ends[place ^ 1])
    }
    return way.reversed()
  }
}

/// Nodes by cost, cheapest first; among equals the smaller number.
private struct CostHeap {
  private var items: [(cost: Int, node: Int)] = []

  mutating func push(_ cost: Int, _ node: Int) {
    items.append((cost, node))
    var place = items.count - 1
    while place > 0, items[place] < items[(place - 1) / 2] {
      items.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func pop() -> Int? {
    guard let first = items.first, let last = items.popLast() else { return nil }
    guard !items.isEmpty else { return first.node }
    items[0] = last
    var place = 0
    while true {
      var least = place
      for child in [2 * place + 1, 2 * place + 2]
      where child < items.count && items[child] < items[least] {
        least = child
      }
      guard least != place else { return first.node }
      items.swapAt(place, least)
      place = least
    }
  }
}
