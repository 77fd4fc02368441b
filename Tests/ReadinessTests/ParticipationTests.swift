import Readiness
import Testing

/// Who was invited and who answered; expected counts are read off the made-up list.
@Suite struct ParticipationTests {
  let instrument = Sample.instrument(form: "short", dimensions: ["d01"], items: [Sample.item("d01q1", "d01", "CM")])

  func rows(_ invited: [Invitation]) -> [ParticipationRow] {
    let responses = Sample.responses(
      to: instrument, answers: ["1", "2", "-", "dk"], organizations: ["B", "A", "B", "B"],
      types: ["carer", "service_user", "carer", "senior_commissioner"])
    return GroupSummaries(responses.scored(by: ScoringPlan())).participation(invited: invited)
  }

  @Test func `Everybody who sent answers counts, by type in the instrument's order`() {
    let got = rows([]).map { "\($0.organization ?? "all") \($0.respondentType ?? "all") \($0.answered ?? -1)" }
    #expect(
      got == [
        "all all 4", "all senior_commissioner 1", "all service_user 1", "all carer 2", "A all 1", "A service_user 1",
        "B all 3", "B senior_commissioner 1", "B carer 2",
      ])
    #expect(rows([]).allSatisfy { $0.invited == nil })
  }

  @Test func `Invited people who did not answer are seen, and organisations without any answer`() {
    let got = rows([
      Invitation(organization: "B", respondentType: "carer", invited: 5),
      Invitation(organization: "B", respondentType: "front_line_worker", invited: 4),
      Invitation(organization: "C", respondentType: "carer", invited: 3),
    ]).map { "\($0.organization ?? "all") \($0.respondentType ?? "all") \($0.answered ?? -1)/\($0.invited ?? -1)" }
    #expect(
      got == [
        "all all 4/-1", "all senior_commissioner 1/-1", "all front_line_worker 0/4", "all service_user 1/-1",
        "all carer 2/8", "A all 1/-1", "A service_user 1/-1", "B all 3/-1", "B senior_commissioner 1/-1",
        "B front_line_worker 0/4", "B carer 2/5", "C all 0/3", "C carer 0/3",
      ])
  }

  @Test func `A total says how many were invited once all who answered are on the list`() {
    let list = [
      Invitation(organization: "B", respondentType: "carer", invited: 5),
      Invitation(organization: "B", respondentType: "senior_commissioner", invited: 1),
      Invitation(organization: "A", respondentType: "service_user", invited: 2),
    ]
    #expect(rows(list).first?.invited == 8)
    #expect(rows(list).first?.rate == 0.5)
    #expect(rows(list.dropLast()).first?.invited == nil)
    #expect(rows(list.dropLast()).first?.rate == nil)
  }

  @Test func `More answers than invitations make no rate`() {
    let list = [Invitation(organization: "B", respondentType: "carer", invited: 1)]
    let row = rows(list).first { $0.organization == "B" && $0.respondentType == "carer" }
    #expect(row?.answered == 2)
    #expect(row?.invited == 1)
    #expect(row?.rate == nil)
    #expect(row?.exceedsInvitations == true)
  }
}
