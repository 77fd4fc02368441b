public import Readiness

/// The page of one organisation: `profile-<slug>.txt`.
public struct OrganizationPage: Sendable {
  let profile: ReadinessProfile
  let slug: String
  let assessment: Assessment
  let software: String
  let charts: ReportCharts
  let ideas: ActionIdeas
  private let shared: Shared

  /// What all pages of a run show alike, found once for all of them.
  struct Shared: Sendable {
    /// The scores of the whole cohort, by measure.
    let cohort: [String: Estimate]
    /// Overall readiness of the groups inside organisations, by organisation.
    let groups: [String: [ScoreRow]]

    init(_ assessment: Assessment) {
      cohort = PageFrame.cohortScores(assessment).mapValues(\.estimate)
      groups = ViewsSection.groups(of: assessment.scores)
    }
  }

  /// Makes the page of one profile of a run; `charts` says how its charts are drawn, `ideas` what it may suggest.
  public init(
    _ profile: ReadinessProfile, slug: String, of assessment: Assessment, software: String,
    charts: ChartSettings = ChartSettings(), ideas: ActionIdeas = .none
  ) {
    self.init(
      profile, slug: slug, of: assessment, software: software, charts: charts, ideas: ideas,
      shared: Shared(assessment))
  }

  /// Makes the page of one of many profiles.
  init(
    _ profile: ReadinessProfile, slug: String, of assessment: Assessment, software: String,
    charts: ChartSettings, ideas: ActionIdeas, shared: Shared
  ) {
    self.shared = shared
    self.profile = profile
    self.slug = slug
    self.assessment = assessment
    self.software = software
    self.charts = ReportCharts(assessment, settings: charts)
    self.ideas = ideas
  }

  /// What it says.
  public var report: Report {
    let labels = Labels(assessment)
    let page = PageFrame(assessment: assessment, labels: labels)
    let (first, found) = found(page, labels)
    let rest =
      found
      + MethodsSection(
        assessment: assessment, labels: labels, software: software, organization: profile.organization
      ).sections
      + [ParticipationSection(rows: profile.participation, labels: labels).section]
      + [page.glossary(comparesGroups: false), page.closing].compactMap(\.self)
    return Report(
      name: "profile-\(slug)", title: "Readiness profile",
      subtitles: [.verbatim(profile.organization), page.surveyLine],
      stamps: page.stamps, sections: first + (rest.count > 6 ? [PageFrame.contents(rest)] : []) + rest)
  }

  /// What was found, in the order in which it is read: the score and what to do first; then what stands out, the scores, the money.
  private func found(_ page: PageFrame, _ labels: Labels) -> (first: [Section], rest: [Section]) {
    guard page.asksBarriers else {
      let cohort = CohortHeadline(assessment: assessment, labels: labels).section
      let short = Section(isOneOfMany ? "In short, all organisations together" : "In short", cohort.blocks)
      return ([short], isOneOfMany ? budgetAlone(labels) : [])
    }
    let advice = ActionSection(scores: profile.measures, ideas: ideas, labels: labels).section
    let headline = headline(labels, namesBarriers: advice == nil)
    let short = Section("In short", Array(headline.prefix(2)))
    guard profile.readiness.status != .suppressed else { return ([short, instead()], budget(labels)) }
    let beside = isOneOfMany ? shared.cohort : nil
    let sections: [Section?] = [
      headline.count > 2 ? Section("What stands out", Array(headline.dropFirst(2))) : nil,
      BarrierSection(scores: profile.measures, beside: beside, labels: labels, measures: assessment.measures).section
        .with(charts.barriers(profile.measures, own: .verbatim(profile.organization), peers: beside)),
      facets(labels).with(charts.star(profile.measures, overall: profile.readiness))
        .with(charts.heatMaps(profile.measures)),
      ViewsSection(
        groups: shared.groups[profile.organization] ?? [], gaps: [profile.gap] + profile.growthGaps,
        labels: labels
      ).section,
    ]
    return ([short, advice].compactMap(\.self), sections.compactMap(\.self) + budget(labels))
  }

