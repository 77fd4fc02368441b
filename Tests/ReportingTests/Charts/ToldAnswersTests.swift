import Testing

@testable import Readiness
@testable import Reporting

/// What follows from published rows, by hand: the answers to one item in the order 1 to 5, don't know, not for me, skipped, not asked.
struct ToldAnswersTests {
  private static let answers = ["1", "2", "3", "4", "5", "dk", "nfm", "skipped", "not_asked"]

  static func rows(_ item: String, _ type: String?, _ counts: [Int?]) -> [DistributionRow] {
    zip(answers, counts).map { answer, count in
      DistributionRow(
        item: item, respondentType: type, answer: answer, count: count, status: count == nil ? .suppressed : .ok)
    }
  }

  static func people(_ type: String?, _ count: Int?) -> ParticipationRow {
    ParticipationRow(
      organization: nil, respondentType: type, invited: nil, answered: count, status: count == nil ? .suppressed : .ok)
  }

  private func bar(_ counts: [Int?], people: Int?) throws -> LikertBar {
    let item = try #require(try SampleAssessment.instrument().items.first)
    return ToldAnswers(
      Self.rows(item.code, "carer", counts),
      participation: [
        // Neither everybody nor one organisation is the type.
        Self.people(nil, 500),
        ParticipationRow(organization: "O", respondentType: "carer", invited: nil, answered: 7, status: .ok),
        Self.people("carer", people),
      ], minimum: 5
    ).bar(item, type: "carer", name: nil)
  }

  @Test func `everybody who was asked less what is told are the answers that cannot be told apart`() throws {
    // 200 people, 20 of them not asked; 120 are told.
    let bar = try bar([50, 30, nil, 10, 20, nil, 10, 0, 20], people: 200)
    #expect(bar.people == 180)
    #expect(bar.counts == [50, 30, nil, 10, 20, nil])
    // 180 less 110: of the ten who said “not for me” nothing is said apart from others without an answer.
    #expect(bar.together?.answers == [2, 5])
    #expect(bar.together.map { ($0.share * 180).rounded() } == 70)
  }

  @Test func `no answer follows from the ratings, whichever kinds of it are hidden`() throws {
    let bar = try bar([50, 30, 40, 10, 20, nil, nil, 0, 0], people: 200)
    #expect(bar.counts == [50, 30, 40, 10, 20, 50])
    #expect(bar.together == nil)
  }

  @Test func `where all is told the bar is what is told`() throws {
    #expect(try bar([1, 2, 3, 4, 5, 1, 1, 1, 2], people: 20).counts == [1, 2, 3, 4, 5, 3])
  }

  @Test func `one count alone, or fewer than the minimum, is never worked out`() throws {
    // 200 less 150 would be the one that is hidden.
    #expect(try bar([50, nil, 60, 20, 20, 0, 0, 0, 0], people: 200).mark == .suppressed)
    // Two are hidden, and only four people are left.
    #expect(try bar([50, nil, 60, 56, 30, 0, nil, 0, 0], people: 200).mark == .suppressed)
    #expect(try bar([50, nil, 60, 55, 30, 0, nil, 0, 0], people: 200).together.map { ($0.share * 200).rounded() } == 5)
    // None are left: both are nought.
    #expect(try bar([50, nil, 60, 60, 30, 0, nil, 0, 0], people: 200).mark == .suppressed)
  }

  @Test func `without the people, or who was not asked, or any rating there is no bar`() throws {
    let nobody = try bar([50, nil, 60, 20, 20, nil, 0, 0, 0], people: nil)
    #expect(nobody.mark == .suppressed && nobody.people == nil)
    #expect(try bar([50, nil, 60, 20, 20, 0, 0, 0, nil], people: 200).mark == .suppressed)
    let none = try bar([nil, nil, nil, nil, nil, nil, 0, 0, 5], people: 200)
    #expect(none.mark == .suppressed && none.people == 195)
    #expect(try bar([nil, nil, nil, 0, nil, 30, 0, 0, 0], people: 200).mark == .suppressed)
    #expect(try bar([0, 0, 0, 0, 0, 200, 0, 0, 0], people: 200).mark == .notAvailable)
    #expect(try bar([0, 0, 0, 0, 0, 0, 0, 0, 200], people: 200).mark == .notAsked)
  }

  @Test func `counts that do not add up to the people are no bar`() throws {
    #expect(try bar([50, 30, 40, 10, 20, 10, 10, 10, 0], people: 200).mark == .notAvailable)
    #expect(try bar([50, 90, 40, 10, 20, nil, nil, 0, 0], people: 200).mark == .suppressed)
  }

  @Test func `an item without rows was not asked`() throws {
    let item = try #require(try SampleAssessment.instrument().items.first)
    let told = ToldAnswers([], participation: [Self.people(nil, 20)], minimum: 5)
    #expect(told.bar(item, type: nil, name: nil).mark == .notAsked)
    #expect(!told.lists(item, type: nil))
  }
}
