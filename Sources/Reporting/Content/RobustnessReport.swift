public import Readiness

/// The page of a robustness study: `report.txt` of `readiness robustness`.
public struct RobustnessReport: Sendable {
  let study: RobustnessStudy
  let software: String

  /// Makes the page; `software` is the name and version that the methods name.
  public init(_ study: RobustnessStudy, software: String) {
    self.study = study
    self.software = software
  }

  /// What it says.
  public var report: Report {
    let instrument = study.instrument
    return Report(
      name: "report", title: "Would the ranking hold?",
      subtitles: [PageFrame.surveyLine(instrument)],
      stamps: PageFrame.stamps(plan: study.plan, intake: study.intake),
      sections: [
        ranks, causes, inputs, tried, methods,
        instrument.credits.isEmpty ? nil : Section("Credits", [.points(instrument.creditLines.map(Phrase.label))]),
      ].compactMap(\.self))
  }

  private var ranks: Section {
    let runs = 2 * study.choices.base
    return Section(
      "How far ranks move",
      [
        .headline(headline),
        .table(
          TextTable(
            caption:
              "Ranks of \(Words.organizations(study.rows.count)) over \(Words.count(runs)) other ways to make the ranking.",
            columns: [
              .words("Rank"), .words("Organisation"), .words("Half of the runs"), .words("Nine in ten runs"),
              .numbers("Same rank"), .numbers("First"),
            ],
            rows: study.rows.map { row in
              [
                Words.ordinal(row.rank), .verbatim(row.organization), Self.range(row.spread[1], row.spread[3]),
                Self.range(row.spread[0], row.spread[4]), Words.percent(row.shareSame), Words.percent(row.shareFirst),
              ]
            }, naming: 1)),
        .points([
          """
          “Half of the runs” and “Nine in ten runs”: the ranks in the middle of all runs. This is a spread under \
          redrawing and choice, not a confidence set.
          """,
          "“Same rank” and “First”: the share of runs that give the rank of the first column, or the first place.",
        ]),
      ])
  }

  private var causes: Section {
    Section(
      "What each rank owes to what",
      [
        Block.points(study.rows.map { Self.statement($0, level: study.plan.level) }),
        .paragraph(
          """
          “Could be” is the \(Words.level(study.plan.level))% confidence set of the rank, which comes from who \
          answered and from no choice of method; “readiness rank” says how. The three shares are of the variance of \
          the rank over all runs: who answered; what the barriers weigh; and how scores are put together, which is \
          scale, aggregation, a barrier left out and the rule for missing answers. What causes do only together is \
          split evenly between them, so the shares add up to 100%.
          """
        ),
        precision.map { .paragraph($0) },
      ].compactMap(\.self))
  }

  /// How well the runs know the shares.
  private var precision: Phrase? {
    let widths = study.rows.flatMap { $0.causes?.intervals ?? [] }.map { 50 * ($0.upper - $0.lower) }.sorted()
    guard let widest = widths.last else { return nil }
    return """
      Other runs of the same number would move half of these shares by up to \(Words.decimal(widths[widths.count / 2])) \
      points and the least certain by up to \(Words.decimal(widest)), \(Words.level(study.plan.level)) times in 100; \
      robustness.csv has each. More points (--base) bring that down.
      """
  }

  /// One organisation's rank, how far it can be trusted, and why no further.
  static func statement(_ row: RobustnessRow, level: Double) -> Phrase {
    var sentences = [Words.ordinal(row.rank)]
    if let published = row.published, published.rank == row.rank {
      sentences = ["\(Words.ordinal(row.rank)), and could be \(Words.ordinals(published.rankSet))"]
    }
    if let causes = row.causes {
      let shares = percents([causes.sampling, causes.weights, causes.method])
      sentences.append("of what moves it, \(shares[0]) is who answered, \(shares[1]) weights and \(shares[2]) method")
    } else {
      sentences.append("nothing that was tried moves it")
    }
    if let published = row.published, let tie = published.nearestTie {
      sentences.append("to be told apart from \(verbatim: tie.organization), \(RankReport.further(published))")
    }
    return "\(verbatim: row.organization): \(sentences.joined(separator: "; "))."
  }

