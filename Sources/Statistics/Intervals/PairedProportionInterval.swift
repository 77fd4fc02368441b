extension ConfidenceInterval {
  /// Newcombe's score interval for the change of a proportion between two occasions of the same people, second less
  /// first.
  ///
  /// - Shapes: the cells of the paired table; one person at least.
  /// - Units: proportions, so −1…1.
  /// - Cost: constant.
  /// - Source: Newcombe (1998), Statistics in Medicine 17(22), 2635–2650, method 10.
  /// - Throws: ``SampleFault/tooFewValues(group:needed:)`` for an empty table.
  public static func pairedNewcombe(
    bothYes: Int, lost: Int, gained: Int, bothNo: Int, level: Double = 0.95
  ) throws(SampleFault) -> ConfidenceInterval {
    precondition(min(bothYes, lost, gained, bothNo) >= 0, "a count is negative")
    let total = bothYes + lost + gained + bothNo
    let first = try wilson(count: bothYes + lost, of: total, level: level)
    let second = try wilson(count: bothYes + gained, of: total, level: level)
    let n = Double(total)
    let (p, q) = (Double(bothYes + lost) / n, Double(bothYes + gained) / n)
    let margins =
      Double(bothYes + lost) * Double(gained + bothNo) * Double(bothYes + gained) * Double(lost + bothNo)
    let association = Double(bothYes) * Double(bothNo) - Double(lost) * Double(gained)
    // A positive correlation is taken half the people nearer to zero; with an empty margin there is none.
    let shrunk = association > 0 ? max(association - n / 2, 0) : association
    let correlation = margins > 0 ? shrunk / margins.squareRoot() : 0
    func distance(_ a: Double, _ b: Double) -> Double {
      max(0, a * a - 2 * correlation * a * b + b * b).squareRoot()
    }
    return ConfidenceInterval(
      lower: max(-1, q - p - distance(q - second.lower, first.upper - p)),
      upper: min(1, q - p + distance(second.upper - q, p - first.lower)), level: level)
  }
}
