import Foundation
import Readiness
import Testing

@testable import Reporting

struct HTMLPageTests {
  private static let name = #"A <b>"Tŷ & Co's"</b> 🙂 مجلس"#

  private func reports(_ plan: ScoringPlan = ScoringPlan()) throws -> [Report] {
    Publication(try SampleAssessment.make(plan: plan), software: "readiness 0.1.0").reports()
  }

  /// Every text of a report, in its order, as the plain page would say it.
  private func texts(_ report: Report) -> [String] {
    let blocks = report.sections.flatMap { section -> [Phrase] in
      [section.heading]
        + section.blocks.flatMap { block -> [Phrase] in
          switch block {
          case .paragraph(let text), .headline(let text): [text]
          case .points(let texts): texts
          case .pages(let links): links.map(\.name)
          case .table(let table):
            [table.caption] + (table.rows.isEmpty ? [] : table.columns.map(\.heading)) + table.rows.joined()
              + table.notes
          // Its words are an image's; ChartTests reads them.
          case .chart: []
          }
        }
    }
    return ([report.title] + report.subtitles + report.stamps + blocks).map(Wording.english.text)
  }

  private static let carriers: Set<String> = ["h1", "h2", "p", "li", "caption", "th", "td"]

  @Test func `a chart and the table of its numbers stand together, one pair to a box`() throws {
    for report in try reports() {
      let page = try PageReader.read(HTMLPage(report).bytes)
      let boxes = page.all("div").filter { $0.attributes["class"]?.hasPrefix("drawn") == true }
      let charts = report.sections.flatMap(\.blocks).count(where: \.isChart)
      #expect(boxes.count == charts && page.all("svg").count == charts, "\(report.name)")
      #expect(boxes.allSatisfy { $0.all("svg").count == 1 && $0.tables.count <= 1 })
    }
  }

  /// Beside a chart a sheet of A4 has room for seven columns of numbers.
  @Test func `on paper a wide table stands below its chart`() throws {
    func boxes(_ report: Report) throws -> [PageReader.Element] {
      try PageReader.read(HTMLPage(report).bytes).all("div").filter {
        $0.attributes["class"]?.hasPrefix("drawn") == true
      }
    }
    let run = try AttackedFolderTests.run.get()
    let all = try boxes(run.publication.report)
    for box in all {
      #expect((box.attributes["class"] == "drawn below") == (box.tables[0].headings.count > 7))
    }
    #expect(Set(all.map { $0.attributes["class"] }).count == 2)
    // The later rule holds.
    let style = PageStyle(runningStamp: "", runningTitle: "").text
    let (beside, below) = (style.range(of: ".drawn{display:grid"), style.range(of: ".below{display:block"))
    #expect(try #require(beside).upperBound < #require(below).lowerBound)
  }

  @Test func `a page says what the report says, in its order`() throws {
    for report in try reports(ScoringPlan(disclosure: .pilot, consent: "a published table")) {
      let page = try PageReader.read(HTMLPage(report).bytes)
      let body = page.all("header") + page.all("main")
      let said = body.flatMap(\.descendants).filter { Self.carriers.contains($0.name) }.map(\.text)
      let expected = texts(report).map { $0.hasPrefix("- ") ? String($0.dropFirst(2)) : $0 }
      #expect(said == expected, "\(report.name)")
    }
  }

