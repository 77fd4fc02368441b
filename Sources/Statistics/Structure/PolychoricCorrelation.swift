/// The polychoric correlation of two ordinal items: the correlation of two normal variables of which the answers are taken to be steps.
///
/// In two steps: thresholds from each item's own answers, then the correlation that makes the table most likely. Categories that nobody
/// chose are left out. A table with an empty cell in a corner may have no largest likelihood inside −1…1 (``isOnBoundary``).
///
/// - Shapes: a table of two occupied rows and two occupied columns or more.
/// - Units: none, −1…1. Not to be relied on below some 200 people or in sparse tables: use ranks there.
/// - Cost: rows × columns for each of some ten steps, never people.
/// - Source: Olsson (1979), Psychometrika 44(4), 443–460, doi:10.1007/BF02296207.
public struct PolychoricCorrelation: Sendable, Hashable {
  /// What is done with cells that nobody is in.
  public enum EmptyCells: Sendable, Hashable {
    /// Nothing.
    case asCounted
    /// Half a person is put into each.
    case half
  }

  /// The correlation.
  public let value: Double
  /// Its standard error, thresholds taken as known; nil on the boundary.
  public let standardError: Double?
  /// Where the normal variable of the rows passes from one category to the next.
  public let rowThresholds: [Double]
  /// Where the normal variable of the columns passes from one category to the next.
  public let columnThresholds: [Double]
  /// Whether the likelihood still rises at ±0.9999.
  public let isOnBoundary: Bool
  /// People.
  public let count: Int

  /// The largest correlation that is tried.
  static let limit = 0.9999

  /// - Throws: ``SampleFault/fewerThanTwoGroups`` and ``SampleFault/noVariation`` for a table with one row or one column.
  public init(_ counts: CrossCounts, emptyCells: EmptyCells = .asCounted) throws(SampleFault) {
    let table = try counts.checkedForAssociation()
    let likelihood = PolychoricLikelihood(table, emptyCells: emptyCells)
    var correlation = likelihood.start
    var point = likelihood.point(correlation)
    for _ in 0..<100 {
      var step = point.slope / point.information
      var isBetter = false
      for _ in 0..<40 where abs(step) > 1e-13 {
        let tried = min(Self.limit, max(-Self.limit, correlation + step))
        let next = likelihood.point(tried)
        if next.logarithm > point.logarithm {
          (correlation, point, isBetter) = (tried, next, true)
          break
        }
        step /= 2
      }
      guard isBetter, abs(step) > 1e-11 else { break }
    }
    value = correlation
    isOnBoundary = abs(correlation) >= Self.limit
    standardError = isOnBoundary ? nil : likelihood.standardError(correlation)
    rowThresholds = likelihood.rowThresholds
    columnThresholds = likelihood.columnThresholds
    count = table.total
  }
}

/// The likelihood of a table as a function of the correlation, thresholds given.
private struct PolychoricLikelihood {
  let rowThresholds: [Double]
  let columnThresholds: [Double]
  private let cells: [Double]

  init(_ table: CrossCounts, emptyCells: PolychoricCorrelation.EmptyCells) {
    cells = table.counts.map { $0 == 0 && emptyCells == .half ? 0.5 : Double($0) }
    let width = table.columnCount
    let cells = cells
    func thresholds(_ totals: [Double]) -> [Double] {
      let whole = totals.reduce(0, +)
      var sum = 0.0
      return totals.dropLast().map { total in
        sum += total
        return GSL.normalQuantile(sum / whole)
      }
    }
    rowThresholds = thresholds(
      (0..<table.rowCount).map { row in (0..<width).reduce(0) { $0 + cells[row * width + $1] } })
    columnThresholds = thresholds(
      (0..<width).map { column in (0..<table.rowCount).reduce(0) { $0 + cells[$1 * width + column] } })
  }

  struct Point {
    let logarithm: Double
    let slope: Double
    let information: Double
  }

  /// Pearson's correlation of the categories' numbers, held away from the ends.
  var start: Double {
    let (rows, columns) = (rowThresholds.count + 1, columnThresholds.count + 1)
    var (n, x, y, xx, yy, xy) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    for row in 0..<rows {
      for column in 0..<columns {
        let (weight, a, b) = (cells[row * columns + column], Double(row), Double(column))
        n += weight
        x += weight * a
        y += weight * b
        xx += weight * a * a
        yy += weight * b * b
        xy += weight * a * b
      }
    }
    return min(0.9, max(-0.9, (n * xy - x * y) / ((n * xx - x * x) * (n * yy - y * y)).squareRoot()))
  }

  func point(_ correlation: Double) -> Point {
    let rows = [-Double.infinity] + rowThresholds + [.infinity]
    let columns = [-Double.infinity] + columnThresholds + [.infinity]
    let below = rows.map { row in columns.map { BivariateNormal.lowerTail(row, $0, correlation: correlation) } }
    let slopes = rows.map { row in columns.map { BivariateNormal.density(row, $0, correlation: correlation) } }
    var (logarithm, slope, information) = (0.0, 0.0, 0.0)
    let people = cells.reduce(0, +)
    for row in 1..<rows.count {
      for column in 1..<columns.count {
        func part(_ corner: [[Double]]) -> Double {
          corner[row][column] - corner[row - 1][column] - corner[row][column - 1] + corner[row - 1][column - 1]
        }
        let chance = max(part(below), 1e-20)
        let change = part(slopes)
        let count = cells[(row - 1) * (columns.count - 1) + column - 1]
        logarithm += count * GSL.logarithm(chance)
        slope += count * change / chance
        if chance > 1e-15 { information += people * change * change / chance }
      }
    }
    return Point(logarithm: logarithm, slope: slope, information: max(information, 1e-8 * people))
  }

  /// From the change of the slope on both sides.
  func standardError(_ correlation: Double) -> Double? {
    let step = min(1e-4, (1 - abs(correlation)) / 4)
    let curvature = (point(correlation - step).slope - point(correlation + step).slope) / (2 * step)
    return curvature > 0 ? 1 / curvature.squareRoot() : nil
  }
}
