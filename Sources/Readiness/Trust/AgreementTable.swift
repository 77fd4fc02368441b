import Statistics
import Survey

/// Works out agreement within every organisation that may be shown, and differences between all of them.
struct AgreementTable: Sendable {
  let basis: AssessmentBasis
  let views: OrganizationViews
  let threads: Int

  /// The cohort by measure, then organisations by name and measure.
  var rows: [AgreementRow] {
    let places = scores.measures.indices.filter { place in
      switch scores.measures[place].kind {
      case .overall, .dimension, .facet: true
      case .part, .voice, .action, .degreeNow, .cell: false
      }
    }
    let counts = ItemCounts(basis.summaries.people, organizations: basis.rows.names)
    let cohort = concurrentMap(places.count, threads: threads) { cohortRow(places[$0], counts) }
    let within = concurrentMap(basis.rows.names.count, threads: threads) { organization in
      places.map { self.row($0, organization: organization, counts) }
    }
    return cohort + within.flatMap(\.self)
  }

  private var scores: Scores { basis.scores }
  private var minimum: Int { basis.suppression.rule.minimum }

  /// The rated items of a measure that were asked; none for a mean of other measures.
  private func items(of place: Int) -> [Int] {
    guard case .items(let items, _) = scores.layout.recipes[place] else { return [] }
    return items.filter { !scores.responses.answers[$0].isEmpty }
  }

  private func cohortRow(_ place: Int, _ counts: ItemCounts) -> AgreementRow {
    let (items, estimate) = (items(of: place), basis.raw.raw(.cohort, measure: place)?.estimate)
    func row(_ status: Status, _ between: AgreementRow.Between? = nil) -> AgreementRow {
      AgreementRow(
        organization: nil, measure: scores.measures[place].id, people: between?.correlation?.count,
        items: items.count, within: nil, views: nil, between: between, status: status)
    }
    guard let estimate, estimate.status != .notAsked else { return row(.notAsked) }
    guard !basis.suppression.isHidden(.cohort, measure: place) else { return row(.suppressed) }
    let shown = Self.shown(basis, place)
    let correlation = Self.correlation(basis, place, of: shown)
    var isDimension = false
    if case .dimension = scores.measures[place].kind { isDimension = true }
    let alpha = isDimension ? counts.krippendorff(items, organizations: shown, layout: scores.layout) : nil
    let seed = StableHash.of("krippendorff\u{1F}\(scores.measures[place].id)", seed: scores.plan.seed)
    let draws = alpha.flatMap { try? $0.bootstrap(draws: scores.plan.draws, seed: seed) }
    guard correlation != nil || alpha != nil else { return row(.tooFewPeople) }
    let digits = AgreementDigits.between(people: correlation?.count ?? 0, minimum: minimum)
    return row(
      .ok,
      AgreementRow.Between(
        correlation: correlation, krippendorff: alpha.map { digits.told($0.value) }, units: alpha?.unitCount,
        krippendorffInterval: draws.map {
          digits.told($0.interval(.percentile, level: scores.plan.level).interval)
        }))
  }

  private func row(_ place: Int, organization: Int, _ counts: ItemCounts) -> AgreementRow {
    let key = GroupKey(organization: basis.rows.names[organization])
    let (items, estimate) = (items(of: place), basis.raw.raw(key, measure: place)?.estimate)
    func row(_ status: Status, _ within: AgreementRow.Within? = nil, _ views: Views? = nil) -> AgreementRow {
      AgreementRow(
        organization: basis.rows.names[organization], measure: scores.measures[place].id,
        people: status == .ok ? estimate?.n : nil, items: items.count, within: within, views: views, between: nil,
        status: status)
    }
    guard let estimate, estimate.status != .notAsked else { return row(.notAsked) }
    // Spread and numbers of people would give each other.
    guard !basis.suppression.isHidden(key, measure: place), showsPeople(key, place) else { return row(.suppressed) }
    guard let people = estimate.n, people > 0 else { return row(.tooFewAnswers) }
    guard people > 1, let own = views[organization, place] else { return row(.tooFewPeople) }
    guard !items.isEmpty else { return row(.ok, nil, own) }
    return row(
      .ok, counts.within(items, organization: organization, people: people, minimum: minimum), own)
  }

