import Statistics

/// One measure collapsed to counts: how often each score occurs in each group of each organisation.
///
/// Made in one pass over the respondents; every comparison afterwards costs the same for eight people and for eight million
/// with the same distinct scores.
struct CollapsedScores: Sendable {
  /// Groups × distinct scores per organisation, in the order of ``OrganizationRows``; organisations without scores stay in
  /// their place with empty tables.
  let organizations: [ValueCounts]
  /// The same for people without an organisation.
  let unnamed: ValueCounts

  /// Takes tables that were made elsewhere.
  init(organizations: [ValueCounts], unnamed: ValueCounts) {
    self.organizations = organizations
    self.unnamed = unnamed
  }

  /// Collapses a column of scores (NaN: no score) over the groups of a grouping.
  init(_ column: [Double], grouping: RespondentGrouping, rows: OrganizationRows) {
    var tally = ScoreTally(groupCount: grouping.labels.count)
    func counts(of rows: ArraySlice<Int32>) -> ValueCounts {
      tally.clear()
      for row in rows {
        let (group, score) = (Int(grouping.codes[Int(row)]), column[Int(row)])
        if group >= 0, !score.isNaN { tally.add(score, group: group) }
      }
      return tally.counts()
    }
    organizations = rows.names.indices.map { counts(of: rows[$0]) }
    unnamed = counts(of: rows.unnamed)
  }

  /// People with a score in each group.
  var sizes: [Int] {
    organizations.reduce(unnamed.groupTotals) { sums, counts in zip(sums, counts.groupTotals).map(+) }
  }

  /// All people of the chosen groups together, organisations forgotten.
  func pooled(_ groups: [Int]) -> ValueCounts {
    Self.merged((organizations + [unnamed]).map { $0.selecting(groups: groups) }, groupCount: groups.count)
  }

  /// The first group as these tables have it and the second as the others do: two groups that are scored in two ways.
  func pairing(_ first: Int, with other: CollapsedScores, _ second: Int) -> CollapsedScores {
    func pair(_ left: ValueCounts, _ right: ValueCounts) -> ValueCounts {
      let (left, right) = (left.selecting(groups: [first]), right.selecting(groups: [second]))
      let zeros = [Int](repeating: 0, count: left.values.count)
      let others = [Int](repeating: 0, count: right.values.count)
      return Self.merged(
        [
          ValueCounts(values: left.values, groupCount: 2, counts: left.counts + zeros),
          ValueCounts(values: right.values, groupCount: 2, counts: others + right.counts),
        ], groupCount: 2)
    }
    return CollapsedScores(
      organizations: zip(organizations, other.organizations).map(pair), unnamed: pair(unnamed, other.unnamed))
  }

  /// One table from many; scores that differ by no more than `tolerance` count as one, as in ``ValueCounts``.
  static func merged(_ tables: [ValueCounts], groupCount: Int, tolerance: Double = 1e-9) -> ValueCounts {
    var entries: [(value: Double, table: Int32, place: Int32)] = []
    entries.reserveCapacity(tables.reduce(0) { $0 + $1.values.count })
    for (index, table) in tables.enumerated() {
      for (place, value) in table.values.enumerated() { entries.append((value, Int32(index), Int32(place))) }
    }
    entries.sort { $0.value < $1.value }
    var values: [Double] = []
    var places: [Int] = []
    places.reserveCapacity(entries.count)
    for entry in entries {
      if values.last.map({ entry.value - $0 > tolerance }) ?? true { values.append(entry.value) }
      places.append(values.count - 1)
    }
    var counts = [Int](repeating: 0, count: groupCount * values.count)
    for (entry, place) in zip(entries, places) {
      let table = tables[Int(entry.table)]
      for group in 0..<groupCount { counts[group * values.count + place] += table[group, Int(entry.place)] }
    }
    return ValueCounts(values: values, groupCount: groupCount, counts: counts)
  }
}
