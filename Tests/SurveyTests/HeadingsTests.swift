import Survey
import Testing

@Suite("Headings are matched by meaning, not by bytes")
struct HeadingsTests {
  private func read(_ heading: String) throws -> Responses {
    let quoted = "\"" + heading.replacing("\"", with: "\"\"") + "\""
    return try SmallSurvey.read("respondent_id,organisation,respondent_type,\(quoted)\nr1,A,carer,4\n")
  }

  @Test(
    "Codes, aliases and sentences in any language, whatever the typography",
    arguments: [
      ("D01Q1", 0), ("1.1", 0), ("We don\u{2019}t agree what should get better \u{2014} for people.", 0),
      ("  We don't  agree what\nshould get better - for\u{A0}people. ", 0),
      ("STAFF CAN SAY WHAT WE TRY TO CHANGE.", 1), ("Gall staff ddweud beth rydym yn ceisio ei newid.", 1),
      ("How often do people decide together?", 3), ("nowCM", 3),
    ])
  func items(heading: String, item: Int) throws {
    let responses = try read(heading)
    #expect(responses.answers.indices.filter { !responses.answers[$0].isEmpty } == [item])
    #expect(responses.intake.notices.isEmpty)
  }

  @Test(
    "Names of columns",
    arguments: ["Respondent,Organisation,Respondent type", "RESPONDENT_ID,organization,respondent_type"])
  func canonical(headings: String) throws {
    #expect(try SmallSurvey.read("\u{FEFF}\(headings),d01q1\nr1,A,Person who uses services,1\n").count == 1)
  }

  @Test("Composed and decomposed letters are the same")
  func composition() throws {
    let text = "respondent_id,organisation,respondent_type,d01q1,Rôle\nr1,A,carer,1,x\n"
    let responses = try SmallSurvey.read(text, IntakeOptions(groups: ["Ro\u{302}le"]))
    #expect(responses.groups.map(\.labels) == [["x"]])
  }

  @Test(
    "A short word that is merely unlike is not taken for a slip", arguments: ["age", "notes", "d09q1", "email", "date"])
  func notNear(heading: String) throws {
    #expect(
      try SmallSurvey.read("respondent_id,organisation,respondent_type,d01q1,\(heading)\nr1,A,carer,1,x\n").count == 1)
  }

  @Test(
    "A slip is a fault that names the nearest",
    arguments: [("d01ql1", "d01q1"), ("servce", "service"), ("lanugage", "language")])
  func near(heading: String, name: String) {
    let faults = SmallSurvey.faults("respondent_id,organisation,respondent_type,d01q2,\(heading)\nr1,A,carer,1,x\n")
    #expect(faults.count == 1)
    #expect(faults.first?.contains("expected perhaps “\(name)”") == true)
  }
}
