import Dispatch
import Synchronization

/// Parses one block of a delimited text into a value.
package protocol BlockParser: Sendable {
  /// What a block becomes.
  associatedtype Block: Sendable

  /// Parses the complete records at the start of `bytes`, which begin with a record.
  ///
  /// With ``BlockTail/open`` and ``BlockTail/recordEnd`` a last record that does not end inside `bytes` is left out.
  func parse(_ bytes: Span<UInt8>, tail: BlockTail) -> ParsedBlock<Block>
}

/// A parsed block and how far it can be trusted.
package struct ParsedBlock<Block: Sendable>: Sendable {
  /// The value.
  package let value: Block
  /// The bytes of its complete records.
  package let consumed: Int
  /// Whether a stray quotation mark was met, so that counting marks says nothing about later records.
  package let isDamaged: Bool

  /// Makes a value from its parts.
  package init(_ value: Block, consumed: Int, isDamaged: Bool) {
    self.value = value
    self.consumed = consumed
    self.isDamaged = isDamaged
  }
}

/// Reads a text in blocks, several at a time, and hands the parsed blocks over in the order of the text.
///
/// The result is that of one sequential pass, whatever the number of threads and the size of blocks: blocks are cut where
/// the count of quotation marks is even, and when a block meets a stray mark, so that the count proves nothing, everything
/// behind it is parsed again in order.
package enum BlockReader {
  /// A record longer than this is read as if the text ended: only an open quotation mark makes one.
  static let recordLimit = 64 << 20

  /// Reads `source` from `offset`, which must be a record's start.
  ///
  /// - Parameter merge: called once per block, in order, never twice at a time, with the bytes of the block.
  /// - Throws: ``InputFault`` when reading fails.
  package static func read<Parser: BlockParser>(
    _ source: ByteSource, from offset: Int, with parser: Parser, threads: Int, blockSize: Int,
    merge: @escaping @Sendable (Parser.Block, [UInt8]) -> Void
  ) throws(InputFault) {
    let run = BlockRun(
      source: source, parser: parser, blockSize: max(1, blockSize), offset: offset, limit: max(1, threads) * 2,
      merge: merge)
    if threads > 1 {
      DispatchQueue.concurrentPerform(iterations: threads) { _ in run.work() }
    } else {
      run.work()
    }
    if let fault = run.fault { throw fault }
  }
}

/// One reading of one text: blocks are taken, parsed and merged by any number of threads.
private final class BlockRun<Parser: BlockParser>: Sendable {
  private struct Cursor {
    var offset: Int
    var taken = 0
    var isDone: Bool
    var fault: InputFault?
  }

  private struct Finished {
    let parsed: ParsedBlock<Parser.Block>
    let bytes: [UInt8]
    let offset: Int
    let tail: BlockTail
  }

  private struct Queue {
    var finished: [Int: Finished] = [:]
    var next = 0
    var isMerging = false
  }

  private let source: ByteSource
  private let parser: Parser
  private let blockSize: Int
  private let merge: @Sendable (Parser.Block, [UInt8]) -> Void
  private let cursor: Mutex<Cursor>
  private let queue = Mutex(Queue())
  /// Keeps the number of blocks that are taken and not merged within bounds.
  private let room: DispatchSemaphore

  init(
    source: ByteSource, parser: Parser, blockSize: Int, offset: Int, limit: Int,
    merge: @escaping @Sendable (Parser.Block, [UInt8]) -> Void
  ) {
    self.source = source
    self.parser = parser
    self.blockSize = blockSize
    self.merge = merge
    cursor = Mutex(Cursor(offset: offset, isDone: offset >= source.count))
    // Made empty and filled: a semaphore must not end below the value that it was made with, and void blocks are not given back.
    room = DispatchSemaphore(value: 0)
    for _ in 0..<limit { room.signal() }
  }

  var fault: InputFault? { cursor.withLock { $0.fault } }

  func work() {
    while true {
      room.wait()
      guard let block = take() else {
        room.signal()
        return
      }
      let parsed = parser.parse(block.bytes.span, tail: block.tail)
      let finished = Finished(parsed: parsed, bytes: block.bytes, offset: block.offset, tail: block.tail)
      queue.withLock { $0.finished[block.number] = finished }
      mergeFinished()
    }
  }

  /// The next block in the order of the text.
  private func take() -> (number: Int, bytes: [UInt8], offset: Int, tail: BlockTail)? {
    cursor.withLock { cursor in
      guard !cursor.isDone else { return nil }
      do throws(InputFault) {
        var size = blockSize
        while true {
          var bytes = try source.bytes(at: cursor.offset, length: size)
          let reachesEnd = cursor.offset + bytes.count >= source.count || bytes.count < size
          let cut = reachesEnd ? bytes.count : BlockCut.lastRecordEnd(bytes.span)
          guard cut != nil || size >= BlockReader.recordLimit else {
            size *= 2
            continue
          }
          let offset = cursor.offset
          let isLast = reachesEnd || cut == nil
          if let cut, cut < bytes.count { bytes.removeLast(bytes.count - cut) }
          cursor.offset += bytes.count
          cursor.isDone = isLast
          cursor.taken += 1
          return (cursor.taken - 1, bytes, offset, isLast ? .endOfText : .recordEnd)
        }
      } catch {
        cursor.fault = error
        cursor.isDone = true
        return nil
      }
    }
  }

  /// Merges what is next in order; one thread at a time, the others go on parsing.
  private func mergeFinished() {
    while true {
      let next: Finished? = queue.withLock { queue in
        guard !queue.isMerging, let next = queue.finished.removeValue(forKey: queue.next) else { return nil }
        queue.isMerging = true
        return next
      }
      guard let next else { return }
      merge(next.parsed.value, next.bytes)
      let holds = !next.parsed.isDamaged && next.parsed.consumed == next.bytes.count
      if !holds, next.tail != .endOfText {
        cursor.withLock { $0.isDone = true }
        mergeInOrder(from: next.offset + next.parsed.consumed)
        // Blocks that were cut by counting marks are void; their number is never reached again.
        queue.withLock { $0.next = .max }
      }
      queue.withLock {
        $0.next = $0.next == .max ? .max : $0.next + 1
        $0.isMerging = false
      }
      room.signal()
    }
  }

  /// The rest of the text in order, each block starting where the last complete record ended.
  private func mergeInOrder(from start: Int) {
    var offset = start
    var size = blockSize
    do throws(InputFault) {
      while offset < source.count {
        let bytes = try source.bytes(at: offset, length: size)
        let reachesEnd = offset + bytes.count >= source.count || bytes.count < size
        let isLast = reachesEnd || size >= BlockReader.recordLimit
        let parsed = parser.parse(bytes.span, tail: isLast ? .endOfText : .open)
        if parsed.consumed == 0, !isLast {
          size *= 2
          continue
        }
        merge(parsed.value, bytes)
        if isLast { return }
        offset += parsed.consumed
        size = blockSize
      }
    } catch {
      cursor.withLock { $0.fault = error }
    }
  }
}
