import Foundation
import Tabular
import Testing

@testable import ReadinessCommand

/// `readiness model` through the built program.
struct ModelJobTests {
  /// A simulated cohort of 90 people with weights and regions.
  private func cohort(_ tool: Tool) throws -> [String] {
    let made = try tool(
      "simulate", "--survey", "barriers-short", "--organisations", "9", "--respondents", "90", "--seed", "3",
      "--output", "plain.csv")
    #expect(made.code == 0)
    let lines = try tool.text("plain.csv").split(separator: "\n")
    let more = lines.enumerated().map { place, line in
      place == 0 ? "\(line),weight,region" : "\(line),\([1, 2, 0.5][place % 3]),\(["north", "south"][place % 2])"
    }
    try tool.write(more.joined(separator: "\n") + "\n", to: "a.csv")
    return ["a.csv", "--survey", "barriers-short", "--group", "region"]
  }

  private func cells(_ text: String, _ names: [String]) throws -> [[String]] {
    let table = try Table(name: "table.csv", bytes: Array(text.utf8))
    let places = try names.map { try #require(table.column(named: $0)) }
    return table.records.map { record in places.map { record.cells[$0] } }
  }

  @Test func `a score, an item and a drawn sample: the same table printed and in a folder, on any number of threads`()
    throws
  {
    try Tool.inFolder { tool in
      let base = ["model"] + (try cohort(tool))
      let score = ["--outcome", "overall", "--terms", "respondent_type", "--cluster", "organisation"]
      let printed = try tool.run(base + score + ["--threads", "1"])
      #expect(printed.code == 0, "\(printed.messages)")
      #expect(try tool.run(base + score + ["--threads", "2", "--output", "out"]).code == 0)
      #expect(try tool.text("out/models.csv") == printed.output)
      #expect(
        try tool.names(in: "out") == [
          "codebook.csv", "datapackage.json", "import.R", "import.do", "import.sps", "manifest.json", "models.csv",
          "report.html", "report.txt",
        ])
      let models = Set(try cells(printed.output, ["model"]).joined())
      #expect(models == ["linear_clustered", "random_intercept"])
      let page = try tool.text("out/report.txt")
      #expect(page.hasPrefix("WHAT GOES WITH THE ANSWERS\n") && page.contains("90 people are in the model."))
      #expect(page.contains("There are only 9 organisations."))
      // Every column of the table is explained.
      let explained = Set(
        try cells(tool.text("out/codebook.csv"), ["file", "variable"]).filter { $0[0] == "models.csv" }.map { $0[1] })
      let heading = try #require(printed.output.split(separator: "\n").first)
      #expect(Set(heading.split(separator: ",").map(String.init)) == explained)

      let drawn = try tool.run(
        base + [
          "--outcome", "overall", "--terms", "respondent_type", "--sampling-weights", "weight", "--strata", "region",
          "--finite-population", "north=400", "--finite-population", "south=500", "--json",
        ])
      #expect(drawn.code == 0, "\(drawn.messages)")
      #expect(drawn.output.contains("design_linear") && drawn.output.contains("\"finite_population\""))
      #expect(!drawn.output.contains(": nan") && !drawn.output.contains(": inf"))
    }
  }

  @Test func `wrong use, bad weights and bad sizes are told with their place`() throws {
    try Tool.inFolder { tool in
      let base = ["model"] + (try cohort(tool))
      for (arguments, words) in [
        (["--outcome", "overal", "--terms", "roll_up"], "did you mean “overall”?"),
        (["--outcome", "overall", "--terms", "respondent_id"], "tells people apart"),
        (["--outcome", "overall", "--terms", "roll_up", "--reference", "roll_up"], "--reference roll_up"),
        (["--outcome", "overall", "--terms", "roll_up", "--finite-population", "few"], "--finite-population few"),
        (["--outcome", "overall", "--terms", "regoin"], "No file has the column “regoin”"),
      ] {
        let outcome = try tool.run(base + arguments)
        #expect(outcome.code == 64 && outcome.output.isEmpty, "\(arguments)")
        #expect(outcome.messages.contains(words), "\(outcome.messages)")
      }
      let model = ["--outcome", "overall", "--terms", "roll_up"]
      try tool.write("column,group,size\nregion,north,-1\nregion,north,2\n", to: "sizes.csv")
      let sizes = try tool.run(base + model + ["--rake", "sizes.csv"])
      #expect(sizes.code == 78 && sizes.messages.contains("sizes.csv:2:size: error: found “-1”"))
      try tool.write("column,group,size\nregion,north,100\nregion,south,300\n", to: "sizes.csv")
      let raked = try tool.run(base + model + ["--rake", "sizes.csv"])
      #expect(raked.code == 0, "\(raked.messages)")
      let text = try tool.text("a.csv").split(separator: "\n").map(String.init)
      let negative = text.enumerated().map { place, line in
        place == 3
          ? line.split(separator: ",", omittingEmptySubsequences: false).dropLast(2).joined(separator: ",")
            + ",-1,south" : line
      }
      try tool.write(negative.joined(separator: "\n") + "\n", to: "a.csv")
      let bad = try tool.run(base + model + ["--sampling-weights", "weight"])
      #expect(
        bad.code == 65 && bad.messages.contains("a.csv:4:weight") && bad.messages.contains("expected a weight above 0"))
    }
  }
}
