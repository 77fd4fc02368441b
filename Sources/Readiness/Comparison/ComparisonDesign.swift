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

  /// The name in files.
  var evidence: ComparisonEvidence.Design {
    switch self {
    case .withinOrganizations: .withinOrganizations
    case .wholeOrganizations: .wholeOrganizations
    case .oneOrganization: .oneOrganization
    case .organizationsNotNamed: .organizationsNotNamed
    case .confounded: .confounded
    }
  }

  private static func list(_ counts: [Int]) -> Phrase { .list(counts.map(Phrase.count)) }

  /// Why this design, in one sentence of numbers of organisations.
  ///
  /// - Parameter sizes: organisations × groups, as for ``init(sizes:)``.
  func reason(sizes: [[Int]]) -> Phrase {
    let occupied = sizes.filter { $0.contains { $0 > 0 } }
    let mixed = occupied.count { $0.count { $0 > 0 } > 1 }
    let single = occupied.count - mixed
    switch self {
    case .withinOrganizations where single == 0:
      return "All \(mixed) organisations hold groups side by side."
    case .withinOrganizations:
      return .plural(
        single,
        one: "Mixed: \(mixed) of \(occupied.count) organisations hold groups side by side, 1 has one group only.",
        other:
          "Mixed: \(mixed) of \(occupied.count) organisations hold groups side by side, \(single) have one group only.")
    case .wholeOrganizations:
      let owners = (sizes.first ?? []).indices.map { group in occupied.count { $0[group] > 0 } }
      return "Each of \(occupied.count) organisations has one group only (\(Self.list(owners)))."
    case .oneOrganization: return "There is one organisation only."
    case .organizationsNotNamed: return "No organisation is named."
    case .confounded where mixed == 1:
      return "Mixed: one of \(occupied.count) organisations holds groups side by side, the others have one group only."
    case .confounded: return "Each of \(occupied.count) organisations has a group of its own."
    }
  }
}
