import Testing

@testable import Statistics

/// One column of numbers of a reference table.
func column(_ path: String, _ name: String) throws -> [Double] {
  let table = try cells(path)
  guard let place = table.first?.firstIndex(of: name) else { return [] }
  return table.dropFirst().compactMap { Double($0[place]) }
}

@Suite struct SampleShapeTests {
  @Test("Skewness and kurtosis of three kinds agree with psych 2.2.9")
  func survey() throws {
    let expected = try Reference("statistics/describe_moments")["expected"]
    let values = try column("statistics/data/survey160_items_complete.csv", "b01")
    let shape = try SampleShape(values)
    for (kind, type) in zip(SampleShape.Kind.allCases, 1...) {
      #expect(agrees(shape.skewness(kind), expected["skew_type\(type)"].double))
      #expect(agrees(shape.excessKurtosis(kind), expected["kurt_type\(type)"].double))
    }
    let moments = Moments(values)
    #expect(agrees(moments.mean, expected["mean"].double) && agrees(moments.standardDeviation, expected["sd"].double))
  }

  /// By hand: 0, 0, 1 has g₁ = 1/√2 and G₁ = √3.
  @Test("Three values by hand; turning round turns the skewness; too few values have none")
  func laws() throws {
    let shape = try SampleShape([0, 0, 1])
    #expect(agrees(shape.skewness(.moments), 0.5.squareRoot()) && agrees(shape.skewness(), 3.0.squareRoot()))
    #expect(shape.excessKurtosis() == nil)
    #expect(try SampleShape([1, 2]).skewness() == nil)
    let values = [1.0, 2, 2, 7, 9]
    let (one, turned) = (try SampleShape(values), try SampleShape(values.map { 3 - 2 * $0 }))
    for kind in SampleShape.Kind.allCases {
      #expect(agrees(turned.skewness(kind), -(one.skewness(kind) ?? 0)))
      #expect(agrees(turned.excessKurtosis(kind), one.excessKurtosis(kind) ?? 0))
    }
    #expect(throws: SampleFault.noVariation) { try SampleShape([2, 2]) }
    #expect(throws: SampleFault.tooFewValues(group: 0, needed: 2)) { try SampleShape([2]) }
  }
}
