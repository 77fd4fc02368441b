import Testing

@testable import Survey

@Suite("Labels and identifiers are told apart by their bytes")
struct LabelIndexTests {
  @Test("Numbers follow first appearance, however many labels there are")
  func labels() {
    var index = LabelIndex()
    for _ in 0..<2 {
      for label in 0..<1_000 {
        let bytes = Array("label \(label)".utf8)
        #expect(index.number(bytes.span, 0, bytes.count) == Int32(label))
      }
    }
    #expect(index.count == 1_000)
    #expect(index.text(999) == "label 999")
  }

  @Test("Equal hashes are no duplicates unless the bytes are equal")
  func collisions() {
    var index = IdentifierIndex()
    for place in 0..<100 { #expect(index.earlier(place, hash: 7, isEqual: { _ in false }) == nil) }
    #expect(index.earlier(100, hash: 7, isEqual: { $0 == 42 }) == 42)
  }

  @Test("Every one of many identifiers is found again")
  func many() {
    var index = IdentifierIndex()
    let hash: (Int) -> UInt64 = { UInt64($0) &* 0x9E37_79B9_7F4A_7C15 }
    for place in 0..<5_000 { #expect(index.earlier(place, hash: hash(place), isEqual: { $0 == place }) == nil) }
    for place in 0..<5_000 { #expect(index.earlier(5_000, hash: hash(place), isEqual: { $0 == place }) == place) }
  }
}
