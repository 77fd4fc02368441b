import Statistics
import Survey

/// Rows that are worked on together, so that sums and counts stay in the nearest cache.
private let blockRows = 2_048

extension Responses {
  /// The mean of some items per person on the scale 0…100; NaN where too few were answered.
  ///
  /// Works column by column over blocks of rows with whole-number sums, without anything per person.
  /// - Parameter needed: the answers that a score needs, by the number of asked items.
  func itemMeans(_ items: [Int], needed: [Int], layout: ScoringLayout) -> [Double] {
    let present = items.filter { !answers[$0].isEmpty }
    guard !present.isEmpty else { return [Double](repeating: .nan, count: count) }
    // Narrow sums are several times faster, and wide enough for every instrument but a very long one.
    return present.count <= 255 && present.count * layout.range <= 65_535
      ? itemMeans(present, needed: needed, layout: layout, sums: UInt16.self, counts: UInt8.self)
      : itemMeans(present, needed: needed, layout: layout, sums: UInt32.self, counts: UInt16.self)
  }

  private func itemMeans<Sum: FixedWidthInteger & UnsignedInteger, Count: FixedWidthInteger & UnsignedInteger>(
    _ items: [Int], needed: [Int], layout: ScoringLayout, sums: Sum.Type, counts: Count.Type
  ) -> [Double] {
    let range = Double(layout.range)
    return [Double](unsafeUninitializedCapacity: count) { scores, initialized in
      withUnsafeTemporaryAllocation(of: Sum.self, capacity: blockRows) { sums in
        withUnsafeTemporaryAllocation(of: Count.self, capacity: 2 * blockRows) { counts in
          let answered = UnsafeMutableBufferPointer(rebasing: counts[..<blockRows])
          let asked = UnsafeMutableBufferPointer(rebasing: counts[blockRows...])
          needed.withUnsafeBufferPointer { needed in
            for start in stride(from: 0, to: count, by: blockRows) {
              let rows = min(blockRows, count - start)
              sums.initialize(repeating: 0)
              counts.initialize(repeating: 0)
              for item in items {
                answers[item].withUnsafeBufferPointer { column in
                  add(
                    UnsafeBufferPointer(rebasing: column[start..<(start + rows)]), coding: layout.codings[item],
                    to: sums, answered, asked)
                }
              }
              for row in 0..<rows {
                let given = Int(answered[row])
                let score = 100 * Double(sums[row]) / (Double(given) * range)
                scores.initializeElement(at: start + row, to: given >= needed[Int(asked[row])] ? score : .nan)
              }
            }
          }
        }
      }
      initialized = count
    }
  }
}

/// Adds one item's answers in a block of rows to sums of steps, counts of answers and counts of asked answers.
private func add<Sum: FixedWidthInteger & UnsignedInteger, Count: FixedWidthInteger & UnsignedInteger>(
  _ column: UnsafeBufferPointer<UInt8>, coding: ItemCoding, to sums: UnsafeMutableBufferPointer<Sum>,
  _ answered: UnsafeMutableBufferPointer<Count>, _ asked: UnsafeMutableBufferPointer<Count>
) {
  // Steps are linear in the code, upwards or downwards: first + slope × offset, modulo the width.
  let first = Sum(truncatingIfNeeded: coding.steps[0])
  let slope = coding.steps.count > 1 ? Sum(truncatingIfNeeded: coding.steps[1]) &- first : 0
  let (lowest, span) = (coding.lowest, coding.span)
  for row in 0..<column.count {
    let byte = column[row]
    let offset = byte &- lowest
    let isAnswer = offset <= span
    sums[row] &+= isAnswer ? first &+ slope &* Sum(truncatingIfNeeded: offset) : 0
    answered[row] &+= isAnswer ? 1 : 0
    asked[row] &+= byte == 255 ? 0 : 1
  }
}

/// The weighted mean of the columns that a person has, NaN where less than `least` of the weight is present.
func weightedMeans(of columns: [[Double]], weights: [Double], least: Double, count: Int) -> [Double] {
  [Double](unsafeUninitializedCapacity: count) { means, initialized in
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * blockRows) { scratch in
      let sums = UnsafeMutableBufferPointer(rebasing: scratch[..<blockRows])
      let present = UnsafeMutableBufferPointer(rebasing: scratch[blockRows...])
      for start in stride(from: 0, to: count, by: blockRows) {
        let rows = min(blockRows, count - start)
        scratch.initialize(repeating: 0)
        for (column, weight) in zip(columns, weights) {
          column.withUnsafeBufferPointer { column in
            for row in 0..<rows {
              let score = column[start + row]
              let isScore = score == score
              sums[row] += isScore ? weight * score : 0
              present[row] += isScore ? weight : 0
            }
          }
        }
        for row in 0..<rows {
          means.initializeElement(
            at: start + row, to: present[row] > 0 && present[row] >= least ? sums[row] / present[row] : .nan)
        }
      }
    }
    initialized = count
  }
}

extension Aggregation {
  /// One score per person from columns of parts, NaN where less than `share` of the weight is present.
  func scores(of columns: [[Double]], weights: [Double], needing share: Double) -> [Double] {
    let count = columns.first?.count ?? 0
    guard let weights = try? IndicatorWeights(proportions: weights) else {
      return [Double](repeating: .nan, count: count)
    }
    return (0..<count).map { row in
      score(columns.map { $0[row].isNaN ? nil : $0[row] }, weights: weights, needing: share) ?? .nan
    }
  }
}
