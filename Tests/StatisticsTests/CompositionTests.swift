import Testing

@testable import Statistics

@Suite struct CompositionTests {
  @Test("Parts are divided by their sum")
  func closing() throws {
    #expect(try Composition(closing: [50, 30, 20]).parts == [0.5, 0.3, 0.2])
    #expect(try Composition(closing: [0, 3]).parts == [0, 1])
    #expect(try Composition.equal(4).parts == [0.25, 0.25, 0.25, 0.25])
  }

  @Test("Closing twice changes nothing")
  func idempotent() throws {
    let once = try Composition(closing: [10, 15, 0, 75])
    #expect(try Composition(closing: once.parts) == once)
  }

  @Test("What is no whole is refused with its place")
  func refusals() {
    #expect(throws: CompositionFault.noParts) { try Composition(closing: []) }
    #expect(throws: CompositionFault.invalidPart(1)) { try Composition(closing: [1, -1]) }
    #expect(throws: CompositionFault.invalidPart(0)) { try Composition(closing: [.nan, 1]) }
    #expect(throws: CompositionFault.invalidPart(0)) { try Composition(closing: [.infinity, 1]) }
    #expect(throws: CompositionFault.zeroTotal) { try Composition(closing: [0, 0]) }
  }
}
