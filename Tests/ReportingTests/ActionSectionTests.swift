import Foundation
import Survey
import Testing

@testable import Readiness
@testable import Reporting

/// What is suggested for made-up scores, decided by hand.
struct ActionSectionTests {
  private let ideas = ActionIdeas([
    idea(1, ["d02"], "Plan"), idea(2, ["d04"], "Start early"), idea(3, ["d03", "d05"], "Trust"),
    idea(4, ["d03"], "Share"), idea(5, ["d05", "d04"], "Tell"),
  ])

  private static func idea(_ tip: Int, _ dimensions: [String], _ text: String) -> ActionIdea {
    ActionIdea(origin: .tip(tip), dimensions: dimensions, facet: .step(.map), text: LocalizedText(["en": text]))
  }

  private func points(_ scores: [String: Double?], ideas: ActionIdeas? = nil) throws -> [String] {
    let assessment = try SampleAssessment.make()
    let estimates = scores.mapValues { value in
      value.map { Estimate(value: $0, interval: nil, n: 9, status: .ok) } ?? .withheld(.suppressed)
    }
    let section = ActionSection(scores: estimates, ideas: ideas ?? self.ideas, labels: Labels(assessment)).section
    return (section?.blocks ?? []).flatMap { block -> [String] in
      switch block {
      case .points(let points): points.map(\.english)
      case .paragraph(let text): [text.english]
      default: []
      }
    }
  }

  @Test("Three barriers, the lowest first, each with the closest idea that is not used yet")
  func three() throws {
    let points = try points(["d02": 40, "d03": 30, "d04": 50, "d05": 60])
    #expect(points.count == 4 && points[3] == ActionSection.judgement.english)
    #expect(points[0].hasSuffix("(30.0): Trust. We judge that this fits well."))
    #expect(points[1].hasSuffix("(40.0): Plan. We judge that this fits well."))
    #expect(points[2].hasSuffix("(50.0): Start early. We judge that this fits well."))
  }

  @Test("Barriers that tie for the last place are all told, and a hidden score suggests nothing")
  func ties() throws {
    let tied = try points(["d02": 40, "d03": 30, "d04": 50, "d05": 50])
    #expect(tied.count == 5 && tied[3].contains("(50.0): Tell. "))
    let hidden = try points(["d02": nil, "d03": 30])
    #expect(hidden.count == 2 && hidden[0].contains("Trust"))
    #expect(try points(["d02": nil]).isEmpty)
  }

  @Test("A tip comes with a way to follow it, the better fit first, and the strength of both links is told")
  func tipsAndTools() throws {
    func tool(_ number: Int, _ dimensions: [String], _ facet: Facet, _ text: String) -> ActionIdea {
      ActionIdea(origin: .tool(number), dimensions: dimensions, facet: facet, text: LocalizedText(["en": text]))
    }
    let tools = [
      tool(1, ["d02"], .step(.map), "Draw a map"), tool(2, ["d10"], .co(.design), "Draw together"),
      tool(3, ["d06", "d03"], .step(.grow), "Look back"),
    ]
    let tips = [
      Self.idea(1, ["d02", "d10"], "Plan"), Self.idea(2, ["d03"], "Trust"), Self.idea(3, ["d02", "d10"], "Dare"),
    ]
    let points = try points(["d02": 30, "d10": 40, "d03": 50], ideas: ActionIdeas(tips + tools))
    #expect(points.count == 4)
    #expect(points[0].hasSuffix("(30.0): Plan. One way, in Map it!: Draw a map. We judge that both fit well."))
    #expect(
      points[1].hasSuffix(
        "(40.0), in Co-design: Draw together. A tip beside it: Dare. We judge that the first fits well and the tip in part."
      ))
    #expect(
      points[2].hasSuffix(
        "(50.0): Trust. One way, in Grow it!: Look back. We judge that the tip fits well and the way in part."))
  }

  @Test("No shipped point is a tip alone, as every barrier has a tool")
  func shipped() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Surveys")
    let shipped = try ActionIdeas(folder: folder)
    let assessment = try SampleAssessment.make()
    for dimension in assessment.instrument.dimensions {
      let point = try #require(try points([dimension.id: 30], ideas: shipped).first)
      #expect(point.contains("One way, in ") || point.contains("A tip beside it: "), "\(point)")
    }
  }

  @Test("Where everything is well that is said, and no trouble is invented")
  func calm() throws {
    let calm = try points(["d02": 80, "d03": 75])
    #expect(calm.count == 1 && calm[0].hasPrefix("No barrier stands out as serious. The lowest score is 75.0"))
    #expect(try points(["d02": 74.9, "d03": 80]).count == 2)
  }
}
