import Readiness
import Tabular

/// The page of a design before anyone is asked: what it cannot show first, then how large an effect must be.
public struct PowerPage: Sendable {
  let study: PowerStudy
  let software: String

  /// Makes the page of a study; `software` is the name and version that the page names.
  public init(_ study: PowerStudy, software: String) {
    self.study = study
    self.software = software
  }

  /// What it says.
  public var report: Report {
    Report(
      name: "power", title: "What this survey could show",
      subtitles: ["Before anyone is asked: no answers are used here."], stamps: [],
      sections: [Section("In short", [.headline(headline), .points(summary)])]
        + study.scenarios.map { PowerScenario(scenario: $0, assumptions: study.assumptions).section }
        + [Section("What the columns say", [.points(meanings)]), Section("What is assumed", [.points(assumed)])])
  }

  private var assumptions: PowerStudy.Assumptions { study.assumptions }
  private var words: PowerWords { PowerWords(assumptions: assumptions) }

  private var headline: Phrase {
    let all = study.scenarios.flatMap { $0.families + $0.pairs }
    if all.allSatisfy({ !$0.power.canReachLevel }) {
      return "Whatever people answer, no clear difference can be shown: there are too few of them."
    }
    return all.allSatisfy(\.power.canReachLevel)
      ? "Every comparison could show a clear difference, if the difference is large enough."
      : "Some comparisons could never show a clear difference, whatever people answer."
  }

  private var summary: [Phrase] {
    study.scenarios.flatMap { scenario in
      func named(_ text: Phrase) -> Phrase {
        study.scenarios.count > 1 ? "\(PowerScenario.name(of: scenario.design)): \(text)" : text
      }
      let blocked = scenario.families.filter { !$0.power.canReachLevel }
      let open = scenario.families.filter(\.power.canReachLevel)
      var lines: [Phrase] = []
      if !blocked.isEmpty {
        let subjects = blocked.map { PowerWords.inside($0.name) }
        lines.append(named("\(Words.list(subjects)): \(words.noConfiguration(blocked.map(\.power)))"))
      }
      if let sentence = words.effects(open, groups: scenario.design.people.count) { lines.append(named(sentence)) }
      return lines.map(Words.sentence)
    }
  }

  private var meanings: [Phrase] {
    let scenarios = study.scenarios
    var points: [Phrase] = [
      """
      Smallest p: the smallest that these numbers of people can give, when no two scores are equal. Equal scores make \
      it larger. p says how often chance alone would set groups at least this far apart.
      """,
      "Smallest adjusted p: the same after Holm's adjustment for all the comparisons of the family.",
    ]
    if scenarios.contains(where: { $0.design.people.count == 2 || !$0.pairs.isEmpty }) {
      points.append(
        """
        Superiority: the chance that someone of one group scores higher than someone of the other, ties counted half \
        (0.50 is even), that is found \(words.times). Smaller ones are missed more often. 1.00: everyone of one group \
        scores higher.
        """)
    }
    let difference: Phrase =
      "Difference: the same for a difference of means, in standard deviations of the people of one group."
    let largest: Phrase =
      scenarios.contains { $0.design.people.count > 2 }
      ? "With more than two groups it is that between the two smallest, all others halfway between them." : ""
    points.append(.spaced([difference, largest]))
    points.append(
      """
      Both are for a comparison that has to stand alone in its family, which asks for p below \(words.limit) divided \
      by the number of comparisons.
      """)
    return points
  }

  private var assumed: [Phrase] {
    let shares = assumptions.shares.map { Words.shortest((100 * $0 * 1e6).rounded() / 1e6) }
    var points: [Phrase] = [
      """
      Of 100 answers to a sentence, \(Words.list(shares)) fall on each answer from the lowest to the highest. Ties \
      shrink the variance of ranks to \(.decimal(Design.tieFactor(shares: assumptions.shares), decimals: 3)) \
      of what it is without them. Even shares ask for the most people; scores of several sentences have fewer ties.
      """
    ]
    let effects = study.scenarios.compactMap { scenario -> Phrase? in
      guard case .wholeOrganizations = scenario.design else { return nil }
      let effect = scenario.design.designEffect(intraclassCorrelation: assumptions.intraclassCorrelation)
      return
        """
        ICC \(Words.shortest(assumptions.intraclassCorrelation)): that share of the spread between people lies \
        between organisations. Where an organisation has one type only, \(NumberWords.twoDecimals(effect)) \
        people are needed for every unrelated one (the design effect).
        """
    }
    points += effects
    if study.scenarios.contains(where: { if case .withinOrganizations = $0.design { true } else { false } }) {
      points.append(
        """
        Types side by side in every organisation: the design effect is taken as 1, because types are compared inside \
        organisations and what an organisation's people have in common drops out.
        """)
    }
    if study.scenarios.contains(where: { if case .people = $0.design { true } else { false } }) {
      points.append(
        "People are taken as unrelated. If they belong to organisations, use --organisations: the answer may be worse.")
    }
    points.append(
      """
      Superiority: Noether's formula, times the design effect, times the tie factor. Differences: Welch's t test by \
      the noncentral t, with both tails; more than two groups by the noncentral F. Made with \(verbatim: software).
      """)
    return points
  }
}

