import Disclosure

/// What is hidden: per group for counts of people, and per group and measure for scores.
///
/// A group is hidden by its people and, on a measure, by its people with a score. Groups that are hidden by their people are hidden
/// on every measure, so that the choice of what is hidden beside a small group does not change from measure to measure. On a measure it
/// is hidden too where all of its people are alike.
struct AssessmentSuppression: Sendable {
  /// The groups.
  let groups: AssessmentGroups
  /// The minimum.
  let rule: SuppressionRule
  /// Whether a group's number of people is hidden, by place.
  let isHidden: [Bool]
  /// People with a score, measure × group; nil where the measure was not asked.
  let counts: [[Int?]]
  /// Whether a group is hidden on a measure, measure × group.
  private(set) var hidden: [[Bool]]
  /// The groups whose row of answers is hidden because all gave one answer, or beside such a row; by rated item.
  private(set) var hiddenRows: [Set<Int>] = []
  /// Whether a group is hidden because of earlier releases alone, by place.
  let isHeldBack: [Bool]
  /// The groups that are hidden because of earlier releases on a measure, by measure.
  private(set) var heldBackOn: [Set<Int>]
  /// The measures that rest on one item, where a mean is a sum over counts of answers.
  private var ofOneItem: Set<Int> = []
  /// The sums that a reader can combine.
  private let networks: [GroupNetwork]
  /// Where there are further columns: groups that are hidden with a hidden organisation, so that the columns can be audited one by one.
  private let coupled: [CoupledGroups.Pair]

  /// Decides what to hide.
  ///
  /// - Parameters:
  ///   - counts: people with a score, measure × group in the order of `groups`; nil where the measure was not asked.
  ///   - networks: the sums that a reader can combine.
  ///   - overlaps: groups that are nearly the same people.
  ///   - alike: groups in which everybody is alike.
  ///   - held: groups that are hidden whatever their size, because of earlier releases.
  ///   - earlier: earlier releases that are still to be compared; nil where they were.
  init(
    _ groups: AssessmentGroups, counts: [[Int?]], layout: ScoringLayout, rule: SuppressionRule,
    networks: [GroupNetwork] = [], overlaps: OverlappingGroups? = nil, alike: AlikeGroups, held: [HeldGroup] = [],
    earlier: EarlierReleases? = nil, threads: Int
  ) {
    self.groups = groups
    self.networks = networks
    coupled = networks.count > 1 ? CoupledGroups(groups).pairs : []
    self.rule = rule
    self.counts = counts
    let held = Held(held, groups: groups, layout: layout)
    heldBackOn = held.heldBackOn
    guard rule.minimum > 0 else {
      isHidden = [Bool](repeating: false, count: groups.keys.count)
      hidden = counts.map { _ in [Bool](repeating: false, count: groups.keys.count) }
      isHeldBack = isHidden
      return
    }
    let sums = Sums(groups: groups, rule: rule, networks: networks, coupled: coupled)
    var isHidden = sums.settle(groups.sizes, already: held.isHidden, knowsPeople: true)
    while let more = overlaps?.leak(sizes: groups.sizes, isHidden: isHidden) {
      isHidden[more] = true
      isHidden = sums.settle(groups.sizes, already: isHidden, knowsPeople: true)
    }
    let own = isHidden
    while let more = earlier?.leaks(isHidden: isHidden), !more.isEmpty {
      for place in more { isHidden[place] = true }
      isHidden = sums.settle(groups.sizes, already: isHidden, knowsPeople: true)
    }
    self.isHidden = isHidden
    isHeldBack = isHidden.indices.map { held.isHeldBack[$0] || (isHidden[$0] && !own[$0]) }
    // Measures that nearly everybody has are many, with the same counts.
    var numbers: [[Int?]: Int] = [:]
    let kinds = counts.map { own in
      let number = numbers[own] ?? numbers.count
      numbers[own] = number
      return number
    }
    let distinct = numbers.sorted { $0.value < $1.value }.map(\.key)
    let found = concurrentMap(distinct.count, threads: threads) { [isHidden] kind in
      sums.hide(distinct[kind], already: isHidden)
    }
    let beside = AlikeGuard(groups: groups, alike: alike, counts: counts, layout: layout, rule: rule)
    hidden = concurrentMap(counts.count, threads: threads) { [isHidden] measure in
      let own = isHidden.indices.filter { beside.isAlike(measure, $0) || held.hiddenOn[measure].contains($0) }
      guard !own.isEmpty else { return sums.protect(found[kinds[measure]], on: measure, beside) }
      var already = isHidden
      for group in own { already[group] = true }
      return sums.protect(sums.hide(counts[measure], already: already), on: measure, beside)
    }
    hiddenRows = alike.rows.map { row in Set(row.keys.filter { !isHidden[$0] }) }
    repeat {
      repeat { guardComposites(layout, beside) } while guardEnds(beside)
    } while guardEarlier(earlier, beside, threads: threads)
  }

