import Survey
import TestSupport
import Testing

/// A language is used whole or refused whole, with a list of what is missing.
struct LanguageCheckTests {
  static let both = InstrumentSample.survey.replacing("languages: [en]", with: "languages: [en, cy]")

  @Test func aWholeSecondLanguageIsAccepted() throws {
    let instrument = try InstrumentSample.instrument(survey: Self.both)
    #expect(instrument.languages == ["en", "cy"])
    #expect(instrument.items[0].text["cy"] == "Rhy gynnar.")
    #expect(instrument.title["cy"] == "Sampl")
  }

  @Test func anEmptySlotIsNoFaultWhileTheLanguageIsNotListed() throws {
    let survey = InstrumentSample.survey.replacing("Sampl\"", with: "\"")
    #expect(try InstrumentSample.instrument(survey: survey).title["cy"] == nil)
  }

  @Test func everyMissingSentenceIsListed() throws {
    let survey = Self.both.replacing("cy: \"Sampl\"", with: "cy: \"\"").replacing(", cy: \"Gofalwr\"", with: "")
    let items = InstrumentSample.items.replacing("Dim arian.", with: " ")
    let faults = try #require(throws: FaultList.self) {
      try InstrumentSample.instrument(survey: survey, items: items)
    }
    #expect(
      faults.faults.map(\.description) == [
        "sample/survey.yaml:3:27: error: the Welsh text of “title” is missing (English: “Sample”); write it, or take cy "
          + "out of languages [text-missing]",
        "sample/survey.yaml:70:46: error: the Welsh text of “label” is missing (English: “Carer”); write it, or take cy "
          + "out of languages [text-missing]",
        "sample/items.csv:4:text_cy: error: the Welsh text of “d02q1” is missing (English: “There is no money.”); write "
          + "it, or take cy out of languages [text-missing]",
      ])
  }

  @Test func aMissingColumnOfTextsIsNamed() throws {
    let items = InstrumentSample.items.replacing("text_cy", with: "text_fr")
    let faults = try #require(throws: FaultList.self) {
      try InstrumentSample.instrument(survey: Self.both, items: items)
    }
    #expect(faults.faults.map(\.kind) == ["missing-column", "unknown-column"])
  }

  /// Every sentence of a shipped instrument has a Welsh slot: listing Welsh finds each slot empty, and nothing else.
  @Test(arguments: InstrumentReaderTests.ids)
  func everyShippedSentenceHasAnEmptyWelshSlot(id: String) throws {
    let survey = try Repository.text("Surveys/\(id)/survey.yaml")
    let items = try Repository.text("Surveys/\(id)/items.csv")
    let faults = try #require(throws: FaultList.self) {
      try InstrumentSample.instrument(
        survey: survey.replacing("languages: [en]", with: "languages: [en, cy]"), items: items)
    }
    #expect(faults.faults.allSatisfy { $0.kind == "text-missing" && $0.message.contains("the Welsh text of") })
    let slots = survey.split(separator: "cy: \"\"", omittingEmptySubsequences: false).count - 1
    let sentences = survey.split(separator: "en: \"", omittingEmptySubsequences: false).count - 1
    let rows = items.split(separator: "\n").count - 1
    #expect(slots == sentences)
    #expect(faults.faults.count == slots + rows)
  }
}
