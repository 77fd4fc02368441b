extension Fault.Kind {
  /// No heading of the file is known.
  static let noKnownHeading: Self = "no-known-heading"
  /// Two columns hold the same thing.
  static let twoColumns: Self = "two-columns"
  /// A heading matches nothing.
  static let unknownColumn: Self = "unknown-column"
  /// Columns that match nothing are not read (a notice).
  static let unreadColumns: Self = "unread-columns"
  /// A column that was asked for by `--group` is in no file.
  static let missingGroup: Self = "missing-group"
  /// A file without respondents, or nothing left after setting aside.
  static let noRespondents: Self = "no-respondents"
  /// A blank cell where a value is needed.
  static let missingValue: Self = "missing-value"
  /// A cell that takes in rows of their own, or is too long for what its column holds; never one row's fault.
  static let manyLines: Self = "cell-too-long"
  /// A number that is not a code of the scale.
  static let answerOutOfRange: Self = "answer-out-of-range"
  /// A text that is not a code of the scale.
  static let answerNotACode: Self = "answer-not-a-code"
  /// `NA` and its like, which say two things.
  static let notAvailable: Self = "ambiguous-na"
  /// A respondent type that the survey does not know.
  static let unknownType: Self = "unknown-respondent-type"
  /// An identifier used twice within a wave.
  static let duplicateID: Self = "duplicate-id"
  /// A cell of the budget question that is not a number of points.
  static let notPoints: Self = "not-points"
  /// Points that do not total 100.
  static let pointsTotal: Self = "points-total"
  /// Points that were rescaled or left out (a notice).
  static let pointsMended: Self = "points-mended"
  /// A weight or a duration that is not a number in its range.
  static let notANumber: Self = "not-a-number"
  /// Several waves and no choice between them.
  static let severalWaves: Self = "several-waves"
  /// A wave that no row has.
  static let unknownWave: Self = "unknown-wave"
  /// Rows of other waves were not used (a notice).
  static let otherWaves: Self = "other-waves"
  /// Blank rows were skipped (a notice).
  static let blankRows: Self = "blank-rows"
  /// Organisations whose names differ only in case or punctuation (a notice).
  static let similarNames: Self = "similar-names"
  /// The template's example row is among the answers (a notice).
  static let exampleRow: Self = "example-row"
}
