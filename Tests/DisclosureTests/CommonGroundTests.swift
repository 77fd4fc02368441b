import TestSupport
import Testing

@testable import Disclosure

struct CommonGroundTests {
  private let rule = SuppressionRule(minimum: 5)

  /// Organisations of two families with two types each, summed up over organisations, and what is hidden of them.
  private struct Cohort {
    var network: CountNetwork
    var hidden: [Bool]
    var unknown: [Bool]

    /// - Parameter share: in how many of a hundred cells there is anybody.
    init(organizations: Int, share: Int, minimum: Int, using random: inout SeededNumbers) {
      // Nodes: everybody, four types, all types; then each organisation with its families.
      var network = CountNetwork(nodeCount: 6)
      var sums = [Int](repeating: 0, count: 4)
      for _ in 0..<organizations {
        let cells = (0..<4).map { _ in
          Int.random(in: 0..<100, using: &random) < share ? Int.random(in: 1...7, using: &random) : 0
        }
        let own = network.addNode()
        _ = network.add(from: 0, to: own, count: cells.reduce(0, +))
        for family in 0..<2 {
          let node = network.addNode()
          _ = network.add(from: own, to: node, count: cells[2 * family] + cells[2 * family + 1])
          for type in [2 * family, 2 * family + 1] {
            _ = network.add(from: node, to: 1 + type, count: cells[type])
            sums[type] += cells[type]
          }
        }
      }
      for type in 0..<4 { _ = network.add(from: 1 + type, to: 5, count: sums[type]) }
      _ = network.add(from: 5, to: 0, count: sums.reduce(0, +))
      self.network = network
      hidden = network.arcs.map { arc in
        (1..<minimum).contains(arc.count) || (arc.count < 20 && Int.random(in: 0..<4, using: &random) == 0)
      }
      unknown = network.arcs.map { _ in Int.random(in: 0..<2, using: &random) == 0 }
    }

    func residual(_ least: Int) -> ResidualNetwork {
      ResidualNetwork(network, hidden: hidden, least: least, isUnknown: unknown)
    }
  }

  @Test func `islands and the whole network tell of the same leaks`() {
    var random = SeededNumbers(seed: 21)
    var (found, leaks) = (0, [TableAudit.Leak: Int]())
    for round in 0..<4 {
      let cohort = Cohort(organizations: 160, share: round % 2 == 0 ? 95 : 60, minimum: 5, using: &random)
      var (islands, whole) = (cohort.residual(round < 2 ? 1 : 0), cohort.residual(round < 2 ? 1 : 0))
      for arc in cohort.hidden.indices where cohort.hidden[arc] {
        let (one, other) = (islands.leak(of: arc, rule: rule), whole.leakAnywhere(of: arc, rule: rule))
        #expect(one?.leak == other?.leak && one?.known == other?.known)
        if let one { leaks[one.leak, default: 0] += 1 }
      }
      found += islands.ground(rule.minimum) == nil ? 0 : 1
    }
    #expect(found == 4 && leaks.count == 3 && leaks.values.allSatisfy { $0 > 10 }, "\(found) \(leaks)")
  }

  @Test func `the ground is what many organisations join both ways`() throws {
    // Thirty organisations with two types each; the third type is in all of them, but in two only with somebody to move.
    let cells = (0..<30).map { [2, 3, $0 < 2 ? 2 : 0] }
    let table = CountTable(cells)
    let hidden = table.network.arcs.indices.map { $0 < 90 && table.network.arcs[$0].count > 0 }
    let residual = ResidualNetwork(table.network, hidden: hidden, least: 0, isUnknown: hidden.map { _ in false })
    let ground = try #require(CommonGround(residual, minimum: 5))
    // Nodes: rows, all rows, columns, all columns.
    #expect(ground.standing.indices.filter { ground.standing[$0] != $0 } == [31, 32])
    #expect(ground.standing[31] == ground.standing[32])
    #expect(Set(ground.island[0..<30]).count == 30)
    #expect(ground.island[31] == -1)
  }

  @Test func `few organisations, or few that join anything, have no ground`() {
    func ground(_ cells: [[Int]], minimum: Int) -> CommonGround? {
      let table = CountTable(cells)
      let hidden = table.network.arcs.indices.map { $0 < cells.count * 2 }
      let residual = ResidualNetwork(table.network, hidden: hidden, least: 1, isUnknown: hidden.map { _ in false })
      return CommonGround(residual, minimum: minimum)
    }
    #expect(ground((0..<12).map { _ in [2, 3] }, minimum: 5) == nil)
    // Twice the minimum and two must join: a count of 1 cannot fall where noughts are shown.
    let joining = { (many: Int) in (0..<40).map { $0 < many ? [2, 2] : [1, 1] } }
    #expect(ground(joining(11), minimum: 5) == nil)
    #expect(ground(joining(12), minimum: 5) != nil)
    #expect(ground(joining(12), minimum: 6) == nil)
  }
}
