extension Scores {
  /// Every row of `scores.csv` for cohort, organisations, groups and groups within organisations, **before** anything is hidden:
  /// for analysis by whoever holds the responses anyway, not for publication (see ``Assessment``).
  ///
  /// - Parameter threads: at most so many threads; 0 takes one per core. The rows do not depend on it.
  public func rows(threads: Int = 0) -> [ScoreRow] { GroupSummaries(self, threads: threads).rows }
}
