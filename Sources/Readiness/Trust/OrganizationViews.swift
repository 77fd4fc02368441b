import Statistics
import Survey

/// The views of every organisation on every measure that is kept per person.
struct OrganizationViews: Sendable {
  /// Organisation × measure; nil where nobody has a score. Cells of one item are not judged.
  private let views: [[Views?]]

  init(_ scores: Scores, rows: OrganizationRows, threads: Int) {
    let rule = scores.plan.views
    views = concurrentMap(rows.names.count, threads: threads) { organization in
      scores.columns.map { column -> Views? in
        let own = rows[organization].map { column[Int($0)] }.filter { !$0.isNaN }
        guard !own.isEmpty else { return nil }
        let mean = Moments(own).mean
        return Views(
          areSplit: rule.isSplit(own),
          averageDeviation: own.reduce(0) { $0 + abs($1 - mean) } / Double(own.count))
      }
    }
  }

  /// The views of an organisation by its place on a measure by its place; nil where there are none, and for cells.
  subscript(organization: Int, measure: Int) -> Views? {
    views[organization].indices.contains(measure) ? views[organization][measure] : nil
  }
}
