import Statistics

/// Means of one factor that fill zeros in or weigh them otherwise: sensitivity runs, on which no weight and no rank rests.
///
/// A zero of an allocation is a choice and not a small number that was missed. How far the fill decides shows in the difference of the two
/// geometric means.
public struct OtherMeans: Sendable, Hashable {
  /// Points of the geometric mean, zeros filled in as 0.0065 of the whole (about two thirds of one point of 100).
  public let geometricSmallFill: Double
  /// Points of the geometric mean, zeros filled in as 0.025 of the whole (half of a step of five points).
  public let geometricLargeFill: Double
  /// Points of the Fréchet mean at α = 0.5, which takes zeros as they are.
  public let frechetHalf: Double
}

extension OtherMeans {
  /// The two fills, as shares of the whole.
  static let fills = [0.0065, 0.025]

  /// The means of each factor over all people; empty for nobody.
  static func all(_ sample: AllocationSample) -> [OtherMeans] {
    let geometric = fills.map { fill in
      try? Composition.geometricMean(of: sample.compositions.lazy.compactMap { try? $0.replacingZeros(with: fill) })
    }
    guard let small = geometric[0]?.parts, let large = geometric[1]?.parts,
      let half = try? Composition.frechetMean(of: sample.compositions, alpha: 0.5).parts
    else { return [] }
    let total = Double(sample.question.total)
    return small.indices.map { part in
      OtherMeans(
        geometricSmallFill: total * small[part], geometricLargeFill: total * large[part],
        frechetHalf: total * half[part])
    }
  }
}
