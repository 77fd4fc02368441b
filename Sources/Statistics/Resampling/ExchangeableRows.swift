/// Rows of numbers in groups, whose labels may be exchanged within strata. Rows are read when they are needed, one after another, so that
/// a million of them need no table of their own.
///
/// - Shapes: rows of `width` numbers; one group from 0 for each row; strata are stretches of rows, all rows being one where there are none.
public struct ExchangeableRows: Sendable {
  /// Numbers in a row.
  public let width: Int
  /// Groups, empty ones included.
  public let groupCount: Int
  let groups: [Int]
  let strata: [Range<Int>]
  let read: @Sendable (_ row: Int, _ values: inout [Double]) -> Void

  /// - Parameters:
  ///   - width: numbers in a row.
  ///   - groups: the group of each row, from 0.
  ///   - groupCount: how many groups there are, empty ones included.
  ///   - strata: stretches that follow one another and cover the rows; each should hold two groups or more.
  ///   - read: writes one row's numbers over `values`, which has `width` places.
  public init(
    width: Int, groups: [Int], groupCount: Int, strata: [Range<Int>]? = nil,
    read: @escaping @Sendable (_ row: Int, _ values: inout [Double]) -> Void
  ) {
    precondition(groups.allSatisfy { (0..<groupCount).contains($0) }, "a label is out of range")
    precondition(strata.map { $0.reduce(0) { $0 + $1.count } == groups.count } ?? true, "strata do not cover the rows")
    self.width = width
    self.groups = groups
    self.groupCount = groupCount
    self.strata = strata ?? [0..<groups.count]
    self.read = read
  }

  /// Rows per group.
  var sizes: [Int] {
    var sizes = [Int](repeating: 0, count: groupCount)
    for group in groups { sizes[group] += 1 }
    return sizes
  }

  /// - Throws: ``SampleFault`` for fewer than two groups or a group of fewer than two rows.
  func check() throws(SampleFault) {
    guard groupCount > 1 else { throw .fewerThanTwoGroups }
    for (group, size) in sizes.enumerated() where size < 2 {
      throw size == 0 ? .emptyGroup(group) : .tooFewValues(group: group, needed: 2)
    }
  }
}
