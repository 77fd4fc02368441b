import Foundation
import Testing

@testable import ReadinessCommand

/// `readiness power` through the built program.
struct PowerJobTests {
  private func document(_ outcome: Tool.Outcome) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  @Test func `five against three: the page says first what cannot be shown`() throws {
    try Tool.inFolder { tool in
      let outcome = try tool("power", "--groups", "5,3")
      #expect(outcome.code == 0)
      #expect(outcome.messages.isEmpty)
      let page = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let cannot = try #require(page.range(of: "No configuration of these families can reach .05."))
      let table = try #require(page.range(of: "Smallest adjusted p"))
      #expect(cannot.lowerBound < table.lowerBound)
      // 2 of 56 splits; times 11 barriers.
      #expect(page.contains("0.036"))
      #expect(page.contains("0.393"))
      #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
      #expect(try tool("power", "--groups", "5,3").output == outcome.output)
    }
  }

  @Test func `organisations give two designs, as a page and as a document`() throws {
    try Tool.inFolder { tool in
      let page = try tool("power", "--organisations", "12", "--per-organisation", "7", "--icc", ".1")
      #expect(page.code == 0)
      #expect(page.output.contains("Types side by side in every organisation"))
      #expect(page.output.contains("One type only in each organisation"))
      let document = try document(
        tool("power", "--organisations", "12", "--per-organisation", "7", "--icc", ".1", "--json"))
      let designs = try #require(document["designs"] as? [[String: Any]])
      #expect(designs.compactMap { $0["structure"] as? String } == ["within_organisations", "whole_organisations"])
      #expect(designs.compactMap { $0["people"] as? [Int] } == [[48, 36], [42, 42]])
      let families = try #require(designs[1]["families"] as? [[String: Any]])
      #expect(families.compactMap { $0["family"] as? String } == ["overall", "co", "steps", "dimensions"])
      #expect(families.compactMap { $0["comparisons"] as? Int } == [1, 4, 5, 11])
      let smallest = try #require(families[0]["p_smallest"] as? Double)
      #expect(abs(smallest - 2.0 / 924) < 1e-12)
      #expect(designs[1]["design_effect"] as? Double == 1.6)
    }
  }

  @Test func `three groups have pairs, and a list gives the people of each type`() throws {
    try Tool.inFolder { tool in
      let document = try document(tool("power", "--groups", "12,9,9", "--json"))
      let design = try #require((document["designs"] as? [[String: Any]])?.first)
      let pairs = try #require(design["pairs"] as? [[String: Any]])
      #expect(pairs.compactMap { $0["groups"] as? [Int] } == [[1, 2], [1, 3], [2, 3]])
      #expect(pairs.allSatisfy { $0["comparisons"] as? Int == 3 })
      let page = try tool("power", "--groups", "12,9,9").output
      #expect(page.contains("12 v 9 people"))
      let listed = try self.document(
        tool("power", "--organisations", "4,3,3", "--per-organisation", "2,2,1", "--json"))
      let designs = try #require(listed["designs"] as? [[String: Any]])
      #expect(designs.compactMap { $0["people"] as? [Int] } == [[20, 20, 10], [20, 15, 15]])
    }
  }

  @Test(arguments: [
    ["power"], ["power", "--groups", "5"], ["power", "--groups", "5,x"], ["power", "--groups", "5,0"],
    ["power", "--groups", "5,3", "--icc", ".1"], ["power", "--organisations", "12"],
    ["power", "--organisations", "12", "--per-organisation", "7", "--icc", "2"],
    ["power", "--organisations", "4,3", "--per-organisation", "2,2,2"],
    ["power", "--organisations", "1", "--per-organisation", "1"],
    ["power", "--groups", "5,3", "--power", "1.2"], ["power", "--groups", "5,3", "--level", "0"],
    ["power", "--groups", "5,3", "--answer-shares", "50,60"],
  ])
  func `a design that makes no sense is refused with code 64`(arguments: [String]) throws {
    try Tool.inFolder { tool in
      let outcome = try tool.run(arguments)
      #expect(outcome.code == 64)
      #expect(outcome.output.isEmpty)
      #expect(!outcome.messages.isEmpty)
    }
  }

  @Test func `a folder holds the page and the document, and is not written over unasked`() throws {
    try Tool.inFolder { tool in
      let page = try tool("power", "--groups", "12,9").output
      let written = try tool("power", "--groups", "12,9", "--output", "design")
      #expect(written.code == 0 && written.output.isEmpty)
      #expect(try tool.names(in: "design") == ["power.html", "power.json", "power.txt"])
      #expect(try tool.text("design/power.txt") == page)
      #expect(try tool.text("design/power.json") == tool("power", "--groups", "12,9", "--json").output)
      #expect(try tool("power", "--groups", "12,9", "--output", "design").code == 73)
      #expect(try tool("power", "--groups", "12,9", "--output", "design", "--force").code == 0)
    }
  }

  /// .6747 was 68 of 100 in the sentence and 0.67 in the table.
  @Test func `the sentence and the table round alike`() throws {
    try Tool.inFolder { tool in
      let text = try tool("power", "--groups", "40,40").output
      let page = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let document = try document(tool("power", "--groups", "40,40", "--json"))
      let designs = try #require(document["designs"] as? [[String: Any]])
      let families = try #require(designs.first?["families"] as? [[String: Any]])
      let superiority = try #require(families.first?["detectable_superiority"] as? Double)
      #expect(page.contains("in \(Int((100 * superiority).rounded())) of 100 pairs"))
    }
  }
}
