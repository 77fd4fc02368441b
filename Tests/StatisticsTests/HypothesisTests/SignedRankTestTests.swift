import Testing

@testable import Statistics

@Suite struct SignedRankTestTests {
  func differences() throws -> [Double] {
    let inputs = try Reference("statistics/wsr_exact_ties_zeros_likert")["inputs"]
    return zip(inputs["x"].doubles, inputs["y"].doubles).map { $0 - $1 }
  }

  @Test("Two waves with ties and zeros agree with coin 1.4.2 and exactRankTests 0.8.35, Pratt's way and Wilcoxon's")
  func likert() throws {
    let expected = try Reference("statistics/wsr_exact_ties_zeros_likert")["expected"]
    let pratt = try SignedRankTest(differences())
    #expect(agrees(pratt.pValue.value, expected["p_pratt"].double))
    #expect(agrees(pratt.standardized, expected["Z_pratt"].double))
    let wilcoxon = try SignedRankTest(differences(), zeros: .wilcoxon)
    #expect(wilcoxon.statistic == expected["V_exactRankTests"].double)
    #expect(agrees(wilcoxon.pValue.value, expected["p_wilcoxon"].double))
    #expect(agrees(wilcoxon.pValue.value, expected["p_exactRankTests"].double))
    #expect(agrees(wilcoxon.standardized, expected["Z_wilcoxon"].double))
    #expect(pratt.directions.up + pratt.directions.down + pratt.directions.same == 12)
    let signs = try SignTest(rises: pratt.directions.up, falls: pratt.directions.down)
    #expect(agrees(signs.pValue.value, expected["p_sign_exact"].double))
  }

  @Test("The convolution agrees with all 2ᵐ signs", arguments: [UInt64(1), 2, 3])
  func enumeration(seed: UInt64) throws {
    var random = RandomStream(seed: seed)
    let differences = (0..<9).map { _ in Double(random.below(7) - 3) }
    let test = try SignedRankTest(differences)
    let sizes = differences.map { abs($0) }
    let ranks = sizes.map { size in
      Double(sizes.count { $0 < size }) + (Double(sizes.count { $0 == size }) + 1) / 2
    }
    let moving = differences.indices.filter { differences[$0] != 0 }
    let whole = moving.reduce(0) { $0 + ranks[$1] }
    var extreme = 0
    for signs in 0..<(1 << moving.count) {
      let sum = moving.enumerated().reduce(0.0) { $0 + (signs >> $1.offset & 1 == 1 ? ranks[$1.element] : 0) }
      extreme += abs(2 * sum - whole) >= abs(2 * test.statistic - whole) ? 1 : 0
    }
    #expect(agrees(test.pValue.value, Double(extreme) / Double(1 << moving.count), relative: 1e-12))
    #expect(agrees(test.pValue.smallestAttainable, 2 / Double(1 << moving.count), relative: 1e-12))
    #expect(agrees(test.rankBiserial, (2 * test.statistic - whole) / whole))
  }

  @Test("Turning every sign keeps p and turns the effect; permuted and normal p are near the exact one")
  func laws() throws {
    let values = try differences() + [2, 1, -1, 3, 1, 2]
    let test = try SignedRankTest(values)
    let turned = try SignedRankTest(values.map { -$0 })
    #expect(agrees(turned.pValue.value, test.pValue.value) && agrees(turned.rankBiserial, -test.rankBiserial))
    let permuted = try SignedRankTest(values, null: .permutation(count: 1999, seed: 1)).pValue
    let interval = try #require(permuted.interval)
    #expect(interval.lower <= test.pValue.value && test.pValue.value <= interval.upper)
    #expect(abs(try SignedRankTest(values, null: .asymptotic).pValue.value - test.pValue.value) < 0.02)
  }

  @Test("No one changed: not testable")
  func refusals() {
    #expect(throws: SampleFault.noVariation) { try SignedRankTest([0, 0, 0]) }
    #expect(throws: SampleFault.emptyGroup(0)) { try SignedRankTest([]) }
  }

  /// Full enumeration of signs in exact rationals.
  @Test func enumeratedCases() throws {
    for reference in try Reference("statistics/repeated_and_tables")["signed"].list {
      let changes = PairedDifferences(first: reference["first"].doubles, second: reference["second"].doubles)
      for (zeros, key) in [(SignedRankTest.Zeros.pratt, "pratt"), (.wilcoxon, "wilcoxon")] {
        let p = try SignedRankTest(changes, zeros: zeros, null: .exact).pValue
        #expect(agrees(p.value, reference[key]["p"].double))
        #expect(agrees(p.smallestAttainable, reference[key]["smallest"].double))
      }
    }
  }

  @Test func tableAndPairsAgree() throws {
    let first = [4.0, 3, 5, 2, 4, .nan, 5, 3, 1, 4, 2, 5]
    let second = [3.0, 3, 3, 2, 2, 5, 4, 1, 1, 2, 3, .nan]
    let table = PairedDifferences(PairedCounts(first: first, second: second))
    let pairs = PairedDifferences(first: first, second: second)
    #expect(table == pairs && table.incompletePairs == 2 && table.total == 10)
    #expect(try SignedRankTest(table).pValue == SignedRankTest(pairs).pValue)
  }

  /// A hundred times the people cost four entries still, and the exact p nears the limit.
  @Test func manyPeople() throws {
    let table = PairedCounts(values: [1, 2, 3], counts: [90, 40, 10, 30, 80, 35, 12, 20, 70])
    let changes = PairedDifferences(table)
    let exact = try SignedRankTest(changes, null: .exact).pValue
    let limit = try SignedRankTest(changes, null: .asymptotic).pValue
    #expect(agrees(limit.value, exact.value, relative: 0.02))
    #expect(limit.value != exact.value)
  }
}
