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
    let labels = Labels(study.instrument, level: study.plan.level, measures: [])
    let instrument = study.instrument
    return Report(
      name: "report", title: "Ranks, and how far to trust them",
      subtitles: ["\(instrument.title.english) (\(instrument.id), version \(instrument.version))"],
      stamps: PageFrame.stamps(plan: study.plan, intake: study.intake),
      sections: [
        ParticipationSection(
          rows: study.participation.filter { $0.organization == nil }, labels: labels
        ).section,
        ranking(labels), reasons, chance, notRanked, methods,
        instrument.credits.isEmpty ? nil : Section("Credits", [.points(instrument.credits)]),
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
              .words("Rank"), .words("Organisation"), .numbers("People"), .numbers("Readiness"), .numbers(labels.range),
              .words("Place"), .numbers("First"), .numbers("First quarter"),
            ],
            rows: study.ranks.map { row in
              [
                (study.ranks.count { $0.rank == row.rank } > 1 ? "joint " : "") + Words.ordinal(row.rank),
                row.organization, Words.count(row.people), Words.decimal(row.score),
                row.interval.map(Labels.interval) ?? Mark.notAvailable.rawValue, Self.place(row.band),
                Words.percent(row.probabilityFirst), Words.percent(row.probabilityFirstQuarter),
              ]
            })),
        .points([
          "“Place”: all places are right at once with \(Words.level(study.plan.level))% confidence. Where two overlap, do not "
            + "say that one organisation is ahead.",
          "“First” and “First quarter”: in how many of 100 redrawn surveys the organisation came first, or among the first "
            + "\(Words.small((study.ranks.count + 3) / 4)).",
        ]),
      ])
  }

  /// `joint 1st to 4th`, or `3rd`.
  static func place(_ band: ClosedRange<Int>) -> String {
    (band.count > 1 ? "joint " : "") + Words.ordinals(band)
  }

  private var headline: String {
    let pairs = study.pairs.count
    let decided = study.pairs.count(where: \.isDecided)
    return
      "Of \(Words.count(pairs)) pair\(pairs == 1 ? "" : "s") of organisations, \(decided == 0 ? "none" : Words.count(decided)) "
      + "can be told apart."
  }

  /// Why a rank is not higher, or not surer.
  private var reasons: Section? {
    guard !study.ranks.isEmpty else { return nil }
    return Section(
      "Why not higher, and what would make it surer",
      [
        .points(study.ranks.map(Self.reason)),
        .paragraph(
          "Numbers of further people suppose that they answer as those who did, and that nothing changes elsewhere."),
      ])
  }

  static func reason(_ row: RankRow) -> String {
    var sentences: [String] = []
    if let held = row.heldBelow {
      sentences.append(
        "clearly below \(held.organization), by \(Words.decimal(held.difference)) points where "
          + "\(Words.decimal(held.needed)) were needed")
    } else {
      sentences.append("nobody is clearly above it")
    }
    if let tie = row.nearestTie {
      sentences.append(
        "nearest to being told apart from \(tie.organization): \(Words.decimal(tie.difference)) points, "
          + "\(Words.decimal(tie.needed)) needed; "
          + (row.furtherPeople.map { "\(Words.count($0)) more \($0 == 1 ? "person" : "people") here would do" }
            ?? "more people here alone would not do"))
    } else {
      sentences.append("told apart from all others")
    }
    return "\(row.organization): \(sentences.joined(separator: "; "))."
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
    var points = [
      "About \(Words.percent(shrinkage.heterogeneity)) of the variance of the scores lies between organisations; the rest is "
        + "which people answered.",
      moved.isEmpty
        ? "Taking out chance, score by score, changes no rank."
        : "Taking out chance, score by score, would change the rank of \(Words.organizations(moved.count)). Ranks are by the "
          + "scores as they are.",
    ]
    if !outside.isEmpty {
      points.append(
        "Further from the others than their number of people explains: "
          + Words.list(outside.map { "\($0.organization) (\(Self.words($0)))" }) + ".")
    }
    return Section("How much is chance?", [.points(points)])
  }

  private static func words(_ row: RankRow) -> String {
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
            rows: study.notRanked.map { [$0.organization, $0.reason] }))
      ])
  }

  private var methods: Section {
    Section(
      "How this was made",
      [
        .points(
          [
            "Ranks are by overall readiness before rounding; organisations with the same score share a rank. A rank needs "
              + "\(Words.people(study.plan.rankMinimum)) with a score.",
            "Places come from redrawing the people of each organisation \(Words.count(study.plan.draws)) times and comparing pair "
              + "by pair (Mogstad, Romano, Shaikh and Wilhelm 2024). A spread of redrawn ranks alone would claim too much.",
            "Seed \(study.plan.seed). Made with \(software). The same answers, plan and seed give the same files, and “readiness "
              + "run” gives the same ranks.",
          ] + study.disclosureNotes)
      ])
  }
}
