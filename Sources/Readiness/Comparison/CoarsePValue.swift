import Foundation
import Statistics

extension PValue {
  /// The p of a test inside organisations whose numbers of people are not told: how many arrangements there are would tell them.
  ///
  /// The smallest p has one digit, and below .001 none but its power of ten; it is never above what it is, so that whatever is said to be out of
  /// reach is. An exact p, a fraction of the number of arrangements, has three digits.
  var coarse: PValue {
    guard let known = smallestKnown, smallestByDesign > .leastNonzeroMagnitude else { return self }
    let places = pow(10, -log10(known * (1 + 1e-12)).rounded(.down))
    let smallest = (known < 0.001 ? 1 : (known * (1 + 1e-12) * places).rounded(.down)) / places
    guard method == .exact || value <= known * (1 + 1e-9) else {
      return PValue(value: value, method: method, smallestAttainable: smallest, interval: interval)
    }
    let three = pow(10, 2 - log10(value).rounded(.down))
    let rounded = min(1, max(smallest, (value * three).rounded() / three))
    return PValue(value: rounded, method: method, smallestAttainable: smallest, interval: interval)
  }
}
