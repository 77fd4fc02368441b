import Survey

/// Respondents divided into groups that are compared: by roll-up, by respondent type, or by another column.
///
/// - Shapes: one code per respondent, an index into `labels`; −1 where a respondent belongs to no group.
struct RespondentGrouping: Sendable {
  /// The grouping column as in `plan.by`: `roll_up`, `respondent_type` or a column of the files.
  let name: String
  /// The groups that occur, in the order of published rows.
  let labels: [String]
  /// The group of each respondent.
  let codes: [Int32]
}

extension RespondentGrouping {
  /// Resolves a grouping to one code per respondent.
  init(_ grouping: Grouping) {
    let recoded = grouping.column.labels.indices.map { Int32(grouping.group(ofCode: $0)) }
    self.init(
      name: grouping.name, labels: grouping.groups,
      codes: grouping.column.codes.map { $0 < 0 ? -1 : recoded[Int($0)] })
  }
}
