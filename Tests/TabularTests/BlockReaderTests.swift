import Synchronization
import Tabular
import Testing

/// Collects the records of blocks as they are handed over.
private struct Collector: BlockParser {
  struct Block: Sendable {
    var records: [[String]] = []
    var damages = 0
  }

  func parse(_ bytes: Span<UInt8>, tail: BlockTail) -> ParsedBlock<Block> {
    var block = Block()
    var position = 0
    var isDamaged = false
    while position < bytes.count {
      var cells: [String] = []
      var damages = 0
      var index = position
      var terminator = CellScan.End.comma
      while terminator == .comma {
        let scan = CellScan(bytes, from: index)
        cells.append(scan.text(in: bytes))
        if scan.damage != .none { damages += 1 }
        isDamaged = isDamaged || scan.damage == .strayQuote
        index = scan.next
        terminator = scan.terminator
      }
      if terminator == .text, tail != .endOfText { break }
      if terminator == .line, tail == .open, index == bytes.count, bytes[index - 1] == 0x0D { break }
      block.records.append(cells)
      block.damages += damages
      position = index
    }
    return ParsedBlock(block, consumed: position, isDamaged: isDamaged)
  }
}

/// The grammar of the texts once more, byte by byte and without any of the library's code.
private struct NaiveMachine {
  enum State { case start, plain, quoted, quoteInQuoted, literal }

  var records: [[String]] = []

  init(_ text: [UInt8]) {
    var state = State.start
    var record: [[UInt8]] = []
    var cell: [UInt8] = []
    var raw: [UInt8] = []
    var isOpenRecord = false
    func endCell() {
      record.append(state == .literal ? raw : cell)
      cell = []
      raw = []
      state = .start
    }
    var index = 0
    while index < text.count {
      let byte = text[index]
      let isBreak = byte == 10 || byte == 13
      isOpenRecord = true
      switch state {
      case .quoted:
        raw.append(byte)
        if byte == 34 { state = .quoteInQuoted } else { cell.append(byte) }
      case .quoteInQuoted where byte == 34:
        raw.append(byte)
        cell.append(34)
        state = .quoted
      case _ where byte == 44: endCell()
      case _ where isBreak:
        endCell()
        records.append(record.map { String(decoding: $0, as: UTF8.self) })
        record = []
        isOpenRecord = false
        if byte == 13, index + 1 < text.count, text[index + 1] == 10 { index += 1 }
      case .start where byte == 34:
        raw.append(byte)
        state = .quoted
      case .quoteInQuoted:
        raw.append(byte)
        state = .literal
      default:
        raw.append(byte)
        cell.append(byte)
        if state == .start { state = .plain }
      }
      index += 1
    }
    if isOpenRecord {
      endCell()
      records.append(record.map { String(decoding: $0, as: UTF8.self) })
    }
  }
}

/// Made texts: the same seed gives the same text in every run.
private struct Texts {
  var state: UInt64

  mutating func next(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  /// Bytes of the grammar in any order: most texts hold stray marks.
  mutating func wild() -> [UInt8] {
    let alphabet = Array("aé,,\"\"\n\r".utf8)
    return (0..<next(below: 60)).map { _ in alphabet[next(below: alphabet.count)] }
  }

  /// Records whose marks are all in their place.
  mutating func wellFormed() -> [UInt8] {
    let cells = ["", "1", "nfm", "é", "\"\"", "\"a,b\"", "\"x\ny\"", "\"say \"\"so\"\"\"", "\"\r\n\""]
    let ends = ["\n", "\r\n", "\r"]
    var text = ""
    for _ in 0..<next(below: 8) {
      text += (0...next(below: 3)).map { _ in cells[next(below: cells.count)] }.joined(separator: ",")
      text += ends[next(below: ends.count)]
    }
    return Array(text.utf8)
  }
}

@Suite("Reading in blocks gives what one pass gives")
struct BlockReaderTests {
  private func read(_ text: [UInt8], threads: Int, blockSize: Int) throws -> [[String]] {
    final class Sink: Sendable { let records = Mutex<[[String]]>([]) }
    let sink = Sink()
    try BlockReader.read(ByteSource(text), from: 0, with: Collector(), threads: threads, blockSize: blockSize) {
      block, _ in
      sink.records.withLock { $0 += block.records }
    }
    return sink.records.withLock { $0 }
  }

  @Test("Well-formed texts, every block size", arguments: 1...60)
  func wellFormed(seed: Int) throws {
    var texts = Texts(state: UInt64(seed))
    let text = texts.wellFormed()
    let expected = NaiveMachine(text).records
    for size in 1...max(1, text.count + 1) { #expect(try read(text, threads: 2, blockSize: size) == expected) }
  }

  @Test("Texts with stray and open marks, every block size", arguments: 1...120)
  func wild(seed: Int) throws {
    var texts = Texts(state: UInt64(seed) &* 977)
    let text = texts.wild()
    let expected = NaiveMachine(text).records
    for size in 1...max(1, text.count + 1) {
      #expect(try read(text, threads: 1 + size % 3, blockSize: size) == expected, "\(text) in blocks of \(size)")
    }
  }

  @Test("A stray mark early on voids every later cut")
  func strayMark() throws {
    let row = "1,\"a\nb\",2\n"
    let text = Array(("x,y\"z,w\n" + String(repeating: row, count: 500)).utf8)
    let expected = NaiveMachine(text).records
    #expect(expected.count == 501)
    for size in [16, 64, 1000] { #expect(try read(text, threads: 4, blockSize: size) == expected) }
  }

  @Test(
    "Marks and bytes are counted sixteen at a time like one at a time", arguments: [0, 1, 15, 16, 17, 5_000, 70_001])
  func counting(length: Int) {
    var texts = Texts(state: 5)
    let text = (0..<length).map { _ in UInt8([34, 10, 13, 65][texts.next(below: 4)]) }
    #expect(BlockCut.quotationMarks(text.span) == text.count { $0 == 34 })
    #expect(BlockCut.recordLimit(text.span) == text.count { $0 == 10 || $0 == 13 } + 1)
  }

  @Test("Unreadable inputs are told apart")
  func inputs() {
    #expect(throws: InputFault(path: "/no/such/file", reason: .missing)) { try ByteSource(path: "/no/such/file") }
    #expect(throws: InputFault(path: "/", reason: .folder)) { try ByteSource(path: "/") }
  }
}
