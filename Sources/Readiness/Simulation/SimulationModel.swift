import Foundation
import Statistics
import Survey

/// The effects of a simulated cohort, and the expectation of every score under them.
///
/// Standard deviations in logits: organisations 0.45, persons 0.8, yea-saying 0.3; the profile of the dimensions 0.5, of an
/// organisation's dimensions around it 0.3; the profile of the facets 0.25, of an organisation's facets around it 0.2. The noise
/// of one answer is standard logistic.
struct SimulationModel: Sendable {
  static let effectsStream: UInt64 = 0x5101
  static let sizesStream: UInt64 = 0x5102
  static let peopleStream: UInt64 = 0x5103

  static let level = -0.1
  static let personDeviation = 0.8
  static let yeaSaying = 0.3

  /// Items that users and carers may often not know about: money, proof, managers, councillors.
  static let oftenUnknown: Set<String> = ["d02q3", "d06q1", "d06q2", "d06q5", "d08q2", "d08q3", "d09q4", "d10q1"]

  /// One rated item, with all that does not differ between people.
  struct ItemModel: Sendable {
    let item: Item
    /// Where a latent value passes into the next option, rising.
    let thresholds: [Double]
    /// +1 for items where a higher code means readier.
    let sign: Double
    let isDegreeNow: Bool
    let isOftenUnknown: Bool
  }

  let items: [ItemModel]
  let types: [SimulatedType]
  /// [organisation][item]: level, organisation, dimension and facets, everything but type and person.
  let bases: [[Double]]
  /// Appeal of each budget factor, [type][factor], all positive.
  let appeals: [[Double]]
  private let dimensions: [String]

  init(instrument: Instrument, types: [SimulatedType], organizations: Int, seed: UInt64) {
    var stream = RandomStream(seed: seed, stream: SimulationModel.effectsStream)
    func draws(_ names: [String], _ deviation: Double) -> [String: Double] {
      Dictionary(names.map { ($0, deviation * stream.normal()) }, uniquingKeysWith: { first, _ in first })
    }
    let dimensions = instrument.dimensions.map(\.id)
    let facets = Facet.allCases.map(\.code)
    let dimensionProfile = draws(dimensions, 0.5)
    let facetProfile = draws(facets, 0.25)
    let items = instrument.ratings.map(SimulationModel.itemModel)
    bases = (0..<organizations).map { _ in
      let organization = 0.45 * stream.normal()
      let ownDimensions = draws(dimensions, 0.3)
      let ownFacets = draws(facets, 0.2)
      return items.map { model in
        let codes = model.item.facets.map(\.code)
        let facet =
          codes.reduce(0) { $0 + (facetProfile[$1] ?? 0) + (ownFacets[$1] ?? 0) } / Double(max(1, codes.count))
        let dimension = model.item.dimension.map { (dimensionProfile[$0] ?? 0) + (ownDimensions[$0] ?? 0) } ?? 0
        return SimulationModel.level + organization + dimension + facet
      }
    }
    let factors = instrument.budget?.factors.count ?? 0
    let common = (0..<factors).map { _ in stream.normal() }
    appeals = types.map { _ in common.map { SimulationModel.exponential($0 + 0.4 * stream.normal()) } }
    self.items = items
    self.types = types
    self.dimensions = dimensions
  }

  private static func itemModel(_ item: Item) -> ItemModel {
    let options = item.scale.options.count
    let thresholds = (1..<max(2, options)).map { option in
      let share = Double(option) / Double(options)
      return 1.3 * log(share / (1 - share))
    }
    return ItemModel(
      item: item, thresholds: thresholds, sign: item.countsUp ? 1 : -1, isDegreeNow: item.dimension == nil,
      isOftenUnknown: oftenUnknown.contains(item.code))
  }

  /// The expected overall score of a person of the organisation's population, to six decimals; nil without barrier items.
  ///
  /// Yea-saying is symmetric, so a person's effect and yea-saying together are one normal number for every item.
  func trueReadiness(organization: Int) -> Double? {
    let grid = SimulationModel.normalGrid(
      deviation: (SimulationModel.personDeviation * SimulationModel.personDeviation
        + SimulationModel.yeaSaying * SimulationModel.yeaSaying).squareRoot())
    let scores = dimensions.compactMap { dimension -> Double? in
      let own = items.indices.filter { items[$0].item.dimension == dimension }
      guard !own.isEmpty else { return nil }
      let sum = own.reduce(0) { sum, item in
        sum + types.reduce(0) { $0 + $1.share * expectation(item, bases[organization][item] + $1.effect, grid) }
      }
      return sum / Double(own.count)
    }
    // Six decimals: the last bits of the platform's exponential do not reach the truth file.
    return scores.isEmpty ? nil : (scores.reduce(0, +) / Double(scores.count) * 1e6).rounded() / 1e6
  }

  /// The expected readiness 0…100 of one item for people whose latent values scatter by the grid around `center`.
  private func expectation(_ item: Int, _ center: Double, _ grid: [(offset: Double, weight: Double)]) -> Double {
    let thresholds = items[item].thresholds
    let passed = thresholds.reduce(0) { sum, threshold in
      sum + grid.reduce(0) { $0 + $1.weight / (1 + SimulationModel.exponential(threshold - center - $1.offset)) }
    }
    return 100 * passed / Double(thresholds.count)
  }

  /// A normal distribution as 161 equally spaced points over ±8 standard deviations, whose weights add up to 1.
  ///
  /// For a smooth function the sum agrees with the integral to about 10⁻¹² (trapezium rule on the whole line).
  private static func normalGrid(deviation: Double) -> [(offset: Double, weight: Double)] {
    let points = (-80...80).map { Double($0) / 10 }
    let densities = points.map { exponential(-$0 * $0 / 2) }
    let sum = densities.reduce(0, +)
    return zip(points, densities).map { ($0 * deviation, $1 / sum) }
  }

  /// eˣ, so that only this file leans on the platform's mathematics.
  static func exponential(_ power: Double) -> Double { exp(power) }
  /// The logarithm of a uniform number in [0, 1), never of 0.
  static func logOfUniform(_ uniform: Double) -> Double { log(uniform + 0x1p-54) }
  /// Logistic noise from a uniform number in [0, 1).
  @inline(__always) static func logistic(_ uniform: Double) -> Double {
    let inside = uniform + 0x1p-54
    return log(inside / (1 - inside))
  }
}
