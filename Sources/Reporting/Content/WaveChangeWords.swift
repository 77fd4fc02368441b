import Readiness

/// How far each measure moved between two waves, in points, and how large a move would have to be.
struct WaveChangeWords {
  let changes: [WaveChange]
  let labels: Labels

  /// A sentence on the overall score, and the table.
  var blocks: [Block] {
    guard let first = changes.first else { return [] }
    let overall = changes.first { $0.measure == "overall" }.map {
      [Block.paragraph(Self.sentence($0, range: labels.range))]
    }
    return (overall ?? []) + [.table(table(first)), .points(explained(first))]
  }

  /// `Overall readiness moved by 4.2 points …`.
  static func sentence(_ change: WaveChange, range: Phrase) -> Phrase {
    guard let estimate = change.everybody.estimate, let interval = change.everybody.interval else {
      return "How far overall readiness moved in points cannot be shown."
    }
    let size: Phrase =
      """
      Overall readiness moved by \(Words.decimal(estimate.value)) points, \(range) \(Labels.interval(interval)), \
      counting everybody (\(people(change))).
      """
    let clear = Words.decimal(estimate.smallestClear(level: interval.level))
    let needed: Phrase =
      change.everybody.detectable(level: interval.level).map { found in
        """
        At this number of people a change counts as one from \(clear) points on; a true change of \
        \(Words.decimal(found)) would be found 80 times in 100.
        """
      } ?? "At this number of people a change counts as one from \(clear) points on."
    return .spaced([size, needed])
  }

  private static func people(_ change: WaveChange) -> Phrase {
    func count(_ number: Int?) -> Phrase { number.map(Words.count) ?? "a few" }
    return """
      \(count(change.twice)) answered twice, \(count(change.onlyFirst)) only in \(verbatim: change.waves[0]), \
      \(count(change.onlySecond)) only in \(verbatim: change.waves[1])
      """
  }

  private func table(_ first: WaveChange) -> TextTable {
    TextTable(
      caption:
        "Change from \(verbatim: first.waves[0]) to \(verbatim: first.waves[1]) in points; above 0 is readier than before.",
      columns: [
        .words("Measure"), .numbers("Twice"), .numbers("Once"), .numbers("Everybody"), .numbers(labels.range),
        .numbers("Counts from"), .numbers("Those twice"), .numbers("Those once"),
      ],
      rows: changes.map { change in
        let all = change.everybody
        let mark = Labels.mark(all.status)
        let once = change.onlyFirst.flatMap { first in change.onlySecond.map { first + $0 } }
        return [
          labels.measure(change.measure), change.twice.map(Words.count) ?? Mark.suppressed.phrase,
          once.map(Words.count) ?? Mark.suppressed.phrase, all.estimate.map { Words.decimal($0.value) } ?? mark,
          all.interval.map(Labels.interval) ?? mark,
          all.interval.flatMap { interval in
            all.estimate.map { Words.decimal($0.smallestClear(level: interval.level)) }
          } ?? mark,
          change.paired.estimate.map { Words.decimal($0.value) } ?? Labels.mark(change.paired.status),
          change.unpaired.estimate.map { Words.decimal($0.value) } ?? Labels.mark(change.unpaired.status),
        ]
      })
  }

  private func explained(_ first: WaveChange) -> [Phrase] {
    let everybody: Phrase = """
      “Everybody” is the mean of all who answered in the second wave less that of all in the first; who answered twice \
      makes it surer.
      """
    return [
      first.units == .organizations
        ? .spaced([
          everybody, "Its range takes organisations as the units, because people of one organisation change together.",
        ]) : .spaced([everybody, "Its range takes people as unrelated."]),
      """
      “Counts from”: a change this large leaves 0 out of its range. Each range stands for itself; of twenty, one \
      leaves out 0 by chance alone. wave-changes.csv also has the change that would be found 80 times in 100, and the \
      ranges of those twice and once.
      """,
      "Where “those twice” and “those once” differ much, it may be who answered that changed, and not what they see.",
    ]
  }
}
