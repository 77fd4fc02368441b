/// Whole numbers that add up to `total` in proportion to `values`: each rounded down, the rest to the largest remainders.
///
/// For display alone, where whole numbers have to add up; a published column that was rounded cell by cell is not reproduced
/// by it. Equal remainders go to the earlier value. Empty for no values, negative ones, or values that sum to zero.
/// - Source: Hamilton's method; Balinski & Young (2001), Fair Representation, 2nd ed.
package func largestRemainder(_ values: [Double], total: Int) -> [Int] {
  let sum = values.reduce(0, +)
  guard total >= 0, sum > 0, sum.isFinite, values.allSatisfy({ $0 >= 0 }) else { return [] }
  let quotas = values.map { $0 / sum * Double(total) }
  var whole = quotas.map { Int($0.rounded(.down)) }
  let order = quotas.indices.sorted { a, b in
    let (left, right) = (quotas[a] - Double(whole[a]), quotas[b] - Double(whole[b]))
    return left == right ? a < b : left > right
  }
  for index in order.prefix(max(0, total - whole.reduce(0, +))) { whole[index] += 1 }
  return whole
}
