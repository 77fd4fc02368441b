public import Readiness

/// The page of ranks alone: `report.txt` of `readiness rank`.
public struct RankReport: Sendable {
  let study: RankStudy
  let software: String

  /// Makes the page; `software` is the name and version that the methods name.
  public init(_ study: RankStudy, software: String) {
    self.study = study
    self.software = software
  }

  /// What it says.
  public var report: Report {
    let labels = Labels(study.instrument, level: study.plan.level, measures: study.instrument.measures)
    let instrument = study.instrument
    return Report(
      name: "report", title: "Ranks, and how far to trust them",
      subtitles: [PageFrame.surveyLine(instrument)],
      stamps: PageFrame.stamps(plan: study.plan, intake: study.intake),
      sections: [
        ParticipationSection(
          rows: study.participation.filter { $0.organization == nil }, labels: labels
        ).section,
        ranking(labels), Self.comparing(study.ranks), reasons, gaps(labels), chance, notRanked, methods,
        instrument.credits.isEmpty ? nil : Section("Credits", [.points(instrument.creditLines.map(Phrase.label))]),
      ].compactMap(\.self))
  }

  private func ranking(_ labels: Labels) -> Section {
    guard !study.ranks.isEmpty else {
      return Section(
        "Organisations in order of readiness", [.paragraph("No organisation can be ranked; the reasons stand below.")])
    }
    return Section(
      "Organisations in order of readiness",
      [
        .headline(headline),
        .table(
          TextTable(
            caption: "Overall readiness, 0 to 100. \(Words.organizations(study.ranks.count)).",
            columns: [
              .words("Rank"), .words("Organisation"), .numbers("Scored"), .numbers("Readiness"), .numbers(labels.range),
              .words("Rank could be"), .words("Band"), .numbers("First"), .numbers("Top \(quarter)"),
            ],
            rows: study.ranks.map { row in
              [
                Words.rank(row.rank, isJoint: study.ranks.count { $0.rank == row.rank } > 1),
                .verbatim(row.organization), row.people.map(Words.count) ?? Mark.suppressed.phrase,
                Words.decimal(row.score),
                row.interval.map(Labels.interval) ?? Mark.notAvailable.phrase, Words.ordinals(row.rankSet),
                Words.ordinals(row.band), Words.percent(row.probabilityFirst),
                Words.percent(row.probabilityFirstQuarter),
              ]
            }, naming: 1)),
        .points(
          RankingSection.explanations(level: study.plan.level)
            + ViewsWords.ranked(names: study.ranks.filter(\.hasSplitViews).map(\.organization)) + [
              """
              “First” and “Top \(quarter)”: in how many of 100 redrawn surveys the organisation came first, or in the \
              first quarter, which is \(Words.small(quarter)) here.
              """,
              ViewsWords.rule(study.plan.views),
              "“Scored”: people with an overall score. “readiness run” counts everybody who answered, and so may say more.",
            ]),
      ])
  }

  /// A chart in which any two organisations may be compared by eye; nil where no score varies.
  static func comparing(_ ranks: [RankRow]) -> Section? {
    let rows = ranks.map { row in
      LeagueChart.Row(
        rank: Words.rank(row.rank, isJoint: ranks.count { $0.rank == row.rank } > 1),
        name: .verbatim(row.organization),
        score: .known(row.score, range: row.comparisonInterval.map { $0.lower...$0.upper }),
        band: Words.ordinals(row.band), isOwn: false)
    }
    guard rows.count > 1, rows.contains(where: { $0.score.range != nil }) else { return nil }
    let chart = Chart(
      id: "chart-comparing",
      .league(LeagueChart(title: "Organisations, to compare two of them by eye", rangeName: "range for two", all: rows))
    )
    return Section(
      "Comparing two organisations by eye",
      [
        .paragraph(
          """
          Choose two organisations before you look. Where their ranges below do not overlap, one is ahead of the other: two \
          that are alike would be set apart like this in about 5 of 100 surveys (Goldstein and Healy 1995). For more than \
          one pair use the bands; for one organisation alone use the ranges above.
          """)
      ] + chart.blocks)
  }

