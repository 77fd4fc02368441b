import Testing

@testable import Readiness
@testable import Reporting

struct ReportTests {
  private func text(_ report: Report) -> String { PlainText().text(of: report) }

  /// The text without line breaks.
  private func flat(_ report: Report) -> String {
    text(report).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func `the report opens with a sentence and a number, and closes with a question`() throws {
    let publication = Publication(try SampleAssessment.make(invited: true), software: "readiness 0.1.0")
    for report in [publication.report] + publication.pages.map(\.report) {
      #expect(report.sections.first?.heading == "In short")
      #expect(report.sections.first?.blocks.count == 2)
      #expect(text(report).hasSuffix("  > What one step will you commit to taking?\n"))
    }
    let lines = text(publication.report)
    #expect(lines.contains("26 of 50 people who were invited answered (52.0%)."))
    #expect(
      flat(publication.report).contains(
        "> 40.0 out of 100 (likely between 35.0 and 45.0) is the overall readiness score, from 26 people")
    )
    #expect(lines.contains("Staff score 6.3 points higher than citizens (staff: 14, citizens: 12)"))
  }

  @Test func `ranks are ties with ranges, and hidden organisations have a reason`() throws {
    let text = text(Publication(try SampleAssessment.make(), software: "s").report)
    #expect(text.contains("joint 2nd"))
    #expect(text.contains("2nd to 3rd"))
    #expect(text.contains("1st to 3rd"))
    #expect(text.contains("Tiny Trust"))
    #expect(text.contains("fewer than five people answered."))
    #expect(text.contains("[c] hidden"))
    #expect(!text.split(whereSeparator: \.isWhitespace).contains("nan"))
  }

  @Test func `comparisons are said once for the analyst and once in plain words`() throws {
    let text = flat(Publication(try SampleAssessment.make(), software: "s").report)
    #expect(
      text.contains(
        "Overall readiness: Providers (n = 14) vs Citizens (n = 12): A12 = .68, 95% CI [.55, .79]; "))
    #expect(text.contains("exact, p = .003 (smallest attainable = .0002), Holm p = .003 (m = 1)."))
    #expect(text.contains("Barrier 1 “Unclear outcomes being sought”: Providers (n = 14)"))
    #expect(
      text.contains("“Providers” (14 people) score clearly higher than “Citizens” (12 people), in about 68 of 100"))
    #expect(text.contains("Unclear outcomes being sought: no clear difference between"))
    #expect(text.contains("Types and organisations cannot be told apart"))
    #expect(text.contains("The smallest p here is 0.020."))
  }

  @Test func `every page is stamped in pilot, with its consent, and says when rows were set aside`() throws {
    let row = SetAsideRow(file: "a.csv", row: 2, cells: ["p1"], headings: ["respondent_id"], faults: [])
    let assessment = try SampleAssessment.make(
      plan: ScoringPlan(disclosure: .pilot, consent: "a published table"), setAside: [row])
    let publication = Publication(assessment, software: "s")
    for report in [publication.report] + publication.pages.map(\.report) {
      let text = text(report)
      #expect(text.contains("| PILOT: nothing is hidden here"))
      #expect(text.contains("a published table"))
      #expect(text.contains("| 1 of 27 rows had faults and was set aside."))
    }
  }

  @Test func `one organisation alone has a full page and no rank`() throws {
    let measures = try SampleAssessment.instrument().measures
    let alone = SampleAssessment.profile("Alone", measures, rank: nil, 50, worst: ["d01"])
    let publication = Publication(try SampleAssessment.make(profiles: [alone]), software: "s")
    let page = text(try #require(publication.page(of: "Alone")))
    #expect(page.contains("One organisation alone has no rank."))
    #expect(
      page.contains("50.0 out of 100 (likely between 45.0 and 55.0) is the readiness score of Alone, from 8 people."))
    #expect(!text(publication.report).contains("Organisations in order of readiness"))
  }

  @Test func `no page is wide, boasts, or says what statistics cannot say`() throws {
    let publication = Publication(try SampleAssessment.make(), software: "s")
    let banned = [
      "no difference", "significant", "margin of error", "accredit", "certif", "gold", "kitemark", "award", " pass ",
      " fail", "maturity", "***",
    ]
    for report in [publication.report] + publication.pages.map(\.report) {
      let text = text(report)
      for line in text.split(separator: "\n") { #expect(line.count <= 100, "\(line)") }
      for word in banned { #expect(!text.lowercased().contains(word), "\(word)") }
    }
  }

  @Test func `methods name every choice, and credits always stand`() throws {
    let publication = Publication(try SampleAssessment.make(), software: "readiness 9.9.9")
    let instrument = publication.assessment.instrument
    for report in [publication.report] + publication.pages.map(\.report) {
      let text = text(report).split(whereSeparator: \.isWhitespace).joined(separator: " ")
      for fact in [
        "readiness 9.9.9", "Seed 1", "2,000 draws", "version \(instrument.version)", "standard form",
        "roll-up version \(instrument.rollUpVersion)",
        "crosswalk version \(instrument.budget?.crosswalkVersion ?? "?")",
        "mode internal", "all barriers count the same",
      ] { #expect(text.contains(fact), "\(fact)") }
      for credit in instrument.credits {
        #expect(text.contains(credit.split(whereSeparator: \.isWhitespace).joined(separator: " ")))
      }
    }
  }

  @Test func `a page never says what is the matter with another organisation`() throws {
    let publication = Publication(try SampleAssessment.make(), software: "s")
    #expect(text(publication.report).contains("Organisation B: everybody answered alike."))
    #expect(text(try #require(publication.page(of: "Organisation B"))).contains("verybody answered alike"))
    for name in ["Riverside Council", "Tiny Trust"] {
      let page = text(try #require(publication.page(of: name)))
      #expect(!page.contains("Organisation B"))
      #expect(!page.contains("Ynys"))
    }
  }

  @Test func `files are named for organisations, and one organisation gets its own rows`() throws {
    let publication = Publication(try SampleAssessment.make(), software: "s")
    #expect(
      publication.files.map(\.name) == [
        "allocation-summary.csv", "allocations.csv", "codebook.csv", "comparisons.csv", "disclosure.csv",
        "distributions.csv",
        "money-and-need.csv", "organisation-allocations.csv", "perception-gaps.csv", "priorities.csv",
        "profile-organisation-b.html", "profile-organisation-b.txt", "profile-riverside-council.html",
        "profile-riverside-council.txt", "profile-tiny-trust.html", "profile-tiny-trust.txt", "profile-ynys-mon.html",
        "profile-ynys-mon.txt", "profiles.csv", "report.html", "report.txt", "scores.csv", "weights.csv",
        "whose-weights.csv",
      ])
    let own = publication.files(for: "Ynys Môn")
    #expect(
      own.map(\.name) == [
        "codebook.csv", "profile-ynys-mon.html", "profile-ynys-mon.txt", "profiles.csv", "scores.csv",
      ])
    let profiles = try #require(own.first { $0.name == "profiles.csv" })
    let text = String(decoding: profiles.bytes, as: UTF8.self)
    #expect(text.contains("Ynys Môn"))
    #expect(!text.contains("Riverside"))
  }
}
