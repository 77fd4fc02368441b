import Testing

@testable import Survey

@Suite("Four cells at once are settled like four cells")
struct AnswerQuadTests {
  @Test("Every byte in every place, for two scales", arguments: [0...4, 1...5])
  func everyByte(codes: ClosedRange<Int>) throws {
    let scale = ResponseScale(
      id: "s", options: codes.map { ResponseOption(code: $0, label: LocalizedText(["en": "\($0)"])) })
    let quad = try #require(AnswerQuad(scale))
    for place in 0..<8 {
      for byte in 0...UInt8.max {
        var cells = Array("3,2,1,4,".utf8)
        cells[place] = byte
        let digits = [0, 2, 4, 6].map { Int(cells[$0]) - 48 }
        let isPlain = digits.allSatisfy(codes.contains) && [1, 3, 5, 7].allSatisfy { cells[$0] == 0x2C }
        let found = quad.codes(cells.span, at: 0).map { word in (0..<4).map { Int(word >> (16 * $0) & 0xFF) } }
        #expect(found == (isPlain ? digits : nil))
      }
    }
  }

  @Test("Scales with longer codes or gaps are read one by one")
  func longCodes() {
    for codes in [[0, 1, 10], [1, 3], []] {
      let scale = ResponseScale(
        id: "s", options: codes.map { ResponseOption(code: $0, label: LocalizedText(["en": "\($0)"])) })
      #expect(AnswerQuad(scale) == nil)
    }
  }
}
