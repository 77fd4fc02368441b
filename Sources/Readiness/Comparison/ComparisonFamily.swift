import Statistics

/// A declared family of comparisons: its p-values are adjusted together by Holm's method.
///
/// Four families hold the comparisons over all groups: `overall` alone, `dimensions`, `co` and `steps`. With more than two groups
/// each has a second family of pairs (`dimensions_pairs` …), whose p-values are adjusted over the pairs within one measure: each
/// pair is a closer look at its own measure's comparison. With two groups the pair is the family's row itself.
///
/// - Source: the families of the analysis plan, in *Reading the statistics*.
struct ComparisonFamily: Sendable {
  /// `overall`, `dimensions`, `co` or `steps`.
  let name: String
  /// The ids of its measures, in order.
  let measures: [String]

  /// The names of the four families that are compared by default.
  static let names = ["overall", "dimensions", "co", "steps"]

  /// The families over the measures of an instrument.
  ///
  /// - Parameter chosen: ids of measures and names of families; empty takes the four families whole. A measure that belongs to
  ///   none of them is compared in a family called `measures`.
  static func families(of measures: [Measure], chosen: [String] = []) -> [ComparisonFamily] {
    func ids(where condition: (Measure.Kind) -> Bool) -> [String] {
      measures.filter { condition($0.kind) }.map(\.id)
    }
    let whole = [
      ComparisonFamily(name: "overall", measures: ids { $0 == .overall }),
      ComparisonFamily(name: "dimensions", measures: ids { if case .dimension = $0 { true } else { false } }),
      ComparisonFamily(name: "co", measures: ids { if case .facet(.co) = $0 { true } else { false } }),
      ComparisonFamily(name: "steps", measures: ids { if case .facet(.step) = $0 { true } else { false } }),
    ]
    guard !chosen.isEmpty else { return whole }
    let others = measures.map(\.id).filter { id in !whole.contains { $0.measures.contains(id) } }
    return (whole + [ComparisonFamily(name: "measures", measures: others)]).compactMap { family in
      let isWhole = chosen.contains(family.name) && names.contains(family.name)
      let kept = isWhole ? family.measures : family.measures.filter(chosen.contains)
      return kept.isEmpty ? nil : ComparisonFamily(name: family.name, measures: kept)
    }
  }

  /// Adjusts the family's drafts and says what the family can show.
  ///
  /// - Parameters:
  ///   - drafts: the rows of this family in order, one entry per measure.
  ///   - withinMeasure: whether p-values are adjusted within each measure (pairs) or over all measures.
  static func adjusted(
    _ drafts: [[ComparisonDraft]], withinMeasure: Bool
  ) -> (rows: [Comparison], smallest: Double?, size: Int) {
    let groups = withinMeasure ? drafts : [drafts.flatMap(\.self)]
    var rows: [Comparison] = []
    var smallest: Double?
    var size = 0
    for group in groups {
      let tested = group.indices.filter { group[$0].primary && group[$0].p != nil }
      let p = tested.compactMap { group[$0].p }
      var adjusted: [Int: Double] = [:]
      for (index, value) in zip(tested, Multiplicity.holm(p.map(\.value))) { adjusted[index] = value }
      for members in besides(group) {
        let p = members.compactMap { group[$0].p?.value }
        for (index, value) in zip(members, Multiplicity.holm(p)) { adjusted[index] = value }
      }
      rows += group.indices.map { index in
        var row = group[index]
        if adjusted[index] != nil { row.evidence.adjustment = "holm" }
        return row.finished(pAdjusted: adjusted[index] ?? row.pAdjustedItself)
      }
      guard !p.isEmpty else { continue }
      let reachable = Multiplicity.smallestHolm(p.map(\.smallestAttainable))
      smallest = min(smallest ?? 1, reachable)
      size += p.count
    }
    return (rows, smallest, size)
  }

  /// The rows beside the primary ones that are adjusted together: those of one method.
  private static func besides(_ group: [ComparisonDraft]) -> [[Int]] {
    let members = group.indices.filter { !group[$0].primary && group[$0].isAdjustedByMethod && group[$0].p != nil }
    return Dictionary(grouping: members) { group[$0].method }.values.map { $0.sorted() }
  }
}

extension FamilyNote {
  /// The note on a family, with its one plain sentence.
  init(family: String, by: String, size: Int, smallest: Double?) {
    let sentence =
      switch smallest {
      case nil: "No comparison in this family could be made."
      case .some(let reachable) where reachable >= 0.05:
        "No configuration of answers could bring this family below .05; the smallest adjusted p it can reach is \(plainP(reachable))."
      case .some(let reachable):
        "The smallest adjusted p that any answers could give in this family is \(plainP(reachable))."
      }
    self.init(family: family, by: by, size: size, smallestAdjusted: smallest, sentence: sentence)
  }
}

/// A p-value in words for a sentence: three decimals, never rounded down to nought.
private func plainP(_ p: Double) -> String {
  if p < 0.001 { return "below .001" }
  let thousandths = Int((p * 1000).rounded())
  if thousandths >= 1000 { return "1" }
  let digits = String(thousandths)
  return "." + String(repeating: "0", count: 3 - digits.count) + digits
}
