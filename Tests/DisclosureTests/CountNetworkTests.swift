import Disclosure
import Testing

struct CountNetworkTests {
  @Test func `a table is balanced: its margins are its sums`() {
    let table = CountTable([[1, 2, 3], [4, 5, 6]])
    #expect(table.network.isBalanced)
    let counts = table.network.arcs.map(\.count)
    #expect(counts[table.cell(1, 2)] == 6)
    #expect((0..<2).map { counts[table.total(ofRow: $0)] } == [6, 15])
    #expect((0..<3).map { counts[table.total(ofColumn: $0)] } == [5, 7, 9])
    #expect(counts[table.total] == 21)
  }

  @Test func `a count that is no sum is out of balance`() {
    var network = CountNetwork(nodeCount: 2)
    let node = network.addNode()
    #expect(node == 2)
    _ = network.add(from: 0, to: 1, count: 3)
    _ = network.add(from: 1, to: node, count: 3)
    let last = network.add(from: node, to: 0, count: 3)
    #expect(last == 2 && network.isBalanced)
    _ = network.add(from: 0, to: 1, count: 1)
    #expect(!network.isBalanced)
  }

  @Test func `small counts are hidden for themselves, noughts and margins are not`() {
    let table = CountTable([[0, 4, 5], [1, 12, 0]])
    let reasons = table.primary(SuppressionRule(minimum: 5))
    #expect(reasons.indices.filter { reasons[$0] != nil } == [table.cell(0, 1), table.cell(1, 0)])
  }
}
