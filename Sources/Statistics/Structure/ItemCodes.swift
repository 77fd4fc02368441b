/// The answers of people who answered every item, as codes: what correlations of ranks, polychoric ones and random rearrangements need.
///
/// - Shapes: one column per item, people in the same order.
public struct ItemCodes: Sendable, Hashable {
  /// One column per item, complete people only, counted from the lowest code.
  let columns: [[UInt8]]
  /// How many codes there are.
  let width: Int
  /// People who answered every item.
  public let count: Int
  /// People left out because an answer is missing.
  public let incompletePeople: Int

  /// The number of items.
  public var itemCount: Int { columns.count }

  /// Wraps columns of codes; a code outside `range` is a missing answer.
  public init(_ codes: [[UInt8]], range: ClosedRange<UInt8>) {
    let people = codes.first?.count ?? 0
    precondition(codes.allSatisfy { $0.count == people }, "items differ in their number of people")
    let kept = (0..<people).filter { person in codes.allSatisfy { range.contains($0[person]) } }
    self.init(
      columns: codes.map { column in kept.map { column[$0] - range.lowerBound } },
      width: Int(range.upperBound - range.lowerBound) + 1, incompletePeople: people - kept.count)
  }

  private init(columns: [[UInt8]], width: Int, incompletePeople: Int) {
    self.columns = columns
    self.width = width
    self.incompletePeople = incompletePeople
    count = columns.first?.count ?? 0
  }

  /// Every column in an order of its own: the answers to each item as they were, what they have to do with each other lost.
  func shuffled(_ stream: inout RandomStream) -> ItemCodes {
    var columns = columns
    for item in columns.indices {
      columns[item].withUnsafeMutableBufferPointer { column in
        for place in stride(from: column.count - 1, to: 0, by: -1) { column.swapAt(place, stream.below(place + 1)) }
      }
    }
    return ItemCodes(columns: columns, width: width, incompletePeople: incompletePeople)
  }

  /// How often each code of one item met each code of another.
  public func table(_ first: Int, _ second: Int) -> CrossCounts {
    var counts = [Int](repeating: 0, count: width * width)
    let (one, other) = (columns[first], columns[second])
    for person in 0..<count { counts[Int(one[person]) * width + Int(other[person])] += 1 }
    return CrossCounts(rowCount: width, columnCount: width, counts: counts)
  }

  /// The mean rank of each code of an item, less the mean of all ranks.
  func centredRanks(_ item: Int) -> [Double] {
    var counts = [Int](repeating: 0, count: width)
    for code in columns[item] { counts[Int(code)] += 1 }
    var passed = 0
    return counts.map { own in
      defer { passed += own }
      return Double(passed) + Double(own - count) / 2
    }
  }
}

extension CorrelationMatrix {
  /// Correlations of coded answers.
  ///
  /// Polychoric ones are each from the table of two items and need not fit together; see ``smoothed(floor:)``.
  ///
  /// - Throws: ``FactorFault/tooFewItems(needed:)``, ``FactorFault/tooFewPeople(needed:)``, ``FactorFault/noVariation(item:)``.
  public init(_ items: ItemCodes, kind: Kind) throws(FactorFault) {
    guard items.itemCount >= 2 else { throw .tooFewItems(needed: 2) }
    guard items.count >= 2 else { throw .tooFewPeople(needed: 2) }
    if let constant = items.columns.firstIndex(where: { column in column.allSatisfy { $0 == column[0] } }) {
      throw .noVariation(item: constant)
    }
    switch kind {
    case .pearson:
      try self.init(ItemMoments(codes: items.columns, range: 0...UInt8(items.width - 1)))
    case .spearman:
      let ranks = (0..<items.itemCount).map { items.centredRanks($0) }
      let products = SymmetricMatrix(dimension: items.itemCount) { first, second in
        guard first <= second else { return 0 }
        let table = items.table(first, second)
        return (0..<items.width).reduce(0) { sum, row in
          sum + ranks[first][row]
            * (0..<items.width).reduce(0) { $0 + Double(table[row, $1]) * ranks[second][$1] }
        }
      }
      self.init(products.mirrored.scaledToUnitDiagonal, count: items.count, kind: .spearman)
    case .polychoric:
      var cells = [Double](repeating: 1, count: items.itemCount * items.itemCount)
      for (first, second) in PairwiseComparisons.pairs(items.itemCount) {
        let value: Double
        do { value = try PolychoricCorrelation(items.table(first, second)).value } catch {
          throw .noVariation(item: first)
        }
        cells[first * items.itemCount + second] = value
        cells[second * items.itemCount + first] = value
      }
      let width = items.itemCount
      self.init(SymmetricMatrix(dimension: width) { cells[$0 * width + $1] }, count: items.count, kind: .polychoric)
    }
  }
}

extension SymmetricMatrix {
  /// The cells above the diagonal, and the same below it.
  fileprivate var mirrored: SymmetricMatrix {
    SymmetricMatrix(dimension: dimension) { self[min($0, $1), max($0, $1)] }
  }
}
