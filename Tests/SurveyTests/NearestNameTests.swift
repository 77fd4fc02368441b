import Survey
import Testing

/// The nearest known name is a slip away, or there is none.
struct NearestNameTests {
  @Test(arguments: [
    ("languges", "languages"), ("titel", "title"), ("Respondent_Type", "respondent_type"),
    ("organization", "organisation"),
  ])
  func aSlipIsRecognised(slip: String, meant: String) {
    let known = ["title", "languages", "respondent_type", "organisation", "organisation_type"]
    #expect(NearestName.of(slip, in: known) == meant)
  }

  @Test(arguments: [("d03", "d01"), ("colour", "label"), ("x", "title"), ("d01q22", "d01q2")])
  func otherNamesAreNotSuggested(name: String, known: String) {
    #expect(NearestName.of(name, in: [known]) == nil)
  }
}
