import Readiness

/// Why the score of a group is hidden, as the rows about numbers tell it.
struct HiddenNumbers {
  private struct Key: Hashable {
    let organization, by, group, measure: String?
  }

  private var reasons: [Key: DisclosureRow.Why] = [:]

  init(_ rows: [DisclosureRow]) {
    for row in rows where row.subject == .number && row.answer == nil {
      reasons[
        Key(organization: row.organization, by: row.groupBy, group: row.group, measure: row.measure)] = row.why
    }
  }

  /// Why the people of a group are hidden; nil where they are not.
  func people(organization: String?, by: String? = nil, group: String? = nil) -> DisclosureRow.Why? {
    reasons[Key(organization: organization, by: by, group: group, measure: nil)]
  }

  /// Why a group's score on a measure is hidden.
  func score(
    organization: String?, by: String? = nil, group: String? = nil, measure: String
  ) -> DisclosureRow.Why {
    if people(organization: organization, by: by, group: group) != nil { return .wholeGroup }
    return reasons[Key(organization: organization, by: by, group: group, measure: measure)]
      ?? .primaryClassOrComplementary
  }
}
