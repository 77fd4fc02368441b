import Survey

extension GroupSummaries {
  /// Who was invited and who answered: the cohort and each organisation, together and by type.
  ///
  /// Organisations stand by name after the cohort, types in the instrument's order after “all types”. Somebody who was
  /// invited and did not answer is a row with 0 answers. A row without an entry in the list of invitations has no number
  /// of invited people, since nobody knows how many there were; neither has a total in which such people are counted.
  package func participation(invited: [Invitation] = []) -> [ParticipationRow] {
    let responses = people.scores.responses
    var answered: [Key: Int] = [:]
    var asked: [Key: Int] = [:]
    let listed = Set(invited.map { Key(organization: $0.organization, type: $0.respondentType) })
    var unlisted: Set<Key> = []
    for (cell, size) in zip(people.cells, people.sizes) {
      let organization = cell.organization < 0 ? nil : responses.organization.labels[cell.organization]
      let type = cell.group < 0 ? nil : responses.respondentType.labels[cell.group]
      let keys = Key.all(organization, type)
      for key in keys { answered[key, default: 0] += size }
      if !listed.contains(Key(organization: organization, type: type)) { unlisted.formUnion(keys) }
    }
    for invitation in invited {
      for key in Key.all(invitation.organization, invitation.respondentType) {
        asked[key, default: 0] += invitation.invited
      }
    }
    for key in unlisted { asked[key] = nil }
    let order = responses.instrument.respondentTypes.map(\.code)
    let organizations = Set(answered.keys.compactMap(\.organization)).union(asked.keys.compactMap(\.organization))
    return ([nil] + organizations.sorted().map(Optional.some)).flatMap { organization in
      ([nil] + order.map(Optional.some)).compactMap { type in
        let key = Key(organization: organization, type: type)
        guard type == nil || answered[key] != nil || asked[key] != nil else { return nil }
        return ParticipationRow(
          organization: organization, respondentType: type, invited: asked[key], answered: answered[key] ?? 0,
          status: .ok)
      }
    }
  }

  private struct Key: Hashable {
    let organization: String?
    let type: String?

    /// The rows in which one person counts.
    static func all(_ organization: String?, _ type: String?) -> Set<Key> {
      [
        Key(organization: nil, type: nil), Key(organization: nil, type: type),
        Key(organization: organization, type: nil), Key(organization: organization, type: type),
      ]
    }
  }
}
