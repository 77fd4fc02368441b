import Foundation
import TestSupport
import Testing

/// `--ledger` through the built program: what it refuses, what it holds back, and what its file says.
struct LedgerFileTests {
  /// Rows of the short form; organisations of eight people each.
  private static func rows(_ people: Range<Int>, organization: Int? = nil) -> String {
    people.map { person in
      let answers = (0..<22).map { item in "\((person * 7_919 + item * 104_729 + person * item * 31) / 11 % 5 + 1)" }
      let type = ["senior_commissioner", "front_line_worker"][person % 2]
      return "id\(person),Riverside \(organization ?? person / 8),\(type)," + answers.joined(separator: ",") + "\n"
    }.joined()
  }

  private static let heading: String = {
    let text = (try? String(contentsOf: Repository.url("Surveys/barriers-short/items.csv"), encoding: .utf8)) ?? ""
    let codes = text.split(separator: "\n").dropFirst().map { $0.split(separator: ",")[0] }.filter { $0.hasPrefix("d") }
    return "respondent_id,organisation,respondent_type," + codes.joined(separator: ",") + "\n"
  }()

  private func run(_ tool: Tool, _ command: String, _ file: String, _ more: String...) throws -> Tool.Outcome {
    try tool.run(
      [command, file, "--survey", "barriers-short", "--plan", "plan.yaml", "--quiet", "--ledger", "ledger.jsonl"] + more
    )
  }

  private func releases(_ tool: Tool) throws -> Int { try tool.text("ledger.jsonl").split(separator: "\n").count - 1 }

  @Test func `late replies are refused or held back, and the same answers are not`() throws {
    try Tool.inFolder { tool in
      try tool.write("draws: 100\npermutations: 99\n", to: "plan.yaml")
      try tool.write(Self.heading + Self.rows(0..<32), to: "first.csv")
      #expect(try run(tool, "run", "first.csv", "--dry-run").code == 0)
      #expect(!(try tool.names().contains("ledger.jsonl")))
      let first = try run(tool, "run", "first.csv", "--output", "first")
      #expect(first.code == 0, "\(first.messages)")
      let noted = try tool.text("ledger.jsonl")
      #expect(try releases(tool) == 1)
      // Neither names nor identifiers nor answers, and nobody else may read it.
      #expect(!noted.contains("Riverside") && !noted.contains("id1") && !noted.contains("senior"))
      let attributes = try FileManager.default.attributesOfItem(atPath: tool.url("ledger.jsonl").path())
      #expect(attributes[.posixPermissions] as? Int == 0o600)

      // The same answers, by this command and others, in another order.
      let turned = Self.rows(0..<32).split(separator: "\n").reversed().joined(separator: "\n") + "\n"
      try tool.write(Self.heading + turned, to: "turned.csv")
      for command in ["run", "rank", "compare", "reliability", "quality", "weigh"] {
        let outcome = try run(tool, command, "turned.csv")
        #expect(outcome.code == 0, "\(command): \(outcome.messages)")
      }
      #expect(try run(tool, "model", "turned.csv", "--outcome", "overall", "--terms", "respondent_type").code == 0)

      // One more person, and all but one organisation with one person more.
      let before = try tool.text("ledger.jsonl")
      try tool.write(Self.heading + Self.rows(0..<32) + Self.rows(90..<91, organization: 2), to: "late.csv")
      try tool.write(Self.heading + Self.rows(8..<32) + Self.rows(90..<91, organization: 2), to: "part.csv")
      for file in ["late.csv", "part.csv"] {
        for command in ["run", "rank", "weigh"] {
          let outcome = try run(tool, command, file, "--output", "refused")
          #expect(outcome.code == 65 && outcome.output.isEmpty, "\(outcome.messages)")
          #expect(outcome.messages.contains("release 1 is about nearly the same people"), "\(outcome.messages)")
        }
      }
      #expect(!(try tool.names().contains("refused")))
      #expect(try tool.text("ledger.jsonl") == before)

      // Two in one organisation and ten in another: the first is held back in every file.
      let many = Self.rows(90..<92, organization: 2) + Self.rows(100..<110, organization: 3)
      try tool.write(Self.heading + Self.rows(0..<32) + many, to: "many.csv")
      let held = try run(tool, "run", "many.csv", "--output", "held")
      #expect(held.code == 0, "\(held.messages)")
      let disclosure = try tool.text("held/disclosure.csv")
      #expect(disclosure.contains("number,profiles,respondents,Riverside 2,,,,,withheld,earlier_release,,"))
      let scores = try tool.text("held/scores.csv").split(separator: "\n").filter { $0.contains("Riverside 2,") }
      #expect(!scores.isEmpty && scores.allSatisfy { $0.contains("suppressed") || $0.contains("not_asked") })
      #expect(try tool.text("held/manifest.json").contains("\"holds_back\": true"))
      #expect(try tool.text("held/report.txt").contains("An earlier release shows nearly the same people"))
      // A study that others make again leaves nobody out.
      #expect(try run(tool, "robustness", "many.csv").code == 65)
      #expect(
        try tool.run(["run", "many.csv", "--survey", "barriers-short", "--plan", "plan.yaml", "--quiet"]).code == 0)
    }
  }

  @Test func `a file that is no ledger, and commands that keep none, say so`() throws {
    try Tool.inFolder { tool in
      try tool.write("draws: 100\npermutations: 99\n", to: "plan.yaml")
      try tool.write(Self.heading + Self.rows(0..<16), to: "answers.csv")
      try tool.write("{\"format\":1,\"key\":3}\n{\"survey\":\"barriers-short\"}\n", to: "ledger.jsonl")
      let faulty = try run(tool, "run", "answers.csv")
      #expect(faulty.code == 65 && faulty.messages.contains("is not a ledger"))
      #expect(try run(tool, "compare", "answers.csv", "--waves", "a,b").code == 64)
      // Every option that publishes numbers about people has it; the help says what is missing without it.
      let help = try tool("run", "--help").output
      #expect(
        help.contains("--ledger <file>")
          && help.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            .contains("Without it, runs over overlapping people are not compared")
      )
    }
  }
}
