/// A mark of answers that may have been given without care. A mark is looked at; nobody is left out for it.
public enum RespondingMark: String, Sendable, Hashable, CaseIterable {
  /// Half of the items or more in one run of one answer, or half of the pages straight through with one answer.
  case longRun = "long_run"
  /// Answers that hardly differ: a standard deviation below a quarter of an answer.
  case littleSpread = "little_spread"
  /// The halves of the barriers contradict each other over a person's barriers.
  case unevenHalves = "uneven_halves"
  /// Answers that go against what everybody else finds easy or hard.
  case againstOthers = "against_others"
  /// Barrier scores further from the middle of all than one normal person of a thousand.
  case farOut = "far_out"
  /// More than half of the answers are “don't know”.
  case doNotKnow = "dont_know"
  /// Under two seconds an item, or under a third of the median time.
  case fast
  /// All points on one choice, or the same points on every choice.
  case pointsPattern = "points_pattern"

  /// The marks that see the same thing count once: a run of one answer leaves little spread.
  var kind: Int {
    switch self {
    case .longRun, .littleSpread: 0
    case .unevenHalves: 1
    case .againstOthers: 2
    case .farOut: 3
    case .doNotKnow: 4
    case .fast: 5
    case .pointsPattern: 6
    }
  }
}

/// What became of one person under every mark: bits of marks that could be looked at, and of those that are there.
struct RespondingMarks: Sendable, Hashable {
  private(set) var judged: UInt16 = 0
  private(set) var marked: UInt16 = 0

  private static func bit(_ mark: RespondingMark) -> UInt16 {
    1 << UInt16(RespondingMark.allCases.firstIndex(of: mark) ?? 0)
  }

  /// Notes what a mark says; nil where it could not be looked at.
  mutating func note(_ mark: RespondingMark, _ isThere: Bool?) {
    guard let isThere else { return }
    judged |= Self.bit(mark)
    if isThere { marked |= Self.bit(mark) }
  }

  func isJudged(_ mark: RespondingMark) -> Bool { judged & Self.bit(mark) != 0 }
  func isMarked(_ mark: RespondingMark) -> Bool { marked & Self.bit(mark) != 0 }

  /// How many marks of different kinds are there.
  var kinds: Int { Set(RespondingMark.allCases.filter(isMarked).map(\.kind)).count }
}