  /// Places in the first quarter, rounded up.
  private var quarter: Int { (study.ranks.count + 3) / 4 }

  /// `joint 1st to 4th`, or `3rd`.
  static func place(_ band: ClosedRange<Int>) -> Phrase {
    band.count > 1 ? "joint \(Words.ordinals(band))" : Words.ordinals(band)
  }

  private var headline: Phrase {
    let pairs = study.pairs.count
    let decided = study.pairs.count(where: \.isDecided)
    let told: Phrase = decided == 0 ? "none" : Words.count(decided)
    return .plural(
      pairs, one: "Of \(pairs) pair of organisations, \(told) can be told apart.",
      other: "Of \(pairs) pairs of organisations, \(told) can be told apart.")
  }

  /// Why a rank is not higher, or not surer.
  private var reasons: Section? {
    guard !study.ranks.isEmpty else { return nil }
    return Section(
      "Why not higher, and what would make it surer",
      [
        .points(study.ranks.map(Self.reason)),
        .paragraph(
          """
          “Needed” is how far apart two scores must be to be told apart here; each organisation that is told apart \
          narrows a band by one. Numbers of further people suppose that they answer as those who did, and that \
          nothing changes elsewhere; above \(Words.small(Self.furtherLimit)) times as many as have answered it says \
          more than could be asked. pairwise.csv has every comparison.
          """),
      ])
  }

  /// Further people are named up to so many times those who answered.
  static let furtherLimit = 10

  static func reason(_ row: RankRow) -> Phrase {
    var sentences: [Phrase] = []
    if let held = row.heldBelow {
      sentences.append(
        "clearly below \(Words.small(row.clearlyAbove)), the nearest \(margin(held))")
    } else {
      sentences.append("nobody is clearly above it")
    }
    if let next = row.openAbove.first {
      sentences.append(
        "not told apart from \(Words.small(row.openAbove.count)) with a higher score, the nearest \(margin(next))")
    }
    if let tie = row.nearestTie {
      let named = tie.organization == row.openAbove.first?.organization
      sentences.append(
        "nearest to being told apart from \(named ? .verbatim(tie.organization) : margin(tie)): \(further(row))")
    } else {
      sentences.append("told apart from all others")
    }
    return "\(verbatim: row.organization), \(place(row.band)): \(sentences.joined(separator: "; "))."
  }

  /// `Conwy (2.0 points apart, 6.9 needed)`.
  private static func margin(_ margin: RankRow.Margin) -> Phrase {
    "\(verbatim: margin.organization) (\(Words.decimal(margin.difference)) points apart, \(Words.decimal(margin.needed)) needed)"
  }

  /// What more people would do about the nearest tie.
  static func further(_ row: RankRow) -> Phrase {
    guard let further = row.furtherPeople else { return "more people here alone would not do" }
    guard row.people.map({ further <= furtherLimit * $0 }) ?? true else {
      return "that would take more people than could be asked"
    }
    return .plural(further, one: "1 more person here would do", other: "\(further) more people here would do")
  }

