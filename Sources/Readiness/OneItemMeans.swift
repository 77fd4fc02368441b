import Disclosure
import Survey

/// Of which items the counts of answers are told, and of which the means of groups.
///
/// A group's mean of one item is a sum over its counts, so beside counts of which some are hidden it is one more equation, in whole numbers,
/// and settles many of them. So of an item one of the two is told:
///
/// - an item of which a mean is told – how often people do a Co now, a barrier of one sentence, a barrier at a Co or Step with one – keeps its
///   means. Where a rating of any group is hidden its ratings are told of none (`distributions.csv`), and a mean that leaves a small count no
///   other value is hidden;
/// - any other item keeps its counts.
struct OneItemMeans: Sendable {
  /// The rated items of which a mean is told, and the measures that it is; by place.
  let scores: [Int: [Int]]
  /// Whether intervals are made of people who are taken as unrelated, so that a sum of squares can be had from them.
  private let tellsSquares: Bool

  init(_ scores: Scores) {
    let (layout, responses) = (scores.layout, scores.responses)
    var own: [Int: [Int]] = [:]
    for (place, _) in layout.measures.enumerated() {
      let asked = layout.items[place].filter { !responses.answers[$0].isEmpty }
      if asked.count == 1 { own[asked[0], default: []].append(place) }
    }
    self.scores = own
    tellsSquares = Set(responses.organization.codes.filter { $0 >= 0 }).count < 2
  }

  /// The measures that rest on one item.
  var measures: Set<Int> { Set(scores.values.flatMap(\.self)) }

  /// The groups that are hidden on each measure beside the counts that are told.
  ///
  /// - Parameters:
  ///   - rows: every count, item by item.
  ///   - published: the same rows as they are published.
  ///   - items: the codes of the rated items.
  func hidden(
    _ rows: [DistributionRow], published: [DistributionRow], items: [String], groups: AssessmentGroups, minimum: Int
  ) -> [Int: Set<Int>] {
    guard minimum > 0 else { return [:] }
    let placeOf = Dictionary(items.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var ratings: [Int: [Int: (counts: [Int], isTold: Bool)]] = [:]
    for (row, shown) in zip(rows, published) where AssessmentAnswers.ItemCounts.kinds[row.answer] == nil {
      let key = GroupKey(by: row.respondentType == nil ? nil : "respondent_type", group: row.respondentType)
      guard let item = placeOf[row.item], let group = groups.place(key) else { continue }
      let old = ratings[item]?[group] ?? ([], true)
      ratings[item, default: [:]][group] = (old.counts + [row.count ?? 0], old.isTold && shown.count != nil)
    }
    var found: [Int: Set<Int>] = [:]
    for (item, measures) in scores {
      let settled = (ratings[item] ?? [:]).filter { own in
        !own.value.isTold && Self.settles(own.value.counts, squares: tellsSquares, minimum: minimum)
      }
      for measure in measures { found[measure] = Set(settled.keys) }
    }
    return found.filter { !$0.value.isEmpty }
  }

  /// From so many ratings on a sum leaves every count room.
  static let many = 60

  /// Whether the number of ratings and their sum leave a count from 1 to the minimum less 1 no value but such ones.
  ///
  /// - Parameters:
  ///   - counts: how often each rating was given, in their order.
  ///   - squares: whether the sum of squares is known as well.
  static func settles(_ counts: [Int], squares: Bool = false, minimum: Int) -> Bool {
    let all = counts.reduce(0, +)
    guard all > 0, all < many else { return false }
    var open = Set(counts.indices.filter { counts[$0] > 0 && counts[$0] < minimum })
    var tried = [Int](repeating: 0, count: counts.count)
    func weighted(_ power: (Int) -> Int) -> Int {
      counts.enumerated().reduce(0) { $0 + power($1.offset) * $1.element }
    }
    // Tries every way to give `people` ratings up to `rating` that leaves these sums; strikes out what can be nought or the minimum.
    func look(_ rating: Int, _ people: Int, _ sum: Int, _ square: Int) {
      guard !open.isEmpty, sum >= 0, sum <= rating * people, square >= 0 else { return }
      if rating == 0 {
        guard !squares || square == 0 else { return }
        tried[0] = people
        open = open.filter { (1..<minimum).contains(tried[$0]) }
        return
      }
      for own in 0...people {
        tried[rating] = own
        look(rating - 1, people - own, sum - rating * own, square - rating * rating * own)
      }
    }
    look(counts.count - 1, all, weighted { $0 }, weighted { $0 * $0 })
    return !open.isEmpty
  }
}