  /// On a page about the budget alone the organisation's own choices, where they may be shown.
  private func budgetAlone(_ labels: Labels) -> [Section] {
    let own = ownMoney(labels)
    return own.isEmpty ? [] : [Section("How the money would be spent here", own.map(Block.paragraph))]
  }

  /// - Parameter namesBarriers: whether the strongest barriers are named here, because nothing above names them.
  private func headline(_ labels: Labels, namesBarriers: Bool) -> [Block] {
    if profile.readiness.status == .viewsSplit {
      return [
        .headline(
          "The people of \(verbatim: profile.organization) are too far apart for one score to be their view."),
        .paragraph(ViewsWords.spread(profile, "overall", labels)),
        .points(points(labels, namesBarriers: namesBarriers)),
      ]
    }
    guard let value = profile.readiness.value else {
      let mark = Labels.mark(profile.readiness.status)
      let reason = profile.notRankedBecause.map(Words.sentence) ?? ""
      return [
        .headline(.spaced(["No readiness score can be shown for this organisation: \(mark).", reason])),
        .paragraph(Mark.meaning(of: mark)),
      ]
    }
    let (score, name) = (Words.decimal(value), Phrase.verbatim(profile.organization))
    return [
      .headline(Self.headline(score, name, profile.readiness)),
      .paragraph("0 means that the barriers stop co-production. 100 means that none of them gets in the way."),
      .points(points(labels, namesBarriers: namesBarriers)),
    ]
  }

  /// The score with its range; a range that leaves nearly everything open is told below instead.
  private static func headline(_ score: Phrase, _ name: Phrase, _ readiness: Estimate) -> Phrase {
    let people = readiness.n.map(Words.people)
    guard let range = readiness.interval, ScoreHeadline.tells(range) else {
      return people.map { "\(score) out of 100 is the readiness score of \(name), from \($0)." }
        ?? "\(score) out of 100 is the readiness score of \(name)."
    }
    let (lower, upper) = (Words.decimal(range.lower), Words.decimal(range.upper))
    return people.map {
      "\(score) out of 100 (likely between \(lower) and \(upper)) is the readiness score of \(name), from \($0)."
    } ?? "\(score) out of 100 (likely between \(lower) and \(upper)) is the readiness score of \(name)."
  }

  private func points(_ labels: Labels, namesBarriers: Bool) -> [Phrase] {
    var points: [Phrase] = []
    if let range = profile.readiness.interval {
      points.append(ScoreHeadline.meaning(of: range, labels))
    }
    points += place
    if let value = profile.readinessTypesEqual.value {
      let score = Words.decimal(value)
      points.append(
        profile.rankTypesEqual.map {
          """
          All voices count: when every group of respondents counts the same, the score is \(score); the rank is then \
          \(Words.ordinal($0)).
          """
        } ?? "All voices count: when every group of respondents counts the same, the score is \(score).")
    }
    if let value = profile.readinessBudgetWeighted.value {
      points.append(
        """
        When the barriers are weighted by how people would spend the budget, the score is \(Words.decimal(value)). \
        This does not set the rank.
        """)
    }
    if namesBarriers, !profile.worstBarriers.isEmpty {
      let worst = profile.worstBarriers.map { id -> Phrase in
        "\(labels.measure(id)) (\(Labels.value(profile.measures[id] ?? .withheld(.notAsked))))"
      }
      points.append("The strongest barriers, lowest score first: \(Words.list(worst)).")
    }
    points += ViewsWords.split(profile, measures: assessment.measures, labels)
    points += FacetSection.sentences(co: profile.weakestCo, step: profile.earliestWeakStep, labels: labels)
    if profile.gap.difference.value != nil {
      points += [GapSentence(gap: profile.gap, labels: labels).text].compactMap(\.self)
    }
    return points + profile.flags.map(Words.sentence)
  }

