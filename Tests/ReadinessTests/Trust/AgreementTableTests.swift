import Testing

@testable import Readiness

@Suite struct AgreementTableTests {
  /// Five organisations, the last two of three people; the first of two camps on the first barrier.
  private static let codes: [[Int]] = {
    var codes = TrustCohort.codes(32, own: 0.5, seed: 31)
    for person in 0..<8 { codes[person][0..<4] = person % 2 == 0 ? [5, 1, 5, 1] : [1, 5, 2, 5] }
    codes[9][1] = 0
    return codes
  }()
  private static let organizations = (0..<32).map { person in
    person < 8 ? "Aber" : person < 18 ? "Brecon" : person < 26 ? "Conwy" : person < 29 ? "Dyfi" : "Elan"
  }
  private static let responses = TrustCohort.responses(codes, organizations: organizations)
  static func rows(_ responses: Responses, _ mode: DisclosureMode) throws -> [AgreementRow] {
    let plan = ScoringPlan(
      draws: 10, permutations: 9, disclosure: mode, consent: mode == .pilot ? "a test" : nil)
    let basis = try AssessmentBasis(responses, plan: plan, threads: 1)
    return AgreementTable(
      basis: basis, views: OrganizationViews(basis.scores, rows: basis.rows, threads: 1), threads: 1
    ).rows
  }

  private static let told = Result { try rows(responses, .internal) }
  private static let open = Result { try rows(responses, .pilot) }
  /// A pilot of the people of the organisations that are shown elsewhere.
  private static let shown = Result {
    try rows(TrustCohort.responses(Array(codes[..<26]), organizations: Array(organizations[..<26])), .pilot)
  }

  private func row(
    _ organization: String?, _ measure: String, _ rows: Result<[AgreementRow], any Error> = told
  ) throws -> AgreementRow {
    try #require(try rows.get().first { $0.organization == organization && $0.measure == measure })
  }

  @Test(
    "Within an organisation: variances, rwg and deviations of the answers as they came, item by item over who answered it"
  )
  func within() throws {
    let found = try #require(try row("Brecon", "d01", Self.open).within)
    // Ten people are too few for it beyond a pilot.
    #expect(try row("Brecon", "d01").within == nil)
    let items = (0..<4).map { item in Self.codes[8..<18].map { Double($0[item]) }.filter { $0 > 0 } }
    func variance(_ x: [Double]) -> Double {
      let mean = x.reduce(0, +) / Double(x.count)
      return x.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(x.count - 1)
    }
    let mean = items.map(variance).reduce(0, +) / 4
    #expect(abs(found.rStarUniform - (1 - mean / 2)) < 1e-12)
    #expect(abs((found.rStarSkewed ?? 9) - (1 - mean / 1.34)) < 1e-12)
    let ratio = min(1, mean / 2)
    #expect(abs(found.rwgUniform - 4 * (1 - ratio) / (4 * (1 - ratio) + ratio)) < 1e-12)
    let deviation =
      items.map { x in
        let mean = x.reduce(0, +) / Double(x.count)
        return x.reduce(0) { $0 + abs($1 - mean) } / Double(x.count)
      }.reduce(0, +) / 4
    #expect(abs(found.averageDeviation - deviation) < 1e-12 && abs(found.customaryLimit - 5.0 / 6) < 1e-12)
    #expect(try row("Brecon", "overall").within == nil && row("Brecon", "overall").items == 0)
  }

  @Test("Two camps are split views; the spread is the mean distance from the mean in points")
  func views() throws {
    let views = try #require(try row("Aber", "d01", Self.open).views)
    // Four people at 100, four at 6.25; beyond a pilot in whole points.
    #expect(views.areSplit && abs((views.averageDeviation ?? 0) - 46.875) < 1e-9)
    #expect(try row("Aber", "d01").views == Views(areSplit: true, averageDeviation: 47))
    #expect(try row("Aber", "d01").status == .ok && row("Brecon", "d01").views?.areSplit == false)
  }

  @Test("Between organisations: ICC by its formula over those that are shown; a hidden one has no figure and no part")
  func between() throws {
    let found = try row(nil, "d02")
    let scores = Self.responses.scored(by: TrustCohort.plan)
    let groups = [0..<8, 8..<18, 18..<26].map { rows in rows.compactMap { scores.score("d02", $0) } }
    let all = groups.flatMap(\.self)
    let (n, mean) = (Double(all.count), all.reduce(0, +) / Double(all.count))
    let means = groups.map { $0.reduce(0, +) / Double($0.count) }
    let between = zip(groups, means).reduce(0) { $0 + Double($1.0.count) * ($1.1 - mean) * ($1.1 - mean) } / 2
    let within =
      zip(groups, means).reduce(0) { sum, group in sum + group.0.reduce(0) { $0 + ($1 - group.1) * ($1 - group.1) } }
      / (n - 3)
    let k0 = (n - groups.reduce(0) { $0 + Double($1.count * $1.count) } / n) / 2
    let correlation = try #require(found.between?.correlation)
    #expect(abs(correlation.value - (between - within) / (between + (k0 - 1) * within)) < 1e-9)
    #expect(abs((correlation.reliability ?? 9) - (between - within) / between) < 1e-9)
    #expect(abs(correlation.commonSize - k0) < 1e-12 && found.people == 26 && correlation.clusterCount == 3)
    let hidden = try row("Dyfi", "d02")
    #expect(hidden.status == .suppressed && hidden.people == nil && hidden.views == nil && hidden.within == nil)
  }

  @Test(
    "Krippendorff's alpha over items of organisations, reversed items turned round: of rows of ratings it is the same")
  func krippendorff() throws {
    // The answers of eight, ten and eight people: beyond a pilot in tenths.
    let (open, told) = (try row(nil, "d01", Self.shown), try row(nil, "d01"))
    let alpha = try #require(open.between?.krippendorff)
    #expect(told.between?.krippendorff == (alpha * 10).rounded() / 10)
    #expect(told.between?.krippendorffInterval.map { $0.lower * 10 == ($0.lower * 10).rounded() } == true)
    // Units are an item in an organisation; people who answered are its raters.
    let units = [0..<8, 8..<18, 18..<26].flatMap { rows in
      (0..<4).map { item -> [Double] in
        Self.codes[rows].map { row in
          let code = row[item]
          return code == 0 ? .nan : Double(item % 2 == 0 ? code : 6 - code)
        }
      }
    }
    let raters = (0..<10).map { rater in units.map { $0.indices.contains(rater) ? $0[rater] : .nan } }
    #expect(abs(alpha - (try KrippendorffAlpha(raters: raters, metric: .ordinal).value)) < 1e-12)
    #expect(open.between?.units == 12 && told.between?.units == 12)
    #expect(try row(nil, "d01").between?.krippendorffInterval != nil)
    #expect(try row(nil, "co_commission").between?.krippendorff == nil)
  }
}
