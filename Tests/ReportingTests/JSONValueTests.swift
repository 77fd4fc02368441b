import Foundation
import Reporting
import Tabular
import Testing

struct JSONValueTests {
  @Test func `keys are sorted, numbers short, texts escaped`() {
    let value = JSONValue.object([
      "b": .list([.integer(-1), .number(0.1), .number(1), .number(.nan), .null, .boolean(true)]),
      "a": .text("“é” \"\\\n\t\u{1}"), "c": .object([:]), "d": .list([]), "seed": .unsigned(.max),
    ])
    #expect(
      String(decoding: value.document, as: UTF8.self) == """
        {
          "a": "“é” \\"\\\\\\n\\t\\u0001",
          "b": [
            -1,
            0.1,
            1,
            null,
            null,
            true
          ],
          "c": {},
          "d": [],
          "seed": 18446744073709551615
        }

        """)
  }

  @Test func `another program reads it`() throws {
    let value = JSONValue.object(["a": .list([.text("x\u{7}"), .number(1e-7), .number(1e300)])])
    let read = try JSONSerialization.jsonObject(with: Data(value.document)) as? [String: [Any]]
    #expect(read?["a"]?[0] as? String == "x\u{7}")
    #expect(read?["a"]?[1] as? Double == 1e-7)
    #expect(read?["a"]?[2] as? Double == 1e300)
  }
}
