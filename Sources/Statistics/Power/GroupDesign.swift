/// Who is going to be asked: how many people of each group, and how organisations hold them.
public enum GroupDesign: Sendable, Hashable {
  /// So many unrelated people in each group.
  case people([Int])
  /// Every organisation has so many people of each group, and people are compared with their colleagues.
  case withinOrganizations(perOrganization: [Int], organizations: Int)
  /// So many organisations in each group, each with so many people, all of one group.
  case wholeOrganizations([Int], people: Int)

  /// People in each group.
  public var people: [Int] {
    switch self {
    case .people(let sizes): sizes
    case .withinOrganizations(let sizes, let organizations): sizes.map { $0 * organizations }
    case .wholeOrganizations(let organizations, let people): organizations.map { $0 * people }
    }
  }

  /// The design of two of the groups alone.
  public func pair(_ first: Int, _ second: Int) -> GroupDesign {
    switch self {
    case .people(let sizes): .people([sizes[first], sizes[second]])
    case .withinOrganizations(let sizes, let organizations):
      .withinOrganizations(perOrganization: [sizes[first], sizes[second]], organizations: organizations)
    case .wholeOrganizations(let organizations, let people):
      .wholeOrganizations([organizations[first], organizations[second]], people: people)
    }
  }

  /// The smallest p that the test of this design can reach, without ties.
  ///
  /// - Throws: ``SampleFault`` for fewer than two groups or an empty one.
  public func smallestP() throws(SampleFault) -> Double {
    switch self {
    case .people(let sizes), .wholeOrganizations(let sizes, _): try Design.smallestP(groups: sizes)
    case .withinOrganizations(let sizes, let organizations):
      try Design.smallestP(withinEach: sizes, organizations: organizations)
    }
  }

  /// By how much organisations inflate the variance of a group's mean.
  ///
  /// 1 for unrelated people, and for people who are compared with their colleagues: what an organisation has in common
  /// drops out of the comparison.
  public func designEffect(intraclassCorrelation: Double) -> Double {
    guard case .wholeOrganizations(_, let people) = self else { return 1 }
    return Design.effect(sizes: [people], intraclassCorrelation: intraclassCorrelation)
  }

  /// What is counted in each group, the variance of one such unit's mean over that of one person, and the degrees of
  /// freedom left within groups (nil: as the test has them for people).
  func units(designEffect: Double) -> (sizes: [Int], variance: Double, degreesOfFreedom: Double?) {
    switch self {
    case .people(let sizes): (sizes, 1, nil)
    case .withinOrganizations(let sizes, let organizations):
      // Every organisation has a level of its own.
      (people, designEffect, Double(people.reduce(0, +) - organizations - sizes.count + 1))
    case .wholeOrganizations(let organizations, let people):
      (organizations, designEffect / Double(people), Double(organizations.reduce(0, +) - organizations.count))
    }
  }
}
