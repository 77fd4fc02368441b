/// The correlation of one person's answers with the mean answers of everybody else: does the person find easy and hard what others do?
///
/// - Shapes: items; sums and counts of all people's answers to each, the person's own among them.
/// - Units: none, −1…1; near 0 for answers without regard to the items.
/// - Cost: the number of items.
/// - Source: Donlon & Fischer (1968), Educational and Psychological Measurement 28(1), 105–113; Curran (2016), Journal of Experimental
///   Social Psychology 66, 4–19, doi:10.1016/j.jesp.2015.07.006.
public enum PersonTotalCorrelation {
  /// - Parameters:
  ///   - answers: the person's codes; nil where nothing was answered.
  ///   - sums: the sum of everybody's codes, item by item.
  ///   - counts: how many people answered each.
  /// - Returns: nil below three items that others answered too, and where the answers or the means do not vary.
  public static func value(_ answers: [Int?], sums: [Int], counts: [Int]) -> Double? {
    precondition(answers.count == sums.count && sums.count == counts.count, "items differ in number")
    var own: [Double] = []
    var others: [Double] = []
    for (item, answer) in answers.enumerated() {
      guard let answer, counts[item] > 1 else { continue }
      own.append(Double(answer))
      others.append(Double(sums[item] - answer) / Double(counts[item] - 1))
    }
    guard own.count >= 3 else { return nil }
    let (x, y) = (Moments(own), Moments(others))
    guard x.squares > 1e-12, y.squares > 1e-12 else { return nil }
    let shared = zip(own, others).reduce(0) { $0 + ($1.0 - x.mean) * ($1.1 - y.mean) }
    return min(1, max(-1, shared / (x.squares * y.squares).squareRoot()))
  }
}
