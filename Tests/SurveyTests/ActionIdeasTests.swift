import Foundation
import Testing

@testable import Survey

/// The shipped ideas against the list of the domain reference, and files that cannot be used.
struct ActionIdeasTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Surveys")

  @Test("All fourteen tips are there, and every barrier has two ideas or more")
  func shipped() throws {
    let ideas = try ActionIdeas(folder: Self.folder)
    let tips = ideas.ideas.filter { if case .tip = $0.origin { true } else { false } }
    #expect(tips.map(\.origin) == (1...14).map { .tip($0) })
    // Four barriers have one tip only (domain reference 8.11); the tools make up for it.
    for number in 1...11 {
      let id = "d\(number < 10 ? "0" : "")\(number)"
      let own = ideas.ideas(for: id)
      // Short-termism stands second wherever the domain reference names it, so its ideas fit in part.
      #expect(own.count >= 2 && (own.first?.dimensions.first == id) == (id != "d10"), "\(id)")
    }
    #expect(ideas.ideas(for: "d01").first?.text.english == "Have a clear outline of what you are doing")
    #expect(ideas.ideas.allSatisfy { !$0.text.english.hasSuffix(".") })
  }

  @Test("Cells that cannot be used are named by row and column, and a folder without files holds no ideas")
  func faults() throws {
    let file = ActionIdeasFile(
      name: "step-tools.csv",
      bytes: Array("tool,dimensions,facet,text_en\n1,d01,map-it,Ask\n1,d02,mapit,\n".utf8), numberColumn: "tool",
      facetColumn: "facet")
    #expect(file.ideas.map(\.dimensions) == [["d01"]])
    #expect(file.faults.map(\.column) == ["tool", "facet", "text_en"] && file.faults.allSatisfy { $0.row == 3 })
    let bare = ActionIdeasFile(
      name: "a.csv", bytes: Array("tool\n1\n".utf8), numberColumn: "tool", facetColumn: "facet")
    #expect(bare.ideas.isEmpty && bare.faults.count == 3)
    #expect(try ActionIdeas(folder: Self.folder.appending(path: "examples")) == .none)
  }
}
