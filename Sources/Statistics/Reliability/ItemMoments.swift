/// Means and cross-products of several items of the same people: all that alpha, omega and a factor model need to know.
///
/// Made in one pass; after that nothing costs more for a million people than for ten. Only people who answered every item
/// count, the others are counted.
///
/// - Shapes: people × items.
/// - Units: those of the items, which must share one scale for alpha and omega to mean anything.
/// - Cost: people × items² ÷ 2 multiplications of small whole numbers for codes; items² of memory.
/// - Source: parts of a sample add up after Chan, Golub & LeVeque (1983), American Statistician 37(3), 242–247.
public struct ItemMoments: Sendable, Hashable {
  /// People with an answer to every item.
  public let count: Int
  /// People left out because an answer is missing.
  public let incompletePeople: Int
  /// The mean of each item; 0 without people.
  public let means: [Double]
  /// Sums of products of distances from the means.
  let products: SymmetricMatrix

  /// The number of items.
  public var itemCount: Int { means.count }

  init(count: Int, incompletePeople: Int, means: [Double], products: SymmetricMatrix) {
    self.count = count
    self.incompletePeople = incompletePeople
    self.means = means
    self.products = products
  }

  /// From rows, one per person or per pattern of answers; a NaN is a missing answer. `frequencies` says how many people each
  /// row stands for.
  public init(rows: [[Double]], frequencies: [Int]? = nil) {
    let width = rows.first?.count ?? 0
    precondition(rows.allSatisfy { $0.count == width }, "people differ in their number of items")
    precondition(frequencies.map { $0.count == rows.count && $0.allSatisfy { $0 >= 0 } } ?? true, "count every row")
    let weights = frequencies ?? [Int](repeating: 1, count: rows.count)
    let complete = rows.indices.filter { row in weights[row] > 0 && !rows[row].contains { $0.isNaN } }
    let people = complete.reduce(0) { $0 + weights[$1] }
    var means = [Double](repeating: 0, count: width)
    for row in complete {
      for item in 0..<width { means[item] += Double(weights[row]) * rows[row][item] / Double(people) }
    }
    var products = SymmetricMatrix(dimension: width)
    for row in complete { products.add(zip(rows[row], means).map { $0 - $1 }, weight: Double(weights[row])) }
    // Equal answers have no spread, whatever the rounding of their mean.
    let constant = (0..<width).filter { item in complete.allSatisfy { rows[$0][item] == rows[complete[0]][item] } }
    self.init(
      count: people, incompletePeople: weights.reduce(0, +) - people, means: means,
      products: products.clearing(constant))
  }

  /// From codes, one column per item, in one pass over their bytes: products are whole numbers, so the result is exact.
  ///
  /// A code outside `range` is a missing answer. An item in `reversed` is turned round: the lowest code counts as the highest.
  public init(codes: [[UInt8]], range: ClosedRange<UInt8>, reversed: Set<Int> = []) {
    let people = codes.first?.count ?? 0
    precondition(codes.allSatisfy { $0.count == people }, "items differ in their number of people")
    var sums = CodeSums(items: codes.count)
    for start in stride(from: 0, to: people, by: CodeSums.blockSize) {
      sums.add(codes, from: start, count: min(CodeSums.blockSize, people - start), range: range, reversed: reversed)
    }
    self = sums.moments(people: people, offset: Double(range.lowerBound))
  }

  /// The covariance of two items, with divisor n − 1; nil for fewer than two people.
  public func covariance(_ first: Int, _ second: Int) -> Double? {
    count < 2 ? nil : products[first, second] / Double(count - 1)
  }

  /// Items whose answers do not vary.
  public var constantItems: [Int] { (0..<itemCount).filter { products[$0, $0] <= 0 } }

  /// Some of the items, in the order given.
  public func selecting(_ items: [Int]) -> ItemMoments {
    ItemMoments(
      count: count, incompletePeople: incompletePeople, means: items.map { means[$0] },
      products: SymmetricMatrix(dimension: items.count) { products[items[$0], items[$1]] })
  }

  /// The people of two parts of a sample taken together, such as two blocks of a file.
  public static func + (left: ItemMoments, right: ItemMoments) -> ItemMoments {
    precondition(left.itemCount == right.itemCount, "parts differ in their number of items")
    let incomplete = left.incompletePeople + right.incompletePeople
    let people = left.count + right.count
    let share = people > 0 ? Double(right.count) / Double(people) : 0
    let distances = zip(left.means, right.means).map { $1 - $0 }
    var products = left.products
    products.add(right.products)
    products.add(distances, weight: Double(left.count) * share)
    return ItemMoments(
      count: people, incompletePeople: incomplete, means: zip(left.means, distances).map { $0 + share * $1 },
      products: products)
  }
}

/// Sums and sums of products of codes, as whole numbers.
private struct CodeSums {
  /// People per block: products of 16 bits, so many of them stay below 2³¹.
  static let blockSize = 4_096

  private var count = 0
  private var sums: [Int]
  private var products: [Int]
  /// The block's codes from 0 on, item by item; nought for whoever left an item out, and beyond the last person.
  private var codes: [UInt16]
  /// All bits of whoever answered every item, none of others.
  private var isComplete = [UInt8](repeating: 0, count: blockSize)

