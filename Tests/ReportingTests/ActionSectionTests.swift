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

  private func points(_ scores: [String: Double?]) throws -> [String] {
    let assessment = try SampleAssessment.make()
    let estimates = scores.mapValues { value in
      value.map { Estimate(value: $0, interval: nil, n: 9, status: .ok) } ?? .withheld(.suppressed)
    }
    let section = ActionSection(scores: estimates, ideas: ideas, labels: Labels(assessment)).section
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
    #expect(points[0].hasSuffix("(score 30.0): Trust. We judge that this fits well."))
    #expect(points[1].hasSuffix("(score 40.0): Plan. We judge that this fits well."))
    #expect(points[2].hasSuffix("(score 50.0): Start early. We judge that this fits well."))
  }

  @Test("Barriers that tie for the last place are all told, and a hidden score suggests nothing")
  func ties() throws {
    let tied = try points(["d02": 40, "d03": 30, "d04": 50, "d05": 50])
    #expect(tied.count == 5 && tied[3].contains("(score 50.0): Tell. "))
    let hidden = try points(["d02": nil, "d03": 30])
    #expect(hidden.count == 2 && hidden[0].contains("Trust"))
    #expect(try points(["d02": nil]).isEmpty)
  }

  @Test("Where everything is well that is said, and no trouble is invented")
  func calm() throws {
    let calm = try points(["d02": 80, "d03": 75])
    #expect(calm.count == 1 && calm[0].hasPrefix("No barrier stands out as serious. The lowest score is 75.0"))
    #expect(try points(["d02": 74.9, "d03": 80]).count == 2)
  }
}
