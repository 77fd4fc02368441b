/// How counts that are not shown can move while all sums hold: flows through the arcs that are hidden.
///
/// A hidden count can rise without limit of its own and fall to the least that a reader must take it for; a shown one cannot move.
struct ResidualNetwork {
  /// More than any count.
  static let unbounded = Int.max / 4

  let network: CountNetwork
  /// The least that a hidden count can be, save those that are ``isUnknown``.
  let least: Int
  /// Whether a count can be 0 for all that a reader knows.
  let isUnknown: [Bool]
  private(set) var isHidden: [Bool]
  /// Room to rise at 2a and to fall at 2a + 1.
  private(set) var room: [Int]
  let starts: [Int]
  /// Numbers of rooms by the node that they leave.
  let leaving: [Int32]
  /// The node that a room leads to.
  let ends: [Int32]
  private var undo: [(place: Int, room: Int)] = []
  /// When each node was last reached, with places for the pieces of a ``CommonGround``; so in `came` and `queue`.
  var seen: [Int32]
  var stamp: Int32 = 0
  /// The step by which each node was reached.
  var came: [Int32]
  var queue: [Int32]
  /// Whether the last search on an island ended without having seen a busy node.
  var isShutIn = false
  private var ground: CommonGround?
  /// How often the ground was asked for, and how many counts were hidden since it was looked for.
  private var (looks, hides) = (0, 0)
  /// Nodes next to the target, and the step from them.
  private var near: [Int32]
  private var step: [Int32]

  /// - Parameters:
  ///   - least: the least that a hidden count can be, where it is not less itself.
  ///   - isUnknown: whether a count can be 0 all the same.
  init(_ network: CountNetwork, hidden: [Bool], least: Int, isUnknown: [Bool]) {
    self.network = network
    self.least = least
    self.isUnknown = isUnknown
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
    seen = [Int32](repeating: 0, count: network.nodeCount + CommonGround.most)
    came = [Int32](repeating: -1, count: seen.count)
    queue = seen
    near = seen
    step = came
    for index in hidden.indices where hidden[index] { hide(index) }
  }

  /// Whether a count is above the least that it can be.
  func canFall(_ arc: Int) -> Bool { fall(arc) > 0 }

  /// Room to fall of a count, were it hidden.
  func fall(_ arc: Int) -> Int {
    max(0, network.arcs[arc].count - (isUnknown[arc] ? 0 : least))
  }

  /// The ``CommonGround``, looked for again now and then while more is hidden; nil where there is none.
  mutating func ground(_ minimum: Int) -> CommonGround? {
    looks += 1
    // A few counts are sooner looked at than the ground is found.
    if looks == 8 || (looks % 1024 == 0 && hides > 0) || (ground != nil && ground?.minimum != minimum) {
      restore()
      ground = CommonGround(self, minimum: minimum)
      hides = 0
    }
    return ground
  }

  /// Hides one more count.
  mutating func hide(_ arc: Int) {
    restore()
    hides += 1
    isHidden[arc] = true
    room[2 * arc] = Self.unbounded
    room[2 * arc + 1] = fall(arc)
  }

  /// How far a count can rise beside what is shown, at most `limit`; ``unbounded`` where nothing stops it.
  mutating func rise(of arc: Int, limit: Int, without known: Int? = nil) -> Int {
    push(
      from: network.arcs[arc].head, to: network.arcs[arc].tail, limit: limit,
      without: arc, known)
  }

  /// How far a count can fall beside what is shown, at most `limit`.
  mutating func fall(of arc: Int, limit: Int, without known: Int? = nil) -> Int {
    push(
      from: network.arcs[arc].tail, to: network.arcs[arc].head, limit: min(limit, fall(arc)),
      without: arc, known)
  }

  /// Hidden counts of 1 that the last flow went through, save one, in their order.
  func ones(besides own: Int) -> [Int] {
    var found: [Int] = []
    for step in undo {
      let arc = step.place / 2
      if arc != own, isHidden[arc], network.arcs[arc].count == 1, !found.contains(arc) { found.append(arc) }
    }
    return found.count > 1 ? found.sorted() : found
  }

  private mutating func push(from source: Int, to target: Int, limit: Int, without own: Int, _ known: Int?) -> Int {
    restore()
    close(own)
    if let known { close(known) }
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
    // Before many nodes are looked at in vain, the target is looked at from behind.
    if isDeadEnd(target, source) { return nil }
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

  /// Whether nothing but a few nodes without many counts leads to the target, and the source is none of them.
  private func isDeadEnd(_ target: Int, _ source: Int) -> Bool {
    var behind = [target]
    var next = 0
    while next < behind.count {
      let node = behind[next]
      next += 1
      guard starts[node + 1] - starts[node] <= CommonGround.busy else { return false }
      for index in starts[node]..<starts[node + 1] {
        let back = Int(leaving[index]) ^ 1
        guard room[back] > 0 else { continue }
        let from = Int(ends[back ^ 1])
        guard from != source, behind.count < 16 else { return false }
        if !behind.contains(from) { behind.append(from) }
      }
    }
    return true
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

  mutating func close(_ arc: Int) {
    change(2 * arc, to: 0)
    change(2 * arc + 1, to: 0)
  }

  mutating func change(_ place: Int, to value: Int) {
    undo.append((place, room[place]))
    room[place] = value
  }

  mutating func restore() {
    while let (place, value) = undo.popLast() { room[place] = value }
  }
}
