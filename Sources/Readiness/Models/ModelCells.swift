import Statistics
import Survey

/// The people of a model who are alike in every term, as far as a reader of its estimates can count them.
///
/// The normal equations of least squares tie the estimates to sums of the outcome by level, which `scores.csv` prints, through how many people are in each two
/// levels at once; over a few outcomes these numbers are solved for. HC3 adds sums of squares of those who are alike in every term. So
/// each such cell has nobody or the minimum, and no cell is so placed in the organisations that what is hidden of one of them is left over.
struct ModelCells: Sendable {
  private let minimum: Int
  /// The score of each person; empty for an item.
  private let scores: [Double]
  private let organization: GroupingColumn
  /// Whether a group is hidden among the people with an outcome.
  private let hidden: Set<GroupKey>

  init(_ basis: AssessmentBasis, _ outcome: OutcomeValues) {
    let suppression = basis.suppression
    minimum = suppression.rule.minimum
    organization = basis.scores.responses.organization
    scores = outcome.categoryCount == 0 ? outcome.values : []
    let isHidden: [Bool]
    if case .score(let measure) = outcome.outcome, let place = basis.scores.place(of: measure.id) {
      isHidden = suppression.hidden[place]
    } else {
      let given = outcome.values.indices.filter { !outcome.values[$0].isNaN }
      isHidden = suppression.hidden(
        people: suppression.groups.counts(of: given, basis.scores.responses, groupings: basis.groupings))
    }
    hidden = Set(zip(suppression.groups.keys, isHidden).filter(\.1).map(\.0))
  }

  /// Whether an organisation is hidden on the outcome.
  func isHidden(organization code: Int) -> Bool {
    hidden.contains(GroupKey(organization: organization.labels[code]))
  }

  /// The row of the smallest cell that would tell of few people; nil where none would.
  ///
  /// - Parameters:
  ///   - patterns: the rows of the terms.
  ///   - terms: the terms with their levels.
  ///   - levels: the level of each person on each term.
  func telling(_ patterns: TreatmentPatterns, _ terms: [ModelTerm], _ levels: [[Int32]]) -> Int? {
    guard minimum > 0 else { return nil }
    let cells = spread(patterns, terms, levels)
    let alike = terms.count > 1 ? alike(patterns) : []
    return patterns.counts.indices.filter { row in
      (terms.count > 1 && (patterns.counts[row] < minimum || alike.contains(row)))
        || (cells[row].map { isExposed($0, isCrossed: terms.count > 1) } ?? false)
    }.min { (patterns.counts[$0], $0) < (patterns.counts[$1], $1) }
  }

  /// The people of a cell in one organisation.
  private struct Part {
    let people: Int
    /// Whether `scores.csv` prints them as a group.
    let isTold: Bool
  }

  /// Whether what other files show of the organisations leaves few people of the cell, or those of one organisation.
  private func isExposed(_ parts: [Part], isCrossed: Bool) -> Bool {
    if parts.count(where: { !$0.isTold }) == 1 { return true }
    let few = parts.map(\.people).filter { $0 < minimum }
    return isCrossed && !few.isEmpty && (few.count == 1 || few.reduce(0, +) < minimum)
  }

  /// The organisations of every cell; nil where organisations say nothing: there is one, or the level of a single term is several groups.
  private func spread(_ patterns: TreatmentPatterns, _ terms: [ModelTerm], _ levels: [[Int32]]) -> [[Part]?] {
    var ofCell = [[Int32: Int]](repeating: [:], count: patterns.counts.count)
    var ofLevel = terms.map { [[Int32: Int]](repeating: [:], count: $0.levels.count) }
    var all: [Int32: Int] = [:]
    var example = [Int](repeating: 0, count: patterns.counts.count)
    for (person, row) in patterns.rowOf.enumerated() where row >= 0 && organization.codes[person] >= 0 {
      let code = organization.codes[person]
      all[code, default: 0] += 1
      ofCell[Int(row)][code, default: 0] += 1
      example[Int(row)] = person
      for (term, levels) in levels.enumerated() { ofLevel[term][Int(levels[person])][code, default: 0] += 1 }
    }
    guard all.count > 1 else { return ofCell.map { _ in nil } }
    return ofCell.enumerated().map { row, organizations in
      let own = terms.indices.map { (term: $0, level: Int(levels[$0][example[row]])) }
      func isGroup(_ name: String) -> Bool { name != ModelTerm.pooled && name != ModelTerm.blank }
      guard terms.count > 1 || own.allSatisfy({ isGroup(terms[$0.term].levels[$0.level]) }) else { return nil }
      return organizations.sorted { $0.key < $1.key }.map { code, people in
        let name = organization.labels[Int(code)]
        let isWhole = all[code] == people && !hidden.contains(GroupKey(organization: name))
        let isGroup = own.contains { place in
          let (term, level) = (terms[place.term].name, terms[place.term].levels[place.level])
          return isGroup(level) && ofLevel[place.term][place.level][code] == people
            && !hidden.contains(GroupKey(organization: name, by: term, group: level))
        }
        return Part(people: people, isTold: people >= minimum && (isWhole || isGroup))
      }
    }
  }

  /// The cells of which all people have one score.
  private func alike(_ patterns: TreatmentPatterns) -> Set<Int> {
    guard !scores.isEmpty else { return [] }
    var ends = [(low: Double, high: Double)](repeating: (.infinity, -.infinity), count: patterns.counts.count)
    for (person, row) in patterns.rowOf.enumerated() where row >= 0 {
      let own = ends[Int(row)]
      ends[Int(row)] = (min(own.low, scores[person]), max(own.high, scores[person]))
    }
    return Set(ends.indices.filter { ends[$0].high - ends[$0].low <= 1e-9 })
  }
}
