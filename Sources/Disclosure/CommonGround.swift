/// Nodes between which there is always a way, whatever one count is about: where most hidden counts are found safe in few steps.
///
/// A table of many organisations falls apart into small islands, one for each organisation, once the busy nodes are taken out: those of the
/// groups, which hold a count of nearly every organisation. Two groups that many organisations join, each by a way of its own, stay joined when a
/// few of the organisations are used up and one more is left out. So whether a count can move is seen on its own island, with such
/// groups taken as one node: a way that is found there is a way through the whole table.
///
/// - Shapes: islands of at most ``largest`` nodes and at most ``most`` busy nodes; whatever does not fit is looked at in the whole network.
/// - Cost: the number of counts, once; hiding more leaves every way that was there, so that it stays true.
/// - Source: ways that share no count, as in Menger (1927), doi:10.4064/fm-10-1-96-115, through distinct organisations.
struct CommonGround: Sendable {
  /// A node with more counts is busy.
  static let busy = 24
  /// The most nodes that an island may have.
  static let largest = 64
  /// The most busy nodes that are looked at.
  static let most = 64

  /// The minimum that it was made for: so many people can be moved at once.
  let minimum: Int
  /// The island of each node; −1 for busy nodes and in what is too large for an island.
  let island: [Int32]
  /// What stands for each node: itself, or a number past all nodes that busy nodes have together when they are always joined.
  let standing: [Int32]
  /// Rooms that lead from each island to busy nodes, by number.
  private let shore: [[Int32]]

  /// Nil where no two nodes are always joined.
  init?(_ residual: ResidualNetwork, minimum: Int) {
    let count = residual.network.nodeCount
    let busy = (0..<count).filter { residual.starts[$0 + 1] - residual.starts[$0] > Self.busy }
    guard busy.count > 1, busy.count <= Self.most else { return nil }
    let (island, members) = Self.islands(residual, busy)
    var number = [Int](repeating: -1, count: count)
    for (place, node) in busy.enumerated() { number[node] = place }
    /// By two busy nodes: islands with a way from one to the other.
    var joined = [Int](repeating: 0, count: busy.count * busy.count)
    var shore: [[Int32]] = []
    var beyond = [UInt64](repeating: 0, count: count)
    for nodes in members {
      let steps = nodes.flatMap { residual.leaving[residual.starts[$0]..<residual.starts[$0 + 1]] }
      let coast = steps.filter { number[Int(residual.ends[Int($0)])] >= 0 }
      // Which busy nodes can be reached from each node of the island without leaving it.
      var grows = true
      while grows {
        grows = false
        for step in steps where residual.room[Int(step)] > 0 {
          let (from, to) = (Int(residual.ends[Int(step) ^ 1]), Int(residual.ends[Int(step)]))
          let more = beyond[from] | (number[to] >= 0 ? 1 << UInt64(number[to]) : beyond[to])
          if more != beyond[from] { (beyond[from], grows) = (more, true) }
        }
      }
      var reached = [UInt64](repeating: 0, count: busy.count)
      for step in coast where residual.room[Int(step) ^ 1] > 0 {
        reached[number[Int(residual.ends[Int(step)])]] |= beyond[Int(residual.ends[Int(step) ^ 1])]
      }
      for from in busy.indices where reached[from] != 0 {
        for to in busy.indices where reached[from] >> UInt64(to) & 1 == 1 { joined[from * busy.count + to] += 1 }
      }
      shore.append(coast)
    }

    var pieces = 1
    var grounds = Self.grounds(joined, pieces: pieces, minimum: minimum)
    while grounds.count > pieces {
      pieces = grounds.count
      grounds = Self.grounds(joined, pieces: pieces, minimum: minimum)
    }
    guard !grounds.isEmpty else { return nil }
    var standing = (0..<Int32(count)).map(\.self)
    for (piece, ground) in grounds.enumerated() { for place in ground { standing[busy[place]] = Int32(count + piece) } }
    (self.minimum, self.island, self.standing, self.shore) = (minimum, island, standing, shore)
  }

  /// Busy nodes that are always joined, by number, piece by piece.
  ///
  /// - Parameters:
  ///   - joined: by two busy nodes, islands with a way from one to the other.
  ///   - pieces: so many pieces a way may go through.
  private static func grounds(_ joined: [Int], pieces: Int, minimum: Int) -> [[Int]] {
    // In a piece every way goes through the node in its middle: two islands for each of the people who move. One island more has the count
    // that is asked about, and one a count that somebody knows.
    let enough = 2 * max(1, minimum) * pieces + 2
    let width = Int(Double(joined.count).squareRoot())
    var left = Array(0..<width)
    var grounds: [[Int]] = []
    while let widest = left.map({ middle in
      left.filter { $0 == middle || min(joined[middle * width + $0], joined[$0 * width + middle]) >= enough }
    }).max(by: { $0.count < $1.count }), widest.count > 1 {
      grounds.append(widest)
      left.removeAll(where: widest.contains)
    }
    return grounds
  }

  /// Rooms that lead from an island to busy nodes.
  func shore(of island: Int32) -> [Int32] { shore[Int(island)] }

  /// What is left in one piece without the busy nodes.
  private static func islands(_ residual: ResidualNetwork, _ busy: [Int]) -> (island: [Int32], members: [[Int]]) {
    var island = [Int32](repeating: -1, count: residual.network.nodeCount)
    var isSeen = [Bool](repeating: false, count: residual.network.nodeCount)
    for node in busy { isSeen[node] = true }
    var members: [[Int]] = []
    for start in island.indices where !isSeen[start] {
      isSeen[start] = true
      var nodes = [start]
      var next = 0
      while next < nodes.count {
        let node = nodes[next]
        next += 1
        for index in residual.starts[node]..<residual.starts[node + 1] {
          let end = Int(residual.ends[Int(residual.leaving[index])])
          if !isSeen[end] {
            isSeen[end] = true
            nodes.append(end)
          }
        }
      }
      guard nodes.count <= largest else { continue }
      for node in nodes { island[node] = Int32(members.count) }
      members.append(nodes)
    }
    return (island, members)
  }
}
