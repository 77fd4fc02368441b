import Disclosure

/// The audit's second road: every way in which whole numbers could stand in the hidden places, written out.
struct EnumeratedTables {
  /// The values of all counts, one list for each way.
  private(set) var ways: [[Int]] = []
  private let network: CountNetwork
  private let hidden: [Bool]

  /// - Parameters:
  ///   - least: the least that a hidden count can be.
  ///   - most: no count is tried above it.
  init(_ network: CountNetwork, hidden: [Bool], least: Int, most: Int) {
    self.network = network
    self.hidden = hidden
    var nodes = [Node](repeating: Node(), count: network.nodeCount)
    for (arc, isOpen) in zip(network.arcs, hidden) {
      nodes[arc.tail].surplus -= isOpen ? 0 : arc.count
      nodes[arc.head].surplus += isOpen ? 0 : arc.count
      nodes[arc.tail].leaving += isOpen ? 1 : 0
      nodes[arc.head].entering += isOpen ? 1 : 0
    }
    var values = network.arcs.map(\.count)
    fill(hidden.indices.filter { hidden[$0] }[...], &values, &nodes, least, most)
  }

  /// What has come in more than gone out, and what is still to be written.
  private struct Node {
    var surplus = 0
    var leaving = 0
    var entering = 0

    var isPossible: Bool { (surplus <= 0 || leaving > 0) && (surplus >= 0 || entering > 0) }
  }

  private mutating func fill(
    _ rest: ArraySlice<Int>, _ values: inout [Int], _ nodes: inout [Node], _ least: Int, _ most: Int
  ) {
    guard let index = rest.first else {
      ways.append(values)
      return
    }
    let arc = network.arcs[index]
    let (tail, head) = (nodes[arc.tail], nodes[arc.head])
    // What leaves a node that nothing more enters has come in already.
    let bounds = [
      most, tail.entering == 0 ? tail.surplus : most, head.leaving == 0 ? -head.surplus : most,
    ]
    var value = least
    while value <= bounds.min() ?? most {
      nodes[arc.tail].surplus = tail.surplus - value
      nodes[arc.tail].leaving = tail.leaving - 1
      nodes[arc.head].surplus = head.surplus + value
      nodes[arc.head].entering = head.entering - 1
      values[index] = value
      if nodes[arc.tail].isPossible, nodes[arc.head].isPossible {
        fill(rest.dropFirst(), &values, &nodes, least, most)
      }
      value += 1
    }
    (nodes[arc.tail], nodes[arc.head]) = (tail, head)
  }

  /// The smallest and largest value of a count, among the ways in which another is as it is known.
  func range(of arc: Int, knowing known: Int? = nil) -> ClosedRange<Int>? {
    let values = ways.filter { way in known.map { way[$0] == network.arcs[$0].count } ?? true }.map { $0[arc] }
    guard let lower = values.min(), let upper = values.max() else { return nil }
    return lower...upper
  }

  /// Why a count is not safe, by its definition.
  func leak(of arc: Int, minimum: Int) -> TableAudit.Leak? {
    let count = network.arcs[arc].count
    guard hidden[arc], count > 0, let range = range(of: arc) else { return nil }
    if range.lowerBound == range.upperBound { return .exact }
    guard count < minimum else { return nil }
    if range.upperBound < minimum { return .small }
    let alone = hidden.indices.filter { hidden[$0] && $0 != arc && network.arcs[$0].count == 1 }
    return alone.contains { self.range(of: arc, knowing: $0)?.count == 1 } ? .contributor : nil
  }
}
