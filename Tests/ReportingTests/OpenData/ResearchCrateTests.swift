import Foundation
import Testing

@testable import Readiness
@testable import Reporting

/// What an archive is told, read with Foundation's own reader; `Tests/OpenData/check` shows it to the standard's validator.
struct ResearchCrateTests {
  private static func entities(
    licence: String = "For members.", publisher: String? = nil, files: [PublishedFile]
  ) throws -> [String: [String: Any]] {
    let publication = Publication(try SampleAssessment.make(), software: "s")
    let crate = ResearchCrate(
      ResearchCrate.Release(day: "2026-11-21", licence: licence, publisher: publisher), of: files,
      sums: Dictionary(uniqueKeysWithValues: files.map { ($0.name, "sum of \($0.name)") }),
      instrument: publication.assessment.instrument, seed: 9,
      inputs: [ResearchCrate.Input(name: "answers.csv", role: "responses", sum: "abc")],
      program: ResearchCrate.Program(name: "readiness", version: "1.2.3"))
    let document = try JSONSerialization.jsonObject(with: Data(crate.json.document)) as? [String: Any]
    let graph = try #require(document?["@graph"] as? [[String: Any]])
    return Dictionary(uniqueKeysWithValues: graph.map { ($0["@id"] as? String ?? "", $0) })
  }

  private static let files = [
    PublishedFile(name: "report.txt", bytes: Array("abc".utf8)), PublishedFile(name: "set-aside.csv", bytes: [0x61]),
    PublishedFile(name: "import.R", bytes: []),
  ]

  @Test func `each file is listed with its size and sum, and answers that were set aside are not`() throws {
    let found = try Self.entities(files: Self.files)
    let parts = (found["./"]?["hasPart"] as? [[String: String]])?.compactMap { $0["@id"] }
    #expect(parts == ["import.R", "report.txt", "manifest.json"])
    #expect(found["set-aside.csv"] == nil)
    #expect(found["report.txt"]?["contentSize"] as? String == "3")
    #expect(found["report.txt"]?["sha256"] as? String == "sum of report.txt")
    #expect(found["report.txt"]?["encodingFormat"] as? String == "text/plain")
    #expect(found["manifest.json"]?["sha256"] == nil)
  }

  @Test func `every link leads to something that is described, or to the standard`() throws {
    for publisher in [nil, "Exampleshire"] {
      let found = try Self.entities(publisher: publisher, files: Self.files)
      var links: [String] = []
      func walk(_ value: Any) {
        if let list = value as? [Any] { for item in list { walk(item) } }
        guard let members = value as? [String: Any] else { return }
        if members.count == 1, let id = members["@id"] as? String { links.append(id) }
        for member in members.values { walk(member) }
      }
      for entity in found.values { walk(entity) }
      #expect(links.count > 10)
      for link in links { #expect(found[link] != nil || link == "https://w3id.org/ro/crate/1.1", "\(link)") }
      #expect((found["#publisher"] != nil) == (publisher != nil))
    }
  }

  @Test func `an address is its own licence, and a sentence is told as one`() throws {
    let address = "https://creativecommons.org/licenses/by/4.0/"
    let open = try Self.entities(licence: address, files: [])
    #expect((open["./"]?["license"] as? [String: String])?["@id"] == address)
    let closed = try Self.entities(licence: "For members.", files: [])
    #expect((closed["./"]?["license"] as? [String: String])?["@id"] == "#licence")
    #expect(closed["#licence"]?["name"] as? String == "For members.")
    #expect(closed["./"]?["datePublished"] as? String == "2026-11-21")
    #expect((closed["#run"]?["description"] as? String)?.contains("Seed 9") == true)
  }
}
