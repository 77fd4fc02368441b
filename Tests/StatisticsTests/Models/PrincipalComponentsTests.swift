import Testing

@testable import Statistics

@Suite("Principal components") struct PrincipalComponentsTests {
  @Test("Two columns: variances 1 ± r, loadings √((1 ± r) ⁄ 2), by hand")
  func byHand() throws {
    let (x, y) = ([1.0, 2, 3, 4, 6], [2.0, 1, 4, 3, 7])
    let r = try PrincipalComponents.correlations([x, y])[0][1]
    let components = try PrincipalComponents(columns: [x, y])
    #expect(agrees(components.variances[0], 1 + r) && agrees(components.variances[1], 1 - r))
    #expect(components.loadings[0].allSatisfy { agrees($0, ((1 + r) / 2).squareRoot()) })
  }

  @Test("Loadings rebuild the correlations; turning them keeps what each column shares; simple structure is found")
  func laws() throws {
    var stream = RandomStream(seed: 1)
    let a = (0..<200).map { _ in stream.normal() }
    let b = (0..<200).map { _ in stream.normal() }
    let columns = [a, a, b, b].map { column in column.map { $0 + 0.3 * stream.normal() } }
    let components = try PrincipalComponents(columns: columns)
    let correlations = try PrincipalComponents.correlations(columns)
    #expect(agrees(components.variances.reduce(0, +), 4))
    for p in 0..<4 {
      for q in 0..<4 {
        let rebuilt = components.loadings.reduce(0) { $0 + $1[p] * $1[q] }
        #expect(abs(rebuilt - correlations[p][q]) < 1e-10)
      }
    }
    let turned = components.rotatedLoadings(2)
    for column in 0..<4 {
      let before = components.loadings.prefix(2).reduce(0) { $0 + $1[column] * $1[column] }
      #expect(agrees(turned.reduce(0) { $0 + $1[column] * $1[column] }, before))
      #expect(min(abs(turned[0][column]), abs(turned[1][column])) < 0.15)
    }
  }

  @Test("Constants are refused")
  func refusals() {
    #expect(throws: SampleFault.noVariation) { try PrincipalComponents(columns: [[1, 1, 1], [1, 2, 3]]) }
    #expect(throws: SampleFault.tooFewValues(group: 0, needed: 2)) { try PrincipalComponents(columns: [[1]]) }
  }
}
