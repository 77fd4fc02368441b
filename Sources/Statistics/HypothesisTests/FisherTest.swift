import Foundation

/// The Fisher–Freeman–Halton test: Fisher's exact test for a table of any size.
///
/// Adds the probabilities of all tables with these margins that are no more probable than the observed one.
///
/// The exact road meets in the middle: the rows are cut in two halves, each half is enumerated for every way to share
/// the columns between them, equal probabilities merged, and the two sorted lists are summed by one pass with two
/// pointers. So the work is that of half a table, where an enumeration pays for whole ones.
///
/// - Shapes: a table; rows and columns that nobody is in are left out.
/// - Units: only which people share a row or a column matters, not any order.
/// - Null: people are assigned to rows at random. `.automatic` is exact while the halves take at most 5 million
///   entries, else draws 9,999 random tables with the same margins. There is no limit distribution of this statistic:
///   `.asymptotic` is answered as `.automatic`.
/// - Cost: exact, with the partial tables of half the rows; drawn, with draws × cells, never people.
/// - Source: Fisher (1934); Freeman & Halton (1951), Biometrika 38(1–2), 141–149, doi:10.1093/biomet/38.1-2.141.
public struct FisherTest: HypothesisTest {
  /// The name in reports and files.
  public static let name = "Fisher–Freeman–Halton test"
  /// Which outcomes count as extreme.
  public static let sidedness = Sidedness.likelihoodOrdered
  /// What p takes to be true.
  public static let nullHypothesis = "Rows and columns are independent."

  /// The probability of the observed table under the null.
  public let statistic: Double
  /// None: there is no limit distribution.
  public let degreesOfFreedom: Double? = nil
  /// Two-sided, found as `null` asked.
  public let pValue: PValue

  /// The most entries of the exact road, unless it is asked for outright.
  static let entryLimit = 5_000_000

  /// - Throws: ``SampleFault`` when fewer than two rows or two columns are occupied.
  public init(_ counts: CrossCounts, null: NullDistribution = .automatic) throws(SampleFault) {
    var table = try counts.checkedForAssociation()
    // The longer side is cut in two.
    if table.columnCount > table.rowCount { table = table.transposed }
    let (rows, columns) = (table.rowTotals, table.columnTotals)
    let constant =
      (rows + columns).reduce(0) { $0 + GSL.logFactorial($1) } - GSL.logFactorial(table.total)
    let weight: @Sendable ([Int]) -> Double = { cells in constant - cells.reduce(0) { $0 + GSL.logFactorial($1) } }
    let observed = weight(table.counts)
    statistic = exp(observed)
    let roads = (null == .asymptotic ? .automatic : null).roads(limit: Self.entryLimit)
    if let limit = roads.exactLimit,
      let law = HalvedTables(rows: rows, columns: columns, constant: constant, entryLimit: limit)
    {
      pValue = .exact(law.probability(upTo: observed), smallest: law.smallest)
    } else {
      let (count, seed) = roads.permutation ?? (9_999, 1)
      let extreme = TablePermutation(table).countExtreme(count: count, seed: seed, observed: -observed) {
        -weight($0) + HalvedTables.tolerance
      }
      pValue = .permuted(
        extreme: extreme, count: count, seed: seed, designMinimum: TablePermutation(table).leastProbability)
    }
  }

  /// Takes a table row by row.
  ///
  /// - Throws: ``SampleFault`` when fewer than two rows or two columns are occupied.
  public init(_ table: [[Int]], null: NullDistribution = .automatic) throws(SampleFault) {
    try self.init(CrossCounts(table), null: null)
  }
}

/// All tables with given margins as pairs of halves.
private struct HalvedTables {
  /// Tables whose log probabilities differ by less count as equally probable.
  static let tolerance = 1e-7

  /// One class of half tables that leave the same columns: the log of their weight 1 / Π cells!, and how many there
  /// are.
  private struct Entry {
    var log: Double
    var multiplicity: Double
  }

  private let pairs: [(front: [Entry], back: [Entry])]
  private let constant: Double

  init?(rows: [Int], columns: [Int], constant: Double, entryLimit: Int) {
    guard columns.reduce(0.0, { $0 + log2(Double($1 + 1)) }) < 62 else { return nil }
    let half = (rows.count + 1) / 2
    let parts = [Array(rows[..<half]), Array(rows[half...])]
    // Foreseen, not tried: a table far too large costs nothing.
    let foreseen = parts.reduce(0.0) { $0 + $1.reduce(1) { $0 * Self.fillings(of: $1, within: columns) } }
    guard entryLimit == .max || foreseen <= 4 * Double(entryLimit) else { return nil }
    let logs = (0...(columns.max() ?? 0)).map { GSL.logFactorial($0) }
    var entries = 0
    guard let front = Self.halves(parts[0], within: columns, logs: logs, entries: &entries, limit: entryLimit),
      let back = Self.halves(parts[1], within: columns, logs: logs, entries: &entries, limit: entryLimit)
    else { return nil }
    let full = Self.number(columns, columns)
    // A front half that takes some of the columns meets the back half that takes the rest.
    pairs = front.keys.sorted().compactMap { key in
      guard let one = front[key], let other = back[full - key] else { return nil }
      return (one, other)
    }
    self.constant = constant
  }

