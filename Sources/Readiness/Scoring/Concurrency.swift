import Dispatch
import Foundation
import Statistics
import Synchronization

/// The results of `body` for 0..<`count`, computed on at most `threads` threads (0: one per core).
///
/// Every result is made by one thread alone and stands at its own index, so the number of threads cannot change anything.
/// Resampling inside shares the threads that are left over.
package func concurrentMap<Result: Sendable>(
  _ count: Int, threads: Int, _ body: @Sendable (Int) -> Result
) -> [Result] {
  let limit = threads > 0 ? threads : ProcessInfo.processInfo.activeProcessorCount
  let workers = min(count, limit)
  guard workers > 1 else { return RandomBlocks.$threads.withValue(limit) { (0..<count).map(body) } }
  let next = Atomic<Int>(0)
  let results = Mutex([Result?](repeating: nil, count: count))
  DispatchQueue.concurrentPerform(iterations: workers) { _ in
    while true {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < count else { return }
      let result = RandomBlocks.$threads.withValue(limit / workers) { body(index) }
      results.withLock { $0[index] = result }
    }
  }
  return results.withLock { $0.compactMap(\.self) }
}
