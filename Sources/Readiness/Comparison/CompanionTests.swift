import Statistics
import Tabular

/// The rows that stand beside a primary row: the tests a reader may know from other software, all of which forget organisations.
///
/// Two groups: Brunner–Munzel, Welch with Hedges' g, Yuen. More: Welch's analysis of variance with ω². Ordered groups:
/// Jonckheere–Terpstra with Kendall's tau-b. What cannot be computed leaves its row with the reason.
struct CompanionTests: Sendable {
  let contrast: GroupContrast
  private let base: ComparisonDraft
  private let counts: ValueCounts
  private let moments: [Moments]

  /// Prepares the rows of a contrast.
  ///
  /// - Parameter base: the contrast's own ``GroupContrast/base``.
  init(_ contrast: GroupContrast, base: ComparisonDraft) {
    self.contrast = contrast
    self.base = base.beside(contrast.design)
    counts = contrast.scores.pooled(contrast.groups)
    moments = counts.moments
  }

  /// The rows of a contrast of two groups.
  var pair: [ComparisonDraft] {
    [
      row("brunner_munzel") { row throws(SampleFault) in
        row.take(try BrunnerMunzelTest(counts, null: null), method: row.method)
        row.effect = try EffectSize.probabilityOfSuperiority(counts, level: contrast.choices.level)
      },
      row("welch") { row throws(SampleFault) in
        let test = try WelchTest(counts, null: null, level: contrast.choices.level)
        row.take(test, method: row.method)
        row.effect = try EffectSize.hedgesG(moments[0], moments[1], level: contrast.choices.level)
        row.note = ComparisonDraft.joined(Self.points(test.difference, test.interval), row.note)
      },
      row("yuen") { row throws(SampleFault) in
        let samples = counts.samples
        row.take(try YuenTest(samples[0], samples[1]), method: row.method)
      },
    ]
  }

  /// The rows of a contrast of all groups, more than two.
  var all: [ComparisonDraft] {
    [
      row("welch_anova") { row throws(SampleFault) in
        let test = try WelchAnovaTest(moments)
        row.take(test, method: row.method)
        row.effect = EffectSize.omegaSquared(
          f: test.statistic, numerator: Double(moments.count - 1), denominator: test.denominatorDegreesOfFreedom,
          level: contrast.choices.level)
      }
    ]
  }

  /// The row of groups that have an order, which is that of the contrast; `order` are their names.
  func ordered(_ order: [String]) -> [ComparisonDraft] {
    [
      row("jonckheere_terpstra") { row throws(SampleFault) in
        let null = contrast.choices.null(people: counts.groupTotals.reduce(0, +), seed: contrast.seed)
        let test = try JonckheereTerpstraTest(counts, null: null)
        row.take(test, method: row.method)
        row.effect = counts.tauB(jonckheere: test.statistic)
        row.note = ComparisonDraft.joined("In the order \(verbatim: order.joined(separator: " < ")).", row.note)
      }
    ]
  }

  /// Studentised statistics are permuted where a group is small, and have their limit else.
  private var null: NullDistribution {
    let sizes = counts.groupTotals
    let count = min(contrast.choices.permutations, Self.rearrangements)
    let permutation: NullDistribution = count > 0 ? .permutation(count: count, seed: contrast.seed) : .asymptotic
    switch contrast.choices.null {
    case .automatic: return sizes.contains { $0 < Self.smallGroup } ? permutation : .asymptotic
    case .permutation: return permutation
    case .asymptotic: return .asymptotic
    case .exact where Self.isEnumerable(sizes): return .exactOrPermutation(count: 1, seed: contrast.seed)
    case .exact: return .permutation(count: 1, seed: contrast.seed)
    }
  }

  /// Whether two groups can change people in so few ways that a studentised statistic may be worked out for each.
  private static func isEnumerable(_ sizes: [Int]) -> Bool {
    var ways = 1.0
    for step in 0..<min(sizes[0], sizes[1]) {
      ways *= Double(sizes[0] + sizes[1] - step) / Double(step + 1)
      if ways > 20_000 { return false }
    }
    return true
  }

  /// Below this many people in a group the limit of a studentised statistic is not trusted.
  static let smallGroup = 15
  /// Rearrangements of a row that is not the one to read.
  static let rearrangements = 1_999

  private func row(
    _ method: String, _ fill: (inout ComparisonDraft) throws(SampleFault) -> Void
  ) -> ComparisonDraft {
    var row = base
    row.method = method
    do throws(SampleFault) {
      try fill(&row)
    } catch {
      var failed = base.failed(error)
      failed.method = method
      return failed
    }
    return contrast.pooledAsTold(contrast.choices.settled(row))
  }

  /// The difference of two means in a sentence.
  static func points(_ difference: Double, _ interval: ConfidenceInterval) -> Phrase {
    func text(_ number: Double) -> Phrase { .decimal(number, decimals: 2) }
    return "The means differ by \(text(difference)) points (\(text(interval.lower)) to \(text(interval.upper)))."
  }
}

extension ComparisonDraft {
  /// A row beside this one that forgets organisations.
  func beside(_ design: ComparisonDesign) -> ComparisonDraft {
    var row = self
    row.primary = false
    row.isAdjustedByMethod = true
    switch design {
    case .oneOrganization, .organizationsNotNamed: row.note = "Stands beside the primary row."
    case .withinOrganizations, .wholeOrganizations, .confounded:
      row.note = "Takes people of one organisation as unrelated; read the primary row."
      row.evidence.design = .pooled
    }
    return row
  }
}

extension ValueCounts {
  /// The values of each group's people, ascending.
  var samples: [[Double]] {
    (0..<groupCount).map { group in
      values.indices.flatMap { repeatElement(values[$0], count: self[group, $0]) }
    }
  }

  /// Kendall's tau-b of the groups' order with the values, from Jonckheere's J: J counts the pairs of different groups in which
  /// the later group is higher, ties half, so that concordant less discordant pairs are 2J less all such pairs. Nil when a
  /// variable does not vary.
  func tauB(jonckheere j: Double) -> EffectSize? {
    func pairs(_ counts: [Int]) -> Double { counts.reduce(0) { $0 + Double($1) * Double($1 - 1) / 2 } }
    let all = pairs([groupTotals.reduce(0, +)])
    let (different, untied) = (all - pairs(groupTotals), all - pairs(valueTotals))
    guard different > 0, untied > 0 else { return nil }
    return EffectSize(
      name: "kendall_tau_b", value: (2 * j - different) / (different * untied).squareRoot(), interval: nil,
      intervalMethod: "")
  }
}
