import Statistics
import Survey

/// The views of every organisation on every measure that is kept per person.
///
/// Save in a pilot how far people stand apart is told in whole points, and not on a measure of one item: beside their number, mean and deviation
/// it is one more equation in how many gave which answer.
struct OrganizationViews: Sendable {
  /// Organisation × measure; nil where nobody has a score. Cells of one item are not judged.
  private let views: [[Views?]]

  init(_ scores: Scores, rows: OrganizationRows, threads: Int) {
    let rule = scores.plan.views
    let isPilot = scores.plan.disclosureMinimum == 0
    let single = scores.columns.indices.map { !isPilot && scores.restsOnOneItem($0) }
    views = concurrentMap(rows.names.count, threads: threads) { organization in
      zip(scores.columns, single).map { column, isOfOneItem -> Views? in
        let own = rows[organization].map { column[Int($0)] }.filter { !$0.isNaN }
        guard !own.isEmpty else { return nil }
        let mean = Moments(own).mean
        let deviation = own.reduce(0) { $0 + abs($1 - mean) } / Double(own.count)
        return Views(
          areSplit: rule.isSplit(own),
          averageDeviation: isPilot ? deviation : isOfOneItem ? nil : deviation.rounded())
      }
    }
  }

  /// The views of an organisation by its place on a measure by its place; nil where there are none, and for cells.
  subscript(organization: Int, measure: Int) -> Views? {
    views[organization].indices.contains(measure) ? views[organization][measure] : nil
  }
}
