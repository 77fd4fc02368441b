public import Readiness

extension Report {
  /// What this language has no text for in the report, each once: nothing when the page can be said whole.
  public func missing(in wording: Wording) -> [String] {
    var seen: Set<String> = []
    return (phrases + HTMLPage.phrases).flatMap(wording.missing).filter { seen.insert($0).inserted }
  }

  /// Every phrase of the report, those of its charts too.
  var phrases: [Phrase] {
    let blocks = sections.flatMap(\.blocks).flatMap { block -> [Phrase] in
      switch block {
      case .paragraph(let text), .headline(let text): [text]
      case .points(let texts): texts
      case .pages(let links): PageLink.texts(links) + links.map(\.name)
      case .table(let table): [table.caption] + table.columns.map(\.heading) + table.rows.joined() + table.notes
      case .chart(let chart): chart.phrases
      }
    }
    return [title] + subtitles + stamps + sections.map(\.heading) + blocks
  }
}
