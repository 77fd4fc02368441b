/// McNemar's test: did a yes/no answer change more often in one direction than in the other?
///
/// - Shapes: the four cells of a paired two-by-two table; at least one person changed.
/// - Null: both directions are equally likely; exact binomial for any number of people, χ² when asymptotic is asked
///   for. There is nothing to simulate.
/// - Cost: grows with the number of people who changed, at worst.
/// - Source: McNemar (1947), Psychometrika 12(2), 153–157, doi:10.1007/BF02295996; the mid-p is recommended by
///   Fagerland, Lydersen & Laake (2013), BMC Medical Research Methodology 13, 91, doi:10.1186/1471-2288-13-91.
public struct McNemarTest: HypothesisTest {
  /// The name in reports and files.
  public static let name = "McNemar test"
  /// Which outcomes count as extreme.
  public static let sidedness = Sidedness.distanceFromExpectation
  /// What p takes to be true.
  public static let nullHypothesis = "Those who changed are as likely to have changed one way as the other."

  /// χ² = (b − c)² / (b + c), without continuity correction.
  public let statistic: Double
  /// One.
  public let degreesOfFreedom: Double? = 1
  /// Two-sided, found as `null` asked.
  public let pValue: PValue
  /// χ² with the continuity correction, (|b − c| − 1)² / (b + c).
  public let corrected: Double
  /// The p of ``corrected``.
  public let correctedP: Double
  /// The exact p less the chance of the observed number that changed: nearer its level than the exact p, and now and
  /// then above it. 1 less half that chance when both directions are equal.
  public let midP: Double
  /// People who answered yes first and no second.
  public let lost: Int
  /// People who answered no first and yes second.
  public let gained: Int
  /// People who answered the same twice.
  public let unchanged: Int

  /// Takes the cells of the table: yes/yes, yes/no, no/yes, no/no.
  ///
  /// - Throws: ``SampleFault/emptyGroup(_:)`` for an empty table, ``SampleFault/noVariation`` when no one changed.
  public init(
    bothYes: Int, lost: Int, gained: Int, bothNo: Int, null: NullDistribution = .automatic
  ) throws(SampleFault) {
    precondition(min(bothYes, lost, gained, bothNo) >= 0, "a count is negative")
    guard bothYes + lost + gained + bothNo > 0 else { throw .emptyGroup(0) }
    guard lost + gained > 0 else { throw .noVariation }
    let signs = try SignTest(rises: gained, falls: lost)
    let changed = Double(lost + gained)
    let distance = Double(abs(lost - gained))
    let squared = distance * distance / changed
    let nearer = max(0, distance - 1)
    statistic = squared
    corrected = nearer * nearer / changed
    correctedP = GSL.chiSquareUpperTail(corrected, degreesOfFreedom: 1)
    midP = signs.midP
    pValue =
      null == .asymptotic
      ? .asymptotic(
        GSL.chiSquareUpperTail(squared, degreesOfFreedom: 1),
        smallest: GSL.chiSquareUpperTail(changed, degreesOfFreedom: 1)) : signs.pValue
    self.lost = lost
    self.gained = gained
    unchanged = bothYes + bothNo
  }

  /// Collapses a scale: yes is an answer of at least `threshold`, as in a top-two-box share.
  ///
  /// - Throws: as ``init(bothYes:lost:gained:bothNo:null:)``.
  public init(
    _ counts: PairedCounts, yesFrom threshold: Double, null: NullDistribution = .automatic
  ) throws(SampleFault) {
    var cells = [0, 0, 0, 0]
    for first in counts.values.indices {
      for second in counts.values.indices {
        let place = (counts.values[first] >= threshold ? 0 : 2) + (counts.values[second] >= threshold ? 0 : 1)
        cells[place] += counts[first, second]
      }
    }
    try self.init(bothYes: cells[0], lost: cells[1], gained: cells[2], bothNo: cells[3], null: null)
  }
}
