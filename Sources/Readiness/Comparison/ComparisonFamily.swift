import Statistics

/// A declared family of comparisons: its p-values are adjusted together.
///
/// Four families hold the comparisons over all groups: `overall` alone, `dimensions`, `co` and `steps`. With more than two groups
/// each has a second family of pairs (`dimensions_pairs` …), whose p-values are adjusted over the pairs within one measure: each
/// pair is a closer look at its own measure's comparison. With two groups the pair is the family's row itself. A fifth family,
/// `dont_know`, compares how often “don't know” was answered, dimension by dimension, so that every answer counts once. All are
/// adjusted by Holm's method.
///
/// `items` is exploratory: made only where it is asked for by name, and adjusted by the method of Benjamini and Hochberg.
///
/// - Source: the families of the analysis plan, in *Reading the statistics*.
struct ComparisonFamily: Sendable {
  /// What is compared of a measure.
  enum Subject: Sendable {
    /// Scores.
    case scores
    /// The share of “don't know” answers.
    case doNotKnow
    /// Answers to one item.
    case item
  }

  /// `overall`, `dimensions`, `co` or `steps`; `dont_know`; `items`; or `measures` for single ones.
  let name: String
  /// The ids of its measures, or the codes of its items, in order.
  let measures: [String]
  /// What is compared of them.
  var subject = Subject.scores

  /// How p is adjusted over the whole family; pairs within one measure are always Holm's.
  var adjustment: Adjustment { subject == .item ? .benjaminiHochberg : .holm }

  /// The names of the four families of scores.
  static let names = ["overall", "dimensions", "co", "steps"]
  /// The names of the families of other things than scores.
  static let otherNames = [DoNotKnowComparisons.family, ItemComparisons.family]

  /// The families that a comparison of groups makes: those of scores, then `dont_know` and `items`.
  ///
  /// - Parameters:
  ///   - items: the codes of the rated items.
  ///   - chosen: ids of measures and names of families; empty takes all families but `items`.
  static func families(of measures: [Measure], items: [String], chosen: [String]) -> [ComparisonFamily] {
    let dimensions = measures.filter { if case .dimension = $0.kind { true } else { false } }.map(\.id)
    let others = [
      ComparisonFamily(name: DoNotKnowComparisons.family, measures: dimensions, subject: .doNotKnow),
      ComparisonFamily(name: ItemComparisons.family, measures: items, subject: .item),
    ]
    return families(of: measures, chosen: chosen)
      + others.filter {
        !$0.measures.isEmpty && (chosen.isEmpty ? $0.subject == .doNotKnow : chosen.contains($0.name))
      }
  }

  /// The families of scores over the measures of an instrument.
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
  ///   - method: how.
  static func adjusted(
    _ drafts: [[ComparisonDraft]], withinMeasure: Bool, by method: Adjustment = .holm
  ) -> (rows: [Comparison], smallest: Double?, size: Int, limit: FamilyNote.Limit) {
    let groups = withinMeasure ? drafts : [drafts.flatMap(\.self)]
    var rows: [Comparison] = []
    var smallest: Double?
    var tested: [[PValue]] = []
    for group in groups {
      let places = group.indices.filter { group[$0].primary && group[$0].p != nil }
      let p = places.compactMap { group[$0].p }
      var adjusted: [Int: Double] = [:]
      for (index, value) in zip(places, method.adjusted(p.map(\.value))) { adjusted[index] = value }
      for members in besides(group) {
        let p = members.compactMap { group[$0].p?.value }
        for (index, value) in zip(members, method.adjusted(p)) { adjusted[index] = value }
      }
      rows += group.indices.map { index in
        var row = group[index]
        if adjusted[index] != nil { row.evidence.adjustment = method.rawValue }
        return row.finished(pAdjusted: adjusted[index] ?? row.pAdjustedItself)
      }
      guard !p.isEmpty else { continue }
      let reachable = method.adjusted(p.map(\.smallestAttainable)).min() ?? 1
      smallest = min(smallest ?? 1, reachable)
      tested.append(p)
    }
    let limit: FamilyNote.Limit =
      tested.isEmpty && groups.contains { $0.contains(where: \.isInexact) }
      ? .exactOnly : .of(tested, adjusted: method.adjusted)
    return (rows, smallest, tested.reduce(0) { $0 + $1.count }, limit)
  }

