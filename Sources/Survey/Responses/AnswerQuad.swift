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
