import Disclosure

/// Groups whose people are spread so thinly over organisations that the number of organisations with somebody of the group tells how few each
/// of them has.
///
/// Twelve people of a group in twelve organisations are one in each. So where a hidden organisation's people of the group, each
/// other hidden one having somebody, could no longer be as many as the minimum, numbers of organisations are left out of what is said of the
/// group.
struct CrowdedGroups: Sendable {
  private var groups: Set<[String]> = []

  /// None.
  init() {}

  /// Looks at every group over the cohort.
  init(_ suppression: AssessmentSuppression) {
    let minimum = suppression.rule.minimum
    guard minimum > 0 else { return }
    var hidden: [[String]: (people: Int, organizations: Int)] = [:]
    for (place, key) in suppression.groups.keys.enumerated() where key.organization != nil {
      guard let by = key.by, let group = key.group, suppression.isHidden[place] else { continue }
      let old = hidden[[by, group]] ?? (0, 0)
      hidden[[by, group]] = (old.people + suppression.groups.sizes[place], old.organizations + 1)
    }
    for (group, own) in hidden where own.people - (own.organizations - 1) < minimum { groups.insert(group) }
  }

  /// Whether it may be said in how many organisations some people are, of whom no organisation's number is told: where each but one has
  /// one of them, the last must be able to have the minimum.
  static func tells(_ organizations: Int, of people: Int, minimum: Int) -> Bool {
    minimum == 0 || organizations == 0 || people - (organizations - 1) >= minimum
  }

  /// Whether numbers of organisations may be said of some groups of a grouping.
  func tells(by: String, _ names: [String]) -> Bool { !names.contains { groups.contains([by, $0]) } }
}
