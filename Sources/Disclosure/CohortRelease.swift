/// The people whose numbers one run let out, and the groups in which they stood: what is needed to see what a later run would tell
/// beside it.
///
/// It holds no answer, no name and no identifier. People are hashes of all that they answered, so that the same answers are found again
/// in another file, under other row numbers or other identifiers; groups are hashes of their names. The hashes are made with the
/// key of the ledger, which stands beside them: whoever has the ledger can try out whether somebody answered so and so. A ledger is as
/// private as the answers themselves.
///
/// - Shapes: one entry per person in ``contents``, ``memberships`` and ``unscored``, in the same order.
public struct CohortRelease: Sendable, Hashable, Codable {
  /// One group of people.
  public struct Group: Sendable, Hashable, Codable {
    /// A hash of its name, under which it is found again.
    public let key: UInt64
    /// A hash of the column that makes it; 0 for everybody and for organisations.
    public let column: UInt64
    /// Whether it is an organisation or a group over everybody, so that everybody else can be had by one subtraction.
    public let isPartOfCohort: Bool
    /// Whether it is hidden.
    public var isHidden = false
    /// The measures on which it is hidden, by number; with ``isHidden`` all of them.
    public var hidden: [Int] = []

    /// Makes a group of which nothing is hidden yet.
    public init(key: UInt64, column: UInt64, isPartOfCohort: Bool) {
      (self.key, self.column, self.isPartOfCohort) = (key, column, isPartOfCohort)
    }
  }

  /// What was asked: only answers to the same questions can be subtracted.
  public let survey: String
  /// The measures that numbers were let out of, by number.
  public let measures: [String]
  /// The groups; everybody first.
  public var groups: [Group]
  /// Every list of groups that somebody is in.
  public let memberLists: [[Int]]
  /// Every list of measures that somebody has no score on.
  public let unscoredLists: [[Int]]
  /// A hash of what each person answered.
  public let contents: [UInt64]
  /// The groups of each person, an index into ``memberLists``.
  public let memberships: [Int]
  /// The measures that each person has no score on, an index into ``unscoredLists``.
  public let unscored: [Int]

  /// Makes a value from its parts.
  public init(
    survey: String, measures: [String], groups: [Group], memberLists: [[Int]], unscoredLists: [[Int]],
    contents: [UInt64], memberships: [Int], unscored: [Int]
  ) {
    self.survey = survey
    self.measures = measures
    self.groups = groups
    self.memberLists = memberLists
    self.unscoredLists = unscoredLists
    self.contents = contents
    self.memberships = memberships
    self.unscored = unscored
  }

  /// Whether every index leads somewhere: a file that was changed by hand may not be.
  public var isWhole: Bool {
    contents.count == memberships.count && contents.count == unscored.count && !groups.isEmpty
      && memberships.allSatisfy(memberLists.indices.contains) && unscored.allSatisfy(unscoredLists.indices.contains)
      && memberLists.allSatisfy { $0.allSatisfy(groups.indices.contains) }
      && unscoredLists.allSatisfy { $0.allSatisfy(measures.indices.contains) }
  }

  /// People per group.
  public var sizes: [Int] {
    var sizes = [Int](repeating: 0, count: groups.count)
    var members = [Int](repeating: 0, count: memberLists.count)
    for list in memberships { members[list] += 1 }
    for (list, count) in zip(memberLists, members) { for group in list { sizes[group] += count } }
    return sizes
  }

  /// Whether a group's numbers on a measure were let out; on nil, that of its people.
  func shows(_ group: Int, measure: Int?) -> Bool {
    !groups[group].isHidden && !(measure.map(groups[group].hidden.contains) ?? false)
  }
}

/// The releases about people who may have answered in several files, in their order.
public struct CohortLedger: Sendable, Hashable {
  /// What all hashes are made with.
  public let key: UInt64
  /// The releases; the first is number 1.
  public private(set) var releases: [CohortRelease]

  /// Makes a ledger.
  public init(key: UInt64, releases: [CohortRelease] = []) {
    self.key = key
    self.releases = releases
  }

  /// Notes a release; one that is there already is not noted again, and then the answer is false.
  @discardableResult public mutating func add(_ release: CohortRelease) -> Bool {
    guard !releases.contains(release) else { return false }
    releases.append(release)
    return true
  }
}
