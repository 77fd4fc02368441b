import Disclosure
import Survey

/// Makes a release of a run's people: hashes of their answers and the groups they stand in.
struct ReleasedPeople {
  /// The measure that stands for points of the budget.
  static let allocation = "allocation"

  private let key: UInt64
  private let scores: Scores
  private let groups: AssessmentGroups
  private let groupings: [Grouping]

  init(_ scores: Scores, groups: AssessmentGroups, groupings: [Grouping], key: UInt64) {
    self.key = key
    self.scores = scores
    self.groups = groups
    self.groupings = groupings
  }

  /// The release, of which nothing is hidden yet; its groups and measures are those of the run, in their order.
  var release: CohortRelease {
    let responses = scores.responses
    let (memberLists, memberships) = members(responses)
    let (unscoredLists, unscored) = unscored(responses)
    return CohortRelease(
      survey: responses.instrument.id, measures: scores.measures.map(\.id) + [Self.allocation],
      groups: groups.keys.map(group), memberLists: memberLists, unscoredLists: unscoredLists,
      contents: contents(responses), memberships: memberships, unscored: unscored)
  }

  private func group(_ key: GroupKey) -> CohortRelease.Group {
    let name = [key.organization.map { "o" + $0 } ?? "", key.by ?? "", key.group.map { "g" + $0 } ?? ""]
    return CohortRelease.Group(
      key: StableHash.of(name.joined(separator: "\u{1F}"), seed: self.key),
      column: key.by.map { StableHash.of($0, seed: self.key) | 1 } ?? 0,
      isPartOfCohort: (key.organization == nil) != (key.by == nil))
  }

  /// The groups of each person.
  private func members(_ responses: Responses) -> (lists: [[Int]], of: [Int]) {
    var lists: [[Int]] = []
    var numbers: [[Int32]: Int] = [:]
    let memberships = (0..<responses.count).map { person -> Int in
      let code = responses.organization.codes[person]
      let codes = [code] + groupings.map { Int32($0.group(ofCode: Int($0.column.codes[person]))) }
      if let number = numbers[codes] { return number }
      let organization = code < 0 ? nil : responses.organization.labels[Int(code)]
      var keys = [GroupKey.cohort]
      if let organization { keys.append(GroupKey(organization: organization)) }
      for (grouping, group) in zip(groupings, codes.dropFirst()) where group >= 0 {
        let name = grouping.groups[Int(group)]
        keys.append(GroupKey(by: grouping.name, group: name))
        if let organization { keys.append(GroupKey(organization: organization, by: grouping.name, group: name)) }
      }
      numbers[codes] = lists.count
      lists.append(keys.compactMap(groups.place))
      return lists.count - 1
    }
    return (lists, memberships)
  }

  /// The measures that each person has no score on.
  private func unscored(_ responses: Responses) -> (lists: [[Int]], of: [Int]) {
    var lists: [[Int]] = []
    var numbers: [[Int]: Int] = [:]
    let unscored = (0..<responses.count).map { person -> Int in
      var list = scores.measures.indices.filter { place in
        place < scores.columns.count
          ? scores.columns[place][person].isNaN : scores.score(scores.measures[place], respondent: person) == nil
      }
      if responses.allocations?.given[person] != true { list.append(scores.measures.count) }
      let number = numbers[list] ?? lists.count
      if number == lists.count {
        numbers[list] = number
        lists.append(list)
      }
      return number
    }
    return (lists, unscored)
  }

  /// A hash of all that each person answered; what was not asked leaves no trace, so that an empty column changes nothing.
  private func contents(_ responses: Responses) -> [UInt64] {
    var hashes = [UInt64](repeating: Self.mixed(key, 0), count: responses.count)
    let notAsked = Answer(.notAsked).byte
    for (item, answers) in responses.answers.enumerated() where !answers.isEmpty {
      for (person, answer) in answers.enumerated() where answer != notAsked {
        hashes[person] = Self.mixed(hashes[person], UInt64(item) << 16 | UInt64(answer))
      }
    }
    guard let allocations = responses.allocations else { return hashes }
    for (factor, points) in allocations.hundredths.enumerated() {
      for person in hashes.indices where allocations.given[person] {
        hashes[person] = Self.mixed(hashes[person], 1 << 40 | UInt64(factor) << 16 | UInt64(points[person]))
      }
    }
    return hashes
  }

  /// The next state of a hash: the mixing step of SplitMix64.
  private static func mixed(_ state: UInt64, _ value: UInt64) -> UInt64 {
    var hash = (state &+ 0x9E37_79B9_7F4A_7C15) ^ (value &* 0xD6E8_FEB8_6659_FD93)
    hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
    return hash ^ (hash >> 31)
  }
}
