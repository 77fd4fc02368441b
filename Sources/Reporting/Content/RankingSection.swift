import Readiness

/// The organisations in order of readiness, with how far each place could move.
struct RankingSection {
  let assessment: Assessment
  let labels: Labels

  /// Nil for one organisation alone, which has no rank.
  var section: Section? {
    guard assessment.profiles.count > 1 else { return nil }
    let ranked = assessment.profiles.filter { $0.rank != nil }
    var blocks: [Block] = []
    if ranked.isEmpty {
      blocks.append(.paragraph("No organisation can be ranked; the reasons stand below."))
    } else {
      blocks += [
        .paragraph(
          "Read the rank with its range. With few people in an organisation, its place could easily be another one."),
        .table(table(ranked)), .points(explanations + ViewsWords.ranked(ranked)),
      ]
    }
    return Section("Organisations in order of readiness", blocks + others)
  }

  /// `joint 3rd`, or `3rd`.
  static func rank(_ profile: ReadinessProfile, among all: [ReadinessProfile]) -> Phrase? {
    guard let rank = profile.rank else { return nil }
    return Words.rank(rank, isJoint: all.count { $0.rank == rank } > 1)
  }

  /// The most organisations in the table: those that the chart has, and the last ones.
  private static let (first, last) = (LeagueChart.most, 10)

  private func table(_ ranked: [ReadinessProfile]) -> TextTable {
    let isLong = ranked.count > Self.first + Self.last
    let shown = isLong ? Array(ranked.prefix(Self.first) + ranked.suffix(Self.last)) : ranked
    let left: [Phrase] =
      isLong
      ? ["The \(Self.first) first and the \(Self.last) last of \(ranked.count); profiles.csv has those between."] : []
    return TextTable(
      caption:
        .plural(
          ranked.count, one: "Overall readiness, 0 to 100, every person counting the same. 1 organisation.",
          other: "Overall readiness, 0 to 100, every person counting the same. \(ranked.count) organisations."),
      columns: [
        .words("Rank"), .words("Organisation"), .numbers("People"), .numbers("Readiness"), .numbers(labels.range),
        .words("Rank could be"), .words("Band"),
      ],
      rows: shown.map { profile in
        [
          Self.rank(profile, among: ranked) ?? "", .verbatim(profile.organization),
          Labels.count(profile.respondents, .suppressed), Labels.value(profile.readiness),
          Labels.interval(profile.readiness), profile.rankSet.map(Words.ordinals) ?? Mark.notAvailable.phrase,
          profile.band.map(Words.ordinals) ?? Mark.notAvailable.phrase,
        ]
      }, notes: left, naming: 1)
  }

  private var explanations: [Phrase] { Self.explanations(level: assessment.plan.level) }

  /// What the names of the columns mean, in the same words on every page.
  static func explanations(level: Double) -> [Phrase] {
    let level = Words.level(level)
    return [
      "“Rank could be”: for one organisation taken alone, its true rank lies here with \(level)% confidence.",
      """
      “Band”: all the bands are right at once with \(level)% confidence. Use it to compare organisations. Where two \
      bands overlap, do not say that one is ahead.
      """,
      "Ranks are taken before rounding. Organisations with the same score share a rank.",
    ]
  }

  private var others: [Block] {
    let others = assessment.profiles.filter { $0.rank == nil }
    guard !others.isEmpty else { return [] }
    let rest = others.count - Self.first
    return [
      .table(
        TextTable(
          caption: "Not ranked.", columns: [.words("Organisation"), .numbers("People"), .words("Why")],
          rows: others.prefix(rest > Self.last ? Self.first : others.count).map {
            [.verbatim($0.organization), Labels.count($0.respondents, .suppressed), $0.notRankedBecause ?? "No score."]
          }, notes: rest > Self.last ? ["\(rest) more are in profiles.csv."] : []))
    ]
  }
}
