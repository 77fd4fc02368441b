import Foundation
import Statistics

/// The allocations that a comparison exchanges, with their groups: people, or organisations by their mean.
struct AllocationRearrangement: Sendable {
  private let sample: AllocationSample
  /// The person of each row; empty where rows are whole organisations.
  private var persons: [Int] = []
  /// The mean of each row that is a whole organisation; empty where rows are people.
  private var means: [Composition] = []
  /// The group of each row.
  private(set) var groups: [Int] = []
  /// The organisation of each row where people are exchanged inside organisations, else nil.
  private(set) var strata: [Int]?
  /// The organisation of each row; −1 for none.
  private var organizations: [Int] = []
  /// People behind each row.
  private(set) var people: [Int] = []
  private let groupCount: Int
  /// Two groups' rows and sums by stratum; empty for more groups.
  private var ownCells: [Cell] = []

  /// Takes the rows that a design compares; nil for a design that compares none.
  init?(_ sample: AllocationSample, groupOf: [Int], groupCount: Int, design: ComparisonDesign) {
    self.sample = sample
    self.groupCount = groupCount
    let all = groupOf.indices.filter { groupOf[$0] >= 0 }
    let members = Dictionary(grouping: all.filter { sample.organizations[$0] >= 0 }) { sample.organizations[$0] }
    switch design {
    case .confounded: return nil
    case .oneOrganization, .organizationsNotNamed:
      persons = all
      for person in all { append(groupOf[person], sample.organizations[person], 1) }
    case .withinOrganizations:
      for (organization, people) in members.sorted(by: { $0.key < $1.key })
      where Set(people.map { groupOf[$0] }).count > 1 {
        persons += people
        for person in people { append(groupOf[person], organization, 1) }
      }
      strata = organizations
    case .wholeOrganizations:
      for (organization, people) in members.sorted(by: { $0.key < $1.key }) {
        guard let mean = sample.mean(of: people) else { continue }
        means.append(mean)
        append(groupOf[people[0]], organization, people.count)
      }
    }
    if groupCount == 2 { ownCells = cells(groups) }
  }

  /// One row's shares.
  func composition(_ row: Int) -> Composition { means.isEmpty ? sample.composition(persons[row]) : means[row] }

  /// The rows' shares, each made when it is looked at.
  var compositions: LazyMapSequence<Range<Int>, Composition> { groups.indices.lazy.map { composition($0) } }

  private mutating func append(_ group: Int, _ organization: Int, _ count: Int) {
    groups.append(group)
    organizations.append(organization)
    people.append(count)
  }

  /// People per group that count.
  var sizes: [Int] {
    var sizes = [Int](repeating: 0, count: groupCount)
    for (group, count) in zip(groups, people) { sizes[group] += count }
    return sizes
  }

  /// The first group's mean less the second's, by part: taken within each stratum and weighted by n₁ n₂ ⁄ n, as the stratified
  /// comparison sees it. Nil where no stratum holds both.
  var difference: [Double]? { Self.difference(ownCells.map(\.weighted)) }

  /// Rows and summed parts of the two groups in one stratum.
  private struct Cell {
    var counts = [0.0, 0.0]
    var sums: [[Double]]

    /// n₁ n₂ ⁄ n, and the difference of the means times that; nil where a group is missing.
    var weighted: (weight: Double, parts: [Double])? {
      guard counts[0] > 0, counts[1] > 0 else { return nil }
      let weight = counts[0] * counts[1] / (counts[0] + counts[1])
      return (weight, zip(sums[0], sums[1]).map { weight * ($0 / counts[0] - $1 / counts[1]) })
    }

    mutating func add(_ parts: [Double], group: Int, times sign: Double) {
      counts[group] += sign
      for (part, value) in parts.enumerated() { sums[group][part] += sign * value }
    }
  }

  /// One cell per stratum, in the order of the organisations; one cell without strata.
  private func cells(_ labels: [Int]) -> [Cell] {
    let empty = [[Double]](repeating: [Double](repeating: 0, count: sample.question.factors.count), count: 2)
    var cells: [Cell] = []
    // Rows of one organisation stand together.
    for row in labels.indices {
      if row == 0 || (strata.map { $0[row] != $0[row - 1] } ?? false) { cells.append(Cell(sums: empty)) }
      cells[cells.count - 1].add(composition(row).parts, group: labels[row], times: 1)
    }
    return cells
  }

