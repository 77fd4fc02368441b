import Testing

@testable import Statistics

@Suite struct RootSearchTests {
  @Test("A place is found to the last bit, also near zero")
  func place() {
    #expect(RootSearch.place(from: 0, to: 1) { $0 * $0 >= 0.25 } == 0.5)
    #expect(RootSearch.place(from: 0, to: 1) { $0 >= 1e-200 } == 1e-200)
  }

  @Test("A zero is found between two signs")
  func zero() {
    #expect(agrees(RootSearch.zero(from: 0, to: 2) { $0 * $0 - 2 }, 2.0.squareRoot(), relative: 1e-12))
    #expect(agrees(RootSearch.zero(from: -8, to: 3) { 1 - $0 * $0 * $0 }, 1, relative: 1e-12))
    #expect(RootSearch.zero(from: 0, to: 3) { $0 } == 0)
  }
}