  @Test func `one heading of the first rank, then one for each section, all with places to go to`() throws {
    for report in try reports() {
      let page = try PageReader.read(HTMLPage(report).bytes)
      #expect(page.all("h1").count == 1)
      let ids = page.descendants.compactMap { $0.attributes["id"] }
      #expect(Set(ids).count == ids.count)
      let links = page.all("a").compactMap { $0.attributes["href"] }.filter { $0.hasPrefix("#") }
      #expect(links.first == "#main")
      let listed = report.sections.filter { $0.heading == HTMLPage.contents }.flatMap(\.blocks).flatMap { block in
        if case .points(let points) = block { points } else { [Phrase]() }
      }
      #expect(links.count == 1 || links.count == 1 + report.sections.count + listed.count)
      for link in links { #expect(ids.contains(String(link.dropFirst())), "\(link)") }
      #expect(page.all("main").count == 1 && page.all("header").count == 1)
      #expect(page.attributes["lang"] == "en")
    }
  }

  @Test func `the report links the page of every organisation, and no page that is not written`() throws {
    let publication = Publication(try SampleAssessment.make(), software: "readiness 0.1.0")
    func hrefs(_ report: Report) throws -> [String] {
      try PageReader.read(HTMLPage(report).bytes).all("a").compactMap { $0.attributes["href"] }.filter {
        !$0.hasPrefix("#")
      }
    }
    let pages = publication.files.map(\.name).filter { $0.hasPrefix("profile-") && $0.hasSuffix(".html") }
    #expect(try hrefs(publication.report) == pages)
    for page in publication.pages { #expect(try hrefs(page.report).isEmpty) }
    let text = PlainText().text(of: publication.report)
    #expect(publication.pages.allSatisfy { text.contains("\($0.profile.organization): profile-\($0.slug).txt") })
  }

  @Test func `names cannot become markup, in any place`() throws {
    let name = Phrase.verbatim(Self.name + "\u{202E}")
    let table = TextTable(caption: name, columns: [.words(name), .numbers(name)], rows: [[name, name]], notes: [name])
    let report = Report(
      name: "x", title: name, subtitles: [name], stamps: [name],
      sections: (1...7).map { _ in Section(name, [.paragraph(name), .headline(name), .points([name]), .table(table)]) })
    let page = try PageReader.read(HTMLPage(report).bytes)
    #expect(page.all("b").isEmpty)
    let carriers = page.descendants.filter { Self.carriers.contains($0.name) && $0.name != "h2" }
    #expect(carriers.filter { $0.text == Self.name }.count == 4 + 7 * 10)
    #expect(page.all("title").map(\.text) == ["\(Self.name): \(Self.name)"])
    #expect(page.all("h2").count == 8)
  }

  @Test func `a page asks for nothing from outside, runs nothing, and is not for search engines`() throws {
    for report in try reports() {
      let page = try PageReader.read(HTMLPage(report).bytes)
      #expect(page.all("script").isEmpty && page.all("img").isEmpty && page.all("form").isEmpty)
      for element in page.descendants {
        #expect(element.attributes.keys.allSatisfy { !$0.hasPrefix("on") && $0 != "style" })
        for key in ["src", "href"] {
          guard let place = element.attributes[key] else { continue }
          // Another page of the run lies in the same folder.
          let isBeside = place.hasPrefix("profile-") && place.hasSuffix(".html") && !place.contains("/")
          #expect(place.hasPrefix("#") || place == "data:," || isBeside, "\(place)")
        }
      }
      let metas = page.all("meta")
      let policy = metas.first { $0.attributes["http-equiv"] == "Content-Security-Policy" }?.attributes["content"]
      #expect(policy?.hasPrefix("default-src 'none';") == true)
      #expect(metas.contains { $0.attributes["name"] == "robots" && $0.attributes["content"] == "noindex, nofollow" })
    }
  }

  @Test func `a stamp stands at the top, at the end, and above every sheet of paper`() throws {
    let stamp = "PILOT: nothing is hidden here"
    for report in try reports(ScoringPlan(disclosure: .pilot, consent: "a published table")) {
      let page = try PageReader.read(HTMLPage(report).bytes)
      for place in page.all("header") + page.all("footer") {
        #expect(place.all("p").contains { $0.attributes["class"] == "stamp" && $0.text.hasPrefix(stamp) })
      }
      #expect(page.all("style").first?.text.contains(#"@top-center{content:"PILOT\3a  nothing is hidden here"#) == true)
    }
    let unstamped = try PageReader.read(HTMLPage(try #require(try reports().first)).bytes)
    #expect(unstamped.all("style").first?.text.contains(#"@top-center{content:"";"#) == true)
  }

  @Test func `the same report gives the same bytes`() throws {
    let pages = try (1...2).map { _ in try reports().map { HTMLPage($0).bytes } }
    #expect(pages[0] == pages[1])
  }
}
