import Survey

/// All people collapsed to organisation × group, the finest grouping that any published row needs.
///
/// One pass over the rows makes tallies and counts per cell; cohort, organisations, types and roll-ups are sums of cells. Every
/// measure and every item is worked through by one thread in the order of the rows, so results do not depend on threads.
package struct PeopleCells: Sendable {
  /// One combination of organisation and group that occurs.
  package struct Cell: Sendable, Hashable {
    /// Index of the organisation's label; −1 where it is blank.
    package let organization: Int
    /// Index of the group's label; −1 where it is blank.
    package let group: Int
  }

  /// What is collapsed.
  package let scores: Scores
  /// The cells in order of first appearance.
  package let cells: [Cell]
  /// The cell of each respondent.
  package let cellOf: [Int32]
  /// People per cell.
  package let sizes: [Int]
  /// Measure × cell.
  package let tallies: [[Tally]]
  /// Rated item × cell.
  package let counts: [AnswerCounts]

  /// Collapses the scores by organisation and one grouping column.
  package init(_ scores: Scores, by column: GroupingColumn, threads: Int) {
    let responses = scores.responses
    let layout = scores.layout
    let (cells, cellOf) = Self.cells(responses.organization, column, count: responses.count)
    var sizes = [Int](repeating: 0, count: cells.count)
    for cell in cellOf { sizes[Int(cell)] += 1 }
    let people = sizes
    let counts = concurrentMap(layout.codings.count, threads: threads) { item in
      AnswerCounts(responses.answers[item], coding: layout.codings[item], cellOf: cellOf, sizes: people)
    }
    self.tallies = concurrentMap(layout.measures.count, threads: threads) { place in
      if place < layout.storedCount {
        return Tally.tallies(
          of: scores.columns[place], cellOf: cellOf, cellCount: cells.count, weights: responses.weights)
      }
      guard case .items(let items, let needed) = layout.recipes[place], let only = items.first else {
        return [Tally](repeating: Tally(), count: cells.count)
      }
      if items.count == 1, responses.weights.isEmpty {
        // A cell of one item is that item: its counts say everything.
        let coding = layout.codings[only]
        let steps = coding.steps.map { Double(100 * Int($0)) / Double(layout.range) }
        return cells.indices.map { cell in
          Tally(steps.enumerated().map { (score: $1, count: counts[only].count(offset: $0, cell: cell)) })
        }
      }
      let column = responses.itemMeans(items, needed: needed, layout: layout)
      return Tally.tallies(of: column, cellOf: cellOf, cellCount: cells.count, weights: responses.weights)
    }
    self.scores = scores
    self.cells = cells
    self.cellOf = cellOf
    self.sizes = sizes
    self.counts = counts
  }

  /// Numbers the combinations that occur, in order of first appearance.
  private static func cells(
    _ organization: GroupingColumn, _ group: GroupingColumn, count: Int
  ) -> (cells: [Cell], cellOf: [Int32]) {
    let width = group.labels.count + 1
    var place = [Int32](repeating: -1, count: (organization.labels.count + 1) * width)
    var cells: [Cell] = []
    var cellOf = [Int32](repeating: 0, count: count)
    for row in 0..<count {
      let (outer, inner) = (Int(organization.codes[row]), Int(group.codes[row]))
      let index = (outer + 1) * width + inner + 1
      if place[index] < 0 {
        place[index] = Int32(cells.count)
        cells.append(Cell(organization: outer, group: inner))
      }
      cellOf[row] = place[index]
    }
    return (cells, cellOf)
  }
}