/// Sentences that the page and its sections share.
struct PowerWords {
  let assumptions: PowerStudy.Assumptions

  /// `.05`.
  var limit: Phrase {
    let text = NumberText.shortest(assumptions.alpha)
    let decimals = text.firstIndex(of: ".").map { text[$0...].count - 1 } ?? 0
    return .fraction(assumptions.alpha, decimals: min(9, decimals))
  }

  /// The name of a family inside a sentence: `the Four Co's`, `overall readiness`.
  static func inside(_ family: String) -> Phrase {
    switch family {
    case "overall": "overall readiness"
    case "dimensions": "the barriers"
    case "co": "the Four Co's"
    case "steps": "the Five Steps"
    default: ComparisonWords.family(family)
    }
  }

  /// `80 times in 100`.
  var times: Phrase { "\(Words.shortest((100 * assumptions.power * 1e6).rounded() / 1e6)) times in 100" }

  func noConfiguration(_ families: [FamilyPower]) -> Phrase {
    let atLimit = families.allSatisfy { $0.smallestAdjusted <= assumptions.alpha * (1 + 1e-12) }
    return switch (families.count == 1, atLimit) {
    case (true, true): "No configuration of this family can go below \(limit)."
    case (true, false): "No configuration of this family can reach \(limit)."
    case (false, true): "No configuration of these families can go below \(limit)."
    case (false, false): "No configuration of these families can reach \(limit)."
    }
  }

  /// What the first and the last of some families find, in one sentence; nil when none finds anything.
  func effects(_ families: [PowerStudy.Family], groups: Int) -> Phrase? {
    guard let first = families.first else { return nil }
    let last = families.count > 1 ? families.last : nil
    let found: Phrase = "a difference in \(subject(first)) is found \(times)"
    if groups == 2, let superiority = first.power.superiority {
      guard superiority < 1 else {
        return
          """
          a difference in \(subject(first)) is sure to be found only when everyone of one group scores higher than \
          everyone of the other.
          """
      }
      let rest: Phrase? = last.flatMap { family in
        let one: Phrase = "in one of the \(Words.small(family.power.comparisons)) \(plain(family))"
        return family.power.superiority.map {
          $0 < 1 ? "\(one), in \(pairs($0))" : "\(one), only when everyone scores higher"
        }
      }
      let sentence: Phrase = """
        \(found) when someone of one group scores higher than someone of the other in \(pairs(superiority)) of 100 pairs \
        picked at random
        """
      return rest.map { "\(sentence); \($0)." } ?? Words.stop(sentence)
    }
    guard let difference = first.power.difference else { return nil }
    let rest: Phrase? = last.flatMap { family in
      family.power.difference.map {
        """
        in one of the \(Words.small(family.power.comparisons)) \(plain(family)), \(NumberWords.twoDecimals($0))
        """
      }
    }
    let sentence: Phrase = """
      \(found) when the two smallest groups lie \(NumberWords.twoDecimals(difference)) standard deviations apart
      """
    return rest.map { "\(sentence); \($0)." } ?? Words.stop(sentence)
  }

  /// Rounded as in the table.
  private func pairs(_ superiority: Double) -> Phrase { Words.count(Int((100 * superiority).rounded())) }

  private func subject(_ family: PowerStudy.Family) -> Phrase {
    family.name == "overall"
      ? "overall readiness" : "one of the \(Words.small(family.power.comparisons)) \(plain(family))"
  }

  private func plain(_ family: PowerStudy.Family) -> Phrase {
    switch family.name {
    case "co": "Co's"
    case "steps": "Steps"
    default: "barriers"
    }
  }
}
