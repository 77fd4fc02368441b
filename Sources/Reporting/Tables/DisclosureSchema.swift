public import Readiness
public import Tabular

extension DisclosureRow {
  /// `disclosure.csv`: what was done to tables, to their columns and to numbers of people, why, and what can still be inferred.
  public static let schema = Schema<DisclosureRow>(
    name: "disclosure",
    meaning:
      "One row per table, per column and reason, and per hidden number of people that is listed: what was done, why, and what can still be inferred.",
    columns: [
      Column(
        "about", .string,
        meaning: "What the row is about. Rows about columns are counted in the tables as they are published.",
        categories: DisclosureRow.Subject.categories
      ) { .text($0.subject.rawValue) },
      Column("table", .string, meaning: "The table: the name of its file without .csv.") { .text($0.table) },
      Column("column", .string, meaning: "The column; empty in a row about a table.") { CellValue($0.column) },
      Column("organisation", .string, meaning: "The organisation; empty over all.") {
        CellValue($0.organization)
      },
      Column("group_by", .string, meaning: "The column that groups people; empty for everybody.") {
        CellValue($0.groupBy)
      },
      Column("group", .string, meaning: "The group; empty for everybody.") { CellValue($0.group) },
      Column(
        "measure", .string,
        meaning:
          "The measure or the item; empty in a row about a number for all of them: then the number is of everybody in the group."
      ) { CellValue($0.measure) },
      Column("answer", .string, meaning: "The answer, in distributions.") { CellValue($0.answer) },
      Column("action", .string, meaning: "What was done.", categories: DisclosureRow.Action.categories) {
        .text($0.action.rawValue)
      },
      Column(
        "why", .string,
        meaning: "Why. Which of the numbers are small is not told, because it would narrow what they can be.",
        categories: DisclosureRow.Why.categories
      ) { .text($0.why.rawValue) },
      Column(
        "cells", .integer, unit: "cells", meaning: "How many cells of the column; only in a row about a column."
      ) { CellValue($0.cells) },
      Column(
        "low", .integer, unit: "people",
        meaning: "The least that the hidden number can be, from all that is shown; only in a row about a number."
      ) { CellValue($0.interval?.lower) },
      Column(
        "high", .integer, unit: "people",
        meaning: "The most that it can be; empty and suppressed where what would bound it is hidden too."
      ) { CellValue($0.interval?.upper) },
      statusColumn(\.status),
    ])
}

extension DisclosureRow.Subject: ColumnWord {
  var meaning: String {
    switch self {
    case .table: "a whole table"
    case .column: "cells of one column"
    case .number: "one number of people, with what can be inferred about it"
    }
  }
}

extension DisclosureRow.Action: ColumnWord {
  var meaning: String {
    switch self {
    case .audited:
      "nothing in the table leaks by the audit of its sums; groups in it that are not listed are hidden too"
    case .leftOut: "rows that would name a hidden group are not there; whether there are any is not told"
    case .withheld: "empty, because the number is hidden, or the row that it would stand in"
    case .withheldOrNone: "empty: withheld, or there is no such number; which is not told"
    case .rounded:
      "told in few digits, as a bound, or without degrees of freedom; a number that is short by itself counts too"
    }
  }
}

extension DisclosureRow.Why: ColumnWord {
  var meaning: String {
    switch self {
    case .sums: "so that sums of the table give nothing away"
    case .notListed:
      "which groups within an organisation, or respondent types, have somebody is not told of hidden ones"
    case .wholeGroup: "the group is hidden with all of its numbers; the row about its people says what can be inferred"
    case .primaryOrComplementary: "few people, or beside few; which is not told"
    case .primaryClassOrComplementary:
      "few people, or people who all gave one answer or have one score, or beside either; which is not told"
    case .primaryClassComplementaryOrCounts:
      "few people, people who are alike, or beside either, or a mean of one item that would give counts of its answers away; which is not told"
    case .countsBesideMean:
      "an item of which means are told: where one count of a rating may not be told none is"
    case .earlierRelease:
      "fewer people than the minimum tell it from what an earlier release of the ledger showed, or it stands beside such a number"
    case .fewAnswers: "a number or share of few answers, or of few people without a score, or beside one"
    case .fewOnASide: "few people on one side of a gap, or beside such a side"
    case .secondEquation:
      "it weighs groups in another way than their people, so that it would be a second equation in hidden ones"
    case .spread: "it would tell how people of hidden groups are spread over organisations"
    case .organizationNumbers: "numbers of organisations with people of a group would tell hidden groups"
    case .hiddenOrganizations: "it rests on organisations whose scores are told, and the others are missing"
    case .fewAllocations: "few people shared out the budget, or few left it out, or it stands beside such a number"
    }
  }
}
