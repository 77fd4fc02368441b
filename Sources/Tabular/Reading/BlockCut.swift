/// What is known about the end of a block of delimited text.
package enum BlockTail: Sendable {
  /// The text ends here.
  case endOfText
  /// The block was cut behind a line end that lies outside quotation marks, as far as counting them can tell.
  case recordEnd
  /// The block was cut anywhere: its last record may go on.
  case open
}

/// Finding a place where a text can be cut between two records, by counting quotation marks only.
///
/// In RFC 4180 text every quotation mark opens or closes a quoted cell, or is one of a doubled pair, so a line end with an
/// even number of marks before it is a record's end. The argument fails with the first stray mark; whoever parses notices it.
package enum BlockCut {
  /// Where the last record that is surely complete ends, counted from a record's start; nil when there is none.
  package static func lastRecordEnd(_ bytes: Span<UInt8>) -> Int? {
    var isOutside = quotationMarks(bytes) & 1 == 0
    var index = bytes.count - 1
    while index >= 0 {
      let byte = bytes[index]
      if byte == 0x22 {
        isOutside.toggle()
      } else if isOutside, byte == 0x0A || (byte == 0x0D && index + 1 < bytes.count) {
        // A carriage return that is the last byte may be half of CRLF.
        return index + 1
      }
      index -= 1
    }
    return nil
  }

  /// The number of quotation marks.
  package static func quotationMarks(_ bytes: Span<UInt8>) -> Int {
    count(of: 0x22, in: bytes)
  }

  /// The number of records that the text can hold at most.
  package static func recordLimit(_ bytes: Span<UInt8>) -> Int {
    count(of: 0x0A, in: bytes) + count(of: 0x0D, in: bytes) + 1
  }

  /// How often a byte occurs, 16 at a time.
  static func count(of byte: UInt8, in bytes: Span<UInt8>) -> Int {
    bytes.withUnsafeBytes { raw in
      let wanted = SIMD16<UInt8>(repeating: byte)
      let one = SIMD16<UInt8>(repeating: 1)
      var total = 0
      var index = 0
      while index + 16 <= raw.count {
        var lanes = SIMD16<UInt8>()
        let stop = min(raw.count - 15, index + 16 * 255)
        while index < stop {
          let chunk = raw.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
          lanes &+= SIMD16<UInt8>().replacing(with: one, where: chunk .== wanted)
          index += 16
        }
        let low = SIMD8<UInt16>(truncatingIfNeeded: lanes.lowHalf)
        let high = SIMD8<UInt16>(truncatingIfNeeded: lanes.highHalf)
        total += Int((low &+ high).wrappedSum())
      }
      while index < raw.count {
        if raw[index] == byte { total += 1 }
        index += 1
      }
      return total
    }
  }
}