  /// Whether a group is hidden on a measure; a group without people is.
  func isHidden(_ key: GroupKey, measure: Int) -> Bool {
    groups.place(key).map { hidden[measure][$0] } ?? (rule.minimum > 0)
  }

  /// Whether a group within an organisation, or a respondent type, is hidden, so that not even its name may be listed: which types answered
  /// is nobody's business, and that each of five hidden types has somebody would count five people. Of eight people in all it would say
  /// that no type has five, and then nothing about the eight could be shown.
  func isUnlisted(_ key: GroupKey) -> Bool {
    guard rule.minimum > 0, let by = key.by, key.organization != nil || by == "respondent_type" else { return false }
    return groups.place(key).map { isHidden[$0] } ?? true
  }

  /// Whether a group is hidden, by place, on something that only some of its people answered.
  ///
  /// - Parameter counts: people who answered, in the order of `groups`.
  func hidden(people counts: [Int]) -> [Bool] {
    rule.minimum > 0
      ? sums.hide(counts, already: isHidden)
      : [Bool](repeating: false, count: groups.keys.count)
  }

  /// Whether a measure rests on one item: a mean of parts would be one more equation in counts of answers.
  func isOfOneItem(_ measure: Int) -> Bool { ofOneItem.contains(measure) }

  /// The same with more groups hidden on single measures, and with them what would give their sums back.
  ///
  /// - Parameters:
  ///   - more: the groups by measure, both by place.
  ///   - ofOneItem: the measures that rest on one item.
  func withholding(
    _ more: [Int: Set<Int>], ofOneItem: Set<Int>, alike: AlikeGroups, layout: ScoringLayout, threads: Int
  ) -> AssessmentSuppression {
    let beside = AlikeGuard(groups: groups, alike: alike, counts: counts, layout: layout, rule: rule)
    let jobs = more.sorted { $0.key < $1.key }
    let found = concurrentMap(jobs.count, threads: threads) { job -> [Bool] in
      let measure = jobs[job].key
      var already = hidden[measure]
      for group in jobs[job].value { already[group] = true }
      return sums.protect(sums.hide(counts[measure], already: already), on: measure, beside)
    }
    var result = self
    result.ofOneItem = ofOneItem
    for (job, own) in zip(jobs, found) { result.hidden[job.key] = own }
    return result
  }

  private var sums: Sums { Sums(groups: groups, rule: rule, networks: networks, coupled: coupled) }

  /// A group's overall score is the mean of its dimensions: exactly one hidden dimension would come out, so the one with the
  /// next fewest people is hidden too. Voice is near enough the mean of its Co's that it goes with a single hidden one.
  private mutating func guardComposites(_ layout: ScoringLayout, _ beside: AlikeGuard) {
    var waiting = true
    while waiting {
      waiting = false
      var extra: [Int: Set<Int>] = [:]
      for (place, recipe) in layout.recipes.enumerated() {
        guard case .mean(let parts, _, _) = recipe, parts.count > 1 else { continue }
        let isVoice = layout.measures[place].kind == .voice
        for group in groups.keys.indices
        where !hidden[place][group] && (counts[place][group] ?? 0) > 0 {
          let present = parts.filter { (counts[$0][group] ?? 0) > 0 }
          // Any other aggregation than the mean may print a hidden dimension as it is: the smallest, say.
          if layout.aggregation != .arithmetic, layout.measures[place].kind == .overall {
            if present.contains(where: { hidden[$0][group] }) {
              extra[place, default: []].insert(group)
            }
            continue
          }
          guard present.count(where: { hidden[$0][group] }) == 1 else { continue }
          let next = present.filter { !hidden[$0][group] }.min {
            (counts[$0][group] ?? 0, $0) < (counts[$1][group] ?? 0, $1)
          }
          extra[isVoice ? place : next ?? place, default: []].insert(group)
        }
      }
      for (measure, added) in extra.sorted(by: { $0.key < $1.key }) {
        var already = hidden[measure]
        for group in added { already[group] = true }
        hidden[measure] = sums.protect(sums.hide(counts[measure], already: already), on: measure, beside)
        waiting = true
      }
    }
  }

  /// Hides what earlier releases would give away of a measure; false where nothing would.
  private mutating func guardEarlier(_ earlier: EarlierReleases?, _ beside: AlikeGuard, threads: Int) -> Bool {
    guard let earlier else { return false }
    let (hidden, counts) = (hidden, counts)
    let found = concurrentMap(hidden.count, threads: threads) { measure in
      earlier.leaks(isHidden: hidden[measure], measure: measure).filter { counts[measure][$0] != nil }
    }
    for (measure, more) in found.enumerated() where !more.isEmpty {
      var already = self.hidden[measure]
      for group in more { already[group] = true }
      self.hidden[measure] = sums.protect(sums.hide(counts[measure], already: already), on: measure, beside)
      heldBackOn[measure].formUnion(more)
    }
    return found.contains { !$0.isEmpty }
  }

