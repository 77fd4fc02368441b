/// Draws of the groups' score sums over strata: what permuting labels within strata does to them.
///
/// Small strata shuffle the scores of their people; large ones draw each cell of the groups × values table from its
/// hypergeometric distribution, so that the cost grows with the number of cells and not with the number of people.
struct ScoreSumDraws {
  /// A stratum whose people are shuffled: its part of `people`, and its part of `parts`.
  private struct Shuffled {
    var start: Int
    var end: Int
    var parts: Range<Int>
    var total: Double
  }

  /// A stratum whose cells are drawn.
  private struct Tabled {
    var valueTotals: [Int]
    var groupTotals: [Int]
    var scores: [Double]
    var total: Int
    /// The sum of everybody's scores.
    var whole: Double
  }

  /// The groups' sums of scores in the last draw.
  private(set) var sums: [Double]
  /// The scores of the people of all shuffled strata, in the order that the last shuffle left.
  private var people: [Double] = []
  private var shuffled: [Shuffled] = []
  /// The groups that have people of all shuffled strata, in each the largest last.
  private var parts: [(group: Int, size: Int)] = []
  private var tabled: [Tabled] = []
  /// What earlier groups leave of each value, while a stratum is drawn.
  private var left: [Int] = []

  init(_ strata: [(valueTotals: [Int], groupTotals: [Int], scores: [Double])], groupCount: Int) {
    sums = [Double](repeating: 0, count: groupCount)
    for (valueTotals, groupTotals, scores) in strata {
      let total = valueTotals.reduce(0, +)
      precondition(total == groupTotals.reduce(0, +), "margins of a table differ")
      let used = valueTotals.indices.filter { valueTotals[$0] > 0 }
      let groups = groupTotals.indices.filter { groupTotals[$0] > 0 }
        .sorted { (groupTotals[$0], $0) < (groupTotals[$1], $1) }
      if total <= 16 * used.count * groups.count {
        let start = people.count
        for value in used { people.append(contentsOf: repeatElement(scores[value], count: valueTotals[value])) }
        let firstPart = parts.count
        parts.append(contentsOf: groups.map { ($0, groupTotals[$0]) })
        shuffled.append(
          Shuffled(
            start: start, end: people.count, parts: firstPart..<parts.count, total: people[start...].reduce(0, +)))
      } else {
        tabled.append(
          Tabled(
            valueTotals: used.map { valueTotals[$0] }, groupTotals: groupTotals, scores: used.map { scores[$0] },
            total: total, whole: used.reduce(0) { $0 + Double(valueTotals[$1]) * scores[$1] }))
      }
    }
    left = [Int](repeating: 0, count: tabled.map(\.valueTotals.count).max() ?? 0)
  }

  /// Rearranges every stratum and sums up the groups' scores.
  mutating func rearrange(using stream: inout RandomStream) {
    for group in sums.indices { sums[group] = 0 }
    shuffle(using: &stream)
    for stratum in tabled.indices { draw(stratum, using: &stream) }
  }

  /// Fisher and Yates, group by group; the largest group takes those left over. Over plain memory and with a stream of its own: this is
  /// where tests of several groups spend their time.
  private mutating func shuffle(using stream: inout RandomStream) {
    guard !shuffled.isEmpty else { return }
    var random = stream
    people.withUnsafeMutableBufferPointer { people in
      parts.withUnsafeBufferPointer { parts in
        sums.withUnsafeMutableBufferPointer { sums in
          for stratum in shuffled {
            var place = stratum.start
            var rest = stratum.total
            for part in parts[stratum.parts].dropLast() {
              var sum = 0.0
              let end = place + part.size
              while place < end {
                let other = place + random.below(stratum.end - place)
                let score = people[other]
                people[other] = people[place]
                people[place] = score
                sum += score
                place += 1
              }
              sums[part.group] += sum
              rest -= sum
            }
            if let last = stratum.parts.last { sums[parts[last].group] += rest }
          }
        }
      }
    }
    stream = random
  }

  /// Each group's cells in turn, from what earlier groups left; the last group takes the rest.
  private mutating func draw(_ index: Int, using stream: inout RandomStream) {
    let stratum = tabled[index]
    let width = stratum.valueTotals.count
    var leftTotal = stratum.total
    var rest = stratum.whole
    let last = stratum.groupTotals.count - 1
    left.withUnsafeMutableBufferPointer { left in
      for value in 0..<width { left[value] = stratum.valueTotals[value] }
      for group in 0..<last {
        var wanted = stratum.groupTotals[group]
        var pool = leftTotal
        leftTotal -= wanted
        var sum = 0.0
        for value in 0..<width where left[value] > 0 {
          guard wanted > 0 else { break }
          let taken = stream.hypergeometric(marked: left[value], total: pool, drawn: wanted)
          sum += Double(taken) * stratum.scores[value]
          pool -= left[value]
          left[value] -= taken
          wanted -= taken
        }
        sums[group] += sum
        rest -= sum
      }
    }
    sums[last] += rest
  }
}
