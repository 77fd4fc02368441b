/// A fixed hash of short byte strings, the same in every run; equality is always verified by the bytes themselves.
package enum ByteHash {
  /// The hash of a range of bytes.
  @inlinable
  package static func hash(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    bytes.withUnsafeBytes { raw in
      var state = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: end - start)
      var index = start
      while index + 8 <= end {
        state = mix(state ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        index += 8
      }
      var rest: UInt64 = 0
      while index < end {
        rest = rest << 8 | UInt64(raw[index])
        index += 1
      }
      return mix(state ^ rest)
    }
  }

  /// Spreads every bit over the whole word.
  @inlinable
  package static func mix(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }

  /// Whether two ranges hold the same bytes.
  @inlinable
  package static func equal(
    _ left: Span<UInt8>, _ leftRange: Range<Int>, _ right: Span<UInt8>, _ rightRange: Range<Int>
  ) -> Bool {
    guard leftRange.count == rightRange.count else { return false }
    var offset = 0
    while offset < leftRange.count {
      if left[leftRange.lowerBound + offset] != right[rightRange.lowerBound + offset] { return false }
      offset += 1
    }
    return true
  }
}
