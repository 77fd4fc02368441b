import Survey

/// How the money would be spent: a bar per choice with its interval, and single points where they may be shown.
struct AllocationChart: Drawing, Hashable {
  /// One choice.
  struct Row: Sendable, Hashable {
    let name: Phrase
    /// Mean points.
    let mean: ChartNumber
    /// Single points, such as the means of organisations; none where they may not be shown.
    let points: [Double]
  }

  let title: Phrase
  let rangeName: Phrase
  /// What a single point is; nil where none are shown.
  let pointName: Phrase?
  /// The largest mean first; withheld ones at the end.
  let rows: [Row]

  init(title: Phrase, rangeName: Phrase, pointName: Phrase?, rows: [Row]) {
    self.title = title
    self.rangeName = rangeName
    self.pointName = pointName
    // Points stand beside a number that is shown, or not at all.
    self.rows = rows.map { row in
      pointName == nil || row.mean.value == nil ? Row(name: row.name, mean: row.mean, points: []) : row
    }.sorted(by: { $0.mean.value }, descending: true)
  }

  var finding: Phrase {
    guard let first = rows.first, first.mean.value != nil else { return "No points can be shown." }
    return "Most points go to \(first.name): \(first.mean.text) of 100 on average."
  }

  var table: TextTable {
    var columns: [TextTable.Column] = [.words("Choice"), .numbers("Mean points"), .numbers(rangeName)]
    if pointName != nil { columns.append(.numbers("Lowest and highest point")) }
    return TextTable(
      caption: title, columns: columns,
      rows: rows.map { row in
        [row.name, row.mean.text, row.mean.rangeText]
          + (pointName == nil ? [] : [Self.spread(row.points) ?? row.mean.mark?.phrase ?? Mark.notAvailable.phrase])
      }, notes: ["Points for one choice are points that another did not get."])
  }

  private static func spread(_ points: [Double]) -> Phrase? {
    guard let low = points.min(), let high = points.max() else { return nil }
    return ChartNumber.text(low...high)
  }

  func draw(on canvas: inout Canvas) {
    let track = Track(
      holding: [0] + rows.flatMap { $0.mean.extent + $0.points }, within: 0...100, left: Canvas.margin + 1)
    var entries: [(words: String, symbol: (inout Canvas, Double, Double) -> Void)] = [
      (canvas.words("Mean points"), { $0.rectangle($1 + 2, $2 - 7, 22, 14, fill: .favour1, stroke: .edge) }),
      (
        canvas.words(rangeName),
        { canvas, x, middle in
          canvas.interval(
            0...1, on: Track(bounds: 0...1, ticks: [], left: x + 2, right: x + 24), middle: middle, paint: .ink)
        }
      ),
    ]
    if let pointName { entries.append((canvas.words(pointName), { Self.point(&$0, $1 + 12, $2) })) }
    canvas.key(entries)
    for row in rows {
      canvas.y += 8
      canvas.rowHead(canvas.words(row.name), trailing: canvas.words(row.mean.text))
      let dots = row.points.isEmpty ? 0.0 : 12
      let middle = canvas.y + 11
      if case .known(let value, let range) = row.mean {
        for tick in track.ticks { canvas.line(track.x(tick), middle - 11, track.x(tick), middle + 11 + dots, .grid) }
        canvas.rectangle(track.left, middle - 9, track.x(value) - track.left, 18, fill: .favour1, stroke: .edge)
        if let range { canvas.interval(range, on: track, middle: middle, paint: .ink) }
        for point in row.points { Self.point(&canvas, track.x(point), middle + 17) }
      } else {
        canvas.withheldRow(track, middle: middle, height: 18)
      }
      canvas.y += 24 + dots
    }
    canvas.axis(track)
    canvas.markNotes(rows.compactMap(\.mean.mark))
  }

  private static func point(_ canvas: inout Canvas, _ x: Double, _ y: Double) {
    canvas.circle(x, y, radius: 3.5, fill: .paper, stroke: .second, width: 1.5)
  }
}
