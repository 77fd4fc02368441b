import Testing

@testable import Disclosure

@Suite struct ReleaseLedgerTests {
  private let rule = SuppressionRule(minimum: 5)

  private func group(
    _ people: Int, _ fingerprint: String, key: String = "aber", first: String = "2026-03-01",
    last: String = "2026-03-31", cut: String = "organisation"
  ) -> Release.Group {
    Release.Group(cut: cut, key: key, first: first, last: last, people: people, fingerprint: fingerprint)
  }

  private func release(_ groups: Release.Group..., survey: String = "short 1.0.0") -> Release {
    Release(survey: survey, day: "2026-11-21", groups: groups)
  }

  private func isHeld(_ group: Release.Group, after earlier: Release...) -> Bool {
    !ReleaseLedger(earlier).conflicts(of: release(group), rule: rule).isEmpty
  }

  @Test("One to four people more, fewer or changed are held back; five, or the same answers, are not")
  func differences() {
    let first = release(group(20, "a"))
    #expect(!isHeld(group(20, "a"), after: first))
    for people in [16, 19, 20, 21, 24] { #expect(isHeld(group(people, "b"), after: first), "\(people)") }
    for people in [15, 25, 40] { #expect(!isHeld(group(people, "b"), after: first), "\(people)") }
    #expect(isHeld(group(27, "c"), after: first, release(group(25, "b"))))
    #expect(!isHeld(group(21, "b")))
  }

  @Test("Late replies are the same people, another wave, another name and another survey are not")
  func overlap() {
    let first = release(group(20, "a"))
    #expect(isHeld(group(21, "b", first: "2026-03-31", last: "2026-04-09"), after: first))
    #expect(!isHeld(group(21, "b", first: "2026-09-01", last: "2026-09-30"), after: first))
    #expect(!isHeld(group(21, "b", key: "brecon"), after: first))
    #expect(!isHeld(group(21, "b"), after: release(group(20, "a"), survey: "standard 1.0.0")))
    // Inside the peers' mean or on a page of its own: the same people.
    #expect(isHeld(group(21, "b"), after: release(group(20, "a", cut: "peer"))))
  }

  @Test("The conflict names the earlier release; what is new is told apart from what was let out")
  func news() throws {
    var ledger = ReleaseLedger()
    ledger.add(release(group(9, "x", key: "conwy")))
    ledger.add(release(group(20, "a"), group(30, "p", key: "brecon", cut: "peer")))
    let later = release(group(22, "b"), group(30, "p", key: "brecon", cut: "peer"), group(30, "p", key: "brecon"))
    let conflict = try #require(ledger.conflicts(of: later, rule: rule).first)
    #expect(ledger.conflicts(of: later, rule: rule).count == 1)
    #expect(conflict.release == 2 && conflict.earlier.people == 20 && conflict.group.people == 22)
    #expect(ledger.news(in: later).map(\.cut) == ["organisation", "organisation"])
  }

  /// An attacker who knows two means of the same people finds the rest of them by subtraction.
  @Test("Whatever order numbers come in, two that are let out never differ by fewer than five people")
  func attack() {
    var ledger = ReleaseLedger()
    var shown: [Int] = []
    for (step, people) in [12, 14, 17, 16, 25, 13, 22, 30, 12, 35, 7, 21].enumerated() {
      let next = release(group(people, "\(step)"))
      guard ledger.conflicts(of: next, rule: rule).isEmpty else { continue }
      ledger.add(next)
      #expect(shown.allSatisfy { abs($0 - people) >= 5 })
      shown.append(people)
    }
    #expect(shown == [12, 17, 25, 30, 35, 7])
  }
}
