import Foundation
import Readiness
import TestSupport
import Testing

@testable import Reporting
@testable import Survey

/// Pages in a language made for tests: English with every pattern marked, a third longer, and with ŵ and ŷ.
///
/// `READINESS_PAGES=FOLDER` keeps them there for the browser.
struct MarkedPagesTests {
  /// `⟦Ŵho answered … ŵŷŵŷ⟧`: places stay as they are.
  private static func marked(_ pattern: String) -> String {
    "⟦" + pattern.replacing("w", with: "ŵ").replacing("W", with: "Ŵ").replacing("y", with: "ŷ")
      + String(repeating: "ŵŷ", count: pattern.count / 6 + 1) + "⟧"
  }

  private static func wording(for reports: [Report]) -> Wording {
    let patterns = reports.flatMap(\.phrases).flatMap(\.patterns) + HTMLPage.phrases.flatMap(\.patterns)
    return Wording(
      language: "cy", texts: Dictionary(patterns.map { ($0, marked($0)) }, uniquingKeysWith: { first, _ in first }))
  }

  @Test func `headings, links and marks speak the language of the page`() throws {
    let reports = Publication(
      try SampleAssessment.make(plan: ScoringPlan(disclosure: .pilot, consent: "test")), software: "s"
    ).reports()
    let wording = Self.wording(for: reports)
    let folder = ProcessInfo.processInfo.environment["READINESS_PAGES"].map { URL(filePath: $0) }
    if let folder { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }
    for report in reports {
      let bytes = HTMLPage(report, wording: wording).bytes
      let page = try PageReader.read(bytes)
      #expect(page.attributes["lang"] == "cy")
      for element in page.all("h1") + page.all("h2") + page.all("a") {
        #expect(element.text.contains("⟦"), "\(element.text)")
      }
      for mark in page.all("abbr") { #expect(mark.attributes["title"]?.contains("⟦") == true) }
      if let folder { try Data(bytes).write(to: folder.appending(path: "\(report.name).html")) }
    }
  }
}

extension Report {
  /// Every phrase of the report.
  fileprivate var phrases: [Phrase] {
    let blocks = sections.flatMap(\.blocks).flatMap { block -> [Phrase] in
      switch block {
      case .paragraph(let text), .headline(let text): [text]
      case .points(let texts): texts
      case .table(let table): [table.caption] + table.columns.map(\.heading) + table.rows.joined() + table.notes
      case .chart(let chart): chart.phrases
      }
    }
    return [title] + subtitles + stamps + sections.map(\.heading) + blocks
  }
}
