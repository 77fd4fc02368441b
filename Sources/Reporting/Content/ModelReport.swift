public import Readiness

/// The page of a model alone: `report.txt` of `readiness model`.
public struct ModelReport: Sendable {
  let study: ModelStudy
  let software: String
  let words: ModelWords

  /// Makes the page; `software` is the name and version that the methods name.
  public init(_ study: ModelStudy, software: String) {
    self.study = study
    self.software = software
    words = ModelWords(study)
  }

  /// What it says.
  public var report: Report {
    Report(
      name: "report", title: "What goes with the answers",
      subtitles: [words.subject, PageFrame.surveyLine(study.instrument)],
      stamps: PageFrame.stamps(plan: study.plan, intake: study.intake),
      sections: [
        short, people, coefficients, proportionality, organizations, population, cautions, methods,
        study.instrument.credits.isEmpty
          ? nil : Section("Credits", [.points(study.instrument.creditLines.map(Phrase.label))]),
      ].compactMap(\.self))
  }

  /// The rows that the sentences are about: of two models of a score, the one with errors by cluster.
  private var main: [ModelRow] {
    study.rows.filter { $0.kind == .coefficient && $0.model != .randomIntercept }
  }

  private var short: Section {
    guard study.refusal.isEmpty else {
      return Section("In short", [.headline("No model can be shown."), .paragraph(study.refusal)])
    }
    let rows = main
    let clear = rows.count { words.isClear($0) }
    let headline: Phrase =
      rows.allSatisfy { $0.estimate == nil }
      ? "No difference could be estimated; the reasons stand below."
      : clear == 0
        ? "No clear difference between the groups is found."
        : .plural(
          clear, one: "\(clear) of \(rows.count) differences between groups is clear.",
          other: "\(clear) of \(rows.count) differences between groups are clear.")
    let alike: Block? =
      study.terms.count > 1
      ? .paragraph("Each difference is one between people who are alike in the other columns.") : nil
    return Section("In short", [.headline(headline), .points(rows.map(words.sentence))] + [alike].compactMap(\.self))
  }

  private var people: Section {
    var points: [Phrase] = []
    points.append(
      study.people.map { "\(Words.people($0)) are in the model." }
        ?? "How many people are in the model is not told, because it would tell of the few who gave no answer.")
    switch study.withoutOutcome {
    case 0: points.append("Nobody was left out for want of an answer.")
    case let count?:
      let known = [
        (MissingReason.doNotKnow, "don’t know" as Phrase), (.notForMe, "not for me"), (.skipped, "left empty"),
        (.notAsked, "not asked"),
      ].compactMap { reason, name -> Phrase? in
        guard let reasons = study.reasons, let count = reasons[reason], count > 0 else { return nil }
        return "\(name) \(count)"
      }
      points.append(
        known.isEmpty
          ? "Left out: \(Words.people(count)) without \(words.outcomeKind)."
          : "Left out: \(Words.people(count)) without \(words.outcomeKind) (\(Words.list(known))).")
    case nil: points.append("Fewer people than may be counted gave no answer, and were left out.")
    }
    if let count = study.withoutCluster, count > 0 {
      points.append("Left out: \(Words.people(count)) whose \(words.cluster) is not known.")
    }
    for term in study.terms {
      points.append(
        "\(Words.sentence(words.column(term.name))): everybody else is compared with “\(words.group(term.reference, term.name))”."
      )
      if term.levels.contains(ModelTerm.pooled) {
        points.append(
          """
          Groups of \(words.column(term.name)) that are too small, alone or where columns meet, or whose cell is empty, are one group here: \
          \(Words.list(term.hidden.map { words.group($0, term.name) })).
          """)
      }
    }
    return Section("Who is in it", [.points(points)])
  }

  private var coefficients: Section? {
    let rows = main
    guard !rows.isEmpty else { return nil }
    let isOdds = words.isOdds
    return Section(
      "The groups one by one",
      [
        .table(
          TextTable(
            caption: words.caption,
            columns: [
              .words("Group"), .words("Compared with"), .numbers("People"), .numbers(isOdds ? "Odds ratio" : "Points"),
              .numbers(words.labels.range), .numbers("p"),
            ],
            rows: rows.map { row in
              let term = row.term ?? ""
              let interval = isOdds ? row.oddsRatioInterval : row.interval
              let value = isOdds ? row.oddsRatio : row.estimate
              return [
                words.group(row.level ?? "", term), words.group(row.reference ?? "", term),
                row.nLevel.map(Words.count) ?? Mark.suppressed.phrase,
                value.map { words.number($0) } ?? Labels.mark(row.status),
                interval.map { "\(words.number($0.lower)) to \(words.number($0.upper))" } ?? Mark.notAvailable.phrase,
                row.p.map(Words.probability) ?? Mark.notAvailable.phrase,
              ]
            })),
        .points(tests + notes(rows)),
      ])
  }

  /// What rows have to say, each once, with the groups that it is said of where it is not said of all.
  private func notes(_ rows: [ModelRow]) -> [Phrase] {
    var seen: Set<Phrase> = [.empty]
    return rows.map(\.note).filter { seen.insert($0).inserted }.map { note in
      let own = rows.filter { $0.note == note }
      let names = own.compactMap { row in row.level.map { "“\(words.group($0, row.term ?? ""))”" as Phrase } }
      return own.count == rows.count || names.count < own.count ? note : "\(Words.list(names)): \(note)"
    }
  }