  /// The total probability of tables whose log probability is at most `log`, up to the tolerance.
  func probability(upTo log: Double) -> Double {
    let bound = log + Self.tolerance
    return pairs.reduce(0) { total, pair in
      var backSum = 0.0
      var place = 0
      var sum = 0.0
      // Fronts from the most probable down: ever more backs stay within the bound.
      for entry in pair.front.reversed() {
        while place < pair.back.count, constant + entry.log + pair.back[place].log <= bound {
          backSum += pair.back[place].multiplicity * exp(pair.back[place].log - pair.back[0].log)
          place += 1
        }
        if place > 0 { sum += entry.multiplicity * exp(constant + entry.log + pair.back[0].log) * backSum }
      }
      return total + sum
    }
  }

  /// The total probability of the least probable tables.
  var smallest: Double {
    let least = pairs.compactMap { pair in
      pair.front.first.flatMap { front in pair.back.first.map { constant + front.log + $0.log } }
    }.min()
    return least.map { probability(upTo: $0) } ?? 1
  }

  /// Numbers what is taken of the columns; the numbers of two shares that make up the whole add up to its number.
  private static func number(_ taken: [Int], _ columns: [Int]) -> Int {
    zip(taken, columns).reduce(0) { $0 * ($1.1 + 1) + $1.0 }
  }

  /// The number of ways to fill a row from full columns.
  private static func fillings(of count: Int, within columns: [Int]) -> Double {
    var ways = [Double](repeating: 0, count: count + 1)
    ways[0] = 1
    for column in columns {
      var window = 0.0
      let before = ways
      for place in 0...count {
        window += before[place]
        if place > column { window -= before[place - column - 1] }
        ways[place] = window
      }
    }
    return ways[count]
  }

  /// For every share of the columns that these rows can take, the classes of half tables, least probable first.
  private static func halves(
    _ rows: [Int], within columns: [Int], logs: [Double], entries: inout Int, limit: Int
  ) -> [Int: [Entry]]? {
    var states: [Int: (taken: [Int], entries: [Entry])] = [
      0: ([Int](repeating: 0, count: columns.count), [Entry(log: 0, multiplicity: 1)])
    ]
    for row in rows {
      var next: [Int: (taken: [Int], entries: [Entry])] = [:]
      for key in states.keys.sorted() {
        guard let state = states[key] else { continue }
        var taken = state.taken
        let left = zip(columns, taken).map { $0 - $1 }
        // What the columns from each one on can still give.
        let room = left.indices.map { left[$0...].reduce(0, +) } + [0]
        func fill(_ column: Int, _ wanted: Int, _ log: Double) -> Bool {
          if column == columns.count {
            entries += state.entries.count
            guard entries <= limit else { return false }
            next[number(taken, columns), default: (taken, [])].entries
              .append(contentsOf: state.entries.map { Entry(log: $0.log + log, multiplicity: $0.multiplicity) })
            return true
          }
          let least = max(0, wanted - room[column + 1])
          let most = min(wanted, left[column])
          guard least <= most else { return true }
          for count in least...most {
            taken[column] = state.taken[column] + count
            guard fill(column + 1, wanted - count, log - logs[count]) else { return false }
          }
          taken[column] = state.taken[column]
          return true
        }
        guard fill(0, row, 0) else { return nil }
      }
      states = next.mapValues { ($0.taken, merged($0.entries)) }
    }
    return states.mapValues(\.entries)
  }

  /// Sorts and joins entries of equal weight; they are logs of whole numbers, so that rounding is far below their
  /// distances.
  private static func merged(_ entries: [Entry]) -> [Entry] {
    var joined: [Entry] = []
    for entry in entries.sorted(by: { $0.log < $1.log }) {
      if let last = joined.last, entry.log - last.log < 1e-11 {
        joined[joined.count - 1].multiplicity += entry.multiplicity
      } else {
        joined.append(entry)
      }
    }
    return joined
  }
}

extension ValueCounts {
  /// A table of counts without its empty rows and columns; values are the columns' places.
  init(table: [[Int]]) throws(SampleFault) {
    let table = try CrossCounts(table).checkedForAssociation()
    self.init(
      values: (0..<table.columnCount).map { Double($0) }, groupCount: table.rowCount, counts: table.counts)
  }
}
