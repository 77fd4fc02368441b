import Survey

/// Which numbers of people within organisations are told by `scores.csv`, so that a figure that rests on them alone tells nothing more.
struct ToldPeople: Sendable {
  private let suppression: AssessmentSuppression
  private let answers: AssessmentAnswers
  private let grouping: RespondentGrouping
  /// The organisations, in the order of the tables that are compared.
  private let organizations: [String]
  /// Whether somebody belongs to none of the groups.
  private let hasBlank: Bool

  init(
    _ suppression: AssessmentSuppression, answers: AssessmentAnswers, grouping: RespondentGrouping,
    organizations: [String]
  ) {
    self.suppression = suppression
    self.answers = answers
    self.grouping = grouping
    self.organizations = organizations
    hasBlank = grouping.codes.contains { $0 < 0 }
  }

  /// Whether the people of some groups with a score on a measure are told, for each organisation.
  ///
  /// They are where each of the groups has people there and is told, where every group there is, so that noughts are known, and where the
  /// groups are everybody. A group that is hidden and one that nobody is of look alike, so an organisation is not taken for the latter.
  ///
  /// - Parameter measure: the measure's place.
  func organizations(_ scores: CollapsedScores, groups: [Int], measure: Int) -> [Bool] {
    organizations.indices.map { place in
      let sizes = scores.organizations[place].groupTotals
      let name = organizations[place]
      func isTold(_ group: Int) -> Bool {
        self.isTold(GroupKey(organization: name, by: grouping.name, group: grouping.labels[group]), measure)
      }
      guard self.isTold(GroupKey(organization: name), measure) else { return false }
      return (!hasBlank && groups.count == sizes.count) || tellsEach(groups, sizes, isTold)
    }
  }

  /// Whether the people of each group by itself are told, for each organisation: how they are spread.
  func spread(_ scores: CollapsedScores, groups: [Int], measure: Int) -> [Bool] {
    organizations.indices.map { place in
      let name = organizations[place]
      return isTold(GroupKey(organization: name), measure)
        && tellsEach(groups, scores.organizations[place].groupTotals) { group in
          isTold(GroupKey(organization: name, by: grouping.name, group: grouping.labels[group]), measure)
        }
    }
  }

  private func tellsEach(_ groups: [Int], _ sizes: [Int], _ isTold: (Int) -> Bool) -> Bool {
    groups.allSatisfy { sizes[$0] > 0 && isTold($0) }
      || (!hasBlank && sizes.indices.allSatisfy { sizes[$0] == 0 || isTold($0) })
  }

  private func isTold(_ key: GroupKey, _ measure: Int) -> Bool {
    !suppression.isHidden(key, measure: measure) && answers.showsSpread(key, measure: measure)
  }
}
