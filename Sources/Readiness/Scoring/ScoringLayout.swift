import Statistics
import Survey

/// How each measure is made from answers: the instrument and the plan, resolved once before any row is touched.
package struct ScoringLayout: Sendable {
  /// How one measure of a person is made.
  package enum Recipe: Sendable {
    /// The mean of items; `needed[asked]` answers make a score (`needed` has one entry per possible number of asked items).
    case items([Int], needed: [Int])
    /// The weighted mean of other measures, by place; at least `least` of the weight must be present.
    case mean(of: [Int], weights: [Double], least: Double)
  }

  /// The measures in the order of ``Instrument/measures``.
  package let measures: [Measure]
  /// The recipe of each measure.
  package let recipes: [Recipe]
  /// The rated items behind each measure, each once: what coverage and the don't-know rate are over.
  package let items: [[Int]]
  /// How an answer byte of each rated item becomes steps towards readiness.
  package let codings: [ItemCoding]
  /// Steps from the bad end to the good end, common to all items.
  package let range: Int
  /// The number of measures that are stored per person; those after it are cells.
  package let storedCount: Int
  /// The places of the dimensions.
  package let dimensions: [Int]
  /// The weight of each dimension, in their order: ones, or as the plan says.
  package let dimensionWeights: [Double]
  /// The share of the weight that an overall score needs.
  package let weightShare: Double
  /// How dimensions make the overall score.
  package let aggregation: Aggregation

  /// Resolves an instrument under a plan.
  package init(_ instrument: Instrument, plan: ScoringPlan) {
    let rule = (plan.missingRule ?? instrument.missingRule).usable
    let measures = instrument.measures
    let ratings = instrument.ratings
    let range = Self.commonRange(ratings.map { $0.scale.highest - $0.scale.lowest })
    let dimensions = measures.indices.filter { if case .dimension = measures[$0].kind { true } else { false } }
    let weights = plan.fixedWeights(dimensions.map { measures[$0].id })

    func mean(of places: [Int], weights: [Double]) -> Recipe {
      // A hair below the share, so that 6 of 9 equal weights are two thirds whatever the last bit says.
      .mean(of: places, weights: weights, least: (rule.weightShare - 1e-9) * weights.reduce(0, +))
    }
    func cos(voice: Bool) -> [Int] {
      measures.indices.filter { place in
        if case .facet(.co(let co)) = measures[place].kind { instrument.voice.contains(co) == voice } else { false }
      }
    }
    func scale(_ items: [Int], singleItemCounts: Bool = false) -> Recipe {
      let needed = (0...items.count).map { asked in
        let needed = max(1, rule.needed(of: asked))
        return singleItemCounts && asked > 0 ? min(asked, needed) : needed
      }
      return .items(items, needed: needed)
    }
    func items(where condition: (Item) -> Bool) -> [Int] { ratings.indices.filter { condition(ratings[$0]) } }

    let recipes = measures.map { measure -> Recipe in
      switch measure.kind {
      case .overall: mean(of: dimensions, weights: weights)
      case .dimension(let id): scale(items { $0.dimension == id })
      case .part(let id, let dimension):
        scale(
          items { item in
            instrument.dimensions.contains {
              $0.id == dimension && $0.parts.contains { $0.id == id && $0.items.contains(item.code) }
            }
          })
      case .facet(let facet): scale(items { $0.dimension != nil && $0.facets.contains(facet) })
      case .voice: mean(of: cos(voice: true), weights: cos(voice: true).map { _ in 1 })
      case .action: mean(of: cos(voice: false), weights: cos(voice: false).map { _ in 1 })
      case .degreeNow(let co): scale(items { $0.role == .degreeNow(co) }, singleItemCounts: true)
      case .cell(let id, let facet):
        scale(items { $0.dimension == id && $0.facets.contains(facet) }, singleItemCounts: true)
      }
    }
    func items(of recipe: Recipe) -> Set<Int> {
      switch recipe {
      case .items(let items, _): Set(items)
      case .mean(let places, _, _): places.reduce(into: []) { $0.formUnion(items(of: recipes[$1])) }
      }
    }

    self.measures = measures
    self.recipes = recipes
    self.items = recipes.map { items(of: $0).sorted() }
    self.codings = ratings.map { ItemCoding($0, range: range) }
    self.range = range
    self.storedCount = measures.firstIndex { if case .cell = $0.kind { true } else { false } } ?? measures.count
    self.dimensions = dimensions
    self.dimensionWeights = weights
    self.weightShare = rule.weightShare
    // An order of organisations needs no score of its own: the mean stands beside it.
    self.aggregation = plan.aggregation.aggregation ?? .arithmetic
  }

  /// The least common multiple of the items' ranges, so that scores are ratios of whole numbers. Above a million, which takes
  /// four unlike scales, a millionth of a step is exact enough.
  private static func commonRange(_ ranges: [Int]) -> Int {
    let multiple = Set(ranges.filter { $0 > 0 }).sorted().reduce(1) { multiple, range in
      var (a, b) = (multiple, range)
      while b > 0 { (a, b) = (b, a % b) }
      return min(multiple / a * range, 1_000_000)
    }
    return multiple
  }
}

/// How an answer byte of one item becomes steps towards readiness.
package struct ItemCoding: Sendable {
  /// The lowest code.
  package let lowest: UInt8
  /// The highest code minus the lowest.
  package let span: UInt8
  /// Steps of the common range at each offset from the lowest code.
  package let steps: [UInt32]

  fileprivate init(_ item: Item, range: Int) {
    let span = max(0, item.scale.highest - item.scale.lowest)
    lowest = UInt8(clamping: item.scale.lowest)
    self.span = UInt8(clamping: span)
    steps = (0...span).map { offset in
      UInt32(clamping: ((item.countsUp ? offset : span - offset) * range) / max(1, span))
    }
  }

  /// Steps towards readiness, or nil when the byte is not a code of the scale.
  package func steps(of byte: UInt8) -> Int? {
    let offset = byte &- lowest
    return offset <= span ? Int(steps[Int(offset)]) : nil
  }
}
