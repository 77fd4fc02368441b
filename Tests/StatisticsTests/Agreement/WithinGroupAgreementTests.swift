import Testing

@testable import Statistics

@Suite struct WithinGroupAgreementTests {
  private let scale: [Double] = [1, 2, 3, 4, 5]
  private var uniform: AgreementNull { .uniform(scale) }

  @Test("Six companies of soldiers agree with multilevel 2.8")
  func soldiers() throws {
    let reference = try Reference("statistics/rwg_awg_ad_bhr2000")
    let expected = reference["expected"]
    let table = try cells("statistics/\(reference["inputs"]["csv"].string)")
    let header = try #require(table.first)
    let columns = try reference["inputs"]["items"].list.map { try #require(header.firstIndex(of: $0.string)) }
    for (place, group) in expected["groups"].list.enumerated() {
      let rows = table.dropFirst().filter { $0[0] == group.string }
      let counts = columns.map { column in
        scale.map { value in rows.count { Double($0[column]) == value } }
      }
      let agreement = try WithinGroupAgreement(items: counts, scale: scale)
      #expect(counts[0].reduce(0, +) == expected["gsize"][place].int)
      #expect(agrees(agreement.rwg(item: 0, null: uniform), expected["rwg_item1"][place].double))
      #expect(agrees(agreement.rwg(null: uniform), expected["rwg_j"][place].double))
      #expect(agrees(agreement.rStarWg(null: uniform), expected["rwg_lindell"][place].double))
      #expect(agrees(agreement.awg, expected["awg"][place].double))
      #expect(agrees(agreement.averageDeviation, expected["ad_mean"][place].double))
      #expect(agrees(agreement.medianDeviation, expected["ad_median"][place].double))
      #expect(agreement.rwg(null: .slightSkew) < agreement.rwg(null: uniform))
    }
  }

  @Test("Four people by hand: 1, 1, 5, 5 stand as far apart as they can, 4, 4, 4, 4 at one place")
  func byHand() throws {
    let split = try WithinGroupAgreement(items: [[2, 0, 0, 0, 2]], scale: scale)
    #expect(agrees(split.variances[0], 16.0 / 3) && split.rwg(item: 0, null: uniform) == 0)
    #expect(agrees(split.rStarWg(null: uniform), 1 - 8.0 / 3) && agrees(split.awg, -1))
    #expect(split.averageDeviation == 2 && split.medianDeviation == 2 && agrees(split.customaryLimit, 5.0 / 6))
    let same = try WithinGroupAgreement(items: [[0, 0, 0, 4, 0]], scale: scale)
    #expect(same.rwg(null: uniform) == 1 && same.rStarWg(null: .heavySkew) == 1 && same.awg == 1)
    #expect(same.averageDeviation == 0)
  }

  @Test("One item has the same rwg both ways; turning the scale changes nothing")
  func laws() throws {
    let counts = [3, 1, 4, 1, 5]
    let one = try WithinGroupAgreement(items: [counts], scale: scale)
    let turned = try WithinGroupAgreement(items: [counts.reversed()], scale: scale)
    #expect(agrees(one.rwg(null: uniform), one.rwg(item: 0, null: uniform)))
    #expect(agrees(turned.awg, one.awg ?? 0) && agrees(turned.averageDeviation, one.averageDeviation))
    #expect(agrees(turned.variances[0], one.variances[0]))
  }

  @Test("Two of three people at the end of the scale: the mean allows them just this much disagreement")
  func edges() throws {
    let edge = try WithinGroupAgreement(items: [[2, 1, 0, 0, 0], [2, 0, 0, 0, 1]], scale: scale)
    #expect(edge.itemAwg[0] == nil && agrees(edge.itemAwg[1] ?? nil, -1) && agrees(edge.awg, -1))
    #expect(try WithinGroupAgreement(items: [[2, 1, 0, 0, 0]], scale: scale).awg == nil)
  }

  @Test("One person agrees with nobody: refused")
  func refusals() {
    #expect(throws: AgreementFault.tooFewPeople(found: 1, needed: 2)) {
      try WithinGroupAgreement(items: [[1, 1, 0, 0, 0], [0, 0, 1, 0, 0]], scale: scale)
    }
    #expect(throws: AgreementFault.tooFewPeople(found: 0, needed: 2)) {
      try WithinGroupAgreement(items: [], scale: scale)
    }
  }
}
