public import Readiness

/// A report as one HTML page: a single file that asks for nothing from outside and needs no scripts.
///
/// It says what the plain text says, block by block. It is made to be read on a screen of any width, light or dark, by a screen reader, by
/// keyboard, and on A4 paper, where stamps stand above every sheet.
public struct HTMLPage: Sendable, Hashable {
  /// The document in UTF-8, ending in a line feed.
  public let bytes: [UInt8]

  /// The texts that a page has besides those of its report.
  static let phrases = [skip, contents]
  fileprivate static let skip: Phrase = "Skip to the report"
  static let contents: Phrase = "In this report"
  /// A table of more columns stands below its chart on paper.
  static let mostBeside = 7

  /// Renders a report in the language of the wording.
  public init(_ report: Report, wording: Wording = .english) {
    var renderer = HTMLRenderer(report, wording)
    renderer.write()
    bytes = renderer.html.bytes
  }
}

/// One page in the making.
private struct HTMLRenderer {
  let report: Report
  let wording: Wording
  /// The sections' headings as identifiers.
  let slugs: [String]
  var html = HTMLWriter()
  var tables = 0

  init(_ report: Report, _ wording: Wording) {
    (self.report, self.wording) = (report, wording)
    slugs = Slug.slugs(for: report.sections.map { wording.text($0.heading) })
  }

  /// A short page needs no list of contents.
  private var hasContents: Bool { report.sections.count > 6 }

  /// Whether the report has a section that lists the others: its points become links, and the list beside them is for wide windows only.
  private var listsItself: Bool { report.sections.contains { $0.heading == HTMLPage.contents } }

  private func text(_ phrase: Phrase) -> String { wording.text(phrase) }

  mutating func write() {
    writeHead()
    html.markup(
      hasContents ? listsItself ? "<body class=\"contents listed\">\n" : "<body class=\"contents\">\n" : "<body>\n")
    html.element("<a class=\"skip\" href=\"#main\">", text(HTMLPage.skip), "</a>\n")
    writeHeader()
    if hasContents { writeContents() }
    html.markup("<main id=\"main\">\n")
    for (section, slug) in zip(report.sections, slugs) { write(section, slug) }
    html.markup("</main>\n")
    writeFooter()
    html.markup("</body>\n</html>\n")
  }

  private var title: String { ([report.title] + report.subtitles.prefix(1)).map(text).joined(separator: ": ") }

  private mutating func writeHead() {
    html.markup("<!DOCTYPE html>\n<html lang=\"")
    html.text(wording.language)
    html.markup(
      """
      ">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri \
      'none'; form-action 'none'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="robots" content="noindex, nofollow">
      <meta name="color-scheme" content="light dark">
      <meta name="format-detection" content="telephone=no">
      <link rel="icon" href="data:,">
      <title>
      """)
    html.text(title)
    html.markup("</title>\n<style>\n")
    let style = PageStyle(runningStamp: report.stamps.map(text).joined(separator: " "), runningTitle: title)
    html.rendered(style.text)
    html.rendered(Chart.style)
    html.markup("\n</style>\n</head>\n")
  }

  private mutating func writeHeader() {
    html.markup("<header>\n<h1>")
    html.text(text(report.title))
    html.markup("</h1>\n")
    for (index, subtitle) in report.subtitles.enumerated() {
      html.element(index == 0 ? "<p class=\"subject\">" : "<p>", text(subtitle), "</p>\n")
    }
    writeStamps()
    html.markup("</header>\n")
  }

  private mutating func writeStamps() {
    for stamp in report.stamps { html.element("<p class=\"stamp\">", text(stamp), "</p>\n") }
  }

  private mutating func writeContents() {
    html.element("<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">", text(HTMLPage.contents), "</h2>\n<ol>\n")
    for (section, slug) in zip(report.sections, slugs) {
      html.markup("<li><a href=\"#section-")
      html.text(slug)
      html.element("\">", text(section.heading), "</a></li>\n")
    }
    html.markup("</ol>\n</nav>\n")
  }

  private mutating func write(_ section: Section, _ slug: String) {
    html.markup("<section>\n<h2 id=\"section-")
    html.text(slug)
    html.element("\">", text(section.heading), "</h2>\n")
    let lists = section.heading == HTMLPage.contents
    for (place, block) in section.blocks.enumerated() {
      if lists, case .points(let headings) = block { writeLinks(headings) } else { write(block) }
      // A chart and its table are one thing, which paper shows side by side where there is room.
      if place > 0, section.blocks[place - 1].isChart { html.markup("</div>\n") }
    }
    html.markup("</section>\n")
  }

  private mutating func writeLinks(_ headings: [Phrase]) {
    html.markup("<ul>\n")
    for heading in headings {
      guard let place = report.sections.firstIndex(where: { $0.heading == heading }) else {
        html.element("<li>", text(heading), "</li>\n")
        continue
      }
      html.element("<li><a href=\"#section-", slugs[place], "\">")
      html.element("", text(heading), "</a></li>\n")
    }
    html.markup("</ul>\n")
  }

  private mutating func write(_ block: Block) {
    switch block {
    case .paragraph(let paragraph): html.element("<p>", text(paragraph), "</p>\n")
    case .headline(let headline): html.element("<p class=\"headline\">", text(headline), "</p>\n")
    case .points(let points):
      guard !points.isEmpty else { return }
      html.markup("<ul>\n")
      for point in points { html.element("<li>", text(point), "</li>\n") }
      html.markup("</ul>\n")
    case .pages(let links):
      html.markup("<ul class=\"pages\">\n")
      for link in links {
        html.element("<li><a href=\"", link.file, ".html\">")
        html.element("", text(link.name), "</a></li>\n")
      }
      html.markup("</ul>\n")
    case .table(let table):
      tables += 1
      HTMLTable(table, number: tables, text: text).write(to: &html)
    case .chart(let chart):
      let isWide = chart.table.columns.count > HTMLPage.mostBeside
      html.markup(isWide ? "<div class=\"drawn below\">\n" : "<div class=\"drawn\">\n")
      html.rendered(chart.svg(wording: wording))
    }
  }

  /// The last line says again what page this is, and its stamps, for whoever reads the end alone.
  private mutating func writeFooter() {
    html.markup("<footer>\n<p>")
    html.text(title)
    html.markup("</p>\n")
    writeStamps()
    html.markup("</footer>\n")
  }
}
