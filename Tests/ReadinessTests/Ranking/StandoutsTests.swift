import Testing

@testable import Readiness

@Suite struct StandoutsTests {
  /// Draws about a score with standard deviation `spread`, from numbered streams.
  func scored(_ score: Double, spread: Double, stream: UInt64) -> Standouts.Component {
    var random = RandomStream(seed: 1, stream: stream)
    return .scored(score, draws: (0..<400).map { _ in score + spread * random.normal() })
  }

  func steps(_ components: [Standouts.Component]) -> [(facet: Facet, component: Standouts.Component)] {
    zip(Step.allCases, components).map { (.step($0), $1) }
  }

  /// 20 points below the others with a standard error of about 1: named; with one of about 20: none.
  @Test func theLowestIsNamedOnlyWhenItIsClear() {
    for (spread, expected) in [(1.0, Standout.named(.step(.people))), (20.0, .none)] {
      let components = steps((0..<5).map { scored($0 == 2 ? 40 : 60, spread: spread, stream: UInt64($0)) })
      #expect(Standouts.weakest(components, level: 0.95) == expected)
      #expect(Standouts.earliest(components, level: 0.95) == expected)
    }
  }

  @Test func theEarliestIsNamedNotTheLowest() {
    let components = steps(
      [70, 50, 70, 20, 70].enumerated().map { scored($1, spread: 0.5, stream: UInt64($0)) })
    // Differences from the mean of the others: 17.5, −7.5, 17.5, −45, 17.5.
    #expect(Standouts.earliest(components, level: 0.95) == .named(.step(.focus)))
    #expect(Standouts.weakest(components, level: 0.95) == .named(.step(.market)))
  }

  @Test func aMissingOneStopsTheReading() {
    var components = (0..<5).map { scored($0 == 3 ? 20 : 70, spread: 0.5, stream: UInt64($0)) }
    components[1] = .missing(.suppressed)
    #expect(Standouts.earliest(steps(components), level: 0.95) == .cannotSay(.suppressed))
    #expect(Standouts.weakest(steps(components), level: 0.95) == .cannotSay(.suppressed))
    // A clear one before the missing one is still the earliest.
    components[0] = scored(10, spread: 0.5, stream: 9)
    #expect(Standouts.earliest(steps(components), level: 0.95) == .named(.step(.map)))
  }

  @Test func twoThatShareTheLowestDoNotStandOut() {
    let components = steps([70, 30, 70, 30, 70].map { .scored($0, draws: Array(repeating: $0, count: 10)) })
    #expect(Standouts.weakest(components, level: 0.95) == .none)
  }

  @Test func nothingAskedCannotBeSaid() {
    #expect(Standouts.weakest([], level: 0.95) == .cannotSay(.tooFewAnswers))
    #expect(Standouts.weakest(steps([.scored(50, draws: [50, 50])]), level: 0.95) == .cannotSay(.tooFewAnswers))
  }
}
