import Dispatch
import Foundation
import Synchronization

/// Random work cut into numbered blocks, each with its own stream, shared between threads.
///
/// Results stand in the order of the blocks and a block is worked through by one thread alone, so the number of threads
/// cannot change anything. Less than ``shared`` blocks are not worth a second thread.
package enum RandomBlocks {
  /// At most so many threads for the work that starts inside; 0 takes one per core. Whoever already works on every core
  /// sets it to 1.
  @TaskLocal package static var threads = 0

  /// The least number of blocks that are shared between threads.
  static let shared = 16

  /// The results of `body` for `count` draws in blocks of `size`: it is told a block's draws and given its stream.
  package static func map<Result: Sendable>(
    _ count: Int, by size: Int, seed: UInt64, stream: UInt64 = 0,
    _ body: @Sendable (_ draws: Range<Int>, _ random: inout RandomStream) -> Result
  ) -> [Result] {
    precondition(count > 0, "resampling needs at least one draw")
    let blocks = (count + size - 1) / size
    @Sendable func part(_ range: Range<Int>) -> [Result] {
      range.map { block in
        var random = RandomStream(seed: seed, stream: stream, block: UInt64(block))
        return body((block * size)..<min(count, (block + 1) * size), &random)
      }
    }
    let limit = threads > 0 ? threads : ProcessInfo.processInfo.activeProcessorCount
    let workers = blocks < shared ? 1 : min(limit, blocks)
    guard workers > 1 else { return part(0..<blocks) }
    let results = Mutex([[Result]](repeating: [], count: workers))
    DispatchQueue.concurrentPerform(iterations: workers) { worker in
      let own = part((worker * blocks / workers)..<((worker + 1) * blocks / workers))
      results.withLock { $0[worker] = own }
    }
    return results.withLock { $0.flatMap(\.self) }
  }
}