  private var place: [Phrase] {
    let ranked = assessment.profiles.filter { $0.rank != nil }
    guard let rank = RankingSection.rank(profile, among: ranked) else {
      guard assessment.profiles.count > 1 else { return ["One organisation alone has no rank."] }
      return profile.notRankedBecause.map { ["Not ranked: \($0)"] } ?? []
    }
    let place: Phrase = "\(Words.sentence(rank)) of \(Words.organizations(ranked.count))"
    let (set, band) = (profile.rankSet.map(Words.ordinals), profile.band.map(Words.ordinals))
    if profile.rankSet?.count == 1, profile.band?.count ?? 1 == 1 {
      return ["\(place); its true rank is likely the same."]
    }
    let told: Phrase =
      switch (set, band) {
      case (let set?, let band?) where set == band:
        "\(place); its true rank could be anything from \(set), which is its band too."
      case (let set?, let band?):
        "\(place); its true rank could be anything from \(set). To compare it with others use the band: \(band)."
      case (let set?, nil): "\(place); its true rank could be anything from \(set)."
      case (nil, let band?): "\(place). To compare it with others use the band: \(band)."
      case (nil, nil): Words.stop(place)
      }
    return [told]
  }

  private func facets(_ labels: Labels) -> Section {
    FacetSection(
      scores: profile.measures, measures: assessment.measures, labels: labels,
      coSentence: FacetSection.sentence(profile.weakestCo, kind: "Co", labels: labels),
      stepSentence: FacetSection.sentence(profile.earliestWeakStep, kind: "Step", labels: labels)
    ).section
  }

  private func budget(_ labels: Labels) -> [Section] {
    let own = ownMoney(labels)
    guard let finding = assessment.budgetFindings.first else {
      return own.isEmpty ? [] : [Section("How the money would be spent", own.map(Block.paragraph))]
    }
    let told: Phrase =
      isOneOfMany ? .spaced(["This is about all organisations together.", finding]) : finding
    return [Section("How the money would be spent", (own + [told]).map(Block.paragraph))]
  }

  /// The choices that get most here, as organisation-allocations.csv has them.
  private func ownMoney(_ labels: Labels) -> [Phrase] {
    guard isOneOfMany else { return [] }
    let shown = assessment.organizationAllocations.compactMap { row -> (factor: String, mean: Double)? in
      guard row.organization == profile.organization, let mean = row.mean, mean > 0 else { return nil }
      return (row.factor, mean)
    }
    let order = shown.enumerated().sorted { left, right in
      left.element.mean == right.element.mean
        ? left.offset < right.offset : left.element.mean > right.element.mean
    }.map(\.element)
    guard order.count >= 3 else { return [] }
    let most = order.prefix(3).map { "“\(labels.factor($0.factor))” (\(Words.decimal($0.mean)))" as Phrase }
    let count = assessment.organizationAllocations.lazy.filter { $0.organization == profile.organization }
      .compactMap(\.respondents).first
    let (name, list) = (Phrase.verbatim(profile.organization), Words.list(Array(most)))
    return [
      count.map { "What gets most of 100 points in \(name): \(list), by the mean of \(Words.people($0))." }
        ?? "What gets most of 100 points in \(name): \(list), by the mean."
    ]
  }

  /// Whether there are organisations to stand beside.
  private var isOneOfMany: Bool { assessment.profiles.count > 1 }

  /// What to do where nothing can be shown: more answers, the report of all, and talking.
  private func instead() -> Section {
    let isShown = shared.cohort["overall"]?.value != nil && isOneOfMany
    let ask: Phrase = """
      Ask more people to answer. A score is shown from \(Words.small(assessment.plan.disclosureMinimum)) people on, where \
      no smaller group can be worked out from it.
      """
    let others: Phrase =
      "Read the report on all organisations together: what gets in the way there may get in the way here too."
    let talk: Phrase =
      "Talk it over: take the barriers one by one, and ask each other what would ease each. That needs no score."
    return Section("What you can do now", [.points(isShown ? [ask, others, talk] : [ask, talk])])
  }
}
