import Statistics

/// The difference of the means of two groups of people in organisations, with an interval that takes organisations as the
/// independent units where it can.
///
/// Each organisation's summed part in the difference is its people's distances from their own group's mean, over the group's
/// number: with two organisations or more, and nobody without one, the error is that of ``ClusteredError`` with t(G − 1). Else
/// Welch's interval, of people taken as unrelated.
/// - Source: as ``ClusteredError``; Welch (1947), Biometrika 34(1–2), 28–35, doi:10.2307/2332510.
struct MeanDifference: Sendable {
  /// The groups' means.
  let means: [Double]
  /// People in each group.
  let people: [Int]
  /// First less second, with its interval.
  let estimate: Estimate
  /// How the interval was made; empty without one.
  let intervalMethod: String

  /// From the moments of every organisation and of people without one, each of the two groups; nil where a group is empty.
  ///
  /// - Parameters:
  ///   - organizations: organisations × the two groups.
  ///   - unnamed: people without an organisation, the two groups.
  ///   - intervalMinimum: fewer people in a group give no interval.
  ///   - range: what the difference can be.
  init?(
    organizations: [[Moments]], unnamed: [Moments], level: Double, intervalMinimum: Int,
    within range: ClosedRange<Double>
  ) {
    let groups = (0...1).map { group in organizations.reduce(unnamed[group]) { $0 + $1[group] } }
    guard groups.allSatisfy({ $0.count > 0 }) else { return nil }
    means = groups.map(\.mean)
    people = groups.map(\.count)
    let difference = means[0] - means[1]
    var interval: ConfidenceInterval?
    var method = ""
    if groups.allSatisfy({ $0.count >= max(2, intervalMinimum) }) {
      var influences: [Int: Double] = [:]
      for (place, parts) in organizations.enumerated() where parts.contains(where: { $0.count > 0 }) {
        func part(_ group: Int) -> Double {
          Double(parts[group].count) * (parts[group].mean - groups[group].mean) / Double(groups[group].count)
        }
        influences[place] = (parts[0].count > 0 ? part(0) : 0) - (parts[1].count > 0 ? part(1) : 0)
      }
      if influences.count > 1, unnamed.allSatisfy({ $0.count == 0 }) {
        if let clustered = ClusteredError(influences), clustered.error > 1e-9 {
          interval = .mean(
            difference, standardError: clustered.error, degreesOfFreedom: clustered.freedom, level: level, within: range
          )
          method = "\(Self.clustered), t(\(Int(clustered.freedom)))"
        }
      } else {
        interval = Self.welch(groups, difference: difference, level: level, within: range)
        method = interval == nil ? "" : "Welch, people taken as unrelated"
      }
    }
    estimate = Estimate(value: difference, interval: interval, n: people[0] + people[1], status: .ok)
    intervalMethod = method
  }

  /// The difference with its interval as finely as hidden parts allow, and how the interval was made.
  func told(_ digits: PartDigits, tellsOrganizations: Bool) -> (estimate: Estimate, method: String) {
    guard intervalMethod.hasPrefix(Self.clustered) else { return (estimate, intervalMethod) }
    let interval = digits.interval(estimate.interval, around: estimate.value)
    return (
      Estimate(value: estimate.value, interval: interval, n: estimate.n, status: estimate.status),
      interval == nil ? "" : tellsOrganizations ? intervalMethod : Self.clustered
    )
  }

  /// How the name of an interval with organisations as units begins.
  static let clustered = "organisations as units"

  private static func welch(
    _ groups: [Moments], difference: Double, level: Double, within range: ClosedRange<Double>
  ) -> ConfidenceInterval? {
    let errors = groups.map { ($0.variance ?? 0) / Double($0.count) }
    let variance = errors[0] + errors[1]
    guard variance > 0 else { return nil }
    let scatter = zip(errors, groups).reduce(0) { $0 + $1.0 * $1.0 / Double($1.1.count - 1) }
    return .mean(
      difference, standardError: variance.squareRoot(), degreesOfFreedom: variance * variance / scatter, level: level,
      within: range)
  }
}
