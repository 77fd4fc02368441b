/// Counts of people tied together by sums, as a circulation: every count is an arc, and at every node what comes in goes out.
///
/// A two-way table with its margins is one: rows and columns are nodes, a cell leads from its row to its column, and the total of a
/// row leads from the node of all columns back to the row. So is a table in which one of the two ways is a hierarchy. What a reader
/// can infer about a count that is not shown is then how far its arc can go up and down while all sums hold.
///
/// - Source: Cox (1980), *Suppression methodology and statistical disclosure control*, JASA 75, 377–385;
///   Cox (1995), *Network models for complementary cell suppression*, JASA 90, 1453–1462.
public struct CountNetwork: Sendable, Hashable {
  /// One count.
  public struct Arc: Sendable, Hashable {
    /// The node that it leaves.
    public let tail: Int
    /// The node that it enters.
    public let head: Int
    /// How many people.
    public let count: Int
  }

  /// How many nodes there are.
  public private(set) var nodeCount: Int
  /// The counts in the order in which they were added.
  public private(set) var arcs: [Arc] = []

  /// Makes a network of nodes without counts.
  public init(nodeCount: Int = 0) {
    precondition(nodeCount >= 0, "a negative number of nodes")
    self.nodeCount = nodeCount
  }

  /// Adds a node and answers with its number.
  public mutating func addNode() -> Int {
    nodeCount += 1
    return nodeCount - 1
  }

  /// Adds a count and answers with the number of its arc; `count` must not be negative.
  public mutating func add(from tail: Int, to head: Int, count: Int) -> Int {
    precondition(count >= 0, "a negative count")
    precondition((0..<nodeCount).contains(tail) && (0..<nodeCount).contains(head) && tail != head, "no such nodes")
    arcs.append(Arc(tail: tail, head: head, count: count))
    return arcs.count - 1
  }

  /// Whether what comes in goes out at every node: that the counts are the sums that they are said to be.
  public var isBalanced: Bool {
    var balance = [Int](repeating: 0, count: nodeCount)
    for arc in arcs {
      balance[arc.tail] -= arc.count
      balance[arc.head] += arc.count
    }
    return balance.allSatisfy { $0 == 0 }
  }
}