  /// Where the distance from 100 lies: the largest barrier, Co and Step of each organisation.
  private func gaps(_ labels: Labels) -> Section? {
    let rowsOf = Dictionary(grouping: study.gapShares) { $0.organization }
    let shown = study.ranks.filter { rowsOf[$0.organization] != nil }
    guard !shown.isEmpty else { return nil }
    func whole(_ share: Double) -> Phrase { Words.count(Int((100 * share).rounded())) }
    func largest(_ rows: [GapShareRow], _ breakdown: GapShareRow.Breakdown) -> Phrase {
      let own = rows.filter { $0.breakdown == breakdown }
      // Items without a Co or a Step are no answer to the question which of them it is.
      let named = own.filter { $0.part != nil && ($0.points ?? 0) > 0 }
      guard let first = named.max(by: { ($0.points ?? 0, $1.part ?? "") < ($1.points ?? 0, $0.part ?? "") }) else {
        return own.first { $0.status != .ok }.map { Labels.mark($0.status) } ?? Mark.notAvailable.phrase
      }
      let part: Phrase = "\(labels.measure(first.part ?? "")) \(first.share.map(whole) ?? .empty)%"
      return first.largest.map { "\(part) (\(whole($0)))" } ?? part
    }
    return Section(
      "Where the distance to 100 lies",
      [
        .table(
          TextTable(
            caption: "The largest part of each organisation’s distance, broken down in three ways.",
            columns: [
              .words("Organisation"), .numbers("Points to 100"), .words("Barrier"), .words("Co"), .words("Step"),
            ],
            rows: shown.map { row in
              let rows = rowsOf[row.organization] ?? []
              return [.verbatim(row.organization), Words.decimal(100 - row.score)]
                + GapShareRow.Breakdown.allCases.map { largest(rows, $0) }
            })),
        .points([
          "In brackets: in how many of 100 redrawn surveys this part came out largest.",
          """
          Barriers, Co’s and Steps are three ways to break the same distance down; each adds up to the whole. \
          gap-shares.csv has every part.
          """,
          """
          A question that belongs to two Co’s counts half for each; so with Steps. Questions that belong to no Co, or \
          to no Step, are the part called none. A part with more questions holds more of the distance, so compare \
          organisations, not parts.
          """,
        ]),
      ])
  }

  private var chance: Section? {
    guard let shrinkage = study.shrinkage else { return nil }
    guard shrinkage.showsDifference else {
      return Section(
        "How much is chance?",
        [.paragraph("No difference between the organisations could be detected beyond what chance alone would give.")])
    }
    let outside = study.ranks.filter { $0.funnel.map { $0.place != .inside } ?? false }
    let moved = study.ranks.filter { row in row.shrunken.map { $0.rank != row.rank } ?? false }
    var points: [Phrase] = [
      """
      About \(Words.percent(shrinkage.heterogeneity)) of the variance of the organisations’ scores is difference \
      between organisations; the rest is chance, from who answered. That is about organisations’ means. “readiness \
      run” gives the share for single people’s scores, which is another number, and mostly a far smaller one.
      """,
      moved.isEmpty
        ? "Taking out chance, score by score, changes no rank."
        : """
        Taking out chance, score by score, would change the rank of \(Words.organizations(moved.count)). Ranks are \
        by the scores as they are.
        """,
    ]
    if !outside.isEmpty {
      let names = outside.map { "\(verbatim: $0.organization) (\(Self.words($0)))" as Phrase }
      points.append("Further from the others than their number of people explains: \(Words.list(names)).")
    }
    return Section("How much is chance?", [.points(points)])
  }

  private static func words(_ row: RankRow) -> Phrase {
    switch row.funnel?.place {
    case .farBelow: "far below"
    case .below: "below"
    case .above: "above"
    case .farAbove: "far above"
    case .inside, nil: "like the others"
    }
  }

  private var notRanked: Section? {
    guard !study.notRanked.isEmpty else { return nil }
    return Section(
      "Not ranked",
      [
        .table(
          TextTable(
            caption: "Organisations without a rank.", columns: [.words("Organisation"), .words("Why")],
            rows: study.notRanked.map { [.verbatim($0.organization), $0.reason] }))
      ])
  }

  private var methods: Section {
    Section(
      "How this was made",
      [
        .points(
          [
            """
            Ranks are by overall readiness before rounding; organisations with the same score share a rank. A rank \
            needs \(Words.people(study.plan.rankMinimum)) with a score.
            """,
            """
            Bands come from redrawing the people of each organisation \(Words.count(study.plan.draws)) times and \
            comparing pair by pair (Mogstad, Romano, Shaikh and Wilhelm 2024), with Student’s t where people are few. \
            A spread of redrawn ranks alone would claim too much.
            """,
            """
            Seed \(verbatim: "\(study.plan.seed)"). Made with \(verbatim: software). The same answers, plan and seed give the same files, and \
            “readiness run” gives the same ranks.
            """,
          ] + study.disclosureNotes)
      ])
  }
}
