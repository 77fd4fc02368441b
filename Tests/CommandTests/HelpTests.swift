import Foundation
import Testing

@testable import ReadinessCommand

struct HelpTests {
  @Test(arguments: [
    [], ["run"], ["check"], ["survey"], ["survey", "list"], ["survey", "show"], ["survey", "check"],
    ["survey", "template"], ["simulate"], ["codebook"], ["power"],
    ["compare"], ["weigh"], ["rank"], ["robustness"], ["replay"], ["model"], ["reliability"], ["quality"],
    ["benchmark"], ["benchmark", "add"], ["benchmark", "list"], ["benchmark", "remove"], ["benchmark", "compare"],
  ])
  func `every help has examples and all exit codes`(command: [String]) throws {
    let outcome = try Tool.inFolder { try $0.run(command + ["--help"]) }
    #expect(outcome.code == 0)
    #expect(outcome.messages.isEmpty)
    let help = outcome.output
    #expect(help.contains("EXAMPLES\n  readiness "))
    for code in [0, 1, 2, 64, 65, 66, 73, 78] {
      #expect(help.contains("\n  \(code)\(code < 10 ? "   " : "  ")"), "\(code)")
    }
    let lines = help.split(separator: "\n")
    for line in lines where !line.hasPrefix("USAGE") { #expect(line.count <= 80, "\(line)") }
    // No line of an example is broken: what is copied from here must run.
    let examples = help.components(separatedBy: "EXAMPLES\n")[1].components(separatedBy: "\n\n")[0]
    for line in examples.split(separator: "\n") { #expect(line.hasPrefix("  "), "\(line)") }
    // An example of the command itself uses only options that its help lists, and fits its line.
    let own = lines.filter { $0.hasPrefix("  readiness \(command.joined(separator: " "))") && !command.isEmpty }
    #expect(command.isEmpty || !own.isEmpty)
    for word in own.flatMap({ $0.split(separator: " ") }) where word.hasPrefix("--") {
      #expect(lines.contains { $0.contains("\(word) ") && !$0.hasPrefix("  readiness") }, "\(word)")
    }
  }

  @Test func `exit codes are those of the specification`() {
    #expect(Exit.allCases.map(\.rawValue) == [0, 1, 2, 64, 65, 66, 73, 78])
  }

  @Test func `a mistyped option or command is answered with the nearest one`() throws {
    try Tool.inFolder { tool in
      let option = try tool("run", "x.csv", "--survey", "budget", "--ouput", "y")
      #expect(option.code == 64)
      #expect(option.messages.contains("--output"))
      #expect(try tool("run", "x.csv").code == 64)
      #expect(try tool("--version").output == "\(ReadinessCommand.version)\n")
    }
  }
}
