import Readiness

/// One way in which organisations may hold the groups: who is asked, and a table of its families.
struct PowerScenario {
  let scenario: PowerStudy.Scenario
  let assumptions: PowerStudy.Assumptions

  /// What the scenario is called.
  static func name(of design: GroupDesign) -> Phrase {
    switch design {
    case .people: "What these groups can show"
    case .withinOrganizations: "Types side by side in every organisation"
    case .wholeOrganizations: "One type only in each organisation"
    }
  }

  var section: Section {
    let words = PowerWords(assumptions: assumptions)
    let blocked = scenario.families.filter { !$0.power.canReachLevel }.map {
      "\(ComparisonWords.family($0.name)): \(words.noConfiguration([$0.power]))" as Phrase
    }
    let pairs = scenario.pairs.filter { !$0.power.canReachLevel }.map {
      "\(sizes($0)): \(words.noConfiguration([$0.power]))" as Phrase
    }
    let limits = blocked + unique(pairs)
    var blocks: [Block] = [.paragraph(who)]
    if !limits.isEmpty { blocks.append(.points(limits)) }
    blocks.append(.table(table))
    if !scenario.pairs.isEmpty { blocks.append(.table(table(ofPairs: scenario.pairs))) }
    return Section(Self.name(of: scenario.design), blocks)
  }

  private var who: Phrase {
    let people: Phrase = "\(Words.list(scenario.design.people.map(Words.count))) people"
    switch scenario.design {
    case .people: return "Groups of \(people)."
    case .withinOrganizations(let sizes, let organizations):
      return
        """
        Each of \(Words.organizations(organizations)) has \(Words.list(sizes.map(Words.count))) people of \
        the \(Words.small(sizes.count)) types, \(people) in all. People are compared with their own colleagues.
        """
    case .wholeOrganizations(let organizations, let size):
      return
        """
        \(Words.list(organizations.map(Words.count))) organisations with \(Words.people(size)) each, \(people) in \
        all. Whole organisations change groups, so the number of organisations decides.
        """
    }
  }

  private var table: TextTable {
    let hasSuperiority = scenario.design.people.count == 2
    return TextTable(
      caption: hasSuperiority
        ? "Both groups at once, and the smallest effects that are found \(PowerWords(assumptions: assumptions).times)."
        : "All groups at once, and the smallest effects that are found \(PowerWords(assumptions: assumptions).times).",
      columns: [.words("Family"), .numbers("Comparisons")] + columns(hasSuperiority),
      rows: scenario.families.map {
        [ComparisonWords.family($0.name), Words.count($0.power.comparisons)] + cells($0.power, hasSuperiority)
      }, notes: notes(scenario.families))
  }

  private func table(ofPairs pairs: [PowerStudy.Family]) -> TextTable {
    let kinds = unique(pairs.map(sizes))
    return TextTable(
      caption: "Pair by pair, within one measure: \(Words.small(pairs.count)) comparisons are adjusted together.",
      columns: [.words("Pair"), .numbers("Pairs")] + columns(true),
      rows: kinds.compactMap { kind in
        let alike = pairs.filter { sizes($0) == kind }
        return alike.first.map { [kind, Words.count(alike.count)] + cells($0.power, true) }
      }, notes: notes(pairs))
  }

  private func columns(_ hasSuperiority: Bool) -> [TextTable.Column] {
    [.numbers("Smallest p"), .numbers("Smallest adjusted p")] + (hasSuperiority ? [.numbers("Superiority")] : [])
      + [.numbers("Difference")]
  }

  private func cells(_ power: FamilyPower, _ hasSuperiority: Bool) -> [Phrase] {
    let effects = (hasSuperiority ? [power.superiority] : []) + [power.difference]
    return [Words.probability(power.smallestP), Words.probability(power.smallestAdjusted)]
      + effects.map { $0.map(NumberWords.twoDecimals) ?? "none" }
  }

  private func notes(_ families: [PowerStudy.Family]) -> [Phrase] {
    let words = PowerWords(assumptions: assumptions)
    let hasNone = families.contains { $0.power.difference == nil }
    return hasNone ? ["none: no effect, however large, is found \(words.times)."] : []
  }

  /// `5 v 3 people`, or organisations where those change groups.
  private func sizes(_ family: PowerStudy.Family) -> Phrase {
    guard let pair = family.pair, pair.count == 2 else { return "" }
    if case .wholeOrganizations(let organizations, _) = scenario.design {
      return "\(organizations[pair[0]]) v \(organizations[pair[1]]) organisations"
    }
    return "\(scenario.design.people[pair[0]]) v \(scenario.design.people[pair[1]]) people"
  }
}
