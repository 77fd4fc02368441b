import Readiness

extension ReportCharts {
  /// The organisations in order; nil where none is ranked.
  func league(_ profiles: [ReadinessProfile]) -> Chart? {
    let ranked = profiles.filter { $0.rank != nil }
    guard ranked.count > 1 else { return nil }
    let shared = Dictionary(grouping: ranked) { $0.rank }
    let rows = ranked.map { profile in
      let isShared = (shared[profile.rank]?.count ?? 0) > 1
      return LeagueChart.Row(
        rank: profile.rank.map { Words.rank($0, isJoint: isShared) } ?? .empty, name: .verbatim(profile.organization),
        score: ChartNumber(profile.readiness), band: profile.band.map(Words.ordinals), isOwn: false)
    }
    return Chart(
      id: "chart-organisations",
      .league(LeagueChart(title: "Organisations in order of readiness", rangeName: labels.range, all: rows)),
      basis: Self.eachOrganization(ranked.map(\.readiness.n)))
  }

  /// The people behind each organisation; nil where not all of their numbers may be told.
  private static func eachOrganization(_ counts: [Int?]) -> Phrase? {
    let known = counts.compactMap(\.self)
    guard known.count == counts.count, let low = known.min(), let high = known.max() else { return nil }
    return low == high
      ? "From \(Words.people(low)) in each organisation."
      : "From \(low) to \(Words.people(high)) in each organisation."
  }

  /// The most pairs of groups that are drawn per grouping.
  static let mostPairs = 2

  /// The pairs of groups that see the barriers most differently: those with clear gaps first; none where no gap may be shown.
  func gaps(_ gaps: [PerceptionGap]) -> [Chart] {
    let levels = gaps.filter { $0.kind == .level }
    var pairs: [(rows: [PerceptionGap], clear: Int)] = []
    var places: [String: Int] = [:]
    for gap in levels {
      let key = "\(gap.groupA)\u{1F}\(gap.groupB)"
      let place = places[key] ?? pairs.count
      if place == pairs.count { pairs.append((rows: [], clear: 0)) }
      places[key] = place
      pairs[place].rows.append(gap)
      if GapAtlas.isClear(gap) { pairs[place].clear += 1 }
    }
    let shown = pairs.filter { $0.rows.contains { $0.difference.value != nil } }
    let drawn = shown.sorted(by: { Double($0.clear) }, descending: true).prefix(Self.mostPairs)
    return drawn.enumerated().compactMap { number, pair in chart(pair.rows, number: number + 1) }
  }

  private func chart(_ pair: [PerceptionGap], number: Int) -> Chart? {
    guard let gap = pair.first else { return nil }
    let (first, second) = (labels.group(gap.groupA, by: gap.by), labels.group(gap.groupB, by: gap.by))
    let barriers = ["overall"] + instrument.dimensions.map(\.id)
    let rows = barriers.compactMap { id in pair.first { $0.measure == id && $0.status != .notAsked } }.map { row in
      GapChart.Row(
        name: labels.measure(row.measure), first: ChartNumber(row.valueA, nil, row.status),
        second: ChartNumber(row.valueB, nil, row.status), gap: ChartNumber(row.difference))
    }
    guard rows.contains(where: { $0.gap.value != nil && $0.first.value != nil && $0.second.value != nil }) else {
      return nil
    }
    return Chart(
      id: "chart-gaps-\(Slug.slug(for: gap.by))-\(number)",
      .gap(
        GapChart(
          title: "Readiness as seen by two groups: \(first), and \(second)", firstGroup: first, secondGroup: second,
          rangeName: labels.range, rows: rows)), basis: basis(pair))
  }

  /// The people on both sides; nil where not all of their numbers may be told.
  private func basis(_ pair: [PerceptionGap]) -> Phrase? {
    let shown = pair.filter { $0.difference.value != nil }
    let (first, second) = (shown.compactMap(\.nA), shown.compactMap(\.nB))
    guard first.count == shown.count, second.count == shown.count, let a = first.max(), let b = second.max() else {
      return nil
    }
    return "From up to \(a) and \(Words.people(b))."
  }
}
