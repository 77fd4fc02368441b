import Survey
import Testing

/// The description names everything that is asked and every judgement with its version.
struct InstrumentDescriptionTests {
  @Test(arguments: InstrumentReaderTests.ids)
  func everySentenceFactorAndTypeStandsInIt(id: String) throws {
    let instrument = try InstrumentReaderTests.shipped(id)
    let lines = instrument.description()
    for item in instrument.ratings {
      #expect(lines.count { $0.hasPrefix("  \(item.code) ") && $0.contains(item.text.english) } == 1)
    }
    for factor in instrument.budget?.factors ?? [] {
      #expect(lines.contains { $0.hasPrefix("  \(factor.id) ") && $0.hasSuffix(factor.label.english) })
    }
    #expect(lines.contains("Crosswalk 1.0.0 (a judgement): what each factor could relieve, and what it serves"))
    #expect(lines.contains("  b02    relieves d02, d03, d08; serves co-deliver, people-it"))
    #expect(lines.contains("  citizen (citizen side): service_user, carer, community_member"))
    #expect(lines.contains("Voice: co-commission, co-design, co-assess; action: co-deliver"))
    #expect(lines.last == instrument.credits.last)
  }

  @Test func theSampleReadsLikeThis() throws {
    let lines = try InstrumentSample.instrument().description()
    #expect(
      lines[0..<13] == [
        "Sample", "sample 1.0.0 · form short · languages: en", "", "We means all of us.", "", "About the respondent",
        "  years: How many years? [few Few]", "", "Page 1 of 1: How much do you agree?",
        "  Scale agreement: 1 Disagree · 2 Agree · dk Don't know · nfm Not for me",
        "  d01q1  We start too soon. [d01; co-commission; barrier]",
        "  d01q2  We know what for. [d01; co-design; enabler]",
        "  d02q1  There is no money. [d02; co-deliver, map-it; barrier]",
      ])
    #expect(
      lines.contains(
        "A score needs at least 2 answers and at least half of those asked; an overall score needs two thirds of the weight"
      ))
  }

  @Test func theWelshWordsAreUsedWhereTheyAreWritten() throws {
    #expect(try InstrumentSample.instrument().description(language: "cy").contains("Ni yw pawb."))
    #expect(try InstrumentReaderTests.shipped("budget").description(language: "cy")[0].hasPrefix("Budget question"))
  }
}
