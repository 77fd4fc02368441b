import Readiness
import Testing

@testable import Readiness

/// A reader who tries every way to fill the hidden counts of a row of `distributions.csv`, with the mean of the item that `scores.csv` prints
/// of the same people.
@Suite struct OneItemMeansTests {
  private static let minimum = 5

  /// What a reader makes of one row: the values that each hidden count can have.
  private struct Row {
    /// Ratings first, then reasons for none; nil where the count is hidden.
    let told: [Int?]
    let ratings: Int
    let people: Int

    /// Possible values by place of the hidden counts, or nil where there are too many ways to try.
    ///
    /// - Parameters:
    ///   - mean: the mean step of the ratings, 0 for the first, and how far the figure may be from it.
    ///   - number: how many ratings there are, where that is told.
    func values(mean: (Double, within: Double)?, number: Int? = nil) -> [Int: Set<Int>]? {
      let hidden = told.indices.filter { told[$0] == nil }
      let left = people - told.reduce(0) { $0 + ($1 ?? 0) }
      guard !hidden.isEmpty, Self.ways(left, hidden.count) < 40_000 else { return nil }
      var counts = told.map { $0 ?? 0 }
      var found = Dictionary(uniqueKeysWithValues: hidden.map { ($0, Set<Int>()) })
      func fill(_ place: Int, _ left: Int) {
        if place == hidden.count - 1 {
          counts[hidden[place]] = left
          if let mean {
            let n = counts.prefix(ratings).reduce(0, +)
            let sum = (0..<ratings).reduce(0) { $0 + $1 * counts[$1] }
            guard n > 0, number == nil || n == number,
              abs(Double(sum) - mean.0 * Double(n)) < mean.within * Double(n) + 1e-6
            else { return }
          }
          for place in hidden { found[place]?.insert(counts[place]) }
          return
        }
        for own in 0...left {
          counts[hidden[place]] = own
          fill(place + 1, left - own)
        }
      }
      fill(0, left)
      return found
    }

    private static func ways(_ people: Int, _ cells: Int) -> Double {
      (1..<max(2, cells)).reduce(1) { $0 * Double(people + $1) / Double($1) }
    }
  }

  /// The hidden counts that can only be one to four, beside how many rows were tried.
  ///
  /// - Parameter onlySmall: whether the reader has every count but those.
  private func secrets(
    _ shown: Assessment, means: Assessment, types: [String], onlySmall: Bool = false
  ) -> (found: Int, tried: Int) {
    let instrument = shown.instrument
    let measures = OneItemMeans(Self.responses.scored(by: SampleCohort.plan()))
    let items = measures.scores.compactMapValues(\.first)
    var (found, tried) = (0, 0)
    for (place, item) in instrument.ratings.enumerated() {
      guard let measure = items[place] else { continue }
      for type in [nil] + types.map(Optional.some) {
        let rows = shown.distributions.filter { $0.item == item.code && $0.respondentType == type }
        guard !rows.isEmpty else { continue }
        let score = means.scores.first {
          $0.level == (type == nil ? .cohort : .type) && $0.group == type && $0.weighting == .respondents
            && $0.measure == shown.measures[measure].id && (type == nil || $0.groupBy == "respondent_type")
        }
        // A mean beside its number is told in full, one without it in steps of its last digit, or coarser where it ends in noughts.
        let mean = score?.estimate.value.map { value -> (Double, within: Double) in
          (value / 25, within: score?.estimate.n != nil ? 0 : Self.step(value) / 50)
        }
        let people = Self.people.count { type == nil || $0.type == type }
        let told = rows.map { row in onlySmall && (1..<Self.minimum).contains(row.count ?? 0) ? nil : row.count }
        let row = Row(told: told, ratings: 5, people: people)
        let steps = mean.map { (item.countsUp ? $0.0 : 4 - $0.0, within: $0.within) }
        guard let values = row.values(mean: steps, number: score?.estimate.n) else { continue }
        tried += 1
        // The counts as they are, which the reader does not have, are among the values.
        for (place, own) in Self.counts(item.code, type).enumerated() where values[place] != nil {
          #expect(values[place]?.contains(own) == true)
        }
        // Ratings alone: how many gave none is not what this is about.
        found += values.count { $0.key < row.ratings && $0.value.allSatisfy { (1..<Self.minimum).contains($0) } }
      }
    }
    return (found, tried)
  }

