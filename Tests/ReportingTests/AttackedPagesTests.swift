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

  /// Bars of answers against `distributions.csv` and the numbers of people on the same page, by subtraction alone.
  @Test func `what a bar of answers shows follows from what is told`() throws {
    let run = try AttackedFolderTests.run.get()
    let page = try #require(try pages()["report.html"])
    let who = try #require(page.tables.first { $0.caption.contains("Answers by type of respondent") })
    let people = Dictionary(who.rows.map { ($0[0], Int($0[1])) }, uniquingKeysWith: { first, _ in first })
    let types = Dictionary(
      uniqueKeysWithValues: run.responses.instrument.respondentTypes.map { ($0.label.english, $0.code) })
    let items = Dictionary(
      run.responses.instrument.items.map { ($0.text.english, $0.code) }, uniquingKeysWith: { first, _ in first })
    let told = Dictionary(grouping: try run.rows("distributions.csv")) { row in
      "\(row["item"] ?? "") \(row["respondent_type"] ?? "")"
    }
    var seen = (bars: 0, together: 0)
    for table in page.tables where table.headings.last == "People asked" {
      // A row without what agrees has no bar.
      for row in table.rows where row.suffix(2).first != "[c]" {
        let group = table.headings[0] == "Who" ? row[0] : "All"
        let item = items[row[0]] ?? items.first { table.caption.contains("“\($0.key)”") }?.value
        let rows = try #require(told["\(item ?? "") \(types[group] ?? "all")"])
        let counts = Dictionary(
          uniqueKeysWithValues: rows.map { ($0["answer"] ?? "", $0["count"].flatMap { Int($0) }) })
        let asked = try #require(people[group] ?? nil) - #require(counts["not_asked"] ?? nil)
        #expect(Int(row.last ?? "") == asked)
        func number(_ cell: String) -> Int? {
          Double(cell.dropLast()).map { Int(($0 * Double(asked) / 100).rounded()) }
        }
        let cells = row.dropFirst().dropLast(2).map { $0 == "[c]" ? nil : number($0) }
        for (place, rating) in ["1", "2", "3", "4", "5"].enumerated() { #expect(cells[place] == counts[rating]) }
        let ratings = (1...5).map { counts["\($0)"] ?? nil }
        let others = ["dk", "nfm", "skipped"].map { counts[$0] ?? nil }
        // No answer is told in full, or what the ratings leave.
        let sum = { (numbers: [Int?]) in numbers.reduce(0) { $0 + ($1 ?? 0) } }
        let none = ratings.contains(nil) ? (others.contains(nil) ? nil : sum(others)) : asked - sum(ratings)
        #expect(cells[5] == none)
        let hidden = cells.prefix(6).count { $0 == nil }
        #expect(hidden != 1)
        if hidden > 0 {
          #expect(cells[6] == asked - sum(Array(cells.prefix(6))))
          #expect(try #require(cells[6]) >= Self.minimum)
          seen.together += 1
        }
        for number in cells.compactMap(\.self) { #expect(number == 0 || number >= Self.minimum) }
        seen.bars += 1
      }
    }
    // Bars are drawn by default, over everybody and by type, and some of their answers are hidden.
    #expect(seen.bars >= 6 && seen.together >= 3)
  }
}
