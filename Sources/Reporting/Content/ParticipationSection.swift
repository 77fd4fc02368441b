import Readiness

/// Response by type: what every page opens with.
struct ParticipationSection {
  let rows: [ParticipationRow]
  let labels: Labels

  var section: Section {
    Section("Who answered", blocks)
  }

  private var invitationsKnown: Bool { rows.contains { $0.invited != nil } }

  private var blocks: [Block] {
    guard !rows.isEmpty else { return [.paragraph("Nobody answered.")] }
    let order = labels.instrument.respondentTypes.map(\.code)
    let types = rows.filter { $0.respondentType != nil }
    let sorted = types.sorted { place($0, in: order) < place($1, in: order) }
    let all = rows.filter { $0.respondentType == nil }
    let shown = (sorted + all).filter { $0.answered != 0 || ($0.invited ?? 0) > 0 }
    var columns: [TextTable.Column] = [.words("Type"), .numbers("Answered")]
    if invitationsKnown { columns = [.words("Type"), .numbers("Invited"), .numbers("Answered"), .numbers("Rate")] }
    var blocks: [Block] = []
    if let total = all.first { blocks.append(.paragraph(sentence(total))) }
    blocks.append(
      .table(TextTable(caption: "Answers by type of respondent.", columns: columns, rows: shown.map(cells))))
    if invitationsKnown, all.contains(where: { $0.invited == nil && $0.answered != nil }) {
      blocks.append(
        .paragraph(
          "The list of invitations does not say how many were invited of everybody who answered, so no response rate can be given for all together."
        ))
    }
    if leavesTypesOut(types, all.first) {
      blocks.append(.paragraph("Types of few people are not listed, nor any that would give them away."))
    }
    if !invitationsKnown {
      blocks.append(
        .paragraph("How many were invited is not known, so no response rate can be given. People chose to answer."))
    }
    return blocks
  }

  /// Whether people answered whose type is not in the table.
  private func leavesTypesOut(_ types: [ParticipationRow], _ all: ParticipationRow?) -> Bool {
    guard let people = all?.answered else { return true }
    let listed = types.compactMap(\.answered)
    return listed.count < types.count || listed.reduce(0, +) < people
  }

  private func place(_ row: ParticipationRow, in order: [String]) -> Int {
    row.respondentType.flatMap(order.firstIndex) ?? order.count
  }

  private func sentence(_ row: ParticipationRow) -> Phrase {
    guard let answered = row.answered else {
      return "Too few people answered to say how many."
    }
    guard let invited = row.invited, invited > 0 else { return "\(Words.people(answered)) answered." }
    guard let share = row.rate else {
      return
        "\(Words.people(answered)) answered, more than the \(Words.count(invited)) who were invited by the list, so no response rate can be given. Check the list."
    }
    let rate = Words.percent(share)
    return "\(Words.count(answered)) of \(Words.count(invited)) people who were invited answered (\(rate))."
  }

  private func cells(_ row: ParticipationRow) -> [Phrase] {
    let name: Phrase = row.respondentType.map { labels.group($0, by: "respondent_type") } ?? "All"
    let answered = Labels.count(row.answered, row.status)
    guard invitationsKnown else { return [name, answered] }
    let unknown = row.answered == nil ? Mark.suppressed.phrase : Mark.notAvailable.phrase
    let invited = row.invited.map(Words.count) ?? unknown
    guard let rate = row.rate else {
      return [name, invited, answered, unknown]
    }
    return [name, invited, answered, Words.percent(rate)]
  }
}
