import Disclosure
import Survey

/// Hides counts of answers until no single subtraction yields a small one.
///
/// Looks at the groups of every measure, at the measures of every group, and at the kinds of answer of every measure and group, and
/// again at whatever shares a sum with a count that was hidden, until nothing is left to look at. A count of nought is no person:
/// it is taken as known, also in a hidden group.
struct AnswerSuppression {
  typealias Kind = AssessmentAnswers.Kind

  /// Kind × measure × group.
  private(set) var hidden: [[[Bool]]]
  private var counts: [[[Int]]]
  private let suppression: AssessmentSuppression
  private let items: AssessmentAnswers.ItemCounts
  private let layout: ScoringLayout
  /// Measures that share a measure's items, each item at most once.
  private let divisions: [Partition]
  /// What is still to be looked at: kind and measure, kind and group, measure and group, each pair as one number.
  private var staleMeasures: Set<Int> = []
  private var staleGroups: Set<Int> = []
  private var staleCells: Set<Int> = []

  /// Counts, and hides the small counts themselves.
  init(
    _ suppression: AssessmentSuppression, raw: AssessmentScores, layout: ScoringLayout,
    items: AssessmentAnswers.ItemCounts
  ) {
    self.suppression = suppression
    self.layout = layout
    self.items = items
    divisions = layout.divisions
    let groups = suppression.groups
    counts = Kind.allCases.map { _ in
      layout.measures.map { _ in [Int](repeating: 0, count: groups.keys.count) }
    }
    hidden = Kind.allCases.map { _ in suppression.hidden }
    for (group, key) in groups.keys.enumerated() {
      for measure in layout.measures.indices {
        guard let row = raw.raw(key, measure: measure), let answers = row.answers else { continue }
        take(answers, scored: row.estimate.n, measure: measure, group: group)
      }
    }
  }

  private mutating func take(_ answers: AnswerRates, scored: Int?, measure: Int, group: Int) {
    let people = suppression.groups.sizes[group]
    let few = 1..<max(1, suppression.rule.minimum)
    let unanswered = answers.asked - answers.answered
    let numbers = [
      answers.answered, answers.doNotKnow, answers.notForMe, unanswered - answers.doNotKnow - answers.notForMe,
      people * layout.items[measure].count - answers.asked,
      // A score of several items is missing for too few answers, whichever they are, and so tells of no one answer. On one item the
      // people with a score are the ratings. That nothing was asked is known, and says nothing about a person.
      answers.asked == 0 || layout.items[measure].count > 1 ? 0 : people - (scored ?? 0),
    ]
    for (kind, count) in numbers.enumerated() where count > 0 {
      counts[kind][measure][group] = count
      staleMeasures.insert(kind * layout.measures.count + measure)
      if !suppression.isHidden[group] { staleGroups.insert(kind * suppression.isHidden.count + group) }
      let isShare = kind != Kind.notAsked.rawValue && kind != Kind.unscored.rawValue
      if few.contains(count) || (isShare && few.contains(answers.asked - count)) { hide(kind, measure, group) }
    }
    // A measure of one item is that item, so everything about it goes with any count of it that another table hides.
    if layout.items[measure].count == 1, let cells = items.cells[group], let item = layout.items[measure].first,
      cells[item].isShown.contains(false)
    {
      for kind in numbers.indices { hide(kind, measure, group) }
    }
  }

  private mutating func hide(_ kind: Int, _ measure: Int, _ group: Int) {
    guard !hidden[kind][measure][group] else { return }
    hidden[kind][measure][group] = true
    staleMeasures.insert(kind * layout.measures.count + measure)
    guard !suppression.isHidden[group] else { return }
    staleGroups.insert(kind * suppression.isHidden.count + group)
    staleCells.insert(measure * suppression.isHidden.count + group)
  }

  /// Hides until nothing changes.
  mutating func settle(threads: Int) {
    while !(staleMeasures.isEmpty && staleGroups.isEmpty && staleCells.isEmpty) {
      acrossGroups(threads: threads)
      acrossMeasures(threads: threads)
      acrossKinds()
    }
  }

  /// Over groups that add up, measure by measure.
  private mutating func acrossGroups(threads: Int) {
    let jobs = staleMeasures.sorted()
    staleMeasures = []
    let work = self
    let width = layout.measures.count
    let found = concurrentMap(jobs.count, threads: threads) { job -> [Int] in
      let (counts, hidden) = (
        work.counts[jobs[job] / width][jobs[job] % width], work.hidden[jobs[job] / width][jobs[job] % width]
      )
      let more = Suppression(
        counts: counts, partitions: work.suppression.groups.partitions, rule: work.suppression.rule, empty: .shown,
        alreadyHidden: Set(hidden.indices.filter { hidden[$0] && counts[$0] > 0 }))
      return hidden.indices.filter { more.isHidden($0) && !hidden[$0] }
    }
    for (job, groups) in zip(jobs, found) {
      for group in groups { hide(job / width, job % width, group) }
      // This sum has been looked at.
      staleMeasures.remove(job)
    }
  }

