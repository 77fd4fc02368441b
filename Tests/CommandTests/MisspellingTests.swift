import Testing

@testable import ReadinessCommand

/// Slips of a newcomer, each answered with what to do.
struct MisspellingTests {
  @Test func `an unknown option is named with the nearest one, also where a required one is missing`() throws {
    #expect(
      Misspelling.sentences(["run", "a.csv", "--surve", "x"], root: ReadinessCommand.self)
        == ["There is no option “--surve”. Did you mean “--survey”?"])
    #expect(
      Misspelling.sentences(["survey", "show", "--survey=x", "--", "--y"], root: ReadinessCommand.self).count == 1)
    #expect(Misspelling.sentences(["run", "a.csv", "--survey", "x", "-q"], root: ReadinessCommand.self).isEmpty)
    try Tool.inFolder { tool in
      let outcome = try tool("run", "a.csv", "--surve", "barriers-short")
      #expect(outcome.code == 64)
      #expect(outcome.messages.contains("“--surve”. Did you mean “--survey”?"))
      #expect(outcome.messages.contains("Missing expected argument"))
    }
  }

  @Test func `answers to another form are noticed, and those to this one are not`() throws {
    try Tool.inFolder { tool in
      for form in ["standard", "short"] {
        #expect(
          try tool(
            "simulate", "--survey", "barriers-\(form)", "--organisations", "2", "--respondents", "6", "--output",
            "\(form).csv"
          ).code == 0)
      }
      let other = try tool("check", "standard.csv", "--survey", "barriers-short")
      #expect(other.output.contains("use --survey barriers-standard."))
      #expect(try !tool("check", "short.csv", "--survey", "barriers-short").output.contains("--survey"))
    }
  }

  @Test func `a file that is no table is not to be mended by leaving rows out`() throws {
    try Tool.inFolder { tool in
      try tool.write("some words\nand more\n", to: "junk.csv")
      let outcome = try tool("check", "junk.csv", "--survey", "barriers-short")
      #expect(outcome.code == 65)
      #expect(!outcome.messages.contains("--set-aside"))
    }
  }
}
