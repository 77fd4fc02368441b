import Readiness
import Testing

/// What leads the published budget answers and what would change that; facts of the domain reference, section on the
/// fragile ranking, each also found by Tests/References/readiness/budget.py.
@Suite struct BudgetFindingsTests {
  /// Places of “training”, “staff who enable users” and “connecting users to communities”.
  let training = 1
  let enabling = 2
  let connecting = 6

  @Test func `Leaving out R2 alone changes the leader, organisations and medians change it too`() throws {
    let responses = try BudgetReference.published()
    let budget = try #require(BudgetAnswers(responses))
    let leaders = try #require(BudgetLeaders(budget, responses: responses))
    #expect(leaders.mean == [enabling])
    #expect(leaders.median == [training, enabling])
    #expect(leaders.organizations == [training])
    #expect(leaders.leavingOneOut.map(\.leaders) == [[enabling], [training]])
    #expect(leaders.leavingOneOut.map(\.cases) == [7, 1])
    #expect(leaders.apart?.first.leaders == [enabling] && leaders.apart?.first.cases == 5)
    #expect(leaders.apart?.others.leaders == [connecting] && leaders.apart?.others.cases == 3)
    // 17.2 and 16.4 with six organisations equal.
    let means = budget.meansOverOrganizations
    #expect(abs(means[training] - 310.0 / 18) < 1e-12 && abs(means[enabling] - 295.0 / 18) < 1e-12)
  }

  @Test func `Without R2 training has 18.6 and enabling 15.0`() throws {
    let all = try BudgetReference.published()
    let points = try #require(all.allocations)
    let rest = Sample.responses(
      to: all.instrument, answers: Array(repeating: "", count: 7),
      points: [0, 2, 3, 4, 5, 6, 7].map { points.points(of: $0) })
    let means = try #require(BudgetAnswers(rest)).means
    #expect(means[training] == 130.0 / 7 && means[enabling] == 15)
  }

  @Test func `The sentences say so in plain words and name no respondent`() throws {
    let responses = try BudgetReference.published()
    let findings = try #require(BudgetAnswers(responses)).findings(responses)
    #expect(
      findings.map(\.sentence.english) == [
        "By the mean over 8 respondents “More staff who can enable service users to co-produce” leads with 23.1 of 100 "
          + "points, ahead of “Training frontline staff on how to make co-production more successful” with 18.8.",
        "The leader is not the same when one respondent is left out (1 of 8 cases), when organisations count equally, or "
          + "when medians are taken instead of means.",
        "Leaving out any one of the 8 respondents changes the leader in 1 of 8 cases, to “Training frontline staff on how "
          + "to make co-production more successful”.",
        "With each of the 6 organisations counted equally “Training frontline staff on how to make co-production more "
          + "successful” leads with 17.2 of 100 points, ahead of “More staff who can enable service users to co-produce” "
          + "with 16.4.",
        "By medians instead of means “Training frontline staff on how to make co-production more successful” and “More "
          + "staff who can enable service users to co-produce” tie for first with 20.0 of 100 points each.",
        "Commissioners (5) and all others (3), taken apart, do not share a leader. Commissioners give most to “More staff who "
          + "can enable service users to co-produce”; all others give most to “Connecting service users to communities more "
          + "effectively”.",
      ])
    #expect(findings.map(\.smallestGroup) == [8, 8, 8, 8, 8, 3])
    for finding in findings {
      for label in responses.organization.labels { #expect(!finding.sentence.english.contains(label)) }
    }
  }

  @Test func `Leave-one-out agrees with the independent computation on made-up answers`() throws {
    let reference = try BudgetReference.read()
    for (responses, expected) in [
      (try BudgetReference.published(), reference.published), (try reference.responses(), reference.made),
    ] {
      let budget = try #require(BudgetAnswers(responses))
      let leaders = try #require(BudgetLeaders(budget, responses: responses))
      let cases = Dictionary(grouping: expected.leave_one_out) { $0 }.mapValues(\.count)
      #expect(Dictionary(uniqueKeysWithValues: leaders.leavingOneOut.map { ($0.leaders, $0.cases) }) == cases)
    }
  }

  @Test func `A firm leader is said to be firm, one respondent cannot say, nobody says nothing`() throws {
    let instrument = try BudgetReference.instrument()
    func findings(_ points: [[Double]?]) -> [String] {
      let responses = Sample.responses(
        to: instrument, answers: points.map { _ in "" }, organizations: points.indices.map { "O\($0 % 2)" },
        points: points)
      return BudgetAnswers(responses)?.findings(responses).map(\.sentence.english) ?? []
    }
    let firm = [Double](arrayLiteral: 70, 30) + Array(repeating: 0, count: 9)
    let sentences = findings([firm, firm, firm, firm])
    #expect(
      sentences[1]
        == "The leader stays the same whichever respondent is left out, with organisations counted equally, and by medians."
    )
    #expect(sentences[2] == "Leaving out any one of the 4 respondents never changes the leader.")
    #expect(findings([firm]).count == 2)
    #expect(findings([nil]).isEmpty)
  }
}
