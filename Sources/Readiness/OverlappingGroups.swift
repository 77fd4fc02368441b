import Disclosure
import Survey

/// Groups of different columns that are nearly the same people.
///
/// Their numbers beside each other tell about the few who are in one and not in the other: as with two releases (``ReleaseLedger``),
/// two groups that differ by fewer people than the minimum are not both shown. A group and everybody outside a group of another column
/// are looked at as well, because the whole is shown.
struct OverlappingGroups: Sendable {
  /// Two groups by place, and how many people are in one of them alone.
  struct Pair: Sendable, Hashable {
    let first: Int
    let second: Int
    let apart: Int
  }

  /// Pairs that differ by one person or a few, in the order of the columns, organisations and groups.
  private(set) var pairs: [Pair] = []

  /// Finds the pairs in one pass for every two columns; types and roll-ups are nested and tied by sums already.
  init(
    _ responses: Responses, groups: AssessmentGroups, groupings: [Grouping], rule: SuppressionRule
  ) {
    guard rule.minimum > 1 else { return }
    for (index, one) in groupings.enumerated() {
      for other in groupings.dropFirst(index + 1)
      where !(one.name == "respondent_type" && other.name == "roll_up") {
        find(responses, one, other, groups, minimum: rule.minimum)
      }
    }
  }

  /// The next group to hide because it is nearly another one that is shown: the smaller, or the later of two as large, by place.
  func leak(sizes: [Int], isHidden: [Bool]) -> Int? {
    pairs.first { !isHidden[$0.first] && !isHidden[$0.second] }.map { pair in
      sizes[pair.first] < sizes[pair.second] ? pair.first : pair.second
    }
  }

  private mutating func find(
    _ responses: Responses, _ one: Grouping, _ other: Grouping, _ groups: AssessmentGroups,
    minimum: Int
  ) {
    let (names, placeOf) = responses.organizationOrder
    let width = other.groups.count
    let size = one.groups.count * width
    guard size > 0 else { return }
    // People by organisation, the last without one, and by the two groups; only what occurs is kept.
    var both: [Int: Int] = [:]
    for person in 0..<responses.count {
      let first = one.group(ofCode: Int(one.column.codes[person]))
      let second = other.group(ofCode: Int(other.column.codes[person]))
      guard first >= 0, second >= 0 else { continue }
      let organization = Int(responses.organization.codes[person])
      both[
        (organization < 0 ? names.count : placeOf[organization]) * size + first * width + second,
        default: 0] += 1
    }
    var everywhere: [Int: Int] = [:]
    for (key, count) in both { everywhere[key % size, default: 0] += count }
    for row in [nil] + names.indices.map(Optional.some) {
      let organization = row.map { names[$0] }
      guard let whole = groups.place(GroupKey(organization: organization)),
        groups.sizes[whole] >= minimum
      else { continue }
      for (a, first) in one.groups.enumerated() {
        guard
          let left = groups.place(GroupKey(organization: organization, by: one.name, group: first))
        else { continue }
        for (b, second) in other.groups.enumerated() {
          guard
            let right = groups.place(
              GroupKey(organization: organization, by: other.name, group: second))
          else { continue }
          let shared =
            (row.map { both[$0 * size + a * width + b] } ?? everywhere[a * width + b]) ?? 0
          let (own, others) = (groups.sizes[left], groups.sizes[right])
          let apart = own + others - 2 * shared
          // Against everybody outside the other group.
          let outside = groups.sizes[whole] - own - others + 2 * shared
          for few in [apart, outside] where (1..<minimum).contains(few) {
            pairs.append(Pair(first: left, second: right, apart: few))
            break
          }
        }
      }
    }
  }
}