  /// The coarsest step that a figure can have been rounded to; none where it is told in full.
  private static func step(_ number: Double) -> Double {
    [50, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01].first { step in
      abs(number / step - (number / step).rounded()) < 1e-7
    } ?? 0
  }

  private static let types = ["service_user", "carer", "provider_manager"]
  private static let people = SampleCohort.people(organizations: 3, sizes: 13...13, types: types, seed: 35)
  private static let responses = SampleCohort.responses(people)
  private static let open = Result { try Assessment(responses, plan: SampleCohort.plan()) }

  private static func counts(_ item: String, _ type: String?) -> [Int] {
    ((try? open.get().distributions) ?? []).filter { $0.item == item && $0.respondentType == type }.compactMap(\.count)
  }

  @Test func `a mean of one item beside hidden counts settles many of them, and none as they are published`() throws {
    let open = try Self.open.get()
    let shown = try Assessment(Self.responses, plan: SampleCohort.plan(.internal))
    // With every mean, and every count but small ones.
    let before = secrets(open, means: open, types: Self.types, onlySmall: true)
    #expect(before.found > 0)
    let after = secrets(shown, means: shown, types: Self.types)
    #expect(after.found == 0 && after.tried > 20)
    // Means are told, of the cells of barriers and of how often people do a Co now.
    for prefix in ["now_", "d0"] {
      #expect(
        shown.scores.contains {
          $0.measure.hasPrefix(prefix) && $0.measure.contains("_") && $0.level == .cohort
            && $0.weighting == .respondents
            && $0.estimate.value != nil
        })
    }
    // Of an item with a mean every rating is told, or none.
    for item in OneItemMeans(Self.responses.scored(by: SampleCohort.plan())).scores.keys {
      let code = shown.instrument.ratings[item].code
      let ratings = shown.distributions.filter { $0.item == code && Int($0.answer) != nil }
      #expect(Set(ratings.map { $0.count == nil }).count == 1, "\(code)")
    }
  }

  @Test func `in pilot mode all means and counts are told`() throws {
    let open = try Self.open.get()
    #expect(open.distributions.allSatisfy { $0.count != nil })
    #expect(open.scores.allSatisfy { $0.estimate.status != .suppressed })
  }

  @Test(
    "Whether a number of ratings and their sum leave a small count no other value, by hand",
    arguments: [
      // Five ratings that add up to one step: four and one.
      ([4, 1, 0, 0, 0], true), ([0, 0, 0, 1, 4], true),
      // Six with two steps: two of one step, or one of two; the one can be nought.
      ([4, 2, 0, 0, 0], true), ([5, 0, 1, 0, 0], false),
      ([2, 3, 4, 3, 2], false), ([0, 0, 0, 0, 0], false), ([6, 0, 0, 0, 0], false), ([30, 1, 0, 0, 40], false),
    ] as [([Int], Bool)])
  func settled(_ own: (counts: [Int], settles: Bool)) {
    #expect(OneItemMeans.settles(own.counts, minimum: Self.minimum) == own.settles)
  }

  @Test func `a sum of squares settles more`() {
    // Every way to give five ratings, one by one.
    #expect(Self.ways(5, 5).contains { OneItemMeans.settles($0, squares: true, minimum: 3) })
    for counts in Self.ways(5, 5) {
      let all = Self.ways(5, 5).filter { Self.sums($0) == Self.sums(counts) }
      let settled = counts.indices.contains { place in
        (1..<3).contains(counts[place]) && all.allSatisfy { (1..<3).contains($0[place]) }
      }
      #expect(OneItemMeans.settles(counts, squares: true, minimum: 3) == settled, "\(counts)")
    }
  }

  private static func ways(_ people: Int, _ cells: Int) -> [[Int]] {
    cells == 1 ? [[people]] : (0...people).flatMap { own in ways(people - own, cells - 1).map { [own] + $0 } }
  }

  private static func sums(_ counts: [Int]) -> [Int] {
    [counts.indices.reduce(0) { $0 + $1 * counts[$1] }, counts.indices.reduce(0) { $0 + $1 * $1 * counts[$1] }]
  }
}
