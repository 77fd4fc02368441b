import Foundation
import TestSupport
import Testing

@testable import Statistics

/// The numbers of a finished test, at any depth.
private func numbers(in value: Any) -> [Double] {
  if let number = value as? Double { return [number] }
  return Mirror(reflecting: value).children.flatMap { numbers(in: $0.value) }
}

@Suite struct HypothesisTestLaws {
  private static func with(_ roads: LawfulTest.Roads) -> [LawfulTest] {
    LawfulTest.all.filter { $0.roads.isSuperset(of: roads) }
  }

  @Test("Every test of the library is held to these laws")
  func completeness() throws {
    let folder = Repository.url("Sources/Statistics")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL }
    let declared = try (files ?? []).filter { $0.pathExtension == "swift" }.flatMap { file in
      try String(contentsOf: file, encoding: .utf8).matches(of: #/struct (\w+):[^{]*\bHypothesisTest\b/#).map {
        String($0.output.1)
      }
    }
    #expect(declared.count > 30)
    #expect(declared.sorted() == LawfulTest.all.map { "\($0.type)" }.sorted())
  }

  @Test("0 < smallest ≤ p ≤ 1, and every number is one", arguments: LawfulTest.all)
  func range(_ test: LawfulTest) throws {
    for seed in UInt64(1)...6 {
      for null in test.nulls {
        let result = try test.run(test.answers(seed: seed), null)
        let p = result.pValue
        #expect(0 < p.smallestAttainable && p.smallestAttainable <= p.value && p.value <= 1)
        #expect(numbers(in: result).count { !$0.isFinite } == 0)
        #expect(numbers(in: result).contains(p.value))
        if let interval = p.interval { #expect(interval.lower <= p.value && p.value <= interval.upper) }
      }
    }
  }

  @Test("The null that was asked for is the one that is said to be used")
  func methods() throws {
    for test in LawfulTest.all {
      let answers = test.answers(seed: 2)
      if test.roads.contains(.exact) { #expect(try test.run(answers, .exact).pValue.method == .exact) }
      if test.roads.contains(.limit) { #expect(try test.run(answers, .asymptotic).pValue.method == .asymptotic) }
      if test.roads.contains(.drawn) {
        let drawn = NullDistribution.permutation(count: 99, seed: 5)
        #expect(try test.run(answers, drawn).pValue.method == .permutation(count: 99, seed: 5))
      }
    }
  }

  @Test("The order of the observations does not matter", arguments: LawfulTest.all)
  func order(_ test: LawfulTest) throws {
    for null in test.nulls.filter({ $0 == .exact || $0 == .asymptotic }) {
      let strata = test.answers(seed: 5)
      let turned =
        switch test.sample {
        case .groups: strata.map { $0.map { Array($0.reversed()) } }
        case .people: strata.map { Array($0.reversed()) }
        }
      let (first, second) = (try test.run(strata, null), try test.run(turned, null))
      #expect(agrees(second.statistic, first.statistic, relative: 1e-8, absolute: 1e-9))
      #expect(agrees(second.pValue.value, first.pValue.value, relative: 1e-8))
    }
  }

  @Test("Exchanging the groups, or turning the occasions round, does not matter to p", arguments: LawfulTest.all)
  func symmetry(_ test: LawfulTest) throws {
    for seed in UInt64(1)...4 {
      let strata = test.answers(seed: seed)
      let turned =
        switch test.sample {
        case .groups: strata.map { Array($0.reversed()) }
        case .people: strata.map { $0.map { Array($0.reversed()) } }
        }
      for null in test.nulls.filter({ $0 == .exact || $0 == .asymptotic }) {
        let (first, second) = (try test.run(strata, null).pValue, try test.run(turned, null).pValue)
        #expect(agrees(second.value, first.value, relative: 1e-8))
        if first.method == second.method, first.interval == nil {
          #expect(agrees(second.smallestAttainable, first.smallestAttainable, relative: 1e-8))
        }
      }
    }
  }

  @Test("A change of unit leaves alone what it may not touch", arguments: LawfulTest.all)
  func unit(_ test: LawfulTest) throws {
    var changes: [@Sendable (Double) -> Double] = [{ 25 * $0 - 25 }, { 6 - $0 }]
    if test.scale != .linear { changes.append { $0 * $0 * $0 + 2 } }
    // 1…5 in another order.
    if test.scale == .category { changes.append { (3 * $0).truncatingRemainder(dividingBy: 7) } }
    for seed in UInt64(1)...4 {
      let strata = test.answers(seed: seed)
      for null in test.nulls.filter({ $0 == .exact || $0 == .asymptotic }) {
        let p = try test.run(strata, null).pValue
        guard p.interval == nil else { continue }
        for change in changes {
          let changed = try test.run(strata.map { $0.map { $0.map(change) } }, null).pValue
          #expect(agrees(changed.value, p.value, relative: 1e-8))
        }
      }
    }
  }

  @Test("A drawn p is the same for the same seed, and near the exact p", arguments: with([.exact, .drawn]))
  func drawing(_ test: LawfulTest) throws {
    for seed in UInt64(1)...2 {
      let strata = test.answers(seed: seed)
      let exact = try test.run(strata, .exact).pValue
      let drawn = NullDistribution.permutation(count: 1499, seed: 9)
      let (first, second) = (try test.run(strata, drawn), try test.run(strata, drawn))
      #expect(first.pValue == second.pValue && numbers(in: first) == numbers(in: second))
      let interval = try #require(first.pValue.interval)
      #expect(interval.lower <= exact.value + 1e-9 && exact.value <= interval.upper + 1e-9)
    }
  }

  @Test("In large samples the limit is near the drawn p", arguments: with([.drawn, .limit]))
  func limit(_ test: LawfulTest) throws {
    let strata = test.answers(seed: 7, times: 30)
    let drawn = try test.run(strata, .permutation(count: 799, seed: 4)).pValue
    let limit = try test.run(strata, .asymptotic).pValue
    let interval = try #require(drawn.interval)
    #expect(interval.lower - 0.04 <= limit.value && limit.value <= interval.upper + 0.04)
  }

  @Test("Answers that are all alike are refused", arguments: LawfulTest.all)
  func allAlike(_ test: LawfulTest) throws {
    let alike = test.answers(seed: 1).map { $0.map { $0.map { _ in 3.0 } } }
    for null in test.nulls { #expect(throws: SampleFault.self) { try test.run(alike, null) } }
  }

  @Test("Under the null an exact p is at most its nominal level as often as that", arguments: with(.exact))
  func size(_ test: LawfulTest) throws {
    var results: [Double] = []
    for seed in UInt64(1000)..<1120 {
      do {
        results.append(try test.run(test.answers(seed: seed), .exact).pValue.value)
      } catch is SampleFault {
        // Nobody changed, or all answers are alike: not testable, so not rejected.
        results.append(1)
      }
    }
    // Binomial(120, 0.1) exceeds 23 with probability 0.001.
    #expect(results.count { $0 <= 0.1 } <= 23)
  }
}
