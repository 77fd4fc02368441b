public import Readiness
public import Tabular

extension QualityRow {
  /// `quality.csv`: marks by type, in counts; never a person.
  public static let schema = Schema<QualityRow>(
    name: "quality", meaning: "One row per mark of careless answers and respondent type: how many people have it.",
    columns: [
      Column(
        "mark", .string,
        meaning: "A mark; then people with no mark, with one kind of mark, and with two or more.",
        categories: RespondingMark.categories + [
          ColumnCategory("marks_none", "no mark"), ColumnCategory("marks_one", "marks of one kind"),
          ColumnCategory("marks_two_or_more", "marks of two kinds or more"),
        ]
      ) { .text($0.subject.name) },
      Column("respondent_type", .string, meaning: "The type; empty for everybody.") { CellValue($0.respondentType) },
      Column("n", .integer, unit: "people", meaning: "People who gave enough to be looked at.") {
        CellValue($0.judged)
      },
      Column("marked", .integer, unit: "people", meaning: "People who have it; flagged, and left out of nothing.") {
        CellValue($0.marked)
      },
      Column("share", .number, unit: "share 0–1", meaning: "Their share.") { CellValue($0.share) },
      statusColumn(\.status),
    ])
}

extension QualityHeadlineRow {
  /// `quality-headline.csv`: the headline with and without people who have two kinds of marks or more.
  public static let schema = Schema<QualityHeadlineRow>(
    name: "quality-headline",
    meaning: "One row per score of the cohort: with everybody, and without people with two kinds of marks or more.",
    columns: [
      Column("measure", .string, meaning: "The score.") { .text($0.measure) },
      Column("value", .number, unit: "points 0–100", meaning: "The published score, of everybody.") {
        CellValue($0.all.value)
      },
      Column("low", .number, unit: "points 0–100", meaning: "Lower end of its interval at the plan's level.") {
        CellValue($0.all.interval?.lower)
      },
      Column("high", .number, unit: "points 0–100", meaning: "Upper end of the same.") {
        CellValue($0.all.interval?.upper)
      },
      Column("n", .integer, unit: "people", meaning: "People behind it.") { CellValue($0.all.n) },
      Column("value_without", .number, unit: "points 0–100", meaning: "The score without those people.") {
        CellValue($0.without.value)
      },
      Column("low_without", .number, unit: "points 0–100", meaning: "Lower end of its interval.") {
        CellValue($0.without.interval?.lower)
      },
      Column("high_without", .number, unit: "points 0–100", meaning: "Upper end of the same.") {
        CellValue($0.without.interval?.upper)
      },
      Column("n_without", .integer, unit: "people", meaning: "People behind it.") { CellValue($0.without.n) },
      Column("difference", .number, unit: "points", meaning: "The second less the first.") {
        CellValue($0.difference)
      },
      statusColumn { $0.all.status == .ok ? $0.without.status : $0.all.status },
    ])
}

extension ParticipationRow {
  /// `response.csv`: who was invited and who answered, by organisation and type.
  public static let schema = Schema<ParticipationRow>(
    name: "response", meaning: "One row per organisation and respondent type: invited, answered, and the rate.",
    columns: [
      Column("organisation", .string, meaning: "The organisation; empty for all together.") {
        CellValue($0.organization)
      },
      Column("respondent_type", .string, meaning: "The type; empty for all types together.") {
        CellValue($0.respondentType)
      },
      Column(
        "invited", .integer, unit: "people",
        meaning: "People invited; empty where no list says so of all who answered, and where these are hidden."
      ) {
        CellValue($0.invited)
      },
      Column("answered", .integer, unit: "people", meaning: "People who answered.") { CellValue($0.answered) },
      Column(
        "rate", .number, unit: "share 0–1",
        meaning: "Answered of invited; says nothing of those who did not."
      ) {
        CellValue($0.rate)
      },
      statusColumn(\.rateStatus),
    ])

  /// Why there is a rate or none: `not_testable` where more people answered than were invited.
  private var rateStatus: Status { status == .ok && exceedsInvitations ? .notTestable : status }
}
