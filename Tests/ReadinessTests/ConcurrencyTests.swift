import Readiness
import Testing

@Suite struct ConcurrencyTests {
  @Test func `Results stand at their index for any number of threads`() {
    for threads in [0, 1, 2, 7] {
      #expect(concurrentMap(100, threads: threads) { $0 * $0 } == (0..<100).map { $0 * $0 })
    }
    #expect(concurrentMap(0, threads: 4) { $0 }.isEmpty)
  }

  @Test func `A result that is nil is kept`() {
    let results: [Int?] = concurrentMap(4, threads: 2) { $0 % 2 == 0 ? $0 : nil }
    #expect(results == [0, nil, 2, nil])
  }
}
