/// Who was invited and who answered.
public struct ParticipationRow: Sendable, Hashable {
  /// The organisation; nil for the cohort.
  public let organization: String?
  /// The respondent type code; nil for all types together.
  public let respondentType: String?
  /// People invited; nil when no list of invitations was given.
  public let invited: Int?
  /// People who answered; nil when hidden.
  public let answered: Int?
  /// Why there is a number or none.
  public let status: Status

  /// Makes a value from its parts.
  public init(organization: String?, respondentType: String?, invited: Int?, answered: Int?, status: Status) {
    self.organization = organization
    self.respondentType = respondentType
    self.invited = invited
    self.answered = answered
    self.status = status
  }

  /// Answered of invited, from 0 to 1; nil where either is not known, nobody was invited, or more answered than were
  /// invited by the list, which cannot be the list of these people.
  public var rate: Double? {
    guard let invited, let answered, invited > 0, answered <= invited else { return nil }
    return Double(answered) / Double(invited)
  }

  /// Whether more people answered than the list of invitations says.
  public var exceedsInvitations: Bool {
    guard let invited, let answered else { return false }
    return answered > invited
  }
}
