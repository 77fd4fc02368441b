import Foundation

/// A Dirichlet distribution fitted to compositions by maximum likelihood.
///
/// Only where all parts are positive: a zero has no likelihood under it.
///
/// - Shapes: two compositions or more, alike in their number of parts.
/// - Cost: compositions × parts once, then parts per step of Newton's method.
/// - Source: Minka (2000), Estimating a Dirichlet distribution; Ronning (1989), Journal of Statistical Computation and
///   Simulation 32(4), 215–221, doi:10.1080/00949658908811178.
public struct DirichletModel: Sendable, Hashable {
  /// Why there is no fit.
  public enum Fault: Error, Sendable, Hashable {
    /// Fewer than two compositions.
    case tooFewCompositions
    /// A part of zero, by composition and part.
    case zeroPart(composition: Int, part: Int)
    /// All compositions are equal, so the precision has no bound.
    case noVariation
    /// Newton's method did not settle.
    case notConverged
  }

  /// The parameters α, one per part, above 0.
  public let parameters: [Double]
  /// The logarithm of the likelihood at its largest.
  public let logLikelihood: Double
  /// The sum of the parameters: the larger, the more alike the compositions.
  public var precision: Double { parameters.reduce(0, +) }
  /// The mean composition of the model.
  public var mean: [Double] { parameters.map { $0 / precision } }

  /// Fits the model.
  ///
  /// - Throws: ``Fault``.
  public init(_ compositions: [Composition]) throws(Fault) {
    guard let first = compositions.first, compositions.count > 1 else { throw .tooFewCompositions }
    for (index, composition) in compositions.enumerated() {
      precondition(composition.parts.count == first.parts.count, "compositions differ in their number of parts")
      if let part = composition.parts.firstIndex(of: 0) { throw .zeroPart(composition: index, part: part) }
    }
    guard !compositions.allSatisfy({ $0 == first }) else { throw .noVariation }
    let n = Double(compositions.count)
    let meanLogs = first.parts.indices.map { part in compositions.reduce(0) { $0 + log($1.parts[part]) } / n }

    var parameters = Self.start(compositions)
    var logLikelihood = Self.logLikelihood(parameters, meanLogs: meanLogs, n: n)
    var isSettled = false
    for _ in 0..<500 where !isSettled {
      let total = parameters.reduce(0, +)
      let gradient = zip(parameters, meanLogs).map { GSL.digamma(total) - GSL.digamma($0) + $1 }
      // The information is a diagonal less a constant: its inverse is closed (Sherman and Morrison).
      let diagonal = parameters.map { -GSL.trigamma($0) }
      let constant = GSL.trigamma(total)
      let shift =
        zip(gradient, diagonal).reduce(0) { $0 + $1.0 / $1.1 } / (1 / constant + diagonal.reduce(0) { $0 + 1 / $1 })
      let step = zip(gradient, diagonal).map { ($0 - shift) / $1 }
      var scale = 1.0
      var next = parameters
      var reached = -Double.infinity
      while scale > 1e-10 {
        next = zip(parameters, step).map { $0 - scale * $1 }
        if next.allSatisfy({ $0 > 0 }) {
          reached = Self.logLikelihood(next, meanLogs: meanLogs, n: n)
          if reached >= logLikelihood - 1e-12 * abs(logLikelihood) { break }
        }
        scale /= 2
      }
      guard scale > 1e-10 else { break }
      isSettled = zip(parameters, next).allSatisfy { abs($0 - $1) <= 1e-12 * $0 }
      (parameters, logLikelihood) = (next, reached)
      if gradient.allSatisfy({ abs($0) < 1e-13 }) { isSettled = true }
    }
    guard isSettled else { throw .notConverged }
    self.parameters = parameters
    self.logLikelihood = logLikelihood
  }

  private static func logLikelihood(_ parameters: [Double], meanLogs: [Double], n: Double) -> Double {
    let total = parameters.reduce(0, +)
    return n
      * zip(parameters, meanLogs).reduce(GSL.logGamma(total)) { $0 - GSL.logGamma($1.0) + ($1.0 - 1) * $1.1 }
  }

  /// By moments: the mean composition times a precision that fits the variances.
  private static func start(_ compositions: [Composition]) -> [Double] {
    let moments = compositions[0].parts.indices.map { part in Moments(compositions.map { $0.parts[part] }) }
    let mean = moments.reduce(0) { $0 + $1.mean * (1 - $1.mean) }
    let variance = moments.reduce(0) { $0 + ($1.variance ?? 0) }
    let precision = max(mean / max(variance, 1e-12) - 1, 0.1)
    return moments.map { max($0.mean * precision, 1e-3) }
  }
}
