extension ResidualNetwork {
  /// Why a hidden count is not safe, and which count of 1 its only person must know to see it; nil where it is safe.
  ///
  /// Ways round are looked for on the count's own island first, and only what is not found there in the whole network. Whatever way is taken, it
  /// goes through every count that must not be known: those are the same in all ways.
  mutating func leak(of arc: Int, rule: SuppressionRule) -> (leak: TableAudit.Leak, known: Int?)? {
    let count = network.arcs[arc].count
    guard count > 0 else { return nil }
    guard let ground = ground(rule.minimum) else { return leakAnywhere(of: arc, rule: rule) }
    let (tail, head) = (network.arcs[arc].tail, network.arcs[arc].head)
    let island = max(ground.island[tail], ground.island[head])
    guard island >= 0 else { return leakAnywhere(of: arc, rule: rule) }
    func moves(without known: Int? = nil) -> Bool {
      move(from: head, to: tail, limit: 1, without: arc, known, on: island, ground) == 1
        || (fall(arc) > 0 && move(from: tail, to: head, limit: 1, without: arc, known, on: island, ground) == 1)
    }
    guard count < rule.minimum else { return moves() ? nil : leakAnywhere(of: arc, rule: rule) }
    let needed = rule.minimum - count
    let moved = move(from: head, to: tail, limit: needed, without: arc, nil, on: island, ground)
    guard moved == needed else {
      // What leads to the target on its island is used up: no other way could lead there.
      guard isShutIn else { return leakAnywhere(of: arc, rule: rule) }
      return moved > 0 || moves() || fall(of: arc, limit: 1) > 0 ? (.small, nil) : (.exact, nil)
    }
    guard !ones(besides: arc).isEmpty else { return nil }
    _ = move(from: head, to: tail, limit: 1, without: arc, nil, on: island, ground)
    for known in ones(besides: arc) where !moves(without: known) {
      if rise(of: arc, limit: 1, without: known) == 0, fall(of: arc, limit: 1, without: known) == 0 {
        return (.contributor, known)
      }
    }
    return nil
  }

  /// How far people can be moved round by ways on one island and the common ground, at most `limit`.
  private mutating func move(
    from source: Int, to target: Int, limit: Int, without own: Int, _ known: Int?, on island: Int32,
    _ ground: CommonGround
  ) -> Int {
    restore()
    close(own)
    if let known { close(known) }
    var total = 0
    while total < limit, let narrowest = way(from: source, to: target, on: island, ground) {
      let amount = min(narrowest, limit - total)
      let last = ground.standing[target]
      var node = ground.standing[source]
      while node != last {
        let place = Int(came[Int(node)])
        change(place, to: room[place] >= Self.unbounded / 2 ? room[place] : room[place] - amount)
        change(place ^ 1, to: room[place ^ 1] >= Self.unbounded / 2 ? room[place ^ 1] : room[place ^ 1] + amount)
        node = ground.standing[Int(ends[place])]
      }
      total += amount
    }
    return total
  }

  /// The narrowest room of a way, searched backwards; `came` holds the step that leaves each node.
  private mutating func way(from source: Int, to target: Int, on island: Int32, _ ground: CommonGround) -> Int? {
    stamp += 1
    let (first, last) = (ground.standing[source], ground.standing[target])
    isShutIn = false
    guard first != last else { return nil }
    seen[Int(last)] = stamp
    queue[0] = last
    var (next, count) = (0, 1)
    func reach(_ node: Int32, by place: Int32) {
      guard seen[Int(node)] != stamp else { return }
      (seen[Int(node)], came[Int(node)], queue[count]) = (stamp, place, node)
      count += 1
    }
    while next < count, seen[Int(first)] != stamp {
      let node = Int(queue[next])
      next += 1
      if node < network.nodeCount, ground.island[node] >= 0 {
        for index in starts[node]..<starts[node + 1] {
          let place = leaving[index] ^ 1
          guard room[Int(place)] > 0 else { continue }
          reach(ground.standing[Int(ends[Int(place ^ 1)])], by: place)
        }
      } else {
        for place in ground.shore(of: island) where room[Int(place)] > 0 {
          guard ground.standing[Int(ends[Int(place)])] == node else { continue }
          reach(ends[Int(place ^ 1)], by: place)
        }
      }
    }
    guard seen[Int(first)] == stamp else {
      isShutIn = queue[..<count].allSatisfy { $0 < network.nodeCount && ground.island[Int($0)] >= 0 }
      return nil
    }
    var narrowest = Self.unbounded
    var node = first
    while node != last {
      let place = Int(came[Int(node)])
      narrowest = min(narrowest, room[place])
      node = ground.standing[Int(ends[place])]
    }
    return narrowest
  }
}
