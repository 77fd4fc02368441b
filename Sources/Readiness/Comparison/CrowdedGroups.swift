import Disclosure

/// Groups of which numbers of organisations are not said, because it is hidden how many of their people some organisation has.
///
/// “All twelve organisations hold both groups” says of every hidden cell that it is not empty: twelve people of a group are then one in each, and
/// over all pairs of four groups an organisation of five is told apart.
struct CrowdedGroups: Sendable {
  private var groups: Set<[String]> = []

  /// None.
  init() {}

  /// Looks at every group over the cohort.
  init(_ suppression: AssessmentSuppression) {
    guard suppression.rule.minimum > 0 else { return }
    for (place, key) in suppression.groups.keys.enumerated() where key.organization != nil {
      guard let by = key.by, let group = key.group, suppression.isHidden[place], suppression.groups.sizes[place] > 0
      else { continue }
      groups.insert([by, group])
    }
  }

  /// Whether it may be said in how many organisations some people are, of whom no organisation's number is told: where each but one has
  /// one of them, the last must be able to have the minimum.
  static func tells(_ organizations: Int, of people: Int, minimum: Int) -> Bool {
    minimum == 0 || organizations == 0 || people - (organizations - 1) >= minimum
  }

  /// Whether numbers of organisations may be said of some groups of a grouping.
  func tells(by: String, _ names: [String]) -> Bool { !names.contains { groups.contains([by, $0]) } }
}
