public import Readiness

/// Who answered in both waves and who did not, in plain sentences.
public struct PairedWords: Sendable {
  private let pairing: ComparisonFindings.Pairing

  /// Takes the two waves and who answered in them.
  public init(_ pairing: ComparisonFindings.Pairing) { self.pairing = pairing }

  /// One sentence for those who answered twice, one for those who did not, and one for those who moved.
  public var lines: [Phrase] {
    let attendance = pairing.attendance
    let waves: [Phrase] = pairing.waves.map { "“\(verbatim: $0)”" }
    let both: Phrase =
      "\(Words.sentence(people(attendance.both))) answered in both waves, \(Words.list(waves))."
    let places: Phrase =
      switch attendance.organizations {
      case nil: "They are spread over organisations so thinly that these are not counted here."
      case 0: ""
      case let count?:
        "They belong to \(Words.organizations(count)); organisations where nobody answered twice are not counted."
      }
    let sides = [(attendance.onlyFirst, waves[0]), (attendance.onlySecond, waves[1])].filter { $0.0 != 0 }
    let once = sides.map { "\(people($0)) in \($1)" as Phrase }
    var lines: [Phrase] = [
      .spaced([both, places]),
      once.isEmpty
        ? "Each of them is compared with themselves."
        : """
        Each of them is compared with themselves. Left out of these tests, because they answered once: \
        \(Words.list(once)). The changes in points count them too.
        """,
    ]
    if attendance.moved != 0 {
      lines.append(
        "\(Words.sentence(people(attendance.moved))) changed organisation; they count among people, and in no organisation's change."
      )
    }
    return lines
  }

  private func people(_ count: Int?) -> Phrase {
    guard let count else { return "a few people" }
    return count == 0 ? "nobody" : Words.people(count)
  }
}
