/// What numbers of people by kinds of marks may be told beside the marks themselves.
///
/// Of people with one kind of mark, and with two or more, the marks add up to at least the first and twice the second: whoever has the
/// marks of a type, and finds some people marked twice, can often work out how many are not marked at all. So a table by kinds is told
/// whole or not at all, and by type only where no number of either table is hidden.
struct QualityKinds: Sendable {
  /// Rows of single marks, with everybody and types, as they are told.
  let marks: [QualityRow]
  /// Rows of no mark, of one kind, and of two or more, for everybody and for types.
  let kinds: [QualityRow]
  /// The least number of people that may be shown; 0 where nothing is hidden.
  let minimum: Int

  /// The rows by kinds, with what would give a number away withheld.
  var told: [QualityRow] {
    guard minimum > 0 else { return kinds }
    let isWhole = (marks + kinds).allSatisfy { $0.status == .ok }
    let isCohortTold = self.isCohortTold
    return kinds.map { row in
      (row.respondentType == nil ? isCohortTold : isWhole) ? row : row.withheld
    }
  }

  /// Whether the three numbers of everybody are told, and with them every hidden mark could still be that of the minimum.
  private var isCohortTold: Bool {
    let parts = kinds.filter { $0.respondentType == nil }.map(\.marked)
    guard parts.count == 3, let one = parts[1], let more = parts[2], parts[0] != nil else { return false }
    let all = marks.filter { $0.respondentType == nil }
    guard all.contains(where: { $0.marked == nil }) else { return true }
    // A person is marked once by a mark beyond those who are marked twice; marks that see the same thing count once.
    let once = Dictionary(grouping: all.compactMap(Self.numbered), by: \.kind).values.reduce(0) { sum, told in
      sum + max(0, (told.map(\.people).max() ?? 0) - more)
    }
    return one + more - once >= minimum
  }

  private static func numbered(_ row: QualityRow) -> (kind: Int, people: Int)? {
    guard case .mark(let mark) = row.subject, let people = row.marked else { return nil }
    return (mark.kind, people)
  }
}

extension QualityRow {
  /// The same row without the number of marked people.
  fileprivate var withheld: QualityRow {
    QualityRow(subject: subject, respondentType: respondentType, judged: judged, marked: nil, status: .suppressed)
  }
}
