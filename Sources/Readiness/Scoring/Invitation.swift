/// How many people of one type were invited by one organisation.
public struct Invitation: Sendable, Hashable {
  /// The organisation as in the responses.
  public let organization: String
  /// The respondent type code.
  public let respondentType: String
  /// People invited.
  public let invited: Int

  /// Makes a value from its parts.
  public init(organization: String, respondentType: String, invited: Int) {
    self.organization = organization
    self.respondentType = respondentType
    self.invited = invited
  }
}
