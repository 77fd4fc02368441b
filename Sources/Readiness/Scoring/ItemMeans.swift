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
    let range = Double(layout.range)
    return [Double](unsafeUninitializedCapacity: count) { scores, initialized in
      var sums = [UInt32](repeating: 0, count: blockRows)
      var counts = [UInt16](repeating: 0, count: blockRows)
      var asked = [UInt16](repeating: 0, count: blockRows)
      for start in stride(from: 0, to: count, by: blockRows) {
        let rows = min(blockRows, count - start)
        for row in 0..<rows { (sums[row], counts[row], asked[row]) = (0, 0, 0) }
        for item in present {
          add(item, from: start, rows: rows, coding: layout.codings[item], to: &sums, &counts, &asked)
        }
        for row in 0..<rows {
          let answered = Int(counts[row])
          let score = 100 * Double(sums[row]) / (Double(answered) * range)
          (scores.baseAddress.unsafelyUnwrapped + start + row).initialize(
            to: answered >= needed[Int(asked[row])] ? score : .nan)
        }
      }
      initialized = count
    }
  }

  /// Adds one item's answers in a block of rows to sums of steps, counts of answers and counts of asked answers.
  private func add(
    _ item: Int, from start: Int, rows: Int, coding: ItemCoding, to sums: inout [UInt32], _ counts: inout [UInt16],
    _ asked: inout [UInt16]
  ) {
    // Steps are linear in the code, upwards or downwards: first + slope × offset, modulo 2³².
    let first = coding.steps[0]
    let slope = coding.steps.count > 1 ? coding.steps[1] &- first : 0
    let (lowest, span) = (coding.lowest, coding.span)
    answers[item].withUnsafeBufferPointer { column in
      sums.withUnsafeMutableBufferPointer { sums in
        counts.withUnsafeMutableBufferPointer { counts in
          asked.withUnsafeMutableBufferPointer { asked in
            for row in 0..<rows {
              let byte = column[start + row]
              let offset = byte &- lowest
              let isAnswer = offset <= span
              sums[row] &+= isAnswer ? first &+ slope &* UInt32(offset) : 0
              counts[row] &+= isAnswer ? 1 : 0
              asked[row] &+= byte == 255 ? 0 : 1
            }
          }
        }
      }
    }
  }
}

/// The weighted mean of the columns that a person has, NaN where less than `least` of the weight is present.
func weightedMeans(of columns: [[Double]], weights: [Double], least: Double, count: Int) -> [Double] {
  [Double](unsafeUninitializedCapacity: count) { means, initialized in
    var sums = [Double](repeating: 0, count: blockRows)
    var present = [Double](repeating: 0, count: blockRows)
    for start in stride(from: 0, to: count, by: blockRows) {
      let rows = min(blockRows, count - start)
      for row in 0..<rows { (sums[row], present[row]) = (0, 0) }
      for (column, weight) in zip(columns, weights) {
        column.withUnsafeBufferPointer { column in
          sums.withUnsafeMutableBufferPointer { sums in
            present.withUnsafeMutableBufferPointer { present in
              for row in 0..<rows {
                let score = column[start + row]
                let isScore = score == score
                sums[row] += isScore ? weight * score : 0
                present[row] += isScore ? weight : 0
              }
            }
          }
        }
      }
      for row in 0..<rows {
        (means.baseAddress.unsafelyUnwrapped + start + row).initialize(
          to: present[row] > 0 && present[row] >= least ? sums[row] / present[row] : .nan)
      }
    }
    initialized = count
  }
}
