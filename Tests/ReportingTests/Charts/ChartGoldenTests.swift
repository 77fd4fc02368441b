import Foundation
import Survey
import TestSupport
import Testing

@testable import Reporting

/// One drawing of each kind, byte by byte. `RECORD_GOLDEN=1` writes them anew and still fails.
struct ChartGoldenTests {
  @Test(arguments: ChartExamples.charts) func `a drawing`(chart: Chart) throws {
    let golden = Repository.url("Tests/References/golden/charts")
    let recording = ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1"
    let now = Data(chart.file(wording: .english).utf8)
    let url = golden.appending(path: "\(chart.id).svg")
    if recording {
      try FileManager.default.createDirectory(at: golden, withIntermediateDirectories: true)
      try now.write(to: url)
    }
    #expect(now == (try? Data(contentsOf: url)), "\(chart.id).svg is not what was recorded")
    #expect(!recording, "recorded \(chart.id): look at it, then run without RECORD_GOLDEN")
  }
}
