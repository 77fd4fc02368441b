/// How one person's row of answers looks, whatever was asked: runs of one answer, and how far answers differ.
///
/// - Shapes: codes of one person in the order in which items were asked; a code outside `range` is a missing answer.
/// - Units: items for a run, answers for a spread.
/// - Cost: the number of items.
/// - Source: Johnson (2005), Journal of Research in Personality 39(1), 103–129, doi:10.1016/j.jrp.2004.09.009 (runs); Dunn,
///   Heggestad, Shanock & Theilgard (2018), Journal of Business and Psychology 33(1), 105–121, doi:10.1007/s10869-016-9479-0 (spread).
public enum ResponseStyle {
  /// The longest run of one answer; a missing answer ends a run. 0 where nothing was answered.
  public static func longestRun(_ codes: some Sequence<UInt8>, range: ClosedRange<UInt8>) -> Int {
    var (longest, run) = (0, 0)
    var last: UInt8?
    for code in codes {
      guard range.contains(code) else {
        (run, last) = (0, nil)
        continue
      }
      run = code == last ? run + 1 : 1
      last = code
      longest = max(longest, run)
    }
    return longest
  }

  /// The intra-individual response variability: the standard deviation (n − 1) of a person's own answers; nil below two answers.
  public static func spread(_ codes: some Sequence<UInt8>, range: ClosedRange<UInt8>) -> Double? {
    var (count, sum, squares) = (0, 0, 0)
    for code in codes where range.contains(code) {
      count += 1
      sum += Int(code)
      squares += Int(code) * Int(code)
    }
    return Moments(count: count, sum: sum, sumOfSquares: squares).standardDeviation
  }
}
