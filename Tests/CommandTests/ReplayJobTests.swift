import Foundation
import Testing

@testable import ReadinessCommand

/// `readiness replay` through the built program.
struct ReplayJobTests {
  private struct Draw: Decodable {
    struct Row: Decodable {
      let organisation: String
      let score: Double
      let rank: Int
    }
    let schema_version: Int
    let draw: Int
    let fingerprint: String
    let choices: [String: String]
    let organisations: [Row]
  }

  /// A study of 60 simulated people in the folder `out`.
  private func study(_ tool: Tool) throws {
    try tool.write("draws: 200\nmissing_rule: {share: 0.6}\nseed: 18446744073709551615\n", to: "plan.yaml")
    #expect(
      try tool(
        "simulate", "--survey", "barriers-standard", "--organisations", "6", "--respondents", "60", "--seed", "3",
        "--output", "cohort.csv"
      ).code == 0)
    let made = try tool(
      "robustness", "cohort.csv", "--survey", "barriers-standard", "--plan", "plan.yaml", "--base", "8",
      "--schemes", "equal,budget", "--output", "out")
    #expect(made.code == 0, "\(made.messages)")
  }

  @Test func `a draw made again agrees to the last bit, and draw 0 is the published ranking`() throws {
    try Tool.inFolder { tool in
      try study(tool)
      let outcome = try tool("replay", "out/evidence.json", "--draw", "5", "--json", "--threads", "1")
      #expect(outcome.code == 0 && outcome.messages.contains("to the last bit"), "\(outcome.messages)")
      let draw = try JSONDecoder().decode(Draw.self, from: Data(outcome.output.utf8))
      #expect(draw.draw == 5 && draw.choices.count == 6 && draw.organisations.count >= 2)
      #expect(try tool.text("out/evidence.json").contains("\"\(draw.fingerprint)\""))
      #expect(draw.schema_version == 1)
      #expect(
        try tool("replay", "out/evidence.json", "cohort.csv", "--draw", "5", "--json", "--threads", "2").output
          == outcome.output)
      let page = try tool("replay", "out/evidence.json", "--draw", "16")
      #expect(page.code == 0 && page.output.hasPrefix("DRAW 16 OF 16\n"))
      let first = try JSONDecoder().decode(
        Draw.self, from: Data(tool("replay", "out/evidence.json", "--draw", "0", "--json").output.utf8))
      #expect(first.choices["aggregation"] == "arithmetic" && first.choices["respondents"] == "as they answered")
      let published = try tool.text("out/robustness.csv").split(separator: "\n").dropFirst().map {
        $0.split(separator: ",").prefix(2).map(String.init)
      }
      #expect(first.organisations.map { [$0.organisation, "\($0.rank)"] } == published)
    }
  }

  @Test func `answers that were changed are refused with the reason, and so is a draw that is not there`() throws {
    try Tool.inFolder { tool in
      try study(tool)
      #expect(try tool("replay", "out/evidence.json", "--draw", "17").messages.contains("There is no draw 17"))
      let answers = try tool.text("cohort.csv")
      try tool.write(answers.replacing(",4,", with: ",5,", maxReplacements: 1), to: "cohort.csv")
      let changed = try tool("replay", "out/evidence.json", "--draw", "5")
      #expect(changed.code == 65 && changed.output.isEmpty)
      #expect(changed.messages.contains("cohort.csv had the SHA-256 sum"))
      try FileManager.default.removeItem(at: tool.url("cohort.csv"))
      #expect(try tool("replay", "out/evidence.json", "--draw", "5").code == 66)
      #expect(try tool("replay", "plan.yaml", "--draw", "5").messages.contains("is not an evidence file"))
    }
  }

  @Test func `a fingerprint that was changed does not pass, and the evidence holds no answers`() throws {
    try Tool.inFolder { tool in
      try study(tool)
      let evidence = try tool.text("out/evidence.json")
      #expect(!evidence.contains("Organisation") && !evidence.contains("respondent_id"))
      let draw = try JSONDecoder().decode(
        Draw.self, from: Data(tool("replay", "out/evidence.json", "--draw", "5", "--json").output.utf8))
      let other = (draw.fingerprint.first == "0" ? "1" : "0") + draw.fingerprint.dropFirst()
      try tool.write(evidence.replacing(draw.fingerprint, with: other), to: "evidence.json")
      let outcome = try tool("replay", "evidence.json", "cohort.csv", "--draw", "5")
      #expect(outcome.code == 65 && outcome.output.isEmpty && outcome.messages.contains("the evidence was changed"))
      try tool.write(evidence.replacing("\"draws\": 200", with: "\"draws\": 201"), to: "evidence.json")
      #expect(
        try tool("replay", "evidence.json", "cohort.csv", "--draw", "5").messages.contains("its plan was changed"))
    }
  }
}
