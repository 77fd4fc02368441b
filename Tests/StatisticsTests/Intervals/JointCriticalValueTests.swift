import Testing

@testable import Statistics

@Suite struct JointCriticalValueTests {
  /// `allocations.py`: Šidák's value for five independent estimates, and Student's t(7) of the same tail.
  @Test("Five independent estimates need Šidák's 2.5688; five copies of one need 1.96")
  func limits() {
    let unit = (0..<5).map { row in (0..<5).map { $0 == row ? 1.0 : 0 } }
    let independent = JointCriticalValue(correlations: unit, degreesOfFreedom: 7, draws: 100_000)
    #expect(abs(independent.normal - 2.568763168011401) < 0.02)
    #expect(abs(independent.student - 3.4843456483924107) < 0.06)
    let copies = JointCriticalValue(
      correlations: [[Double]](repeating: [Double](repeating: 1, count: 5), count: 5), degreesOfFreedom: 1e9)
    #expect(abs(copies.normal - 1.959963984540054) < 0.03 && abs(copies.student - copies.normal) < 1e-6)
    let one = JointCriticalValue(correlations: [[1]], degreesOfFreedom: 7)
    // Student's t(7) at .975, a printed table.
    #expect(agrees(one.student, 2.364624251592785, relative: 1e-9))
  }

  @Test("The same seed gives the same value, and correlation only ever helps")
  func laws() {
    func value(_ r: Double) -> Double {
      JointCriticalValue(
        correlations: (0..<4).map { row in (0..<4).map { $0 == row ? 1 : r } }, degreesOfFreedom: 20
      ).normal
    }
    #expect(value(0.5) == value(0.5))
    #expect(value(0) > value(0.5) && value(0.5) > value(0.95))
  }
}