  private static func difference(_ cells: [(weight: Double, parts: [Double])?]) -> [Double]? {
    let cells = cells.compactMap(\.self)
    let whole = cells.reduce(0) { $0 + $1.weight }
    guard let first = cells.first, whole > 0 else { return nil }
    return first.parts.indices.map { part in cells.reduce(0) { $0 + $1.parts[part] } / whole }
  }

  /// Each stratum's part in the sampling error of one part's difference: its weight × its distance from the whole.
  func shares(_ part: Int) -> [Double] {
    let cells = ownCells.compactMap(\.weighted)
    let whole = cells.reduce(0) { $0 + $1.weight }
    let mean = cells.reduce(0) { $0 + $1.parts[part] } / max(whole, 1e-300)
    return cells.map { ($0.parts[part] - $0.weight * mean) / max(whole, 1e-300) }
  }

  /// Rows of each group: people, or organisations.
  var rowCounts: [Int] { (0..<groupCount).map { group in groups.count { $0 == group } } }

  /// The difference of two groups with each organisation left out in turn; nil for fewer than two organisations, where one would
  /// leave a group below `minimum`, and where the difference cannot be had without one.
  func leaveOneOut(minimum: Int) -> [[Double]]? {
    let members = Dictionary(grouping: groups.indices) { organizations[$0] }.sorted { $0.key < $1.key }
    guard groupCount == 2, members.count > 1, members[0].key >= 0 else { return nil }
    let sizes = sizes
    let isShowable = members.allSatisfy { member in
      (0...1).allSatisfy { group in
        let own = member.value.reduce(0) { groups[$1] == group ? $0 + people[$1] : $0 }
        return sizes[group] - own >= max(1, minimum)
      }
    }
    guard isShowable else { return nil }
    let cells = ownCells
    let differences: [[Double]?]
    if strata != nil {
      let weighted = cells.compactMap(\.weighted)
      let whole = weighted.reduce(0) { $0 + $1.weight }
      let sums = (weighted.first?.parts.indices ?? 0..<0).map { part in weighted.reduce(0) { $0 + $1.parts[part] } }
      differences = weighted.map { own in
        whole - own.weight > 1e-9 ? zip(sums, own.parts).map { ($0 - $1) / (whole - own.weight) } : nil
      }
    } else {
      differences = members.map { member in
        var cell = cells[0]
        for row in member.value { cell.add(composition(row).parts, group: groups[row], times: -1) }
        return Self.difference([cell.weighted])
      }
    }
    let found = differences.compactMap(\.self)
    return found.count == differences.count && !found.isEmpty ? found : nil
  }

  /// The mean over 99 rearrangements of a measure of the difference; nil above 2,000 rows, where chance no longer matters.
  func meanByChance(seed: UInt64, of measure: ([Double]) -> Double) -> Double? {
    guard groups.count <= 2_000 else { return nil }
    let blocks = strata == nil ? [Array(groups.indices)] : stretches
    var random = RandomStream(seed: seed, stream: 1)
    var (labels, sum) = (groups, 0.0)
    for _ in 0..<99 {
      for rows in blocks {
        for place in rows.indices.dropLast() {
          labels.swapAt(rows[place], rows[place + random.below(rows.count - place)])
        }
      }
      guard let difference = Self.difference(cells(labels).map(\.weighted)) else { return nil }
      sum += measure(difference)
    }
    return sum / 99
  }

  /// The rows of each stratum.
  private var stretches: [[Int]] {
    Dictionary(grouping: groups.indices) { organizations[$0] }.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The rows for tests that draw from the limit of their shuffles, with the closed powers of the shares: the α-transformation but for a
  /// shift, a scale and a turn, which no statistic notices.
  func exchangeable(alpha: Double) -> ExchangeableRows {
    let starts = groups.indices.filter { row in row == 0 || (strata.map { $0[row] != $0[row - 1] } ?? false) }
    let stretches = zip(starts, starts.dropFirst() + [groups.count]).map { $0..<$1 }
    return ExchangeableRows(
      width: sample.question.factors.count, groups: groups, groupCount: groupCount,
      strata: strata == nil ? nil : stretches
    ) { row, values in
      let parts = composition(row).parts
      guard alpha < 1 else {
        values = parts
        return
      }
      let powers = parts.map { pow($0, alpha) }
      let sum = powers.reduce(0, +)
      values = powers.map { $0 / sum }
    }
  }
}
