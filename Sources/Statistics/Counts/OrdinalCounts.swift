/// How often each category of a response scale was chosen in each group: all that most statistics of coded answers need.
///
/// Made in one pass over the answers; after that tests, intervals, permutations and bootstraps cost the same for eight
/// respondents and for eight million. Every category of the scale is kept, also one that nobody chose, because a reader wants
/// to see it. Tests take ``valueCounts`` or ``crossCounts``.
///
/// - Shapes: `counts` is row by row, groups × categories.
/// - Units: `scale` has the value of each category, such as 1…5.
/// - Cost: one pass over the answers; groups × categories of memory.
public struct OrdinalCounts: Sendable, Hashable {
  /// The value of each category, strictly increasing.
  public let scale: [Double]
  /// The number of groups.
  public let groupCount: Int
  /// Counts, groups × categories, row by row.
  public private(set) var counts: [Int]
  /// Answers of each group that are no category of the scale, such as a missing answer.
  public private(set) var otherCounts: [Int]

  /// Wraps a table of counts.
  public init(scale: [Double], groupCount: Int, counts: [Int], otherCounts: [Int]? = nil) {
    precondition(counts.count == groupCount * scale.count, "counts do not fit groups × categories")
    precondition(zip(scale, scale.dropFirst()).allSatisfy { $0 < $1 }, "a scale is not strictly increasing")
    precondition(otherCounts.map { $0.count == groupCount } ?? true, "other answers do not fit the groups")
    self.scale = scale
    self.groupCount = groupCount
    self.counts = counts
    self.otherCounts = otherCounts ?? [Int](repeating: 0, count: groupCount)
  }

  /// Counts codes in one pass. `codes` and `groups` run over the same people; a person whose group is not in 0..<`groupCount`
  /// is passed over, a code outside `range` is counted among ``otherCounts``.
  public init<Code: FixedWidthInteger>(
    codes: some Sequence<Code>, groups: some Sequence<Int>, groupCount: Int, range: ClosedRange<Code>
  ) {
    let width = Int(range.upperBound) - Int(range.lowerBound) + 1
    self.init(
      scale: (0..<width).map { Double(Int(range.lowerBound) + $0) }, groupCount: groupCount,
      counts: [Int](repeating: 0, count: groupCount * width))
    for (code, group) in zip(codes, groups) where group >= 0 && group < groupCount {
      if range.contains(code) {
        counts[group * width + Int(code) - Int(range.lowerBound)] += 1
      } else {
        otherCounts[group] += 1
      }
    }
  }

  /// The count of one category in one group.
  public subscript(group: Int, category: Int) -> Int { counts[group * scale.count + category] }

  /// The number of answers on the scale in each group.
  public var groupTotals: [Int] {
    (0..<groupCount).map { group in (0..<scale.count).reduce(0) { $0 + self[group, $1] } }
  }

  /// The number of answers in each category over all groups.
  public var categoryTotals: [Int] {
    (0..<scale.count).map { category in (0..<groupCount).reduce(0) { $0 + self[$1, category] } }
  }

  /// What tests of groups take: the values that occur, with their counts.
  public var valueCounts: ValueCounts {
    ValueCounts(values: scale, groupCount: groupCount, counts: counts).selecting(groups: Array(0..<groupCount))
  }

  /// What tests of association take: groups as rows, every category of the scale as a column.
  public var crossCounts: CrossCounts {
    CrossCounts(rowCount: groupCount, columnCount: scale.count, counts: counts)
  }

  /// Some of the groups, in the order given.
  public func selecting(groups: [Int]) -> OrdinalCounts {
    OrdinalCounts(
      scale: scale, groupCount: groups.count, counts: groups.flatMap { group in scale.indices.map { self[group, $0] } },
      otherCounts: groups.map { otherCounts[$0] })
  }

  /// The moments of one group's values, from whole counts.
  public func moments(ofGroup group: Int) -> Moments {
    Moments(values: scale, counts: scale.indices.map { self[group, $0] })
  }

  /// The answers of two parts of the same groups on the same scale taken together, such as two blocks of a file.
  public static func + (left: OrdinalCounts, right: OrdinalCounts) -> OrdinalCounts {
    precondition(
      left.scale == right.scale && left.groupCount == right.groupCount, "parts differ in their scale or their groups")
    return OrdinalCounts(
      scale: left.scale, groupCount: left.groupCount, counts: zip(left.counts, right.counts).map { $0 + $1 },
      otherCounts: zip(left.otherCounts, right.otherCounts).map { $0 + $1 })
  }
}
