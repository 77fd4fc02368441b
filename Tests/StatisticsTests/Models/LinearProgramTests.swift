import Testing

@testable import Statistics

@Suite("Linear programs") struct LinearProgramTests {
  @Test("Two small programs with known answers, by hand")
  func byHand() {
    let factory = LinearProgram(maximizing: [3, 5], rows: [[1, 0], [0, 2], [3, 2]], bounds: [4, 12, 18])
    #expect(agrees(factory.value, 36))
    #expect(factory.solution.map { agrees($0[0], 2) && agrees($0[1], 6) } ?? false)
    #expect(LinearProgram(maximizing: [1, 1], rows: [[1, -1]], bounds: [1]).value == nil)
    #expect(LinearProgram(maximizing: [-1], rows: [[1]], bounds: [5]).value == 0)
  }

  @Test("Beale's program, in which the plain rule runs in circles")
  func cycling() {
    let program = LinearProgram(
      maximizing: [0.75, -150, 0.02, -6],
      rows: [[0.25, -60, -0.04, 9], [0.5, -90, -0.02, 3], [0, 0, 1, 0]], bounds: [0, 0, 1])
    #expect(agrees(program.value, 0.05))
  }
}
