import Disclosure
import Statistics
import Survey

/// How finely means of one item are told where it is not told how many people they are means of.
///
/// A person's score on one item is a whole number of steps of its scale, so a mean of n people in full is a fraction with n below the line, and tells
/// how many of a group left the item out. It is rounded to the first of 0.01, 0.02, 0.05, 0.1 … 50 points at which every number of people that
/// may be true has a whole number of steps behind it (``MeanDigits``); and, where a group with its number is told in full, at which that number of
/// people can be had together with another part's, so that all parts still add up to the group's exact sum.
struct OneItemDigits: Sendable {
  /// Units in hundredths of a point, by measure and by the place of the group; no entry where a mean is told in full.
  private var units: [Int: [Int: Int]] = [:]
  /// The groups of few people on each measure of one item.
  private var few: [Int: Set<Int>] = [:]
  /// The steps that intervals of theirs are told in where people are the units, points; infinite where they are not told.
  private var intervalUnits: [Int: [Int: Double]] = [:]
  private let groups: AssessmentGroups

  /// - Parameters:
  ///   - raw: the scores before anything is rounded.
  ///   - answers: of which groups numbers of people are told.
  init(
    _ scores: Scores, raw: AssessmentScores, suppression: AssessmentSuppression, answers: AssessmentAnswers,
    threads: Int
  ) {
    groups = suppression.groups
    guard suppression.rule.minimum > 0 else { return }
    let ratings = scores.responses.instrument.ratings
    let measures = scores.layout.measures.indices.filter { scores.layout.items[$0].count == 1 }
    let values = raw.values(of: groups) { $0.estimate.value }
    let found = concurrentMap(measures.count, threads: threads) { job -> [Int: Int] in
      let measure = measures[job]
      let scale = ratings[scores.layout.items[measure][0]].scale
      return MeasureUnits(
        suppression, values: values[measure], measure: measure, steps: scale.highest - scale.lowest
      ) { answers.showsPeople($0, measure: measure) }.found
    }
    units = Dictionary(zip(measures, found).filter { !$1.isEmpty }, uniquingKeysWith: { first, _ in first })
    // With two organisations or more a mean over them has these as its units.
    let isOfOne = Set(scores.responses.organization.codes.filter { $0 >= 0 }).count < 2
    let rows = raw.values(of: groups) { $0 }
    let spreads = concurrentMap(measures.count, threads: threads) {
      [groups] job -> (few: Set<Int>, units: [Int: Double]) in
      let measure = measures[job]
      let scale = ratings[scores.layout.items[measure][0]].scale
      var known: [FewAnswers: Double] = [:]
      var (few, units): (Set<Int>, [Int: Double]) = ([], [:])
      for place in groups.keys.indices where !suppression.hidden[measure][place] {
        guard let count = suppression.counts[measure][place], (1..<OneItemMeans.many).contains(count) else { continue }
        few.insert(place)
        guard isOfOne || groups.keys[place].organization != nil, let row = rows[measure][place],
          let mean = row.estimate.value, let interval = row.estimate.interval, let deviation = row.sd
        else { continue }
        let own = FewAnswers(
          count: count, mean: mean, deviation: deviation, steps: scale.highest - scale.lowest)
        let unit = known[own] ?? own.unit(of: interval, minimum: suppression.rule.minimum) ?? .infinity
        known[own] = unit
        units[place] = unit
      }
      return (few, units)
    }
    for (measure, found) in zip(measures, spreads) { (few[measure], intervalUnits[measure]) = (found.few, found.units) }
  }

  /// The step that a group's mean is told in, points; nil where it is told in full.
  func unit(_ place: Int, measure: Int) -> Double? { units[measure]?[place].map { Double($0) / 100 } }

  /// The same of a group by its name.
  func unit(_ key: GroupKey, measure: Int) -> Double? { groups.place(key).flatMap { unit($0, measure: measure) } }

  /// Whether a group's standard deviation is told: with the mean it is a sum of squares, which of few answers to one item mostly leaves one way.
  func tellsDeviation(_ place: Int, measure: Int) -> Bool { !(few[measure]?.contains(place) ?? false) }

  /// The step that the interval of a group's mean is told in, points; nil where it is told in full, infinite where it is not told.
  ///
  /// The interval of a mean over people is its standard deviation, so of few people it is rounded outwards (``FewAnswers``). That of a mean over
  /// organisations is not.
  func intervalUnit(_ place: Int, measure: Int) -> Double? {
    [unit(place, measure: measure), intervalUnits[measure]?[place]].compactMap(\.self).max()
  }

  /// The coarsest step that intervals of some groups by their names are told in.
  func intervalUnit(_ keys: [GroupKey], measure: Int) -> Double? {
    keys.compactMap { groups.place($0).flatMap { intervalUnit($0, measure: measure) } }.max()
  }

  /// The coarsest step of some groups.
  func unit(_ places: [Int], measure: Int) -> Double? { places.compactMap { unit($0, measure: measure) }.max() }
}

