public import Statistics

/// One row of `wave-changes.csv`: how far a measure moved between two waves, in points.
public struct WaveChange: Sendable, Hashable {
  /// The change among some of the people.
  public struct Part: Sendable, Hashable {
    /// The second wave less the first, with its error; nil where `status` is not ok. With organisations as units the error is rounded up, save in
    /// a pilot: in full it would tell how many people of each came back.
    public let estimate: ChangeEstimate?
    /// Its interval.
    public let interval: ConfidenceInterval?
    /// Why there is a number or none.
    public let status: Status
    /// Whether the degrees of freedom may be told, and with them the error, which beside the interval gives them: of organisations they are
    /// one less than these.
    public var tellsFreedom = true
  }

  /// How the errors were made.
  public enum Units: String, Sendable, Hashable, CaseIterable {
    /// Organisations are unrelated, and the people of one are not.
    case organizations = "organisations"
    /// People are unrelated: one organisation, or none named.
    case people
  }

  /// `overall`, `dimensions`, `co` or `steps`; `measures` for single ones.
  public let family: String
  /// The measure's id.
  public let measure: String
  /// The first wave and the second.
  public let waves: [String]
  /// People with a score in both waves; nil when hidden.
  public let twice: Int?
  /// People with a score in the first wave alone; nil when hidden.
  public let onlyFirst: Int?
  /// People with a score in the second wave alone; nil when hidden.
  public let onlySecond: Int?
  /// What is taken as unrelated.
  public let units: Units
  /// Everybody: people of both waves and of one.
  public let everybody: Part
  /// Those of both waves alone, each compared with themselves.
  public let paired: Part
  /// Those of one wave alone: different people.
  public let unpaired: Part
}

extension WaveChange.Part {
  /// The true change that would be found 80 times in 100; nil where it would tell the degrees of freedom.
  package func detectable(level: Double) -> Double? { tellsFreedom ? estimate?.detectable(level: level) : nil }
}

/// Finds the changes of measures between two waves.
struct WaveChanges: Sendable {
  let people: PairedPeople
  /// The scores of the first and of the second wave.
  let scores: [Scores]
  let plan: ScoringPlan

  /// The change of one measure; nil for one that was not asked in both waves.
  func change(_ measure: String, family: String, waves: [String]) -> WaveChange? {
    guard let place = scores[0].place(of: measure), place < scores[0].columns.count,
      scores.allSatisfy({ !$0.layout.items[place].isEmpty })
    else { return nil }
    func score(_ wave: Int, _ row: Int?) -> Double? {
      row.map { scores[wave].columns[place][$0] }.flatMap { $0.isNaN ? nil : $0 }
    }
    let first = people.everybody.map { score(0, $0.first) }
    let second = people.everybody.map { score(1, $0.second) }
    let twice = first.indices.filter { first[$0] != nil && second[$0] != nil }
    let once = first.indices.filter { (first[$0] == nil) != (second[$0] == nil) }
    let (onlyFirst, onlySecond) = (once.count { first[$0] != nil }, once.count { second[$0] != nil })
    // A few people of one kind would come out as the difference between two of the three figures.
    let hasFew = [twice.count, onlyFirst, onlySecond].contains(where: isFew)
    // With the means of each wave, which a run tells, the change of those twice would tell about all who answered once.
    let tellsOnce = isFew(onlyFirst + onlySecond)
    func part(_ chosen: [Int], isHidden: Bool) -> WaveChange.Part {
      if isHidden { return .init(estimate: nil, interval: nil, status: .suppressed) }
      return self.part(
        chosen.map { first[$0] }, chosen.map { second[$0] }, chosen.map { people.everybody[$0].cluster })
    }
    let presence = PairedPresence(people.everybody.map { ($0.first, $0.second) }) { wave, row in
      score(wave, row) != nil
    }
    let isSafe = presence.isSafe(minimum: plan.disclosureMinimum) || !scores.contains { $0.restsOnOneItem(place) }
    // Where people are the units, the degrees of freedom count them.
    let countsPeople = !isSafe && !people.namesOrganizations
    func shown(_ count: Int) -> Int? { !isSafe || isFew(count) ? nil : count }
    return WaveChange(
      family: family, measure: measure, waves: waves, twice: shown(twice.count), onlyFirst: shown(onlyFirst),
      onlySecond: shown(onlySecond), units: people.namesOrganizations ? .organizations : .people,
      everybody: part(Array(first.indices), isHidden: hasFew || countsPeople),
      paired: part(twice, isHidden: isFew(twice.count) || tellsOnce || countsPeople),
      unpaired: part(once, isHidden: hasFew || countsPeople))
  }

  private func isFew(_ count: Int) -> Bool { count > 0 && count < plan.disclosureMinimum }

  private func part(_ first: [Double?], _ second: [Double?], _ clusters: [Int]) -> WaveChange.Part {
    guard [first, second].allSatisfy({ $0.count { $0 != nil } >= max(2, plan.intervalMinimum) }) else {
      return .init(estimate: nil, interval: nil, status: .tooFewPeople)
    }
    do throws(SampleFault) {
      let estimate =
        people.namesOrganizations
        ? try ChangeEstimate(first: first, second: second, clusters: clusters)
        : try ChangeEstimate(first: first, second: second)
      let there = clusters.indices.filter { first[$0] != nil || second[$0] != nil }
      var people: [Int: Int] = [:]
      for person in there { people[clusters[person], default: 0] += 1 }
      // How many of an organisation came back is told of none.
      let isHidden = self.people.namesOrganizations && plan.disclosureMinimum > 0
      let digits = PartDigits(parts: Array(people.values), isHidden: people.map { _ in isHidden })
      guard let told = digits.widened(estimate, level: plan.level) else {
        return .init(estimate: nil, interval: nil, status: .suppressed)
      }
      let tellsFreedom =
        !self.people.namesOrganizations
        || CrowdedGroups.tells(people.count, of: there.count, minimum: plan.disclosureMinimum)
      return .init(
        estimate: told, interval: told.interval(level: plan.level).clipped(to: -100...100), status: .ok,
        tellsFreedom: tellsFreedom)
    } catch {
      return .init(estimate: nil, interval: nil, status: Status(error))
    }
  }
}
