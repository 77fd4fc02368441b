import Disclosure
import Survey

/// Of which groups it may be told how many people shared out the budget.
///
/// Beside how many answered at all that number tells how many left the budget out. Where these are from 1 to the minimum less 1 it is hidden,
/// and so is what one subtraction after another would yield, over all groups that add up.
struct AllocationGivers: Sendable {
  private let groups: AssessmentGroups
  private let isHidden: [Bool]

  init(_ scores: Scores, suppression: AssessmentSuppression) {
    let responses = scores.responses
    groups = suppression.groups
    let given = responses.allocations?.given ?? []
    let givers = groups.counts(
      of: given.indices.filter { given[$0] }, responses, groupings: responses.groupings(by: scores.plan.by))
    let without = zip(groups.sizes, givers).map { $0 - $1 }
    let minimum = suppression.rule.minimum
    guard minimum > 0 else {
      isHidden = without.map { _ in false }
      return
    }
    let already = suppression.hidden(people: givers)
    let hidden = Suppression(
      counts: without, partitions: groups.partitions, rule: suppression.rule, empty: .shown,
      alreadyHidden: Set(without.indices.filter { already[$0] && without[$0] > 0 }))
    // How many answered at all is told of everybody, in the manifest.
    let cohort = groups.place(.cohort)
    isHidden = without.indices.map { (suppression.isHidden[$0] && $0 != cohort) || hidden.isHidden($0) }
  }

  /// Whether the number may be told; of a group without people it may not.
  func tells(_ key: GroupKey) -> Bool { groups.place(key).map { !isHidden[$0] } ?? false }
}

extension AssessmentGroups {
  /// How many of some respondents each group has.
  ///
  /// - Parameter rows: respondents, as rows of the responses.
  func counts(of rows: [Int], _ responses: Responses, groupings: [Grouping]) -> [Int] {
    let organizations = responses.organization
    var counts = [Int](repeating: 0, count: keys.count)
    func count(_ key: GroupKey) {
      if let place = place(key) { counts[place] += 1 }
    }
    for row in rows {
      let code = Int(organizations.codes[row])
      let organization = code < 0 ? nil : organizations.labels[code]
      count(.cohort)
      if organization != nil { count(GroupKey(organization: organization)) }
      for grouping in groupings {
        let group = grouping.group(ofCode: Int(grouping.column.codes[row]))
        guard group >= 0 else { continue }
        count(GroupKey(by: grouping.name, group: grouping.groups[group]))
        if organization != nil {
          count(GroupKey(organization: organization, by: grouping.name, group: grouping.groups[group]))
        }
      }
    }
    return counts
  }
}
