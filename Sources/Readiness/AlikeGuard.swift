import Disclosure

/// What must be hidden beside a group in which everybody is alike, so that it does not come out of what is shown.
///
/// Two ways are looked at: what is left of a shown whole beside its shown parts, which must not be people who are all alike; and
/// for a score at an end of the scale, every sum of multiples of the other means of the same people, which would yield the end.
struct AlikeGuard: Sendable {
  let groups: AssessmentGroups
  let alike: AlikeGroups
  /// People with a score, measure × group.
  let counts: [[Int?]]
  let layout: ScoringLayout
  let rule: SuppressionRule

  /// Whether a group is hidden on a measure because all of its people are alike there.
  func isAlike(_ measure: Int, _ group: Int) -> Bool {
    alike.measures[measure][group] != nil && (counts[measure][group] ?? 0) >= rule.minimum
  }

  /// The next group to hide on a measure because people who are hidden together, and come out together, are all alike: fewest people
  /// first, then the order of the groups; nil where there is none.
  func next(on measure: Int, hidden: [Bool]) -> Int? {
    let (alike, counts) = (alike.measures[measure], counts[measure])
    func people(_ group: Int) -> Int { counts[group] ?? 0 }
    for partition in groups.partitions where !hidden[partition.whole] {
      var (all, left): (AlikeGroups.Alike?, Int) = (nil, people(partition.whole))
      var areAlike = true
      for part in partition.parts {
        if hidden[part], people(part) > 0 {
          guard let own = alike[part], own.hasScore(of: all ?? own) else {
            areAlike = false
            break
          }
          all = own
        } else {
          left -= people(part)
        }
      }
      // People of no part differ, for all that is known here.
      guard areAlike, let all, left == partition.parts.reduce(0, { $0 + (hidden[$1] ? people($1) : 0) }) else {
        continue
      }
      let others = partition.parts.filter { part in
        !hidden[part] && people(part) > 0 && !(alike[part]?.hasScore(of: all) ?? false)
      }
      return others.min { (people($0), $0) < (people($1), $1) } ?? partition.whole
    }
    return nil
  }

  /// Something to hide so that nobody can work out that a score is an end of the scale.
  enum Cell: Hashable {
    case measure(Int, group: Int)
    case row(item: Int, group: Int)
  }

  /// What to hide beside scores and rows at an end of the scale; empty where nothing yields them.
  ///
  /// - Parameters:
  ///   - hidden: whether a group is hidden on a measure, measure × group.
  ///   - hiddenRows: the groups whose row of answers is hidden, by item.
  ///   - isHidden: whether a group's people are hidden.
  func ends(hidden: [[Bool]], hiddenRows: [Set<Int>], isHidden: [Bool]) -> [Cell] {
    groups.keys.indices.flatMap { group in
      isHidden[group] ? [] : ends(of: group, hidden: hidden.map { $0[group] }, hiddenRows: hiddenRows)
    }
  }

  private func ends(of group: Int, hidden: [Bool], hiddenRows: [Set<Int>]) -> [Cell] {
    let hasRows = alike.rowGroups.contains(group)
    var targets: Set<[Int]> = []
    for measure in layout.measures.indices
    where isAlike(measure, group) && alike.measures[measure][group]?.isEnd == true {
      if let sum = sum(measure) { targets.insert(sum) }
    }
    for item in alike.rows.indices where alike.rows[item][group]?.isEnd == true { targets.insert(indicator([item])) }
    guard !targets.isEmpty else { return [] }
    var shown: [(sum: [Int], cells: [Cell])] = []
    func add(_ sum: [Int], _ cell: Cell) {
      if let place = shown.firstIndex(where: { $0.sum == sum }) {
        shown[place].cells.append(cell)
      } else {
        shown.append((sum, [cell]))
      }
    }
    if hasRows {
      for item in alike.rows.indices where !hiddenRows[item].contains(group) {
        add(indicator([item]), .row(item: item, group: group))
      }
    }
    for measure in layout.measures.indices where !hidden[measure] && (counts[measure][group] ?? 0) > 0 {
      if let sum = sum(measure) { add(sum, .measure(measure, group: group)) }
    }
    var more: [Cell] = []
    for target in targets.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      while let found = LinearCombination(of: target, from: shown.map(\.sum)) {
        // Of the numbers that tell least the one without which it is not found; or the first.
        func size(_ term: Int) -> Int { shown[term].sum.count { $0 != 0 } }
        let least = found.terms.map(size).min() ?? 0
        let terms = found.terms.filter { size($0) == least }
        let enough = terms.first { term in
          LinearCombination(of: target, from: shown.indices.filter { $0 != term }.map { shown[$0].sum }) == nil
        }
        more += shown.remove(at: enough ?? terms[0]).cells
      }
    }
    return more
  }

  private func indicator(_ items: [Int]) -> [Int] {
    var sum = [Int](repeating: 0, count: layout.codings.count)
    for item in items { sum[item] = 1 }
    return sum
  }

  /// A measure as a sum of multiples of its items' means; nil where it is none, or weighs unevenly.
  private func sum(_ measure: Int) -> [Int]? {
    switch layout.recipes[measure] {
    case .items(let items, _): return items.isEmpty ? nil : indicator(items)
    case .mean(let parts, let weights, _):
      guard layout.aggregation == .arithmetic, Set(weights).count == 1 else { return nil }
      let asked = parts.map { layout.items[$0] }.filter { !$0.isEmpty }
      let whole = asked.reduce(1) { $0.leastCommonMultiple(with: $1.count) }
      var sum = [Int](repeating: 0, count: layout.codings.count)
      for items in asked {
        for item in items { sum[item] += whole / items.count }
      }
      return asked.isEmpty ? nil : sum
    }
  }
}

extension AlikeGroups.Alike {
  /// Whether two groups have one score between them.
  func hasScore(of other: AlikeGroups.Alike) -> Bool {
    guard let score, let same = other.score else { return false }
    return abs(score - same) <= 1e-9
  }
}

extension Int {
  /// The least common multiple of two positive numbers.
  fileprivate func leastCommonMultiple(with other: Int) -> Int {
    var (a, b) = (self, other)
    while b > 0 { (a, b) = (b, a % b) }
    return self / a * other
  }
}