  private func showsPeople(_ key: GroupKey, _ place: Int) -> Bool { basis.answers.showsSpread(key, measure: place) }
}

extension AgreementTable {
  /// ICC of the overall score; nil where it is hidden or cannot be had.
  static func overall(_ basis: AssessmentBasis) -> IntraclassCorrelation? {
    guard let place = basis.scores.measures.firstIndex(where: { $0.kind == .overall }),
      !basis.suppression.isHidden(.cohort, measure: place)
    else { return nil }
    return correlation(basis, place, of: shown(basis, place))
  }

  /// Organisations that are shown on a measure: two coefficients together give the squared sizes of those behind them away.
  private static func shown(_ basis: AssessmentBasis, _ place: Int) -> [Int] {
    basis.rows.names.indices.filter { organization in
      let key = GroupKey(organization: basis.rows.names[organization])
      return !basis.suppression.isHidden(key, measure: place) && basis.answers.showsSpread(key, measure: place)
    }
  }

  private static func correlation(
    _ basis: AssessmentBasis, _ place: Int, of organizations: [Int]
  ) -> IntraclassCorrelation? {
    let column = basis.scores.columns[place]
    let moments = organizations.map { organization in
      Moments(basis.rows[organization].lazy.map { column[Int($0)] }.filter { !$0.isNaN })
    }
    return try? IntraclassCorrelation(moments, level: basis.scores.plan.level)
  }

  /// How often each answer to each item was given in each organisation.
  struct ItemCounts: Sendable {
    /// Organisation × item × code from the lowest.
    private let counts: [[[Int]]]

    init(_ people: PeopleCells, organizations: [String]) {
      let labels = people.scores.responses.organization.labels
      let placeOf = Dictionary(organizations.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
      var counts = organizations.map { _ in people.counts.map { [Int](repeating: 0, count: $0.codeCount) } }
      for (index, cell) in people.cells.enumerated() where cell.organization >= 0 {
        guard let place = placeOf[labels[cell.organization]] else { continue }
        for (item, given) in people.counts.enumerated() {
          for offset in 0..<given.codeCount {
            counts[place][item][offset] += given.count(offset: offset, cell: index)
          }
        }
      }
      self.counts = counts
    }

    /// Agreement on items of one scale that at least the minimum of people of the organisation rated, as finely as it may be told; nil where
    /// those are fewer than half of the items, where items have unlike scales, and where it may not be told.
    ///
    /// - Parameter people: those with a score.
    func within(_ items: [Int], organization: Int, people: Int, minimum: Int) -> AgreementRow.Within? {
      let given = items.map { counts[organization][$0] }
      let usable = given.filter { $0.reduce(0, +) >= max(2, minimum) }
      guard let width = given.first?.count, width > 1, given.allSatisfy({ $0.count == width }),
        2 * usable.count >= items.count
      else { return nil }
      let scale = (1...width).map(Double.init)
      guard let digits = AgreementDigits.within(people: people, items: usable.count, minimum: minimum),
        let found = try? WithinGroupAgreement(items: usable, scale: scale)
      else { return nil }
      return digits.told(
        found, uniform: .uniform(scale), skewed: width == AgreementNull.slightSkew.scale.count ? .slightSkew : nil)
    }

    /// Krippendorff's alpha for ordered answers: a unit is one item in one organisation, judged by its people. Answers count
    /// steps towards readiness, so that items go the same way.
    func krippendorff(_ items: [Int], organizations: [Int], layout: ScoringLayout) -> KrippendorffAlpha? {
      let units = organizations.flatMap { organization in
        items.map { item in
          let (steps, own) = (layout.codings[item].steps, counts[organization][item])
          return steps.first ?? 0 <= steps.last ?? 0 ? own : own.reversed()
        }
      }
      guard let width = units.first?.count, units.allSatisfy({ $0.count == width }) else { return nil }
      return try? KrippendorffAlpha(units: units, scale: (1...width).map(Double.init), metric: .ordinal)
    }
  }
}
