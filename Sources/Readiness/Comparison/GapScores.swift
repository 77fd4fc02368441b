import Statistics
import Survey

extension CollapsedScores {
  /// Distances of the scores from the median of the own group, which all organisations share: how far people of a group disagree.
  ///
  /// Made from counts, so that the cost does not grow with people.
  func distancesFromMedian(groupCount: Int) -> CollapsedScores {
    let everybody = pooled(Array(0..<groupCount))
    let medians = (0..<groupCount).map { everybody.median(group: $0) }
    var tally = ScoreTally(groupCount: groupCount)
    func distances(_ table: ValueCounts) -> ValueCounts {
      tally.clear()
      for group in 0..<groupCount {
        guard let median = medians[group] else { continue }
        for (place, value) in table.values.enumerated() where table[group, place] > 0 {
          tally.add(abs(value - median), group: group, count: table[group, place])
        }
      }
      return tally.counts()
    }
    return CollapsedScores(organizations: organizations.map(distances), unnamed: distances(unnamed))
  }
}

extension ValueCounts {
  /// The middle value of a group, or the mean of the two in the middle; nil for an empty group.
  func median(group: Int) -> Double? {
    let total = groupTotals[group]
    guard total > 0 else { return nil }
    /// The value at a rank from 0.
    func value(at rank: Int) -> Double {
      var passed = 0
      for place in values.indices {
        passed += self[group, place]
        if passed > rank { return values[place] }
      }
      return values[values.count - 1]
    }
    return (value(at: (total - 1) / 2) + value(at: total / 2)) / 2
  }
}

extension Scores {
  /// The share of the asked items behind a measure that each person answered with “don't know”, × 100; NaN for a person whom
  /// none was asked.
  func doNotKnowShares(_ place: Int) -> [Double] {
    var unknown = [UInt16](repeating: 0, count: responses.count)
    var asked = unknown
    for item in layout.items[place] where !responses.answers[item].isEmpty {
      responses.answers[item].withUnsafeBufferPointer { answers in
        unknown.withUnsafeMutableBufferPointer { unknown in
          asked.withUnsafeMutableBufferPointer { asked in
            for row in 0..<answers.count {
              unknown[row] &+= answers[row] == MissingReason.doNotKnow.rawValue ? 1 : 0
              asked[row] &+= answers[row] == MissingReason.notAsked.rawValue ? 0 : 1
            }
          }
        }
      }
    }
    return zip(unknown, asked).map { $1 == 0 ? .nan : 100 * Double($0) / Double($1) }
  }
}
