import Statistics
import Survey

/// One plain sentence about the budget answers, and the smallest group of people that it describes.
package struct BudgetFinding: Sendable, Hashable {
  /// The sentence; it never names a respondent.
  package let sentence: Phrase
  /// People in the smallest group that the sentence is about: whoever publishes it hides it when that is too few.
  package let smallestGroup: Int
}

/// What leads the budget, and what would change that.
///
/// Leaders are sets of factors, because ties are ties.
package struct BudgetLeaders: Sendable, Hashable {
  /// The leaders by mean over respondents.
  package let mean: [Int]
  /// The leaders by median.
  package let median: [Int]
  /// The leaders by the mean over organisations' means.
  package let organizations: [Int]
  /// For each set of leaders that leaving out one respondent can give, in how many cases; the most frequent first.
  package let leavingOneOut: [Outcome]
  /// Leaders and people in the first roll-up of the instrument (commissioners), and in all others together; nil where one of
  /// the two is empty.
  package let apart: Apart?

  /// A set of leaders and how often it comes about.
  package struct Outcome: Sendable, Hashable {
    /// The factors that lead.
    package let leaders: [Int]
    /// In how many cases.
    package let cases: Int
  }

  /// Two parts of the respondents.
  package struct Apart: Sendable, Hashable {
    /// The name of the roll-up.
    package let name: LocalizedText
    /// Leaders and people of the roll-up.
    package let first: Outcome
    /// Leaders and people of all others.
    package let others: Outcome
  }

  /// Looks for the leaders; nil when nobody gave an allocation.
  package init?(_ budget: BudgetAnswers, responses: Responses) {
    guard budget.respondents > 0 else { return nil }
    let points = budget.allocations.hundredths
    let rows = budget.allocations.given.indices.filter { budget.allocations.given[$0] }
    mean = Self.leaders(budget.sums.map(Double.init))
    median = Self.leaders(budget.medians)
    organizations = Self.leaders(budget.meansOverOrganizations)

    var cases: [[Int]: Int] = [:]
    if rows.count > 1 {
      for row in rows {
        cases[Self.leaders(points.indices.map { Double(budget.sums[$0] - Int(points[$0][row])) }), default: 0] += 1
      }
    }
    leavingOneOut = cases.map { Outcome(leaders: $0, cases: $1) }.sorted {
      ($1.cases, $0.leaders.first ?? 0, $0.leaders.count) < ($0.cases, $1.leaders.first ?? 0, $1.leaders.count)
    }

    let grouping = responses.rollUpGrouping
    guard let rollUp = responses.instrument.rollUps.first, let group = grouping.groups.firstIndex(of: rollUp.code)
    else {
      apart = nil
      return
    }
    let inside = rows.filter { grouping.group(ofCode: Int(responses.respondentType.codes[$0])) == group }
    var sums = [Int](repeating: 0, count: points.count)
    for row in inside { for factor in points.indices { sums[factor] += Int(points[factor][row]) } }
    let rest = zip(budget.sums, sums).map { $0 - $1 }
    guard !inside.isEmpty, inside.count < rows.count else {
      apart = nil
      return
    }
    apart = Apart(
      name: rollUp.label, first: Outcome(leaders: Self.leaders(sums.map(Double.init)), cases: inside.count),
      others: Outcome(leaders: Self.leaders(rest.map(Double.init)), cases: rows.count - inside.count))
  }

  /// The places of the largest values, ties within 10⁻⁹.
  private static func leaders(_ values: [Double]) -> [Int] {
    guard let most = values.max() else { return [] }
    return values.indices.filter { most - values[$0] <= 1e-9 }
  }
}

extension BudgetAnswers {
  /// What leads the budget and what would change that, sentence by sentence; empty when nobody gave an allocation.
  ///
  /// - Parameter digits: how finely means that count organisations equally may be told.
  package func findings(_ responses: Responses) -> [BudgetFinding] { findings(responses, AllocationDigits()) }

