/// What has been let out so far, and whether letting out more would tell about a few people.
///
/// Two numbers about nearly the same people give away, by subtraction, the few who are in one and not in the other. So a group is
/// held back when an earlier release holds people of the same name, the same survey and overlapping days, the answers are not the
/// same, and the two differ by fewer people than the minimum: late replies, a row removed, an answer corrected.
///
/// - Guards: the same organisation released again after one to four people were added, removed or changed.
/// - Does not guard: people who answer under two names; other days, when people answer anew, so that differences are not single
///   answers; releases that this ledger was not told of; several releases combined. Who is in a group is not known, only how many: of
///   two groups that differ by the minimum or more it is taken that no smaller part can be told apart.
/// - Source: the differencing rule of *Handbook on Statistical Disclosure Control for Outputs* (Griffiths et al. 2019, Safe Data Access
///   Professionals), section on secondary disclosure.
public struct ReleaseLedger: Sendable, Hashable {
  /// The releases in their order.
  public private(set) var releases: [Release]

  /// A group that must not be let out, and the earlier one that forbids it.
  public struct Conflict: Error, Sendable, Hashable {
    /// The group that is held back.
    public let group: Release.Group
    /// The group that was let out.
    public let earlier: Release.Group
    /// The number of the release in which it was.
    public let release: Int

    /// Makes a value from its parts.
    public init(group: Release.Group, earlier: Release.Group, release: Int) {
      self.group = group
      self.earlier = earlier
      self.release = release
    }
  }

  /// Makes a ledger of releases in their order.
  public init(_ releases: [Release] = []) { self.releases = releases }

  /// The groups of a release that must not be let out; of several reasons the first.
  ///
  /// - Parameters:
  ///   - release: what is about to be let out.
  ///   - rule: the fewest people that a difference may tell about.
  public func conflicts(of release: Release, rule: SuppressionRule) -> [Conflict] {
    release.groups.compactMap { group in
      for (index, earlier) in releases.enumerated() where earlier.survey == release.survey {
        if let other = earlier.groups.first(where: { Self.isolates(group, $0, rule: rule) }) {
          return Conflict(group: group, earlier: other, release: earlier.number ?? index + 1)
        }
      }
      return nil
    }
  }

  /// What of a release is new: the groups that no release of the survey holds with the same answers and cut.
  public func news(in release: Release) -> [Release.Group] {
    let known = releases.filter { $0.survey == release.survey }.flatMap(\.groups)
    return release.groups.filter { group in !known.contains { $0.cut == group.cut && $0.isSame(as: group) } }
  }

  /// Notes a release.
  public mutating func add(_ release: Release) { releases.append(release) }

  /// Whether the difference of two groups of the same people could be fewer people than the minimum.
  private static func isolates(_ one: Release.Group, _ other: Release.Group, rule: SuppressionRule) -> Bool {
    one.holdsPeople(of: other) && !one.isSame(as: other) && abs(one.people - other.people) < rule.minimum
  }
}
