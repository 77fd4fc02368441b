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
    let sections =
      found(page, labels)
      + MethodsSection(
        assessment: assessment, labels: labels, software: software, organization: profile.organization
      ).sections
      + [ParticipationSection(rows: profile.participation, labels: labels).section]
      + [page.glossary(comparesGroups: false), page.closing].compactMap(\.self)
    return Report(
      name: "profile-\(slug)", title: "Readiness profile",
      subtitles: [.verbatim(profile.organization), page.surveyLine],
      stamps: page.stamps, sections: sections)
  }

  /// What was found, in the order in which it is read: the score, what to do, what stands out, the scores, the money.
  private func found(_ page: PageFrame, _ labels: Labels) -> [Section] {
    guard page.asksBarriers else {
      let cohort = CohortHeadline(assessment: assessment, labels: labels).section
      return [Section("In short, all organisations together", cohort.blocks)]
    }
    let advice = ActionSection(scores: profile.measures, ideas: ideas, labels: labels).section
    let headline = headline(labels, namesBarriers: advice == nil)
    var sections: [Section?] = [Section("In short", Array(headline.prefix(2)))]
    if profile.readiness.status != .suppressed {
      sections += [
        advice, headline.count > 2 ? Section("What stands out", Array(headline.dropFirst(2))) : nil,
        BarrierSection(
          scores: profile.measures, beside: shared.cohort, labels: labels,
          measures: assessment.measures
        ).section.with(
          charts.barriers(
            profile.measures, own: .verbatim(profile.organization), peers: shared.cohort)),
        facets(labels).with(charts.star(profile.measures, overall: profile.readiness))
          .with(charts.heatMaps(profile.measures)),
        ViewsSection(
          groups: shared.groups[profile.organization] ?? [], gaps: [profile.gap] + profile.growthGaps,
          labels: labels
        ).section,
      ]
    }
    return sections.compactMap(\.self) + budget
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
      .headline(
        profile.readiness.n.map {
          "\(score) out of 100 is the readiness score of \(name), from \(Words.people($0))."
        } ?? "\(score) out of 100 is the readiness score of \(name)."),
      .paragraph("0 means that the barriers stop co-production. 100 means that none of them gets in the way."),
      .points(points(labels, namesBarriers: namesBarriers)),
    ]
  }

  private func points(_ labels: Labels, namesBarriers: Bool) -> [Phrase] {
    var points: [Phrase] = []
    if let range = profile.readiness.interval { points.append("\(labels.range): \(Labels.interval(range)).") }
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
    let set =
      profile.rankSet.map { "\(place); its true rank could be anything from \(Words.ordinals($0))." }
      ?? Words.stop(place)
    let band: Phrase = profile.band.map { "To compare it with others use the band: \(Words.ordinals($0))." } ?? ""
    return [.spaced([set, band])]
  }

  private func facets(_ labels: Labels) -> Section {
    FacetSection(
      scores: profile.measures, measures: assessment.measures, labels: labels,
      coSentence: FacetSection.sentence(profile.weakestCo, kind: "Co", labels: labels),
      stepSentence: FacetSection.sentence(profile.earliestWeakStep, kind: "Step", labels: labels)
    ).section
  }

  private var budget: [Section] {
    guard let finding = assessment.budgetFindings.first else { return [] }
    let told: Phrase =
      assessment.profiles.count > 1 ? .spaced(["This is about all organisations together.", finding]) : finding
    return [Section("How the money would be spent", [.paragraph(told)])]
  }
}
