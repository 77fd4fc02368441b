public import Readiness

/// The page of `readiness reliability`: do the parts of a score say the same, and does the key hold?
public struct ReliabilityReport: Sendable {
  let study: ReliabilityStudy
  let software: String
  private let labels: Labels

  /// Makes the page; `software` is the name and version that the methods name.
  public init(_ study: ReliabilityStudy, software: String) {
    self.study = study
    self.software = software
    labels = Labels(study.instrument, level: study.plan.level, measures: study.measures)
  }

  /// What it says.
  public var report: Report {
    let instrument = study.instrument
    return Report(
      name: "report", title: "Can these scores be trusted?", subtitles: [PageFrame.surveyLine(instrument)],
      stamps: PageFrame.stamps(plan: study.plan, intake: study.intake),
      sections: [
        KeySection(study: study, labels: labels).section, reliability, items,
        AgreementSection(study: study, labels: labels).section,
        ParticipationSection(
          rows: study.participation.filter { $0.organization == nil }, labels: labels
        ).section,
        methods,
        instrument.credits.isEmpty ? nil : Section("Credits", [.points(instrument.creditLines.map(Phrase.label))]),
      ].compactMap(\.self))
  }

  private var reliability: Section {
    let notes = study.reliability.filter { $0.note != .empty && $0.status != .ok || $0.alpha?.isNegative == true }
    return Section(
      "Do the parts of a score say the same?",
      [
        .paragraph(ReliabilityWords.summary(study.reliability)),
        .table(
          TextTable(
            caption: "Cronbach’s alpha of every score, with Feldt’s interval, and omega.",
            columns: [
              .words("Score"), .numbers("Parts"), .numbers("People"), .numbers("Alpha"), .numbers(labels.range),
              .numbers("Omega"), .numbers("At the lowest end"), .numbers("At the highest end"),
            ], rows: study.reliability.filter { $0.status != .notAsked }.map(cells))),
      ]
        + (notes.isEmpty
          ? [] : [.points(notes.map { "\(labels.measure($0.measure)): \($0.note)" })]))
  }

  private func cells(_ row: ReliabilityRow) -> [Phrase] {
    let mark = Labels.mark(row.status)
    func end(_ share: Double?) -> Phrase {
      row.status == .ok ? share.map(Words.percent) ?? Mark.suppressed.phrase : mark
    }
    let hidden = row.status == .ok ? Mark.suppressed.phrase : mark
    return [
      labels.measure(row.measure), Words.count(row.count), row.people.map(Words.count) ?? hidden,
      row.alpha.map { ReliabilityWords.figure($0.value) } ?? mark,
      row.alpha.flatMap { row.showsIntervals ? ReliabilityWords.range($0.feldt) : nil } ?? hidden,
      row.omega.map { ReliabilityWords.figure($0.value) } ?? Labels.mark(row.omegaStatus), end(row.floor),
      end(row.ceiling),
    ]
  }

  /// Items that work against their own scale, or hardly with it.
  private var items: Section? {
    let dimensions = Set(study.instrument.dimensions.map(\.id))
    let weak = study.items.filter { dimensions.contains($0.measure) && ($0.restCorrelation ?? 1) < 0.2 }
    guard study.items.contains(where: { dimensions.contains($0.measure) && $0.restCorrelation != nil }) else {
      return nil
    }
    guard !weak.isEmpty else {
      return Section(
        "Items to look at",
        [.paragraph("Every item correlates with the rest of its barrier at \(ReliabilityWords.figure(0.2)) or more.")])
    }
    return Section(
      "Items to look at",
      [
        .paragraph(
          """
          These items hardly go with the rest of their barrier (a correlation below \(ReliabilityWords.figure(0.2))), or \
          go against it. Read what they ask before the next survey.
          """),
        .table(
          TextTable(
            caption: "Items with a low correlation with the rest of their barrier.",
            columns: [.words("Item"), .words("Barrier"), .numbers("With the rest"), .numbers("Alpha without it")],
            rows: weak.map { row in
              [
                text(of: row.part), labels.measure(row.measure), row.restCorrelation.map(ReliabilityWords.figure) ?? "",
                row.alphaWithout.map(ReliabilityWords.figure) ?? Mark.notAvailable.phrase,
              ]
            })),
      ])
  }

  private func text(of code: String) -> Phrase {
    study.instrument.items.first { $0.code == code }.map { "\(.label($0.text)) (\(verbatim: code))" }
      ?? .verbatim(code)
  }

  private var methods: Section {
    let incomplete: Phrase = """
      Alpha, omega and what an item does in its scale rest on people who answered every part of a score; nobody's \
      missing answer is filled in. Reversed items are turned round first. Sampling weights are not used.
      """
    return Section(
      "How this was made",
      [
        .points(
          [
            incomplete,
            """
            Alpha needs \(10) people, omega and the fit of items \(50), a look at structure five people for each item. \
            Below that the figure is withheld. Intervals take people as unrelated; where people of one organisation \
            answer alike they are too narrow.
            """,
            """
            Omega is of a one-factor model by maximum likelihood. Factors are counted by parallel analysis: \(100) times \
            every item's answers were put in a random order, and a factor counts while it is larger than 95% of those.
            """,
            """
            Agreement is of organisations that may be shown, each item over those who answered it. rwg, r*wg, awg and \
            average deviations are in agreement.csv, against people who answer evenly and people who lean to one end.
            """,
            """
            Seed \(verbatim: "\(study.plan.seed)"). Made with \(verbatim: software). The same answers, plan and seed give \
            the same files.
            """,
          ] + study.disclosureNotes)
      ])
  }
}
