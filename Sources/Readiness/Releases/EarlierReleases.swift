import Disclosure

/// What must be hidden because of what earlier releases showed of nearly the same people.
///
/// Four things, until nothing changes:
///
/// - a group, or everybody but a group, that few people tell from one that was shown is hidden;
/// - so is a group in which few people changed since it was shown, and on a measure one in which few of them have a score;
/// - what every earlier release hid of nearly the same people stays hidden, so that what was hidden beside few people then cannot be had now;
/// - the people who changed are a table too, tied by the same sums: it is audited by the flows of ``GroupNetwork``.
struct EarlierReleases: Sendable {
  /// The groups to hide whatever else is hidden, by place.
  private let few: Set<Int>
  /// The same per measure.
  private let fewOn: [Set<Int>]
  private let differences: [ReleaseDifference]
  private let networks: [GroupNetwork]
  private let rule: SuppressionRule

  /// Compares the people of a run with all releases of a ledger about the same survey.
  init(_ ledger: CohortLedger, release: CohortRelease, networks: [GroupNetwork], rule: SuppressionRule) {
    self.networks = networks
    self.rule = rule
    let earlier = ledger.releases.filter { $0.survey == release.survey }
    let differences = earlier.map { ReleaseDifference(release, $0, rule: rule) }
    // Where nobody answered in both there is nothing to subtract.
    self.differences = differences.filter { $0.common > 0 && $0.changed.contains { $0 > 0 } }
    let isFew = { (count: Int) in (1..<max(1, rule.minimum)).contains(count) }

    var few = Set(differences.flatMap { $0.pairs.map(\.later) })
    var fewOn = release.measures.map { _ in Set<Int>() }
    var twins: [Int: [(release: Int, group: Int)]] = [:]
    for (number, difference) in differences.enumerated() {
      for twin in difference.twins { twins[twin.later, default: []].append((number, twin.earlier)) }
      for (place, namesake) in difference.namesakes.enumerated() where difference.common > 0 {
        guard let namesake, !earlier[number].groups[namesake].isHidden else { continue }
        if isFew(difference.changed[place]) { few.insert(place) }
        for (measure, name) in release.measures.enumerated() where isFew(difference.changedOn[measure][place]) {
          // Points of the budget are hidden with the group alone.
          if name == ReleasedPeople.allocation { few.insert(place) } else { fewOn[measure].insert(place) }
        }
      }
    }
    for (place, own) in twins {
      if own.allSatisfy({ earlier[$0.release].groups[$0.group].isHidden }) { few.insert(place) }
      for (measure, name) in release.measures.enumerated() {
        let wasHidden = own.allSatisfy { number, group in
          let old = earlier[number]
          return old.groups[group].isHidden
            || (old.measures.firstIndex(of: name).map(old.groups[group].hidden.contains) ?? false)
        }
        if wasHidden { fewOn[measure].insert(place) }
      }
    }
    self.few = few
    self.fewOn = fewOn
  }

  /// The groups to hide next, by place; empty where nothing more can be had from earlier releases.
  ///
  /// - Parameter measure: the measure; nil for numbers of people.
  func leaks(isHidden: [Bool], measure: Int? = nil) -> [Int] {
    let own = (measure.map { fewOn[$0] } ?? few).filter { !isHidden[$0] }
    guard own.isEmpty else { return own.sorted() }
    var found: Set<Int> = []
    for difference in differences {
      let changed = measure.map { difference.changedOn[$0] } ?? difference.changed
      guard changed.contains(where: { $0 > 0 }) else { continue }
      for network in networks {
        found.formUnion(network.leaks(changes: changed, isHidden: isHidden, rule: rule))
      }
    }
    return found.filter { !isHidden[$0] }.sorted()
  }
}
