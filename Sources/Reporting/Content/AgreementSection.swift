import Readiness

/// Do people of one organisation say the same, and do organisations differ?
struct AgreementSection {
  let study: ReliabilityStudy
  let labels: Labels

  var section: Section {
    Section(
      "Do people of one organisation agree?",
      [.paragraph(summary)] + (rows.isEmpty ? [] : [.table(table)]) + [.points(splits + [ViewsWords.rule(rule)])])
  }

  private var rule: ViewsRule { study.plan.views }
  private var rows: [AgreementRow] { study.agreement.filter { $0.organization == nil && $0.status != .notAsked } }
  private var judged: [AgreementRow] { study.agreement.filter { $0.organization != nil && $0.views != nil } }

  private var summary: Phrase {
    AgreementWords.summary(
      study.agreement.first { $0.organization == nil && $0.measure == "overall" }?.between?.correlation)
  }

  /// Where views are split, organisation by organisation.
  private var splits: [Phrase] {
    let split = judged.filter { $0.views?.areSplit == true }
    guard !split.isEmpty else {
      return judged.isEmpty ? [] : ["Views are split in no organisation that may be shown, on no score."]
    }
    let of = Dictionary(grouping: split) { $0.organization ?? "" }
    return of.sorted { $0.key < $1.key }.map { name, rows in
      "Views are split in \(verbatim: name) on: \(Words.list(rows.map { labels.measure($0.measure) }))."
    }
  }

  private var table: TextTable {
    TextTable(
      caption: """
        How much of the difference between people is difference between organisations, and in how many organisations \
        views are split.
        """,
      columns: [
        .words("Score"), .numbers("People"), .numbers("ICC(1)"), .numbers(labels.range), .numbers("ICC(2)"),
        .numbers("Krippendorff"), .numbers("Views split"),
      ],
      rows: rows.map { row in
        let mark = row.status == .ok ? Mark.notAvailable.phrase : Labels.mark(row.status)
        let own = judged.filter { $0.measure == row.measure }
        let found = row.between?.correlation
        return [
          labels.measure(row.measure), row.people.map(Words.count) ?? mark,
          found.map { ReliabilityWords.figure($0.value) } ?? mark,
          found.map { ReliabilityWords.range($0.interval) } ?? mark,
          found?.reliability.map(ReliabilityWords.figure) ?? mark,
          row.between?.krippendorff.map(ReliabilityWords.figure) ?? mark,
          own.isEmpty ? mark : "\(own.count { $0.views?.areSplit == true }) of \(own.count)",
        ]
      },
      notes: [
        "ICC(1): the share of the spread of people's scores that lies between organisations.",
        "ICC(2): how reliably a mean of as many people as here tells organisations apart; 0.70 is customary.",
        "Krippendorff: whether people of one organisation give the same answers beyond chance, for the items of a barrier.",
      ])
  }
}

/// What reports say of agreement, in the same words everywhere.
enum AgreementWords {
  /// How far people of one organisation share a view of the overall score, and whether organisations differ.
  static func summary(_ correlation: IntraclassCorrelation?) -> Phrase {
    guard let found = correlation else {
      return "Too few organisations may be shown to say whether their people agree."
    }
    let share: Phrase =
      found.value <= 0
      ? "Of the spread of people's overall scores nothing lies between organisations that chance would not make."
      : "Of the spread of people's overall scores \(Words.percent(found.value)) lies between organisations."
    guard let reliability = found.reliability, reliability > 0 else { return share }
    let means: Phrase = """
      A mean of \(Words.decimal(found.commonSize)) people, as there are here, tells organisations apart with a reliability \
      of \(ReliabilityWords.figure(reliability)).
      """
    return .spaced([share, means])
  }
}
