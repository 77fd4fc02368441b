import Testing

@testable import Reporting

struct HTMLWriterTests {
  private func written(_ text: String) -> String {
    var html = HTMLWriter()
    html.text(text)
    return String(decoding: html.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("Smith & Sons <Ltd>", "Smith &amp; Sons &lt;Ltd&gt;"),
    (#"the "Hub" and Ann's"#, "the &quot;Hub&quot; and Ann&#39;s"),
    ("&amp;", "&amp;amp;"), ("</style><script>x</script>", "&lt;/style&gt;&lt;script&gt;x&lt;/script&gt;"),
    ("Ynys Môn, Tŷ Gŵyr 🏴󠁧󠁢󠁷󠁬󠁳󠁿 👩‍👩‍👧", "Ynys Môn, Tŷ Gŵyr 🏴󠁧󠁢󠁷󠁬󠁳󠁿 👩‍👩‍👧"), ("مجلس المدينة", "مجلس المدينة"), ("", ""),
  ])
  func `signs of markup become references, and all else stays`(text: String, expected: String) {
    #expect(written(text) == expected)
  }

  @Test func `what turns the direction of the text after it is left out`() {
    #expect(written("a\u{202E}b\u{2066}c\u{2069}d\u{202C}e") == "abcde")
    #expect(written("\u{200F}א\u{200E}") == "\u{200F}א\u{200E}")
  }

  @Test func `what a page must not hold becomes a replacement character`() throws {
    for value: UInt32 in [0x00, 0x1B, 0x7F, 0x85, 0xFDD0, 0xFFFE, 0x1FFFF] {
      let scalar = try #require(Unicode.Scalar(value))
      #expect(written("a\(scalar)b") == "a\u{FFFD}b", "\(value)")
    }
    #expect(written("a\tb\nc\rd") == "a b c d")
  }

  @Test func `a long word may be broken after a slash`() {
    var html = HTMLWriter()
    html.breakable("Professional/managerial/<b>")
    #expect(String(decoding: html.bytes, as: UTF8.self) == "Professional/<wbr>managerial/<wbr>&lt;b&gt;")
  }
}