  /// The same, with the means that count organisations equally as finely as they may be told.
  func findings(_ responses: Responses, _ digits: AllocationDigits) -> [BudgetFinding] {
    guard let leaders = BudgetLeaders(self, responses: responses) else { return [] }
    let total = question.total
    var findings: [BudgetFinding] = []
    func say(_ sentence: Phrase, about people: Int) {
      findings.append(BudgetFinding(sentence: sentence, smallestGroup: people))
    }

    let lead = lead(leaders.mean, values: means, of: total)
    say(
      .plural(
        respondents, one: "By the mean over \(people) respondent \(lead).",
        other: "By the mean over \(people) respondents \(lead)."),
      about: respondents)
    guard respondents > 1 else {
      say("With one respondent nothing can be said about what would change the leader.", about: 1)
      return findings
    }
    say(changes(leaders), about: respondents)
    let changed = leaders.leavingOneOut.filter { $0.leaders != leaders.mean }
    say(
      changed.isEmpty
        ? "Leaving out any one of the \(people) respondents never changes the leader."
        : """
        Leaving out any one of the \(people) respondents changes the leader in \(changed.dropFirst().reduce(
          outcome(changed[0])
        ) { "\($0), and in \(outcome($1))" }).
        """, about: respondents)
    if organizationCounts.count > 1 {
      say(
        """
        With each of the \(organizationCounts.count) organisations counted equally \(self.lead(
          leaders.organizations,
          values: meansOverOrganizations.map { AllocationDigits.told($0, unit: digits.overOrganizations) }, of: total)).
        """, about: respondents)
    }
    say(
      "By medians instead of means \(self.lead(leaders.median, values: medians, of: total)).", about: respondents)
    if let apart = leaders.apart {
      let first = (name: Phrase.label(apart.name), people: count(apart.first.cases), names: names(apart.first.leaders))
      let others = (people: count(apart.others.cases), names: names(apart.others.leaders))
      let isAlike = apart.first.leaders == apart.others.leaders
      say(
        isAlike
          ? "\(first.name) (\(first.people)) and all others (\(others.people)), taken apart, share a leader."
          : !Set(apart.first.leaders).isDisjoint(with: apart.others.leaders)
            ? """
            \(first.name) (\(first.people)) and all others (\(others.people)), taken apart, share a leader. \(first.name) give \
            most to \(first.names); all others give most to \(others.names).
            """
            : """
            \(first.name) (\(first.people)) and all others (\(others.people)), taken apart, do not share a leader. \
            \(first.name) give most to \(first.names); all others give most to \(others.names).
            """, about: min(apart.first.cases, apart.others.cases))
    }
    return findings
  }

  /// What leads where it is not told how many people shared out the budget.
  func findings(_ digits: AllocationDigits) -> [Phrase] {
    guard respondents > 0, let unit = digits.cohort else { return [] }
    let values = means.map { AllocationDigits.told($0, unit: unit) }
    let most = values.max()
    return [
      "By the mean over people \(lead(values.indices.filter { values[$0] == most }, values: values, of: question.total)).",
      """
      Few people left the budget out. How many shared it out is not told, and points are rounded to steps of \
      \(.decimal(Double(unit) / 100, decimals: 2)), so that nobody can work it out.
      """,
    ]
  }

  private var people: Phrase { count(respondents) }

  /// People are counted here without their thousands set apart, as in the files.
  private func count(_ number: Int) -> Phrase { .count(number) }

  private func outcome(_ outcome: BudgetLeaders.Outcome) -> Phrase {
    "\(count(outcome.cases)) of \(people) cases, to \(names(outcome.leaders))"
  }

  /// One sentence on everything that would change the leader.
  private func changes(_ leaders: BudgetLeaders) -> Phrase {
    var changes: [Phrase] = []
    let left = leaders.leavingOneOut.filter { $0.leaders != leaders.mean }.reduce(0) { $0 + $1.cases }
    if left > 0 { changes.append("when one respondent is left out (\(count(left)) of \(people) cases)") }
    if organizationCounts.count > 1, leaders.organizations != leaders.mean {
      changes.append("when organisations count equally")
    }
    if leaders.median != leaders.mean { changes.append("when medians are taken instead of means") }
    return switch changes.count {
    case 0:
      "The leader stays the same whichever respondent is left out, with organisations counted equally, and by medians."
    case 1: "The leader is not the same \(changes[0])."
    case 2: "The leader is not the same \(changes[0]) or \(changes[1])."
    default: "The leader is not the same \(changes[0]), \(changes[1]), or \(changes[2])."
    }
  }

  private func names(_ factors: [Int]) -> Phrase {
    .oneOrList(factors.map { "“\(.label(question.factors[$0].label))”" })
  }

  /// “A” leads with 23.1 of 100 points, ahead of “B” with 18.8 — or a tie.
  private func lead(_ leaders: [Int], values: [Double], of total: Int) -> Phrase {
    let value = leaders.first.map { Phrase.decimal(values[$0], decimals: 1) } ?? .empty
    let total = count(total)
    if leaders.count > 1 { return "\(names(leaders)) tie for first with \(value) of \(total) points each" }
    let next = values.indices.filter { !leaders.contains($0) }.map { values[$0] }.max()
    let followers = values.indices.filter { index in next.map { abs(values[index] - $0) <= 1e-9 } ?? false }
    guard let next, !followers.isEmpty else { return "\(names(leaders)) leads with \(value) of \(total) points" }
    return """
      \(names(leaders)) leads with \(value) of \(total) points, ahead of \(names(followers)) with \
      \(.decimal(next, decimals: 1))
      """
  }
}
