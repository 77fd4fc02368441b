import Testing

@testable import ReadinessCommand

struct SimulateJobTests {
  @Test(arguments: [
    ("cohort.csv", "cohort-truth.csv"), ("/a/b.c/cohort.csv", "/a/b.c/cohort-truth.csv"), ("cohort", "cohort-truth"),
    ("./x.y.csv", "./x.y-truth.csv"),
  ])
  func `the truth lies beside the answers`(output: String, truth: String) {
    #expect(SimulateJob.truthPath(for: output) == truth)
  }

  @Test func `same seed, same bytes; both files or none`() throws {
    try Tool.inFolder { tool in
      for name in ["a.csv", "b.csv"] {
        let outcome = try tool(
          "simulate", "--survey", "barriers-short", "--organisations", "3", "--respondents", "12", "--seed", "5",
          "--output", name)
        #expect(outcome.code == 0)
        #expect(outcome.output.isEmpty)
      }
      #expect(try tool.text("a.csv") == tool.text("b.csv"))
      #expect(try tool.text("a-truth.csv") == tool.text("b-truth.csv"))
      #expect(try tool.text("a.csv").split(separator: "\n").count == 13)
      let refused = try tool("simulate", "--survey", "barriers-short", "--output", "a.csv")
      #expect(refused.code == 73)
      #expect(try tool.text("a.csv") == tool.text("b.csv"))
      #expect(try tool("simulate", "--survey", "barriers-short", "--respondents", "2").code == 64)
    }
  }
}
