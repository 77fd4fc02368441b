/// Settles four neighbouring cells of one digit and a comma at once, as four 16-bit lanes of one word.
struct AnswerQuad: Sendable {
  private let lowest: UInt64
  private let slack: UInt64

  /// Nil for a scale whose codes are not consecutive single digits.
  init?(_ scale: ResponseScale) {
    let codes = scale.options.map(\.code)
    guard let first = codes.first, let last = codes.last, codes == Array(first...max(first, last)),
      (0...9).contains(first),
      last <= 9
    else { return nil }
    lowest = UInt64(first)
    slack = UInt64(0x7FFF - (last - first))
  }

  private static let lanes: UInt64 = 0x0001_0001_0001_0001

  /// The four codes, lowest lane first; nil unless the eight bytes at `index` are four digits of the scale, each with a comma.
  ///
  /// - Precondition: eight bytes follow `index`.
  @inline(__always)
  func codes(_ bytes: Span<UInt8>, at index: Int) -> UInt64? {
    let word = bytes.withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: index, as: UInt64.self)) }
    guard word & 0xFF00_FF00_FF00_FF00 == 0x2C00_2C00_2C00_2C00 else { return nil }
    // A digit below the lowest makes its lane negative, one above the highest carries into the lane's top bit.
    let steps = (word & 0x00FF_00FF_00FF_00FF) &- AnswerQuad.lanes &* (48 + lowest)
    let above = steps &+ AnswerQuad.lanes &* slack
    guard (steps | above) & 0x8000_8000_8000_8000 == 0 else { return nil }
    return steps &+ AnswerQuad.lanes &* lowest
  }
}

/// A place in a run of rated cells: which cell comes next, where it stands and where its answer goes.
struct PlainRun {
  var index: Int
  var step: Int
  var place: Int
  let column: Int
  let count: Int
  let detail: Int

  init(_ index: Int, step: Int, place: Int, of run: ResponseParser.Run) {
    self.index = index
    self.step = step
    self.place = place
    column = run.column
    count = run.count
    detail = run.detail
  }

  /// Reads cells that are blank or one digit of the scale and end with a comma, up to the first other one.
  mutating func read(
    _ bytes: Span<UInt8>, quad: AnswerQuad?, table: [UInt8], stride: Int, answers: inout MutableSpan<UInt8>
  ) {
    let last = bytes.count - 1
    var (index, step, place) = (index, step, place)
    while step < count {
      if let quad, step &+ 4 <= count, index &+ 8 <= last, let codes = quad.codes(bytes, at: index) {
        answers[place] = UInt8(truncatingIfNeeded: codes)
        answers[place &+ stride] = UInt8(truncatingIfNeeded: codes >> 16)
        answers[place &+ 2 &* stride] = UInt8(truncatingIfNeeded: codes >> 32)
        answers[place &+ 3 &* stride] = UInt8(truncatingIfNeeded: codes >> 48)
        index &+= 8
        place &+= 4 &* stride
        step &+= 4
        continue
      }
      guard index < last else { break }
      let byte = bytes[index]
      if byte == 0x2C {
        index &+= 1
      } else if bytes[index &+ 1] == 0x2C, table[Int(byte)] < 100 {
        answers[place] = table[Int(byte)]
        index &+= 2
      } else {
        break
      }
      place &+= stride
      step &+= 1
    }
    (self.index, self.step, self.place) = (index, step, place)
  }
}
