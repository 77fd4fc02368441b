import Testing

@testable import Statistics

@Suite struct RandomBlocksTests {
  @Test("Blocks stand in order with their own streams, on one thread and on many")
  func threads() {
    func blocks(_ threads: Int) -> [[UInt64]] {
      RandomBlocks.$threads.withValue(threads) {
        RandomBlocks.map(4_010, by: 100, seed: 3, stream: 2) { draws, random in
          draws.map { UInt64($0) ^ random.next() }
        }
      }
    }
    let one = blocks(1)
    #expect(one.count == 41 && one[40].count == 10)
    var stream = RandomStream(seed: 3, stream: 2, block: 40)
    #expect(one[40][0] == 4_000 ^ stream.next())
    for threads in [2, 3, 7] { #expect(blocks(threads) == one) }
  }

  @Test("A permutation test and a bootstrap give the same on any number of threads")
  func sameNumbers() throws {
    func both(_ threads: Int) throws -> (PValue, [Double]) {
      try RandomBlocks.$threads.withValue(threads) {
        let counts = ValueCounts(values: [1, 2, 3], groupCount: 2, counts: [40, 30, 20, 20, 30, 50])
        return (
          try MannWhitneyTest(counts, null: .permutation(count: 20_000, seed: 5)).pValue,
          try Bootstrap(strata: [[4, 5, 6]], count: 5_000) { Double($0[0][0]) }.draws
        )
      }
    }
    let (one, many) = (try both(1), try both(4))
    #expect(one.0 == many.0 && one.1 == many.1)
  }
}
