import Readiness
import Testing

@testable import Reporting

/// The reader of ``AttackedFolderTests`` reads the pages too: numbers of hidden groups stand in no table, heading, title or mark.
struct AttackedPagesTests {
  private static let minimum = 5

  private func pages() throws -> [String: PageReader.Element] {
    let files = try AttackedFolderTests.run.get().publication.files.filter { $0.name.hasSuffix(".html") }
    return Dictionary(
      try files.map { ($0.name, try PageReader.read($0.bytes)) }, uniquingKeysWith: { first, _ in first })
  }

  /// The cells of a row that hold a number, with their headings.
  private func numbers(_ row: [String]) -> [String] { row.dropFirst().filter { $0.contains { $0.isNumber } } }

  @Test func `no table of any page has a number of a hidden organisation`() throws {
    let run = try AttackedFolderTests.run.get()
    let hidden = Set(run.publication.assessment.profiles.filter { $0.respondents == nil }.map(\.organization))
    let shown = Set(run.publication.assessment.profiles.filter { $0.respondents != nil }.map(\.organization))
    #expect(!hidden.isEmpty && !shown.isEmpty)
    var told = (hidden: 0, shown: 0)
    for (name, page) in try pages() {
      for table in page.tables {
        for row in table.rows {
          if row.contains(where: hidden.contains) {
            told.hidden += 1
            #expect(
              row.allSatisfy { hidden.contains($0) || !$0.contains { $0.isNumber } || $0.hasPrefix("Hidden") },
              "\(name): \(row)")
          }
          told.shown += row.contains(where: shown.contains) ? 1 : 0
        }
      }
    }
    #expect(told.hidden >= hidden.count && told.shown >= shown.count)
  }

  @Test func `the page of an organisation does not list a type of one to four people`() throws {
    let run = try AttackedFolderTests.run.get()
    let pages = try pages()
    var small = 0
    for profile in run.publication.assessment.profiles {
      let page = try #require(pages["profile-\(Slug.slug(for: profile.organization)).html"])
      for type in run.responses.instrument.respondentTypes {
        let people = run.truth.people(.init(profile.organization, "respondent_type", type.code))
        guard (1..<Self.minimum).contains(people) else { continue }
        small += 1
        // Five hidden types of five people would be five people alone.
        let rows = page.tables.flatMap(\.rows).filter { $0.first == type.label.english }
        #expect(rows == [], "\(profile.organization)")
      }
    }
    #expect(small > 20)
    // The same reader finds the types on the page of all, where they are shown.
    let all = try #require(pages["report.html"]).tables.flatMap(\.rows).compactMap(\.first)
    #expect(run.responses.instrument.respondentTypes.contains { all.contains($0.label.english) })
  }

  @Test func `a page of a hidden organisation tells no number of its own, not even to a screen reader`() throws {
    let run = try AttackedFolderTests.run.get()
    let pages = try pages()
    for profile in run.publication.assessment.profiles where profile.respondents == nil {
      let page = try #require(pages["profile-\(Slug.slug(for: profile.organization)).html"])
      #expect(page.tables.flatMap(\.rows).flatMap(numbers) == [])
      for element in page.descendants where !["meta", "div", "span", "h2"].contains(element.name) {
        for key in ["title", "aria-label", "alt"] {
          #expect(element.attributes[key]?.contains { $0.isNumber } != true, "\(element.attributes)")
        }
      }
    }
  }
}
