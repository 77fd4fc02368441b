/// What may be permuted when groups of respondents are compared: the question that decides which test is the one to read.
///
/// People of one organisation resemble each other. Where groups are found side by side in organisations, labels are permuted
/// inside organisations; where every organisation has one group only, whole organisations are permuted; where neither leaves
/// anything to permute, groups and organisations cannot be told apart.
enum ComparisonDesign: Hashable, Sendable {
  /// Labels are permuted inside the organisations that hold at least two of the groups (by index).
  case withinOrganizations([Int])
  /// Whole organisations change groups.
  case wholeOrganizations
  /// There is one organisation only, so that people may be permuted freely.
  case oneOrganization
  /// No organisation is named, so that people have to be taken as unrelated.
  case organizationsNotNamed
  /// Types and organisations cannot be told apart.
  case confounded

  /// Chooses the design from the number of people per organisation and group.
  ///
  /// - Parameter sizes: organisations × groups.
  init(sizes: [[Int]]) {
    let occupied = sizes.indices.filter { sizes[$0].contains { $0 > 0 } }
    let mixed = occupied.filter { sizes[$0].count { $0 > 0 } > 1 }
    if occupied.isEmpty {
      self = .organizationsNotNamed
    } else if occupied.count == 1 {
      self = .oneOrganization
    } else if mixed.count > 1 {
      self = .withinOrganizations(mixed)
    } else if mixed.isEmpty {
      let groups = sizes[occupied[0]].indices
      let repeats = groups.contains { group in occupied.count { sizes[$0][group] > 0 } > 1 }
      // With one organisation per group every rearrangement looks alike.
      self = repeats ? .wholeOrganizations : .confounded
    } else {
      // One organisation alone holds several groups: what is seen there may be that organisation's own.
      self = .confounded
    }
  }
}
