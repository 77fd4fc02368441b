import Foundation
import Statistics
import Testing

@testable import Readiness

/// What the digits of p tell of how a group is spread over organisations, by enumeration.
struct CoarsePValueTests {
  private static func choose(_ n: Int, _ k: Int) -> Double {
    (0..<k).reduce(1) { $0 * Double(n - $1) / Double($1 + 1) }
  }

  private static func exact(_ value: Double, smallest: Double) -> PValue {
    PValue(value: value, method: .exact, smallestAttainable: smallest)
  }

  @Test func `the smallest p no longer tells how two groups are spread over two organisations`() {
    // Ten and eleven people, of whom a and b are in the first organisation: 2 over the arrangements is the smallest p.
    var splits: [(a: Int, smallest: Double)] = []
    for a in 1...9 {
      for b in 1...10 {
        splits.append((a, 2 / (Self.choose(a + b, a) * Self.choose(21 - a - b, 10 - a))))
      }
    }
    let own = 2 / (Self.choose(12, 3) * Self.choose(9, 7))
    #expect(abs(own - 2.0 / 7_920) < 1e-15)
    let before = splits.filter { abs($0.smallest - own) < 1e-12 }
    #expect(before.count <= 2)
    let told = Self.exact(0.75, smallest: own).coarse.smallestAttainable
    let after = splits.filter { Self.exact(0.75, smallest: $0.smallest).coarse.smallestAttainable == told }
    // Nearly any number from one to nine stays possible.
    #expect(Set(after.map(\.a)).count >= 7 && after.count >= 10)
  }

  @Test func `digits are cut downwards for the smallest p, and to three for an exact one`() {
    let p = Self.exact(5_970.0 / 7_920, smallest: 2.0 / 7_920).coarse
    #expect(abs(p.value - 0.754) < 1e-12 && abs(p.smallestAttainable - 1e-4) < 1e-16)
    let few = Self.exact(2.0 / 56, smallest: 2.0 / 56).coarse
    #expect(abs(few.value - 0.0357) < 1e-12 && abs(few.smallestAttainable - 0.03) < 1e-12)
    let one = Self.exact(1, smallest: 0.05).coarse
    #expect(one.value == 1 && abs(one.smallestAttainable - 0.05) < 1e-12)
  }

  @Test func `a drawn p keeps its digits, and what the number of draws sets stays`() {
    let drawn = PValue(value: 0.20352, method: .permutation(count: 99_999, seed: 1), smallestAttainable: 1e-5)
    #expect(drawn.coarse == drawn)
    let few = PValue(value: 0.21, method: .permutation(count: 99, seed: 1), smallestAttainable: 0.0357).coarse
    #expect(few.value == 0.21 && abs(few.smallestAttainable - 0.03) < 1e-12)
  }
}
