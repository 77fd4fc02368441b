import Testing

@testable import Statistics

@Suite struct SignTestTests {
  @Test("McNemar's exact and mid-p for the approval of a prime minister agree with R 4.2.2 (Agresti 2002, p. 409)")
  func approval() throws {
    let reference = try Reference("statistics/mcnemar_approval")
    let table = reference["inputs"]["table_rows"]
    let test = try SignTest(rises: table[0][1].int, falls: table[1][0].int)
    #expect(agrees(test.pValue.value, reference["expected"]["p_exact"].double))
    #expect(agrees(test.midP, reference["expected"]["midp"].double))
  }

  @Test("By hand: 1 of 6 has p 14/64, mid-p 8/64; 3 of 6 has p 1")
  func byHand() throws {
    let test = try SignTest(rises: 1, falls: 5)
    #expect(agrees(test.pValue.value, 14.0 / 64) && agrees(test.midP, 8.0 / 64))
    #expect(agrees(test.pValue.smallestAttainable, 2.0 / 64))
    #expect(try SignTest(rises: 3, falls: 3).pValue.value == 1)
    #expect(agrees(try SignTest(rises: 3, falls: 3).midP, 1 - 10.0 / 64))
    #expect(try SignTest(rises: 5, falls: 1).pValue == test.pValue)
  }

  @Test("No change cannot be tested")
  func refusal() {
    #expect(throws: SampleFault.noVariation) { try SignTest(rises: 0, falls: 0) }
  }
}
