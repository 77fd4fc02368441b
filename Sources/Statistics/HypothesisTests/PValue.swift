/// A p-value with the way it was found and the smallest value that the design can reach.
///
/// Two-sided wherever a statistic has two sides; each test's ``HypothesisTest/sidedness-swift.type.property`` says which outcomes count.
public struct PValue: Sendable, Hashable {
  /// How a p-value was found.
  public enum Method: Sendable, Hashable {
    /// The whole null distribution was enumerated or convolved.
    case exact
    /// `count` random rearrangements from `seed`; p = (1 + as extreme) / (count + 1), or the smallest p that the design can
    /// reach where chance would put it below.
    case permutation(count: Int, seed: UInt64)
    /// The limit distribution.
    case asymptotic
    /// `count` draws from `seed` of the limit that rearrangements of so many rows tend to: an approximation;
    /// p = (1 + as extreme) / (count + 1).
    case drawnLimit(count: Int, seed: UInt64)
  }

  /// 0 < value ≤ 1.
  public let value: Double
  /// How it was found.
  public let method: Method
  /// The smallest p that any data with the same group sizes and the same ties could give under this method, or a bound that it
  /// cannot be below. The smallest number above 0 where the method sets no bound: see ``smallestKnown``.
  public let smallestAttainable: Double
  /// The Monte Carlo 99% interval of a p that was drawn; nil otherwise.
  public let interval: ConfidenceInterval?

  /// Makes a value from its parts.
  public init(value: Double, method: Method, smallestAttainable: Double, interval: ConfidenceInterval? = nil) {
    self.value = value
    self.method = method
    self.smallestAttainable = smallestAttainable
    self.interval = interval
  }

  /// ``smallestAttainable``, or as good as nought where the number of rearrangements sets it: more of them would lower it.
  package var smallestByDesign: Double {
    guard case .permutation(let count, _) = method, smallestAttainable * Double(count + 1) < 1 + 1e-9 else {
      return smallestAttainable
    }
    return .leastNonzeroMagnitude
  }

  /// ``smallestAttainable`` where it is known; nil where the method sets no bound, as a limit distribution whose tail has no end.
  public var smallestKnown: Double? {
    smallestAttainable > .leastNonzeroMagnitude ? smallestAttainable : nil
  }
}

/// Which null distribution a test uses: an argument, as in R's coin.
public enum NullDistribution: Sendable, Hashable {
  /// Exact where it can be enumerated or convolved, else permutation (9,999 from seed 1), as each test's docstring says.
  case automatic
  /// Exact, whatever it costs.
  case exact
  /// The limit distribution.
  case asymptotic
  /// Random rearrangements.
  case permutation(count: Int, seed: UInt64)
  /// Exact where it can be had, else this many random rearrangements.
  case exactOrPermutation(count: Int, seed: UInt64)
}

/// A hypothesis test as a finished value: inputs in `init`, results as facts.
public protocol HypothesisTest: Sendable {
  /// The name in reports and files, such as “van Elteren test”.
  static var name: String { get }
  /// Which outcomes count as extreme.
  static var sidedness: Sidedness { get }
  /// What the p-value takes to be true, in one plain sentence.
  static var nullHypothesis: String { get }
  /// The test statistic.
  var statistic: Double { get }
  /// The degrees of freedom of the limit distribution; nil where there are none.
  var degreesOfFreedom: Double? { get }
  /// The p-value.
  var pValue: PValue { get }
  /// Which outcomes counted as extreme here: as the type says, unless the number of groups decides.
  var sidedness: Sidedness { get }
}

extension HypothesisTest {
  /// Which outcomes counted as extreme here.
  public var sidedness: Sidedness { Self.sidedness }
}
