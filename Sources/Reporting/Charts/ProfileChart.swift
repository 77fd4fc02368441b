import Survey

/// Scores as dots with their intervals, each beside the score of the peers.
struct ProfileChart: Drawing, Hashable {
  /// One measure.
  struct Row: Sendable, Hashable {
    let name: Phrase
    let score: ChartNumber
    /// The peers' score; nil where there are no peers to show.
    let peers: ChartNumber?
  }

  let title: Phrase
  /// Who the dots are, such as the name of the organisation.
  let own: Phrase
  /// Who the marks beside them are; nil without any.
  let peers: Phrase?
  /// What an interval is called.
  let rangeName: Phrase
  /// The lowest score first; withheld ones at the end.
  let rows: [Row]

  init(title: Phrase, own: Phrase, peers: Phrase?, rangeName: Phrase, rows: [Row]) {
    self.title = title
    self.own = own
    self.peers = peers
    self.rangeName = rangeName
    self.rows = rows.sorted { $0.score.value }
  }

  var finding: Phrase {
    let known = rows.filter { $0.score.value != nil }
    guard let low = known.first, let high = known.last, known.count > 1 else {
      return known.first.map { "\($0.name): \($0.score.text) out of 100." } ?? "No score can be shown."
    }
    return
      "Lowest: \(low.name), \(low.score.text) out of 100. Highest: \(high.name), \(high.score.text)."
  }

  var table: TextTable {
    var columns: [TextTable.Column] = [.words("Measure"), .numbers("Readiness"), .numbers(rangeName)]
    if let peers { columns.append(.numbers(peers)) }
    return TextTable(
      caption: title, columns: columns,
      rows: rows.map { row in
        [row.name, row.score.text, row.score.rangeText]
          + (peers == nil ? [] : [row.peers?.text ?? Mark.notAvailable.phrase])
      })
  }

  func draw(on canvas: inout Canvas) {
    let track = Track.whole
    var entries: [(words: String, symbol: (inout Canvas, Double, Double) -> Void)] = [
      (canvas.words("\(own), with its \(rangeName)"), Self.ownKey)
    ]
    if let peers { entries.append((canvas.words(peers), Self.peersKey)) }
    canvas.key(entries)
    for row in rows {
      canvas.y += 8
      canvas.rowHead(canvas.words(row.name), trailing: canvas.words(row.score.text))
      let middle = canvas.y + 11
      if case .known(let value, let range) = row.score {
        canvas.grid(track, middle: middle, height: 18)
        if let peers = row.peers?.value { Self.peerMark(&canvas, track.x(peers), middle) }
        if let range { canvas.interval(range, on: track, middle: middle, paint: .first) }
        canvas.circle(track.x(value), middle, radius: 6, fill: .first, stroke: .paper, width: 1.5)
      } else {
        canvas.withheldRow(track, middle: middle)
      }
      canvas.y += 22
    }
    canvas.axis(track)
    canvas.markNotes(rows.compactMap(\.score.mark))
  }

  private static func ownKey(_ canvas: inout Canvas, _ x: Double, _ middle: Double) {
    let track = Track(bounds: 0...1, ticks: [], left: x + 1, right: x + 23)
    canvas.interval(0...1, on: track, middle: middle, paint: .first)
    canvas.circle(x + 12, middle, radius: 6, fill: .first, stroke: .paper, width: 1.5)
  }

  private static func peersKey(_ canvas: inout Canvas, _ x: Double, _ middle: Double) {
    peerMark(&canvas, x + 12, middle)
  }

  /// An upright bar, which shows above and below a dot that lies on it.
  static func peerMark(_ canvas: inout Canvas, _ x: Double, _ middle: Double) {
    canvas.rectangle(x - 2, middle - 10, 4, 20, fill: .second)
  }
}
