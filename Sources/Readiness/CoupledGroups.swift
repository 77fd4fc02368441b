/// Groups that are hidden together with what holds them, so that several grouping columns can be audited one after the other.
///
/// Columns share the organisations and the whole cohort, and nothing else. A shown number of these is a constant to every column.
/// Within a hidden organisation no group is shown; then whatever the other columns tell leaves the numbers of people of hidden organisations
/// free but for their sum: a table of which only the margins are known can be filled for any margins that have one sum. So
/// what one column leaves possible stays possible beside all the others. Where the whole cohort is hidden, so are
/// the groups of every further column.
struct CoupledGroups: Sendable {
  /// A group, and the one that it is hidden with, by place.
  struct Pair: Sendable, Hashable {
    let group: Int
    let whole: Int
  }

  /// In the order of the groups.
  let pairs: [Pair]

  init(_ groups: AssessmentGroups) {
    let types = ["respondent_type", "roll_up"]
    let cohort = groups.place(.cohort)
    pairs = groups.keys.indices.compactMap { place in
      let key = groups.keys[place]
      guard let by = key.by else { return nil }
      let organization = key.organization.map { groups.place(GroupKey(organization: $0)) }
      let whole = organization ?? (types.contains(by) ? nil : cohort)
      return whole.map { Pair(group: place, whole: $0) }
    }
  }
}