  /// The rows beside the primary ones that are adjusted together: those of one method.
  private static func besides(_ group: [ComparisonDraft]) -> [[Int]] {
    let members = group.indices.filter { !group[$0].primary && group[$0].isAdjustedByMethod && group[$0].p != nil }
    return Dictionary(grouping: members) { group[$0].method }.values.map { $0.sorted() }
  }
}

extension ComparisonFamily {
  /// How the p-values of a family are adjusted.
  enum Adjustment: String, Sendable {
    case holm
    case benjaminiHochberg = "benjamini_hochberg"

    /// Adjusted p-values, in the order given.
    func adjusted(_ p: [Double]) -> [Double] {
      switch self {
      case .holm: Multiplicity.holm(p)
      case .benjaminiHochberg: Multiplicity.benjaminiHochberg(p)
      }
    }
  }
}

extension FamilyNote {
  /// The note on a family, with its one plain sentence; of an exploratory family with one more.
  init(
    family: String, by: String, size: Int, smallest: Double?, limit: Limit = .design,
    adjustment: ComparisonFamily.Adjustment = .holm
  ) {
    let finding: Phrase =
      switch (smallest, limit) {
      case (nil, .exactOnly):
        "No comparison in this family can be made exactly, which is what was asked for; by shuffling they can be made."
      case (nil, _): "No comparison in this family could be made."
      case (.some(let reachable), .shuffles(let count)) where reachable >= 0.05:
        """
        With only \(count) shuffles no comparison in this family can come below .05; the smallest adjusted p is \
        \(plainP(reachable)). It is the shuffles that are too few, not the people.
        """
      case (.some(let reachable), _) where reachable >= 0.05:
        "No configuration of answers could bring this family below .05; the smallest adjusted p it can reach is \(plainP(reachable))."
      case (.some(let reachable), _):
        "The smallest adjusted p that any answers could give in this family is \(plainP(reachable))."
      }
    let exploring: Phrase =
      "Exploratory: p is adjusted so that among the differences it lets through few are expected to be chance."
    self.init(
      family: family, by: by, size: size, smallestAdjusted: smallest,
      sentence: adjustment == .holm ? finding : ComparisonDraft.joined(finding, exploring))
  }
}

extension FamilyNote {
  /// What keeps a family's adjusted p from being small.
  enum Limit: Sendable, Hashable {
    /// How few people there are, and how many comparisons.
    case design
    /// So many shuffles: with more of them the family could come below .05.
    case shuffles(Int)
    /// No test can be enumerated, and the plan asks for exact ones.
    case exactOnly

    /// The limit of some p-values that are adjusted group by group.
    static func of(_ groups: [[PValue]], adjusted: ([Double]) -> [Double]) -> Limit {
      let few = groups.joined().compactMap { p -> Int? in
        if case .permutation(let count, _) = p.method, p.smallestByDesign < p.smallestAttainable { count } else { nil }
      }
      let byDesign = groups.compactMap { adjusted($0.map(\.smallestByDesign)).min() }.min() ?? 1
      return few.min().map { byDesign < 0.05 ? .shuffles($0) : .design } ?? .design
    }
  }
}

/// A p-value in words for a sentence: three decimals, never rounded down to nought.
private func plainP(_ p: Double) -> Phrase {
  if p < 0.001 { return "below \(.fraction(0.001, decimals: 3))" }
  let thousandths = Int((p * 1000).rounded())
  if thousandths >= 1000 { return .verbatim("1") }
  return .fraction(Double(thousandths) / 1000, decimals: 3)
}
