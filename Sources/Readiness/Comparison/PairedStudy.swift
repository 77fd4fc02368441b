import Survey

/// The same people in two waves: who rose and who fell, ready to be published.
///
/// Every row is a ``Comparison`` with `by` = `wave`, the first wave as `group_a` and the second as `group_b`. Effects and
/// changes are second − first, so above 0 means readier than before.
public struct PairedStudy: Sendable {
  /// The instrument that was answered twice.
  public let instrument: Instrument
  /// Every choice of the run.
  public let plan: ScoringPlan
  /// The measures in the order of files and pages.
  public let measures: [Measure]
  /// The two waves, first and second.
  public let waves: [String]
  /// Who answered when.
  public let attendance: PairedAttendance
  /// Three rows per measure: signed ranks (the row to read), signs, and whole organisations.
  public let comparisons: [Comparison]
  /// What each family of comparisons can and cannot show, in plain sentences.
  public let familyNotes: [FamilyNote]
  /// How far each measure moved, in points, with those who answered once; measures that were not asked in both waves are left out.
  public let changes: [WaveChange]

  /// Matches the people of two waves and compares each with themselves.
  ///
  /// - Parameters:
  ///   - first: valid responses of the first wave.
  ///   - second: valid responses to the same instrument in the second wave.
  ///   - waves: the names of the waves.
  ///   - column: the column that tells people apart; identifiers never leave the study.
  ///   - plan: every choice of the run.
  ///   - threads: at most so many threads; 0 takes one per core. The result does not depend on it.
  /// - Throws: ``PairedFault`` when people cannot be matched, or the plan cannot be followed.
  public init(
    _ first: Responses, _ second: Responses, waves: (first: String, second: String),
    pairBy column: String = "respondent_id", plan: ScoringPlan, threads: Int = 0
  ) throws(PairedFault) {
    precondition(first.instrument.id == second.instrument.id, "two waves of one instrument are compared")
    do throws(AssessmentFault) {
      var checked = plan
      checked.by = []
      try checked.check(against: first)
      if let other = plan.comparison.measures.first(where: ComparisonFamily.otherNames.contains) {
        throw .settingOutOfRange(name: "measures", expected: "families of scores; two waves have no “\(other)”")
      }
    } catch {
      throw .plan(error)
    }
    let people = try PairedPeople(first, second, pairBy: column)
    guard !people.pairs.isEmpty else { throw .nobodyTwice }
    let scores = [first.scored(by: plan, threads: threads), second.scored(by: plan, threads: threads)]
    instrument = first.instrument
    self.plan = plan
    measures = scores[0].measures
    self.waves = [waves.first, waves.second]
    attendance = PairedAttendance(people, minimum: plan.disclosureMinimum)

    let families = ComparisonFamily.families(of: measures, chosen: plan.comparison.measures)
    let tasks = families.flatMap { family in family.measures.map { (family: family.name, measure: $0) } }
    let names = self.waves
    let drafts = concurrentMap(tasks.count, threads: threads) { task -> [ComparisonDraft] in
      let draft = ComparisonDraft(
        family: tasks[task].family, measure: tasks[task].measure, by: "wave", groupA: names[0], groupB: names[1])
      return PairedMeasure(draft: draft, people: people, scores: scores, plan: plan).rows
    }
    var rows: [Comparison] = []
    var notes: [FamilyNote] = []
    for family in families {
      let own = zip(tasks, drafts).filter { $0.0.family == family.name }.map(\.1)
      let adjusted = ComparisonFamily.adjusted(own, withinMeasure: false)
      rows += adjusted.rows
      notes.append(
        FamilyNote(
          family: family.name, by: "wave", size: adjusted.size, smallest: adjusted.smallest, limit: adjusted.limit))
    }
    comparisons = rows
    familyNotes = notes
    let moved = WaveChanges(people: people, scores: scores, plan: plan)
    changes = tasks.compactMap { moved.change($0.measure, family: $0.family, waves: names) }
  }
}

/// Who answered in which wave; a number of one to four people is nil where small groups are hidden.
public struct PairedAttendance: Sendable, Hashable {
  /// People who answered in both waves.
  public let both: Int?
  /// People who answered in the first wave alone.
  public let onlyFirst: Int?
  /// People who answered in the second wave alone.
  public let onlySecond: Int?
  /// People of both waves who changed organisation; they count in the rows of people and not in those of organisations.
  public let moved: Int?
  /// Organisations with people of both waves; nil where that would tell how few each of them has.
  public let organizations: Int?

  init(_ people: PairedPeople, minimum: Int) {
    func shown(_ count: Int) -> Int? { count == 0 || count >= minimum ? count : nil }
    both = shown(people.pairs.count)
    onlyFirst = shown(people.onlyFirst)
    onlySecond = shown(people.onlySecond)
    moved = shown(people.moved)
    let placed = people.pairs.count - people.codes.count { $0 < 0 }
    organizations =
      CrowdedGroups.tells(people.organizations.count, of: placed, minimum: minimum) ? people.organizations.count : nil
  }
}
