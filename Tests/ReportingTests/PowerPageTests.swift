import Foundation
import Testing

@testable import Readiness
@testable import Reporting

/// The page of a design: what it says first, and that its numbers are those of the study.
struct PowerPageTests {
  private func text(_ designs: [GroupDesign], _ assumptions: PowerStudy.Assumptions = .init()) throws -> String {
    PlainText().text(of: PowerPage(try PowerStudy(designs, assumptions: assumptions), software: "readiness 1").report)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func `what cannot be shown comes before any p`() throws {
    let page = try text([.people([4, 4])])
    #expect(
      page.contains("The Four Co's, the Five Steps and the barriers: No configuration of these families can reach .05.")
    )
    let sentence = try #require(page.range(of: "No configuration"))
    let p = try #require(page.range(of: "0.029"))
    #expect(sentence.lowerBound < p.lowerBound)
    #expect(page.contains("Whatever people") == false)
    #expect(try text([.people([2, 2])]).contains("no clear difference can be shown: there are too few of them"))
  }

  @Test func `inside organisations the design effect is said to be taken as 1`() throws {
    let sentence = "Types side by side in every organisation: the design effect is taken as 1,"
    #expect(try text([.withinOrganizations(perOrganization: [4, 3], organizations: 12)]).contains(sentence))
    #expect(try !text([.people([5, 3]), .wholeOrganizations([6, 6], people: 7)]).contains(sentence))
  }

  @Test func `a limit that is just met is not gone below`() throws {
    // 1 against 39: 2 of 40 splits are exactly .05.
    #expect(
      try text([.people([1, 39])]).contains("Overall readiness: No configuration of this family can go below .05."))
  }

  @Test func `the effect is one plain sentence, and assumptions are printed`() throws {
    let page = try text(
      [.wholeOrganizations([6, 6], people: 7)],
      PowerStudy.Assumptions(power: 0.9, intraclassCorrelation: 0.25, shares: [0.1, 0.2, 0.4, 0.2, 0.1]))
    #expect(
      page.contains("is found 90 times in 100 when someone of one group scores higher than someone of the other in"))
    #expect(page.contains("2.50 people are needed for every unrelated one"))
    #expect(page.contains("Of 100 answers to a sentence, 10, 20, 40, 20 and 10 fall"))
    #expect(page.contains("0.918"))
  }

  @Test func `more than two groups have no superiority but pairs that have`() throws {
    let study = try PowerStudy([.people([20, 30, 20])])
    let scenario = try #require(study.scenarios.first)
    #expect(scenario.families.allSatisfy { $0.power.superiority == nil })
    #expect(scenario.pairs.map(\.pair) == [[0, 1], [0, 2], [1, 2]])
    #expect(try text([.people([20, 30, 20])]).contains("20 v 30 people"))
    #expect(try text([.people([20, 30, 20])]).contains("30 v 20 people"))
  }
}