  /// Whole percents that add up to 100: those with the largest remainders are rounded up.
  static func percents(_ shares: [Double]) -> [Phrase] {
    var whole = shares.map { Int((100 * $0).rounded(.down)) }
    let missing = 100 - whole.reduce(0, +)
    let order = shares.indices.sorted {
      (100 * shares[$1] - Double(whole[$1]), $0) < (100 * shares[$0] - Double(whole[$0]), $1)
    }
    for place in order.prefix(max(0, missing)) { whole[place] += 1 }
    return whole.map { "\($0)%" as Phrase }
  }

  /// `3rd to 5th`, ranks between two runs rounded outwards.
  static func range(_ low: Double, _ high: Double) -> Phrase {
    Words.ordinals(Int(low.rounded(.down))...Int(high.rounded(.up)))
  }

  private static func share(_ share: Double?) -> Phrase {
    share.map(Words.percent) ?? Mark.notAvailable.phrase
  }

  private var headline: Phrase {
    let shift = study.rows.reduce(0) { $0 + $1.meanShift } / Double(max(1, study.rows.count))
    return "On average an organisation moves by \(Words.decimal(shift)) of \(Words.count(study.rows.count)) places."
  }

  private var inputs: Section? {
    let all = study.sensitivity.filter { $0.organization == nil }
    guard all.contains(where: { $0.total != nil }) else {
      return Section("What moves the ranking", [.paragraph("Nothing that was tried moves any rank.")])
    }
    // Tables of every organisation would be a book: sensitivity.csv has them.
    let explained = study.choices.explained.map { name in
      (name, study.sensitivity.filter { $0.organization == name })
    }
    return Section(
      "What moves the ranking",
      [table("All ranks together, what moves them most first.", all)]
        + explained.map { table("The rank of \(verbatim: $0).", $1) }
        + [
          .points([
            """
            “Alone”: the share of the variance that goes away when this one is fixed. “In all”: with what it does \
            together with others; these may add up to more than 100%.
            """,
            "“Half”: the same from half of the runs. Where it differs much, ask for more points (--base).",
          ])
        ])
  }

  private func table(_ caption: Phrase, _ rows: [SensitivityRow]) -> Block {
    .table(
      TextTable(
        caption: caption,
        columns: [.words("What"), .numbers("Choices"), .numbers("Alone"), .numbers("In all"), .numbers("Half")],
        rows: rows.sorted { ($0.total ?? 0) > ($1.total ?? 0) }.map { row in
          [
            Self.words(row.input), Words.count(row.alternatives), Self.share(row.first), Self.share(row.total),
            Self.share(row.totalOfHalf),
          ]
        }))
  }

  static func words(_ input: String) -> Phrase {
    switch input {
    case "respondents": "Who answered"
    case "weights": "Weights of the barriers"
    case "normalisation": "Bringing barriers to one scale"
    case "aggregation": "Putting barriers together"
    case "dimension_left_out": "Leaving a barrier out"
    default: "How much must be answered"
    }
  }

  private var tried: Section {
    Section(
      "What was tried",
      [
        .points(
          study.tried.map { input, names -> Phrase in
            // Barriers by their number: their names are a page of their own.
            let isLeftOut = input == "dimension_left_out" && names.count > 1
            let list: Phrase =
              isLeftOut ? "none, and each of \(names.count - 1) barriers" : Words.list(names)
            return "\(Self.words(input)): \(list)."
          } + study.notTried.map { "Not tried, and not asked for: \($0)." })
      ])
  }

  private var methods: Section {
    var points: [Phrase] = [
      """
      Every run draws one alternative of each. The weights are one vector, so they stay together. Shares are Sobol's \
      indices from scrambled points (Saltelli's and Jansen's estimators), \(Words.count(study.choices.base)) points a \
      set.
      """,
      """
      The first alternative of everything is the published ranking. Seed \(verbatim: "\(study.plan.seed)"). Made with \(verbatim: software). \
      The same answers, plan, choices and seed give the same files.
      """,
    ]
    if !study.leftOut.isEmpty {
      points.append(
        "Ranked, but not in this study, for a barrier of theirs is not published: \(Words.list(verbatim: study.leftOut))."
      )
    }
    return Section("How this was made", [.points(points + study.disclosureNotes)])
  }
}
