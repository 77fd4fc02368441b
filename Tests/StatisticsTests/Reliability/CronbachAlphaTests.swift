import Testing

@testable import Statistics

@Suite struct CronbachAlphaTests {
  @Test("Eleven items of 160 people agree with psych 2.2.9, from rows and from codes")
  func survey() throws {
    let expected = try Reference("statistics/cronbach_alpha_survey_complete")["expected"]
    for moments in [
      ItemMoments(rows: try surveyItems()), ItemMoments(codes: try surveyCodes(), range: 1...5),
    ] {
      let alpha = try CronbachAlpha(moments)
      #expect(agrees(alpha.value, expected["alpha"].double))
      #expect(agrees(alpha.standardized, expected["alpha_std"].double))
      #expect(agrees(alpha.averageCorrelation, expected["avg_r"].double))
      #expect(agrees(alpha.feldt, expected["feldt_ci95"]) && agrees(alpha.bonett, expected["bonett_ci95"]))
      #expect(alpha.count == expected["n"].int && alpha.items.count == expected["k"].int)
      for (item, place) in zip(alpha.items, 0...) {
        #expect(item.place == place && agrees(item.alphaWithout, expected["alpha_if_dropped"][place].double))
        #expect(agrees(item.restCorrelation, expected["item_rest"][place].double))
      }
      #expect(alpha.constantItems.isEmpty && !alpha.isNegative && !alpha.hasFewPeople)
    }
  }

  @Test("A change of unit leaves it alone; alpha without an item is that of the other items")
  func laws() throws {
    let rows = try surveyItems()
    let alpha = try CronbachAlpha(ItemMoments(rows: rows))
    #expect(agrees(try CronbachAlpha(ItemMoments(rows: rows.map { $0.map { 25 * $0 - 25 } })).value, alpha.value))
    for item in [0, 7] {
      let others = rows.map { row in row.indices.filter { $0 != item }.map { row[$0] } }
      #expect(agrees(try CronbachAlpha(ItemMoments(rows: others)).value, alpha.items[item].alphaWithout ?? 0))
    }
  }

  @Test("An item that everybody answered alike is dropped and named")
  func constant() throws {
    let rows = try surveyItems()
    let alpha = try CronbachAlpha(ItemMoments(rows: rows.map { $0[..<3] + [4] + $0[3...] }))
    #expect(alpha.constantItems == [3] && alpha.items.map(\.place) == [0, 1, 2, 4, 5, 6, 7, 8, 9, 10, 11])
    #expect(agrees(alpha.value, try CronbachAlpha(ItemMoments(rows: rows)).value))
  }

  @Test("Items that contradict each other have a negative alpha; parallel ones have 1; nothing is undefined")
  func ends() throws {
    let people = (1...12).map(Double.init)
    let against = try CronbachAlpha(ItemMoments(rows: people.map { [$0, 13.5 - $0 + ($0 == 1 ? 1 : 0)] }))
    #expect(against.isNegative && against.hasFewPeople && against.items[0].alphaWithout == nil)
    #expect(against.bonett.lower.isFinite && against.feldt.lower.isFinite)
    let same = try CronbachAlpha(ItemMoments(rows: people.map { [$0, $0, $0] }))
    #expect(agrees(same.value, 1) && agrees(same.feldt.lower, 1) && agrees(same.bonett.upper, 1))
    // The other two cancel, so that there is nothing to correlate with.
    let cancelled = try CronbachAlpha(ItemMoments(rows: people.map { [$0, 13 - $0, $0 * $0] }))
    #expect(cancelled.items[2].restCorrelation == nil && cancelled.items[2].alphaWithout == nil)
  }

  @Test("Few people, single items and sums without variation are refused with the reason")
  func refusals() {
    let people = (1...9).map(Double.init)
    #expect(throws: ReliabilityFault.tooFewPeople(found: 9, needed: 10)) {
      try CronbachAlpha(ItemMoments(rows: people.map { [$0, $0 * $0] }))
    }
    #expect(throws: ReliabilityFault.tooFewItems(varying: 1, needed: 2)) {
      try CronbachAlpha(ItemMoments(rows: people.map { [$0, 3] }), fewest: 3)
    }
    #expect(throws: ReliabilityFault.noTotalVariation) {
      try CronbachAlpha(ItemMoments(rows: people.map { [$0, 10 - $0] }), fewest: 3)
    }
  }
}
