import Statistics
import Survey

/// Finds under whose weights each organisation is first, and how little would put it above the next.
struct WhoseWeightsStudy: Sendable {
  private let matrix: OrganizationMatrix
  private let sample: AllocationSample
  private let allocations: OrganizationAllocations
  private let crosswalk: Crosswalk
  private let minimum: Int
  private let weightShare: Double
  /// How finely shares of people are told.
  private let digits: AllocationDigits
  /// Places in the matrix of the organisations that are ranked, and their means.
  private let ranked: [Int]
  private let means: [[Double?]]

  /// Above this many judges × organisations one of every few judges is asked, evenly chosen.
  static let largestAsked = 20_000_000

  init(
    _ matrix: OrganizationMatrix, sample: AllocationSample, allocations: OrganizationAllocations, plan: ScoringPlan,
    minimum: Int, weightShare: Double, digits: AllocationDigits = AllocationDigits()
  ) {
    self.digits = digits
    self.matrix = matrix
    self.sample = sample
    self.allocations = allocations
    self.minimum = minimum
    self.weightShare = weightShare
    crosswalk = Crosswalk(sample.question, dimensions: matrix.dimensions)
    ranked = matrix.ranked(minimum: plan.rankMinimum)
    means = ranked.map { matrix.means[$0] }
  }

  /// The rows of `whose-weights.csv`, by name; none for fewer than two ranked organisations.
  var rows: [WhoseWeightsRow] {
    guard ranked.count > 1 else { return [] }
    let every = 1 + sample.count * ranked.count / Self.largestAsked
    let judges = stride(from: 0, to: sample.count, by: every).map { person in
      crosswalk.weights(sample.composition(person).parts)
    }
    let whose = WhoseWeights(means: means, weights: judges, needing: weightShare)
    let shown = Self.shown(whose.first, judges: whose.judges, minimum: minimum)
    let shownTop = Self.shown(whose.topQuarter, judges: whose.judges, minimum: minimum)
    let own = LeaveOwnOut(sample, crosswalk: crosswalk, names: matrix.organizations)
    let everybody = own.everybody.map { ranks($0) }
    return ranked.indices.map { index in
      let name = matrix.names[ranked[index]]
      let isScored = whose.first[index] != nil
      let without = own.leaving(out: name, minimum: minimum).flatMap { ranks($0)[index] }
      let above = everybody.flatMap { nextAbove(index, ranks: $0) }
      let nearest = above.flatMap { overturn($0, index) }
      let peers = others(than: name)
      let factors = sample.question.factors.map(\.id)
      return WhoseWeightsRow(
        organization: name, judges: whose.judges >= minimum && digits.tellsCohort ? whose.judges : nil,
        first: shown[index].map { AllocationDigits.told(share: $0, unit: digits.share) },
        topQuarter: shownTop[index].map { AllocationDigits.told(share: $0, unit: digits.share) },
        budgetRank: everybody?[index], rankWithoutOwn: without, peers: peers?.judges,
        peersFirst: peers?.first[index], peersTopQuarter: peers?.topQuarter[index],
        above: above.map { matrix.names[ranked[$0]] }, pointsToPass: nearest?.points,
        passTo: nearest.map { factors[$0.to] }, passFrom: nearest?.gifts.map { factors[$0.from] } ?? [],
        status: !isScored ? .tooFewAnswers : shown[index] == nil || shownTop[index] == nil ? .suppressed : .ok)
    }
  }

  private func ranks(_ weights: [Double]) -> [Int?] {
    guard let shares = try? IndicatorWeights(proportions: weights) else { return means.map { _ in nil } }
    return OrganizationRanking.ranks(
      means.map { Aggregation.arithmetic.score($0, weights: shares, needing: weightShare) })
  }

  /// The organisation next above one under the budget's weights: the lowest of those that rank higher, ties by name.
  private func nextAbove(_ index: Int, ranks: [Int?]) -> Int? {
    guard let own = ranks[index] else { return nil }
    let higher = ranks.indices.filter { ranks[$0].map { $0 < own } ?? false }
    guard let most = higher.compactMap({ ranks[$0] }).max() else { return nil }
    return higher.first { ranks[$0] == most }
  }

  /// The nearest allocation to the organisations' mean that puts the lower of two above the other; nil where none does, or where one lacks
  /// a dimension that money can reach.
  private func overturn(_ upper: Int, _ lower: Int) -> NearestOverturn? {
    let count = allocations.counts.count
    guard count > 0, crosswalk.reached.allSatisfy({ means[upper][$0] != nil && means[lower][$0] != nil }) else {
      return nil
    }
    let differences = zip(means[upper], means[lower]).map { ($0 ?? 0) - ($1 ?? 0) }
    let points = sample.question.factors.indices.map { factor in
      Double(sample.question.total) * allocations.shares.reduce(0) { $0 + $1[factor] } / Double(count)
    }
    return NearestOverturn(points: points, worth: crosswalk.worth(differences))
  }

  /// The other organisations' mean allocations as judges, of those that are shown; nil for none.
  private func others(than name: String) -> WhoseWeights? {
    let judges = allocations.names.indices.filter { allocations.isShown[$0] && allocations.names[$0] != name }
    guard !judges.isEmpty, judges.count * ranked.count * ranked.count <= Self.largestAsked else { return nil }
    return WhoseWeights(
      means: means, weights: judges.map { crosswalk.weights(allocations.shares[$0]) }, needing: weightShare)
  }

  /// Shares of judges that may be shown: one that stands for a few people, or for all but a few, is hidden, and with a lone hidden one the
  /// smallest of the others, for all shares of first places add up to 1.
  static func shown(_ shares: [Double?], judges: Int, minimum: Int) -> [Double?] {
    guard minimum > 0 else { return shares }
    var shown = shares
    func isFew(_ count: Double) -> Bool { count > 1e-9 && count < Double(minimum) - 1e-9 }
    for (index, share) in shares.enumerated() {
      guard let share else { continue }
      let count = share * Double(judges)
      if isFew(count) || isFew(Double(judges) - count) { shown[index] = nil }
    }
    func hiddenCount() -> Double {
      zip(shares, shown).reduce(0) { $1.1 == nil ? $0 + ($1.0 ?? 0) * Double(judges) : $0 }
    }
    while zip(shares, shown).contains(where: { $0 != nil && $1 == nil }),
      isFew(hiddenCount()) || zip(shares, shown).count(where: { $0 != nil && $1 == nil }) == 1,
      let next = shown.indices.filter({ shown[$0] != nil }).min(by: {
        let (a, b) = (shown[$0] ?? 0, shown[$1] ?? 0)
        // Noughts last: they give nothing.
        return (a == 0 ? 2 : a, $0) < (b == 0 ? 2 : b, $1)
      })
    {
      shown[next] = nil
    }
    return shown
  }
}