  init(items: Int) {
    sums = [Int](repeating: 0, count: items)
    products = [Int](repeating: 0, count: items * items)
    codes = [UInt16](repeating: 0, count: items * Self.blockSize)
  }

  private typealias Words = SIMD16<UInt16>

  /// Adds the people of a block who answered every item; the others count as noughts, which add nothing.
  mutating func add(
    _ columns: [[UInt8]], from start: Int, count length: Int, range: ClosedRange<UInt8>, reversed: Set<Int>
  ) {
    let (low, high) = (range.lowerBound, range.upperBound)
    let span = high - low
    let padded = (length + 15) / 16 * 16
    isComplete.withUnsafeMutableBufferPointer { complete in
      codes.withUnsafeMutableBufferPointer { codes in
        guard let complete = complete.baseAddress, let codes = codes.baseAddress else { return }
        complete.update(repeating: 255, count: length)
        for column in columns {
          column.withUnsafeBufferPointer { bytes in
            guard let bytes = bytes.baseAddress else { return }
            Self.mark(complete, bytes + start, length, low: low, span: span)
          }
        }
        for (item, column) in columns.enumerated() {
          let own = codes + item * Self.blockSize
          column.withUnsafeBufferPointer { bytes in
            guard let bytes = bytes.baseAddress else { return }
            if reversed.contains(item) {
              Self.fill(own, down: bytes + start, complete, length, from: high)
            } else {
              Self.fill(own, up: bytes + start, complete, length, from: low)
            }
          }
          for place in length..<padded { own[place] = 0 }
        }
      }
    }
    count += isComplete[..<length].reduce(0) { $0 &+ Int($1 & 1) }
    // Products that 16 bits can add up over a whole block, as those of few answers do, are added there.
    let isNarrow = Int(span) * Int(span) * Self.blockSize / 16 <= Int(UInt16.max)
    codes.withUnsafeBytes { codes in
      for first in columns.indices {
        sums[first] += Self.sum(codes, first, length)
        for second in 0...first {
          products[first * columns.count + second] +=
            isNarrow ? Self.narrow(codes, first, second, length) : Self.wide(codes, first, second, length)
        }
      }
    }
  }

  // Loops so plain that the compiler takes sixteen people at a time.

  private static func mark(
    _ complete: UnsafeMutablePointer<UInt8>, _ bytes: UnsafePointer<UInt8>, _ count: Int, low: UInt8, span: UInt8
  ) {
    for place in 0..<count { complete[place] &= bytes[place] &- low <= span ? 255 : 0 }
  }

  private static func fill(
    _ codes: UnsafeMutablePointer<UInt16>, up bytes: UnsafePointer<UInt8>, _ complete: UnsafePointer<UInt8>,
    _ count: Int, from low: UInt8
  ) {
    for place in 0..<count { codes[place] = UInt16((bytes[place] &- low) & complete[place]) }
  }

  private static func fill(
    _ codes: UnsafeMutablePointer<UInt16>, down bytes: UnsafePointer<UInt8>, _ complete: UnsafePointer<UInt8>,
    _ count: Int, from high: UInt8
  ) {
    for place in 0..<count { codes[place] = UInt16((high &- bytes[place]) & complete[place]) }
  }

  private static func words(_ codes: UnsafeRawBufferPointer, _ item: Int, _ place: Int) -> Words {
    codes.loadUnaligned(fromByteOffset: 2 * (item * blockSize + place), as: Words.self)
  }

  private static func sum(_ codes: UnsafeRawBufferPointer, _ item: Int, _ length: Int) -> Int {
    var sum = Words.zero
    // At most 256 of at most 255 each.
    for place in stride(from: 0, to: length, by: 16) { sum &+= words(codes, item, place) }
    return Int(SIMD16<UInt32>(truncatingIfNeeded: sum).wrappedSum())
  }

  private static func narrow(_ codes: UnsafeRawBufferPointer, _ first: Int, _ second: Int, _ length: Int) -> Int {
    var sum = Words.zero
    for place in stride(from: 0, to: length, by: 16) {
      sum &+= words(codes, first, place) &* words(codes, second, place)
    }
    return Int(SIMD16<UInt32>(truncatingIfNeeded: sum).wrappedSum())
  }

  private static func wide(_ codes: UnsafeRawBufferPointer, _ first: Int, _ second: Int, _ length: Int) -> Int {
    var sum = SIMD16<UInt32>.zero
    for place in stride(from: 0, to: length, by: 16) {
      sum &+=
        SIMD16<UInt32>(truncatingIfNeeded: words(codes, first, place))
        &* SIMD16<UInt32>(truncatingIfNeeded: words(codes, second, place))
    }
    return Int(sum.wrappedSum())
  }

  func moments(people: Int, offset: Double) -> ItemMoments {
    let divisor = Double(max(count, 1))
    return ItemMoments(
      count: count, incompletePeople: people - count,
      means: sums.map { offset + (count > 0 ? Double($0) / divisor : -offset) },
      products: SymmetricMatrix(dimension: sums.count) { first, second in
        // n Σxy − Σx Σy without rounding.
        let product = products[max(first, second) * sums.count + min(first, second)]
        let spread = Int128(count) * Int128(product) - Int128(sums[first]) * Int128(sums[second])
        return Double(spread) / divisor
      })
  }
}
