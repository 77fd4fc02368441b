import Survey

/// How often each answer to one item was given in each cell of people: codes of the scale, then the four kinds of missing.
package struct AnswerCounts: Sendable {
  /// The number of codes of the scale.
  package let codeCount: Int
  /// Counts, cell by cell: the codes in order, then don't know, not for me, skipped, not asked.
  private let counts: [UInt32]

  /// The number of kinds of answer.
  private var width: Int { codeCount + 4 }

  /// Counts one column of answers; `sizes` are the people per cell, for an item that no file has a column for.
  init(_ column: [UInt8], coding: ItemCoding, cellOf: [Int32], sizes: [Int]) {
    codeCount = Int(coding.span) + 1
    let width = codeCount + 4
    var counts = [UInt32](repeating: 0, count: sizes.count * width)
    if column.isEmpty {
      for (cell, size) in sizes.enumerated() { counts[cell * width + width - 1] = UInt32(clamping: size) }
    } else {
      // Bytes that no reader lets through would count as skipped.
      var place = [Int32](repeating: Int32(codeCount + 2), count: 256)
      for offset in 0..<codeCount { place[Int(coding.lowest) + offset] = Int32(offset) }
      for (index, reason) in Self.reasons.enumerated() { place[Int(reason.rawValue)] = Int32(codeCount + index) }
      let stride = Int32(width)
      counts.withUnsafeMutableBufferPointer { counts in
        place.withUnsafeBufferPointer { place in
          for (byte, cell) in zip(column, cellOf) { counts[Int(cell &* stride &+ place[Int(byte)])] &+= 1 }
        }
      }
    }
    self.counts = counts
  }

  /// The kinds of missing in the order of the counts.
  package static let reasons: [MissingReason] = [.doNotKnow, .notForMe, .skipped, .notAsked]

  /// How often the code at `offset` from the lowest was given in a cell.
  package func count(offset: Int, cell: Int) -> Int { Int(counts[cell * width + offset]) }

  /// How often an answer is missing for that reason in a cell.
  package func count(_ reason: MissingReason, cell: Int) -> Int {
    switch reason {
    case .doNotKnow: Int(counts[cell * width + codeCount])
    case .notForMe: Int(counts[cell * width + codeCount + 1])
    case .skipped: Int(counts[cell * width + codeCount + 2])
    case .notAsked: Int(counts[cell * width + codeCount + 3])
    }
  }

  /// Ratings given in a cell.
  package func answered(cell: Int) -> Int { (0..<codeCount).reduce(0) { $0 + count(offset: $1, cell: cell) } }
}

/// What became of the answers that a measure rests on.
package struct AnswerRates: Sendable, Hashable {
  /// Answers that were asked for.
  package var asked = 0
  /// Ratings given.
  package var answered = 0
  /// “Don't know”.
  package var doNotKnow = 0
  /// “Not for me”.
  package var notForMe = 0

  /// The answered share of the asked; nil when nothing was asked.
  package var coverage: Double? { share(answered) }
  /// The “don't know” share of the asked; nil when nothing was asked.
  package var doNotKnowRate: Double? { share(doNotKnow) }
  /// The “not for me” share of the asked; nil when nothing was asked.
  package var notForMeRate: Double? { share(notForMe) }

  private func share(_ part: Int) -> Double? { asked > 0 ? Double(part) / Double(asked) : nil }

  /// Adds one cell's answers to one item.
  mutating func add(_ counts: AnswerCounts, cell: Int) {
    let given = counts.answered(cell: cell)
    let (unknown, notMine) = (counts.count(.doNotKnow, cell: cell), counts.count(.notForMe, cell: cell))
    answered += given
    doNotKnow += unknown
    notForMe += notMine
    asked += given + unknown + notMine + counts.count(.skipped, cell: cell)
  }

  /// The answers of both.
  package static func + (left: AnswerRates, right: AnswerRates) -> AnswerRates {
    AnswerRates(
      asked: left.asked + right.asked, answered: left.answered + right.answered,
      doNotKnow: left.doNotKnow + right.doNotKnow, notForMe: left.notForMe + right.notForMe)
  }
}
