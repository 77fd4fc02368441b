/// Which outcomes count as at least as extreme as the observed one: the convention behind a p-value.
///
/// Programs differ in it without saying so: with ties and unequal groups the first three give different exact p-values for
/// the same data. Raw values are the names in files.
public enum Sidedness: String, Sendable, Hashable, CaseIterable {
  /// Two-sided: outcomes at least as far from the expectation, in either direction.
  case distanceFromExpectation = "distance_from_expectation"
  /// Outcomes with a statistic at least as large, for statistics that grow with every kind of departure from the null.
  case upperTail = "upper_tail"
  /// Two-sided: twice the smaller of the two tails, at most 1. None of the package's own tests uses it.
  case twiceSmallerTail = "twice_smaller_tail"
  /// Outcomes that are no more probable under the null.
  case likelihoodOrdered = "likelihood_ordered"
}
