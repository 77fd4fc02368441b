import Disclosure

/// Groups in which everybody is alike, so that a number about the group tells what each of its people said.
///
/// On a measure everybody with a score has the same one. In a row of `distributions.csv` everybody who rated the item gave the same
/// rating, or everybody gave the same reason for none. At an end of the scale the mean alone would tell.
struct AlikeGroups: Sendable {
  /// What all have in common on one measure or item.
  struct Alike: Sendable, Hashable {
    /// The score; nil in a row of ratings.
    let score: Double?
    /// Whether it is an end of the scale, so that the mean can only be this if all are alike.
    let isEnd: Bool
  }

  /// By measure and group, groups by place.
  let measures: [[Alike?]]
  /// By rated item, the groups whose row is alike, by place.
  let rows: [[Int: Alike]]
  /// Groups that have a row of each item: everybody, and the respondent types over the cohort.
  let rowGroups: [Int]

  /// - Parameters:
  ///   - raw: the rows before anything is hidden.
  ///   - counts: every count of every item, item by item, as ``GroupSummaries/distributions`` has them.
  ///   - items: the codes of the rated items.
  ///   - minimum: rows of fewer ratings are hidden anyway.
  init(
    _ groups: AssessmentGroups, raw: AssessmentScores, counts: [DistributionRow], items: [String], minimum: Int
  ) {
    measures = raw.values(of: groups) { row in
      guard let score = row.estimate.value, let people = row.estimate.n,
        people == 1 || row.sd.map({ $0 <= 1e-9 }) ?? false
      else { return nil }
      return Alike(score: score, isEnd: score <= 1e-9 || score >= 100 - 1e-9)
    }
    let placeOf = Dictionary(items.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var rows = [[Int: Alike]](repeating: [:], count: items.count)
    var rowGroups: [Int] = []
    var start = 0
    while start < counts.count {
      let (item, type) = (counts[start].item, counts[start].respondentType)
      let end = counts[start...].firstIndex { $0.item != item || $0.respondentType != type } ?? counts.count
      let key = GroupKey(by: type == nil ? nil : "respondent_type", group: type)
      if let place = placeOf[item], let group = groups.place(key) {
        if place == 0 { rowGroups.append(group) }
        rows[place][group] = Self.alike(counts[start..<end], minimum: minimum)
      }
      start = end
    }
    self.rows = rows
    self.rowGroups = rowGroups
  }

  /// What everybody in one row of answers has in common; nil where they differ, and for an item that nobody was asked.
  private static func alike(_ row: ArraySlice<DistributionRow>, minimum: Int) -> Alike? {
    let ratings = row.filter { AssessmentAnswers.ItemCounts.kinds[$0.answer] == nil }
    let all = ratings.reduce(0) { $0 + ($1.count ?? 0) }
    if all >= max(1, minimum), let only = ratings.firstIndex(where: { $0.count == all }) {
      return Alike(score: nil, isEnd: only == ratings.startIndex || only == ratings.endIndex - 1)
    }
    let reasons = row.filter { AssessmentAnswers.ItemCounts.kinds[$0.answer] != nil && $0.answer != "not_asked" }
    let people = row.reduce(0) { $0 + ($1.count ?? 0) }
    return people > 0 && reasons.contains { $0.count == people } ? Alike(score: nil, isEnd: false) : nil
  }
}
