/// Draws from a discrete distribution at the cost of one random number, whatever its size.
///
/// - Source: Walker (1977), ACM TOMS 3(3), 253–256, doi:10.1145/355744.355749; set up after Vose (1991).
struct AliasTable: Sendable {
  /// Of each cell the share that is its own place.
  private(set) var shares: [Double]
  /// The place that the rest of each cell stands for.
  private(set) var aliases: [Int]

  /// The probabilities must be positive; they are taken in proportion.
  init(_ probabilities: [Double]) {
    let scale = Double(probabilities.count) / probabilities.reduce(0, +)
    shares = probabilities.map { $0 * scale }
    aliases = Array(probabilities.indices)
    var small = shares.indices.filter { shares[$0] < 1 }
    var large = shares.indices.filter { shares[$0] >= 1 }
    while let less = small.popLast(), let more = large.last {
      aliases[less] = more
      shares[more] -= 1 - shares[less]
      if shares[more] < 1 { small.append(large.removeLast()) }
    }
    // What rounding left over is whole.
    for place in small + large where aliases[place] == place { shares[place] = 1 }
  }

  /// The place of one draw.
  func draw(using stream: inout RandomStream) -> Int {
    // The high half of the product is the cell, the low half a uniform number inside it.
    let product = stream.next().multipliedFullWidth(by: UInt64(shares.count))
    let cell = Int(product.high)
    return Double(product.low >> 11) * 0x1p-53 < shares[cell] ? cell : aliases[cell]
  }
}
