/// Bounds of numbers of people that are not told, from those that are, by passing bounds from sum to sum: organisations, respondent types and a
/// further column at once.
struct AttackedSums {
  typealias Group = AttackedCohort.Group

  /// What is known of each group before any sum, and after.
  private(set) var bounds: [Group: ClosedRange<Int>]

  /// - Parameters:
  ///   - groups: all groups.
  ///   - told: what a reader knows of some of them.
  init(_ groups: Set<Group>, told: [Group: ClosedRange<Int>]) {
    let organizations = Set(groups.map(\.organization)).subtracting([""])
    var sums: [(whole: Group, parts: [Group])] = [(Group(), organizations.map { Group(organization: $0) })]
    for by in Set(groups.map(\.by)).subtracting([""]) {
      let names = Set(groups.filter { $0.by == by }.map(\.group))
      for organization in organizations.union([""]) {
        sums.append(
          (Group(organization: organization), names.map { Group(organization: organization, by: by, group: $0) }))
      }
      for name in names {
        sums.append((Group(by: by, group: name), organizations.map { Group(organization: $0, by: by, group: name) }))
      }
    }
    bounds = told
    var isTighter = true
    while isTighter {
      isTighter = false
      for sum in sums {
        let parts = sum.parts.map { bounds[$0] ?? 0...1_000 }
        let (low, high) = (parts.reduce(0) { $0 + $1.lowerBound }, parts.reduce(0) { $0 + $1.upperBound })
        if set(sum.whole, low, high) { isTighter = true }
        let whole = bounds[sum.whole] ?? 0...1_000
        for (part, own) in zip(sum.parts, parts)
        where set(part, whole.lowerBound - high + own.upperBound, whole.upperBound - low + own.lowerBound) {
          isTighter = true
        }
      }
    }
  }

  private mutating func set(_ group: Group, _ low: Int, _ high: Int) -> Bool {
    let old = bounds[group] ?? 0...1_000
    let lower = max(old.lowerBound, low)
    let new = lower...max(lower, min(old.upperBound, high))
    bounds[group] = new
    return new != old
  }

  /// Groups of one to the minimum less one that can be seen to be so few.
  func small(_ counts: [Group: Int], minimum: Int) -> [Group] {
    counts.filter { group, count in
      (1..<minimum).contains(count) && (bounds[group].map { $0.upperBound < minimum } ?? false)
    }.keys.sorted()
  }

  /// Groups whose numbers are said to be what they are not.
  func wrong(_ counts: [Group: Int]) -> [Group] {
    bounds.filter { !$0.value.contains(counts[$0.key] ?? 0) }.keys.sorted()
  }
}