  /// Hides beside scores at an end of the scale whatever would yield them; false where nothing would.
  private mutating func guardEnds(_ beside: AlikeGuard) -> Bool {
    let more = beside.ends(hidden: hidden, hiddenRows: hiddenRows, isHidden: isHidden)
    var extra: [Int: [Int]] = [:]
    for cell in more {
      switch cell {
      case .measure(let measure, let group): extra[measure, default: []].append(group)
      case .row(let item, let group): hiddenRows[item].insert(group)
      }
    }
    for (measure, groups) in extra {
      var already = hidden[measure]
      for group in groups { already[group] = true }
      hidden[measure] = sums.protect(sums.hide(counts[measure], already: already), on: measure, beside)
    }
    return !more.isEmpty
  }
}

extension AssessmentSuppression {
  /// What earlier releases forbid to show, by place.
  private struct Held {
    var isHidden: [Bool]
    var isHeldBack: [Bool]
    var hiddenOn: [Set<Int>]
    var heldBackOn: [Set<Int>]

    init(_ held: [HeldGroup], groups: AssessmentGroups, layout: ScoringLayout) {
      isHidden = groups.keys.map { _ in false }
      isHeldBack = isHidden
      hiddenOn = layout.measures.map { _ in [] }
      heldBackOn = hiddenOn
      let ids = layout.measures.enumerated().map { ($1.id, $0) }
      let measures = Dictionary(ids, uniquingKeysWith: { first, _ in first })
      for own in held {
        guard let place = groups.place(GroupKey(organization: own.organization, by: own.by, group: own.group)) else {
          continue
        }
        guard let name = own.measure else {
          isHidden[place] = true
          isHeldBack[place] = own.isHeldBack
          continue
        }
        guard let measure = measures[name] else { continue }
        hiddenOn[measure].insert(place)
        if own.isHeldBack { heldBackOn[measure].insert(place) }
      }
    }
  }

  /// Hides until neither a single subtraction nor any combination of sums gives a hidden group away.
  private struct Sums: Sendable {
    let groups: AssessmentGroups
    let rule: SuppressionRule
    let networks: [GroupNetwork]
    let coupled: [CoupledGroups.Pair]

    /// Hides on something that only some people have: a score, or an allocation.
    func hide(_ counts: [Int?], already: [Bool]) -> [Bool] {
      guard counts.contains(where: { ($0 ?? 0) > 0 }) else { return already }
      return settle(counts, already: already, knowsPeople: false)
    }

    /// Hides more until no people who come out together are all alike.
    func protect(_ hidden: [Bool], on measure: Int, _ beside: AlikeGuard) -> [Bool] {
      var hidden = hidden
      while let more = beside.next(on: measure, hidden: hidden) {
        hidden[more] = true
        hidden = hide(beside.counts[measure], already: hidden)
      }
      return hidden
    }

    func settle(_ counts: [Int?], already: [Bool], knowsPeople: Bool) -> [Bool] {
      var hidden = already
      // That nothing was asked is known and says nothing about a person; that nobody could be scored may.
      let known = Set(counts.indices.filter { !already[$0] && counts[$0] == nil })
      // What a network found safe stays so, however much more is hidden.
      var safe = networks.map { _ in [Bool]() }
      var waiting = true
      while waiting {
        waiting = false
        let suppression = Suppression(
          counts: counts.map { $0 ?? 0 }, partitions: groups.partitions, rule: rule,
          alreadyHidden: Set(counts.indices.filter { hidden[$0] }), fixed: known)
        hidden = counts.indices.map { suppression.isHidden($0) || hidden[$0] }
        for pair in coupled where hidden[pair.whole] && !hidden[pair.group] && !known.contains(pair.group) {
          hidden[pair.group] = true
          waiting = true
        }
        for (index, network) in networks.enumerated() {
          for place in network.leaks(
            counts: counts, isHidden: hidden, knowsPeople: knowsPeople, rule: rule, safe: &safe[index])
          where !hidden[place] {
            hidden[place] = true
            waiting = true
          }
        }
      }
      return hidden
    }
  }

  /// What a reader can infer of hidden groups' people, by place; with `measure` of their people with a score.
  func intervals(of places: [Int], measure: Int? = nil) -> [Int: TableAudit.Interval] {
    let counts = measure.map { self.counts[$0] } ?? groups.sizes.map(Optional.some)
    let hidden = measure.map { self.hidden[$0] } ?? isHidden
    // Of several tables that share a group each bounds it.
    return networks.reduce(into: [:]) { found, network in
      let own = network.intervals(
        of: places, counts: counts, isHidden: hidden, knowsPeople: measure == nil, rule: rule)
      found.merge(own) { $0.meeting($1) }
    }
  }
}

extension TableAudit.Interval {
  /// What is left when a reader knows both.
  func meeting(_ other: TableAudit.Interval) -> TableAudit.Interval {
    let uppers = [upper, other.upper].compactMap(\.self)
    return TableAudit.Interval(lower: max(lower, other.lower), upper: uppers.min())
  }
}
