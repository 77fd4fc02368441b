public import Readiness

/// One draw of a robustness study as `readiness replay` prints it.
public struct DrawPublication: Sendable {
  /// What is printed.
  public let draw: RobustnessDraw
  /// The language of the page.
  public let wording: Wording

  /// Prepares the publication.
  public init(_ draw: RobustnessDraw, wording: Wording = .english) {
    self.draw = draw
    self.wording = wording
  }

  /// The page as plain text.
  public var text: [UInt8] { Array(PlainText(wording: wording).text(of: report).utf8) }

  /// What it says.
  public var report: Report {
    let title: Phrase =
      draw.number == 0
      ? "Draw 0: the published ranking" : "Draw \(Words.count(draw.number)) of \(Words.count(draw.last))"
    return Report(
      name: "draw", title: title, subtitles: [], stamps: [],
      sections: [
        Section(
          "What was chosen", [.points(draw.choices.map { "\(RobustnessReport.words($0.input)): \($0.chosen)." })]),
        Section(
          "Scores and ranks",
          [
            .table(
              TextTable(
                caption: "Scores are comparable within this draw only.",
                columns: [.numbers("Rank"), .words("Organisation"), .numbers("Score")],
                rows: draw.rows.map { [.count($0.rank), .verbatim($0.organization), Words.decimal($0.score)] }))
          ]),
        Section(
          "Before you pass this on",
          [
            .paragraph(
              """
              For checking, by whoever may read the answers. Scores of many draws side by side could be solved for \
              single people, so publish robustness.csv and not draws.
              """)
          ]),
      ])
  }

  /// The same as one value for `--json`.
  public var json: JSONValue {
    .object([
      "schema_version": .integer(1), "draw": .integer(draw.number), "fingerprint": .text(draw.fingerprint),
      "choices": .object(
        Dictionary(draw.choices.map { ($0.input, JSONValue($0.chosen)) }, uniquingKeysWith: { $1 })),
      "organisations": .list(
        draw.rows.map {
          .object([
            "organisation": .text($0.organization), "score": .number($0.score), "rank": .integer($0.rank),
          ])
        }),
    ])
  }
}
