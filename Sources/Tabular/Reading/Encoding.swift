/// Checks of whole texts before their cells are looked at.
package enum TextCheck {
  /// The number of bytes of a UTF-8 byte order mark at the start: 3 or 0.
  package static func byteOrderMark(_ bytes: Span<UInt8>) -> Int {
    bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
  }

  /// Where the first byte that is not part of well-formed UTF-8 stands; nil when all is well.
  package static func firstInvalidByte(_ bytes: Span<UInt8>) -> Int? {
    if isASCII(bytes) { return nil }
    do {
      _ = try UTF8Span(validating: bytes)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  /// Whether every byte is below 128.
  @inlinable
  package static func isASCII(_ bytes: Span<UInt8>) -> Bool {
    bytes.withUnsafeBytes { raw in
      var high = SIMD16<UInt8>()
      var index = 0
      while index + 16 <= raw.count {
        high |= raw.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
        index += 16
      }
      var last: UInt8 = 0
      while index < raw.count {
        last |= raw[index]
        index += 1
      }
      return high.max() < 128 && last < 128
    }
  }

  /// A fault when the first bytes are those of something else than comma-separated UTF-8 text.
  package static func foreignFormat(_ bytes: Span<UInt8>) -> TextFault? {
    func starts(_ prefix: [UInt8]) -> Bool {
      guard bytes.count >= prefix.count else { return false }
      return prefix.indices.allSatisfy { bytes[$0] == prefix[$0] }
    }
    let found: (what: String, mend: String)? =
      if starts([0x50, 0x4B, 0x03, 0x04]) {
        ("an Excel workbook or another ZIP archive", "open it in the spreadsheet program and save it as “CSV UTF-8”")
      } else if starts([0xD0, 0xCF, 0x11, 0xE0]) {
        ("an old Excel workbook", "open it in the spreadsheet program and save it as “CSV UTF-8”")
      } else if starts([0x25, 0x50, 0x44, 0x46]) {
        ("a PDF document", "export the responses as CSV")
      } else if starts([0x1F, 0x8B]) {
        ("a gzip archive", "unpack it first")
      } else if starts([0xFF, 0xFE]) || starts([0xFE, 0xFF]) {
        ("UTF-16 text", "save the file again as “CSV UTF-8”")
      } else if starts([0x7B, 0x22]) || starts([0x5B, 0x7B]) || starts([0x7B, 0x0A]) || starts([0x5B, 0x0A]) {
        ("JSON", "export the responses as CSV")
      } else if starts([0x3C]) {
        ("HTML or XML", "export the responses as CSV")
      } else if hasNul(bytes) {
        ("binary data", "export the responses as CSV")
      } else {
        nil
      }
    return found.map {
      TextFault(.notDelimited, message: "found \($0.what), expected comma-separated UTF-8 text; \($0.mend)")
    }
  }

  private static func hasNul(_ bytes: Span<UInt8>) -> Bool {
    for index in 0..<min(bytes.count, 4096) where bytes[index] == 0 { return true }
    return false
  }
}
