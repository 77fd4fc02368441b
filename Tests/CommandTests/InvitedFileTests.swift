import Foundation
import Readiness
import Survey
import TestSupport
import Testing

@testable import ReadinessCommand

struct InvitedFileTests {
  private func read(_ text: String) throws -> [Invitation] {
    let instrument = try Instrument(folder: Repository.url("Surveys/barriers-short"))
    return try InvitedFile(bytes: Array(text.utf8), name: "invited.csv", instrument: instrument).invitations
  }

  @Test func `a list is read, whatever the order of its columns`() throws {
    #expect(
      try read("invited,organisation,respondent_type\n12,\"A, B\",carer\n0,C,service_user\n") == [
        Invitation(organization: "A, B", respondentType: "carer", invited: 12),
        Invitation(organization: "C", respondentType: "service_user", invited: 0),
      ])
  }

  @Test func `every fault has its place`() throws {
    let text = "organisation,respondent_type,invited\n,carer,1\nA,carrer,2\nA,carer,-1\nB,carer,1\nB,carer,2\n"
    #expect { try read(text) } throws: { error in
      let faults = (error as? FaultList)?.faults ?? []
      return faults.map(\.row) == [2, 3, 4, 6]
        && faults.map(\.column) == ["organisation", "respondent_type", "invited", "respondent_type"]
        && faults[1].message.contains("did you mean “carer”?")
    }
  }

  @Test func `a missing column names the nearest heading`() throws {
    #expect { try read("organization,respondent_type,invited\nA,carer,1\n") } throws: { error in
      (error as? FaultList)?.description.contains("“organisation” is missing; is it “organization”?") ?? false
    }
  }

  @Test func `an empty or badly quoted list is told in a sentence`() throws {
    for text in ["", "organisation,respondent_type,invited\nA,\"carer,1\n"] {
      #expect { try read(text) } throws: { error in
        let faults = (error as? FaultList)?.description ?? ""
        return faults.hasPrefix("invited.csv") && faults.contains(", expected ") && !faults.contains("TextFault")
      }
    }
  }

  @Test func `an organisation that nobody answered of is named, with the nearest one that has answers`() {
    let list = [
      Invitation(organization: "Riversde", respondentType: "carer", invited: 3),
      Invitation(organization: "Riversde", respondentType: "service_user", invited: 1),
      Invitation(organization: "Surrey", respondentType: "carer", invited: 2),
      Invitation(organization: "Elsewhere Ltd", respondentType: "carer", invited: 5),
    ]
    let inputs = [Reading.Input(role: "invited", name: "i.csv", sha256: "")]
    #expect(
      InvitedFile.notices(list, inputs: inputs, answered: ["Riverside", "Surrey"]).map(\.description) == [
        "i.csv: notice: nobody of “Elsewhere Ltd” answered, of which the list invites 5 [invited-list]",
        "i.csv: notice: nobody of “Riversde” answered, of which the list invites 4; is it “Riverside”, which has answers? "
          + "[invited-list]",
      ])
  }
}
