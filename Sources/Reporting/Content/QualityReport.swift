public import Readiness

/// The page of `readiness quality`: who answered, how, and whether the headline rests on careless answers.
public struct QualityReport: Sendable {
  let study: QualityStudy
  let software: String
  private let labels: Labels

  /// Makes the page; `software` is the name and version that the methods name.
  public init(_ study: QualityStudy, software: String) {
    self.study = study
    self.software = software
    labels = Labels(study.instrument, level: study.plan.level, measures: study.measures)
  }

  /// What it says.
  public var report: Report {
    let instrument = study.instrument
    return Report(
      name: "report", title: "How people answered", subtitles: [PageFrame.surveyLine(instrument)],
      stamps: PageFrame.stamps(plan: study.plan, intake: study.intake),
      sections: [
        ParticipationSection(
          rows: study.participation.filter { $0.organization == nil }, labels: labels
        ).section,
        marks, headline, methods,
        instrument.credits.isEmpty ? nil : Section("Credits", [.points(instrument.creditLines.map(Phrase.label))]),
      ].compactMap(\.self))
  }

  private var marks: Section {
    let rows = study.rows.filter { $0.respondentType == nil }
    guard !rows.isEmpty else {
      return Section("Marks of careless answers", [.paragraph("There were too few answers to look at.")])
    }
    return Section(
      "Marks of careless answers",
      [
        .headline(QualityWords.summary(study.rows)),
        .table(
          TextTable(
            caption: "How many people have each mark. quality.csv has them by type of respondent.",
            columns: [.words("Mark"), .numbers("Looked at"), .numbers("People"), .numbers("Share")],
            rows: rows.map { row in
              [
                QualityWords.name(row.subject), Labels.count(row.judged, row.status),
                Labels.count(row.marked, row.status), row.share.map(Words.percent) ?? Labels.mark(.suppressed),
              ]
            })),
        .paragraph(
          """
          A mark is no proof: people who see most things alike have some, and so have people whose view is rare. Nobody is \
          left out of any score for a mark.
          """),
      ])
  }

  private var headline: Section? {
    let rows = study.headline.filter { $0.all.status != .notAsked }
    guard !rows.isEmpty else { return nil }
    return Section(
      "Would the headline be another without them?",
      [
        .table(
          TextTable(
            caption: "Scores of everybody, and without people who have marks of two kinds or more.",
            columns: [
              .words("Score"), .numbers("Everybody"), .numbers(labels.range), .numbers("Without"),
              .numbers("\(labels.range), without"), .numbers("Difference"),
            ],
            rows: rows.map { row in
              [
                labels.measure(row.measure), Labels.value(row.all), Labels.interval(row.all), Labels.value(row.without),
                Labels.interval(row.without),
                row.difference.map(Words.decimal) ?? Labels.mark(row.without.status),
              ]
            }))
      ])
  }

  private var methods: Section {
    Section(
      "How this was made",
      [
        .points(
          [
            """
            Marks: one answer for half of the items or half of the pages; answers that hardly differ; halves of the barriers \
            that contradict each other; answers that go against everybody else's; barrier scores further out than one \
            person of a thousand; more than half “don't know”; under two seconds an item, or under a third of the median \
            time, where times were kept; all points on one choice, or the same on every one.
            """,
            """
            The first two see the same thing and count as one kind. A person with marks of two kinds is looked at twice: the \
            second table shows every score with and without such people.
            """,
            """
            No table is about a person, and none is of one organisation. Counts of few people are hidden, with what would \
            give them away.
            """,
            """
            People chose to answer, and this does not tell how the others would have. A response rate says how many \
            answered, not whether they speak for the rest.
            """,
            "Made with \(verbatim: software). The same answers and plan give the same files.",
          ] + study.disclosureNotes)
      ])
  }
}

/// What reports say of how people answered, in the same words everywhere.
enum QualityWords {
  /// A mark in words.
  static func name(_ subject: QualityRow.Subject) -> Phrase {
    switch subject {
    case .mark(.longRun): "One answer for half of the items or pages"
    case .mark(.littleSpread): "Answers that hardly differ"
    case .mark(.unevenHalves): "Halves of the barriers contradict each other"
    case .mark(.againstOthers): "Answers against everybody else's"
    case .mark(.farOut): "Barrier scores far from everybody's"
    case .mark(.doNotKnow): "More than half “don't know”"
    case .mark(.fast): "Very fast"
    case .mark(.pointsPattern): "All points on one choice, or evenly spread"
    case .kinds(0): "No mark"
    case .kinds(1): "Marks of one kind"
    case .kinds: "Marks of two kinds or more"
    }
  }

  /// How many people have marks of two kinds or more.
  static func summary(_ rows: [QualityRow]) -> Phrase {
    guard let row = rows.first(where: { $0.subject == .kinds(2) && $0.respondentType == nil }) else {
      return "There were too few answers to look at."
    }
    guard let marked = row.marked, let judged = row.judged else {
      return "How many people have marks of careless answers of two kinds or more is hidden: too few people."
    }
    return marked == 0
      ? .plural(
        judged, one: "The one person who could be looked at has no marks of careless answers of two kinds or more.",
        other: "None of \(judged) people has marks of careless answers of two kinds or more.")
      : "\(marked) of \(judged) people have marks of careless answers of two kinds or more."
  }
}
