/// Numbers about groups of people that have been let out: who stood behind them, and nothing that was said.
///
/// A release holds no number that was published and nothing about a single person. It holds what is needed to see later whether new
/// numbers about the same people, put beside these, would tell about a few of them.
public struct Release: Sendable, Hashable {
  /// One group whose numbers were let out.
  public struct Group: Sendable, Hashable {
    /// What cut the people into groups: `organisation`, or `peer` for an organisation inside a mean.
    public let cut: String
    /// The group's name under which it is found again.
    public let key: String
    /// The first day on which its people answered, as `2026-03-01`.
    public let first: String
    /// The last day.
    public let last: String
    /// How many people stand behind the numbers.
    public let people: Int
    /// A hash of the counts of their answers: equal for the same answers, and not to be turned back.
    public let fingerprint: String

    /// Makes a value from its parts.
    public init(cut: String, key: String, first: String, last: String, people: Int, fingerprint: String) {
      self.cut = cut
      self.key = key
      self.first = first
      self.last = last
      self.people = people
      self.fingerprint = fingerprint
    }
  }

  /// The number of the release in its ledger, from 1; nil before it stands there.
  public let number: Int?
  /// What was asked: only answers to the same questions can be subtracted.
  public let survey: String
  /// The day of the release, as `2026-11-21`.
  public let day: String
  /// The groups whose numbers were let out.
  public let groups: [Group]

  /// Makes a value from its parts.
  public init(number: Int? = nil, survey: String, day: String, groups: [Group]) {
    self.number = number
    self.survey = survey
    self.day = day
    self.groups = groups
  }
}

extension Release.Group {
  /// Whether two groups hold people who answered the same questions at the same time under one name: the days overlap.
  ///
  /// Days are compared as texts, which is their order.
  public func holdsPeople(of other: Release.Group) -> Bool {
    key == other.key && first <= other.last && other.first <= last
  }

  /// Whether the numbers are those of the same answers.
  public func isSame(as other: Release.Group) -> Bool {
    holdsPeople(of: other) && people == other.people && fingerprint == other.fingerprint
  }
}