  /// Over measures that share items, and over the items of `distributions.csv`, group by group.
  private mutating func acrossMeasures(threads: Int) {
    let width = suppression.isHidden.count
    let jobs = staleGroups.sorted().filter { $0 / width != Kind.unscored.rawValue }
    staleGroups = []
    let work = self
    let found = concurrentMap(jobs.count, threads: threads) { work.leaks(jobs[$0] / width, group: jobs[$0] % width) }
    for (job, measures) in zip(jobs, found) {
      for measure in measures { hide(job / width, measure, job % width) }
      staleGroups.remove(job)
    }
  }

  /// The measures on which a group's count must be hidden beside what is hidden already.
  private func leaks(_ kind: Int, group: Int) -> [Int] {
    let width = layout.measures.count
    var counts = (0..<width).map { self.counts[kind][$0][group] }
    var already = Set((0..<width).filter { hidden[kind][$0][group] && counts[$0] > 0 })
    var partitions = divisions
    var fixed: Set<Int> = []
    if let cells = items.cells[group] {
      for (item, cell) in cells.enumerated() {
        counts.append(cell.counts[kind])
        // Told by no table but this one.
        if cell.hasMeanAlone, kind == Kind.answered.rawValue { continue }
        if cell.isShown[kind] { fixed.insert(width + item) } else { already.insert(width + item) }
      }
      partitions += (0..<width).filter { !layout.items[$0].isEmpty }.map { measure in
        Partition(whole: measure, parts: layout.items[measure].map { width + $0 })
      }
    }
    let more = Suppression(
      counts: counts, partitions: partitions, rule: suppression.rule, empty: .shown, alreadyHidden: already,
      fixed: fixed)
    return (0..<width).filter { more.isHidden($0) && !hidden[kind][$0][group] }
  }

  /// Over the kinds of answer of one measure and group, whose sum is known: people times items.
  private mutating func acrossKinds() {
    let width = suppression.isHidden.count
    let kinds = Kind.allCases.filter { $0 != .unscored }.map(\.rawValue)
    let whole = Partition(whole: kinds.count, parts: Array(kinds.indices))
    let jobs = staleCells.sorted()
    staleCells = []
    for job in jobs {
      let (measure, group) = (job / width, job % width)
      let counts = kinds.map { self.counts[$0][measure][group] }
      let already = Set(kinds.indices.filter { hidden[kinds[$0]][measure][group] && counts[$0] > 0 })
      let more = Suppression(
        counts: counts + [counts.reduce(0, +)], partitions: [whole], rule: suppression.rule, empty: .shown,
        alreadyHidden: already, fixed: [kinds.count])
      for kind in kinds.indices where more.isHidden(kind) { hide(kinds[kind], measure, group) }
      guard layout.items[measure].count == 1 else { continue }
      // On one item the people with a score are the ratings.
      let pair = [Kind.answered.rawValue, Kind.unscored.rawValue]
      if pair.contains(where: { hidden[$0][measure][group] }) { pair.forEach { hide($0, measure, group) } }
    }
  }
}

extension ScoringLayout {
  /// Sums over measures: a measure, and others that share its items among them, each item at most once.
  var divisions: [Partition] {
    let sets = items.map(Set.init)
    func places(_ condition: (Measure.Kind) -> Bool) -> [Int] {
      measures.indices.filter { !items[$0].isEmpty && condition(measures[$0].kind) }
    }
    func isCo(_ facet: Facet) -> Bool { if case .co = facet { true } else { false } }
    var parts: [[Int]] = [true, false].flatMap { co -> [[Int]] in
      let facets = places { if case .facet(let facet) = $0 { isCo(facet) == co } else { false } }
      let cells = dimensions.map { dimension in
        places {
          if case .cell(let id, let facet) = $0 { id == measures[dimension].id && isCo(facet) == co } else { false }
        }
      }
      return [facets] + cells
    }
    parts.append(dimensions.filter { !items[$0].isEmpty })
    parts += Facet.allCases.map { facet in places { if case .cell(_, facet) = $0 { true } else { false } } }
    parts += dimensions.map { dimension in
      places { if case .part(_, let id) = $0 { id == measures[dimension].id } else { false } }
    }
    var sums: [Partition] = []
    for parts in parts {
      let all = parts.reduce(into: Set<Int>()) { $0.formUnion(sets[$1]) }
      guard !parts.isEmpty, all.count == parts.reduce(0, { $0 + items[$1].count }) else { continue }
      sums += measures.indices.filter { !parts.contains($0) && all.isSubset(of: sets[$0]) }.map {
        Partition(whole: $0, parts: parts)
      }
    }
    // One measure inside another: their difference is a count as well.
    let small = places {
      switch $0 {
      case .cell, .part: true
      default: false
      }
    }
    for inner in small {
      sums += measures.indices.filter { outer in
        outer != inner && sets[inner].isSubset(of: sets[outer])
          && (items[outer].count == items[inner].count || small.contains(outer))
      }.map { Partition(whole: $0, parts: [inner]) }
    }
    let large = places { if case .action = $0 { true } else { $0 == .voice } }
    for whole in large {
      sums += measures.indices.filter { $0 != whole && sets[$0] == sets[whole] }.map {
        Partition(whole: whole, parts: [$0])
      }
    }
    return sums
  }
}