extension Estimate {
  /// The estimate in steps of `unit` points, its interval rounded outwards to steps of `interval` points; as it is without, and without an interval where
  /// that step is infinite.
  func told(unit: Double?, interval step: Double? = nil) -> Estimate {
    guard let value else { return self }
    return Estimate(
      value: unit.map { PartDigits.nearest(value, unit: $0) } ?? value,
      interval: (step ?? unit).map { step in step < .infinity ? interval.map { PartDigits.outwards($0, step) } : nil }
        ?? interval, n: n,
      status: status)
  }
}

/// The units of one measure of one item.
private struct MeasureUnits {
  /// A group on the measure.
  private struct Group {
    /// Its mean as a whole number of steps over a number of people.
    let mean: MeanDigits
    let people: Int
    /// Numbers of people that a reader must not be able to tell apart.
    let numbers: ClosedRange<Int>
    /// Whether the mean is told, and whether the number of people is.
    let isShown: Bool
    let isTold: Bool

    var isOpen: Bool { isShown && !isTold }
    var count: Int { mean.count }
  }

  /// By place; those of open groups alone.
  private(set) var found: [Int: Int] = [:]
  private let groups: [Group?]
  /// The steps of the scale: sums are whole numbers of ten thousandths of a step.
  private let steps: Int
  private static let step = 10_000

  init(
    _ suppression: AssessmentSuppression, values: [Double?], measure: Int, steps: Int,
    showsPeople: (GroupKey) -> Bool
  ) {
    self.steps = steps
    let keys = suppression.groups.keys
    groups = keys.indices.map { place in
      guard let value = values[place], let count = suppression.counts[measure][place], count > 0 else { return nil }
      let people = suppression.groups.sizes[place]
      let sum = Int((value / 100 * Double(steps * count)).rounded())
      let isShown = !suppression.hidden[measure][place]
      return Group(
        mean: MeanDigits(sums: [Self.step * sum], count: count, grid: Self.step, total: nil), people: people,
        numbers: MeanDigits.numbers(count, of: people, minimum: suppression.rule.minimum), isShown: isShown,
        isTold: isShown && showsPeople(keys[place]))
    }
    for (place, group) in groups.enumerated() {
      guard let group, group.isOpen else { continue }
      found[place] =
        AllocationDigits.ladder.first { unit in
          group.numbers.allSatisfy { group.mean.isPossible($0, unit: unit * steps) }
        } ?? AllocationDigits.ladder.last
    }
    guard !found.isEmpty else { return }
    for partition in suppression.groups.partitions { raise(partition) }
  }

  /// Makes units coarser until the exact sum of a whole leaves its parts every number of people that the numbers by themselves leave them.
  private mutating func raise(_ partition: Partition) {
    guard let whole = groups[partition.whole], whole.isTold else { return }
    let parts = partition.parts.filter { groups[$0] != nil }
    let open = parts.filter { groups[$0]?.isOpen ?? false }
    guard !open.isEmpty else { return }
    while !open.allSatisfy({ isFree($0, among: parts, of: whole) }) {
      var isRaised = false
      for place in open {
        guard let next = AllocationDigits.ladder.first(where: { $0 > found[place] ?? 0 }) else { continue }
        found[place] = next
        isRaised = true
      }
      guard isRaised else { return }
    }
  }

  /// Whether each number of people that a part could have, another part taking the difference, leaves all parts a way to add up.
  private func isFree(_ place: Int, among parts: [Int], of whole: Group) -> Bool {
    guard let own = groups[place] else { return true }
    let ranges = parts.map { sums($0, count: groups[$0]?.count ?? 0) }
    let (low, high) = ranges.reduce((0, 0)) { ($0.0 + ($1?.lowerBound ?? 0), $0.1 + ($1?.upperBound ?? 0)) }
    let listed = parts.reduce(0) { $0 + (groups[$1]?.count ?? 0) }
    let unlisted = max(0, whole.count - listed) * Self.step * steps
    let rangeOf = Dictionary(uniqueKeysWithValues: zip(parts, ranges))
    return own.numbers.allSatisfy { other in
      let difference = other - own.count
      guard difference != 0 else { return true }
      let takers = parts.filter { taker in
        guard taker != place, let group = groups[taker], !group.isTold else { return false }
        let count = group.count - difference
        return group.isOpen ? group.numbers.contains(count) : (0...group.people).contains(count)
      }
      return takers.isEmpty
        || takers.contains { taker in
          guard let first = sums(place, count: other),
            let second = sums(taker, count: (groups[taker]?.count ?? 0) - difference)
          else { return false }
          let old = [rangeOf[place], rangeOf[taker]].compactMap { $0 ?? nil }
          let least = low - old.reduce(0) { $0 + $1.lowerBound } + first.lowerBound + second.lowerBound
          let most = high - old.reduce(0) { $0 + $1.upperBound } + first.upperBound + second.upperBound
          return least <= whole.mean.sums[0] && whole.mean.sums[0] <= most + unlisted
        }
    }
  }

  /// The sums that a part can have behind what is told of it.
  private func sums(_ place: Int, count: Int) -> ClosedRange<Int>? {
    guard let group = groups[place] else { return 0...0 }
    if group.isTold { return group.mean.sums[0]...group.mean.sums[0] }
    guard group.isShown else { return 0...count * Self.step * steps }
    return group.mean.sums(of: 0, unit: (found[place] ?? 1) * steps, count: count)
  }
}