  /// Whole terms, a sentence each.
  private var tests: [Phrase] {
    let rows = study.rows.filter { $0.kind == .test && $0.item != "proportional_odds" }
    return rows.compactMap { row in
      guard let p = row.p, let term = row.term else { return nil }
      return "\(Words.sentence(words.column(term))) as a whole, by \(ModelWords.test(row)): p \(Words.probability(p))."
    } + notes(rows.filter { $0.p == nil })
  }

  private var proportionality: Section? {
    let tests = study.rows.filter { $0.item == "proportional_odds" }
    guard !tests.isEmpty else { return nil }
    let sentences = tests.map { row -> Phrase in
      let term = words.column(row.term ?? "")
      guard let p = row.p else { return "\(Words.sentence(term)): it could not be tested. \(row.note)" }
      return p < 1 - study.plan.level
        ? """
        \(Words.sentence(term)): one odds ratio does not tell the whole story (p \(Words.probability(p))); the groups differ \
        more between some answers than between others. models.csv has each cut by itself where it may be shown.
        """
        : "\(Words.sentence(term)): nothing speaks against one odds ratio for all answers (p \(Words.probability(p)))."
    }
    return Section(
      "Is one odds ratio enough?",
      [
        .points(sentences),
        .paragraph(
          "The model takes a group to differ in the same way wherever the answers are cut in two. With very many people any model is rejected: then look at how far the cuts differ."
        ),
      ])
  }

  private var organizations: Section? {
    let rows = study.rows.filter { $0.model == .randomIntercept }
    let variances = rows.filter { $0.kind == .variance }
    guard let share = variances.first(where: { $0.item == "intraclass_correlation" })?.estimate else { return nil }
    let boundary = variances.first { $0.item == "between_clusters" }?.note ?? .empty
    let sentence: Phrase =
      boundary.isEmpty
      ? "\(Words.percent(share)) of the variance that the terms leave lies between \(words.clusters)." : boundary
    return Section(
      "Do colleagues answer alike?",
      [
        .paragraph(sentence),
        .table(
          TextTable(
            caption: "The same differences, with a chance part of its own for each \(words.cluster) (REML).",
            columns: [.words("Group"), .numbers("Points"), .numbers(words.labels.range), .numbers("p")],
            rows: rows.filter { $0.kind == .coefficient }.map { row in
              [
                words.group(row.level ?? "", row.term ?? ""),
                row.estimate.map { words.number($0) } ?? Labels.mark(row.status),
                row.interval.map { "\(words.number($0.lower)) to \(words.number($0.upper))" }
                  ?? Mark.notAvailable.phrase,
                row.p.map(Words.probability) ?? Mark.notAvailable.phrase,
              ]
            })),
      ])
  }

  private var population: Section? {
    let means = study.rows.filter { $0.kind == .mean }
    guard !means.isEmpty else { return nil }
    let effective = study.rows.first { $0.item == "effective_people" }?.estimate
    var points: [Phrase] = []
    if let effective, let people = study.people {
      points.append(
        "Unequal weights make \(Words.people(people)) know as much as \(Words.people(Int(effective.rounded()))) with equal ones (Kish)."
      )
    }
    if !study.lonelyStrata.isEmpty {
      points.append(
        "One cluster alone was drawn from \(Words.list(verbatim: study.lonelyStrata)): its distance from the mean of all stands in for an error that is not known."
      )
    }
    return Section(
      "In the population",
      [
        .table(
          TextTable(
            caption: words.isOdds ? "Weighted means of the codes." : "Weighted means of the scores, 0 to 100.",
            columns: [.words("Group"), .numbers("Mean"), .numbers(words.labels.range), .numbers("Design effect")],
            rows: means.map { row in
              [
                row.term.map { words.group(row.level ?? "", $0) } ?? "Everybody",
                row.estimate.map(Words.decimal) ?? Labels.mark(row.status),
                row.interval.map(Labels.interval) ?? Mark.notAvailable.phrase,
                row.designEffect.map(NumberWords.twoDecimals) ?? Mark.notAvailable.phrase,
              ]
            })),
        .points(points + notes(means)),
      ])
  }

  private var cautions: Section {
    var points: [Phrase] = []
    if let clusters = study.clusters, clusters < ModelWords.manyClusters {
      points.append(words.fewClusters(clusters))
    }
    if study.clusters == nil, !study.isDesigned {
      points.append(
        "People are taken as unrelated here. People of one organisation mostly answer alike, which makes ranges too narrow: use --cluster organisation."
      )
    }
    points.append(
      "A difference that goes with a group is not caused by it. Every p stands for its row alone: of twenty rows without any difference one comes out below 0.05."
    )
    if !study.isDesigned {
      points.append("People chose to answer. The model speaks of those who did, and not of those who did not.")
    }
    return Section("Please take care", [.points(points)])
  }

  private var methods: Section {
    Section(
      "How this was made",
      [
        .points(
          words.methods + [
            """
            Seed \(verbatim: "\(study.plan.seed)"). Made with \(verbatim: software). models.csv has every number, and codebook.csv says \
            what each is.
            """
          ] + study.disclosureNotes)
      ])
  }
}
