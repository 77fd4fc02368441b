import Disclosure
import Survey

/// Which counts of answers, and of people without a score, may be shown per measure and group.
///
/// A share of the asked answers is a count for whoever knows how many were asked, and on a measure of one item people with a score
/// are a count of ratings. So a count from 1 to the minimum less 1 is hidden, and so is what is left
/// beside it; then whatever one subtraction would yield: over groups that add up, over measures that share a measure's items
/// among them, over the kinds of answer of one measure and group, and beside the counts of `distributions.csv`.
struct AssessmentAnswers: Sendable {
  /// What is counted.
  enum Kind: Int, CaseIterable, Sendable {
    /// Ratings given.
    case answered
    case doNotKnow, notForMe, skipped, notAsked
    /// People without a score on a measure of one item.
    case unscored

    /// The kind of a missing answer.
    init(_ reason: MissingReason) {
      self =
        switch reason {
        case .doNotKnow: .doNotKnow
        case .notForMe: .notForMe
        case .skipped: .skipped
        case .notAsked: .notAsked
        }
    }
  }

  private let groups: AssessmentGroups
  /// Kind × measure × group.
  private var hidden: [[[Bool]]]
  private let hidesNothing: Bool
  /// The groups of whose one item the ratings are withheld, by measure and place.
  private var withheldRatings: [Int: Set<Int>] = [:]

  /// Counts, and decides what is hidden.
  ///
  /// - Parameters:
  ///   - raw: the rows before anything is hidden.
  ///   - suppression: the scores that are hidden; their counts are hidden with them.
  ///   - distributions: the counts of single items, and what `distributions.csv` has of them.
  ///   - means: of which items means are told.
  init(
    _ suppression: AssessmentSuppression, raw: AssessmentScores, layout: ScoringLayout, instrument: Instrument,
    distributions: (all: [DistributionRow], published: [DistributionRow]), means: OneItemMeans, threads: Int
  ) {
    groups = suppression.groups
    hidesNothing = suppression.rule.minimum == 0
    hidden = []
    guard !hidesNothing else { return }
    let items = ItemCounts(
      distributions.all, published: distributions.published, items: instrument.ratings.map(\.code), means: means,
      groups: groups)
    var work = AnswerSuppression(suppression, raw: raw, layout: layout, items: items)
    work.settle(threads: threads)
    hidden = work.hidden
    for (item, measures) in means.scores {
      let groups = Set(items.cells.keys.filter { items.cells[$0]?[item].hasMeanAlone ?? false })
      for measure in measures where !groups.isEmpty { withheldRatings[measure] = groups }
    }
  }

  /// Whether a count of a group may be shown; of a group without people it may not.
  func isShown(_ kind: Kind, _ key: GroupKey, measure: Int) -> Bool {
    hidesNothing || groups.place(key).map { !hidden[kind.rawValue][measure][$0] } ?? false
  }

  /// Whether the number of people with a score may be shown beside the number of people who answered.
  func showsPeople(_ key: GroupKey, measure: Int) -> Bool { isShown(.unscored, key, measure: measure) }

  /// Whether what says how people spread may be shown in full: their number is, and ratings of one item are not withheld, of which it would be
  /// one more equation beside their number and mean.
  func showsSpread(_ key: GroupKey, measure: Int) -> Bool {
    showsPeople(key, measure: measure)
      && groups.place(key).map { !(withheldRatings[measure]?.contains($0) ?? false) } ?? true
  }
}

extension AssessmentAnswers {
  /// What `distributions.csv` tells about single items, by group of respondent types and over the cohort.
  struct ItemCounts: Sendable {
    /// One item in one group: how often, and whether that is told, by kind of answer.
    struct Cell: Sendable {
      fileprivate(set) var counts = [Int](repeating: 0, count: 5)
      fileprivate(set) var isShown = [Bool](repeating: true, count: 5)
      /// Whether ratings are withheld because a mean of them is told: how many there are may be told beside it.
      fileprivate(set) var hasMeanAlone = false
    }

    /// Cells of all items by the place of the group; no entry for a group without distributions.
    private(set) var cells: [Int: [Cell]] = [:]

    /// - Parameters:
    ///   - rows: every count.
    ///   - published: the same rows as they are published.
    ///   - items: the codes of the rated items.
    ///   - means: of which items means are told, which reckon with the number of ratings as known.
    init(
      _ rows: [DistributionRow], published: [DistributionRow], items: [String], means: OneItemMeans,
      groups: AssessmentGroups
    ) {
      let placeOf = Dictionary(items.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
      for (row, shown) in zip(rows, published) {
        let key = GroupKey(by: row.respondentType == nil ? nil : "respondent_type", group: row.respondentType)
        guard let item = placeOf[row.item], let group = groups.place(key) else { continue }
        let kind = Self.kinds[row.answer] ?? .answered
        var cell = cells[group]?[item] ?? Cell()
        cell.counts[kind.rawValue] += row.count ?? 0
        if shown.count == nil, kind == .answered, means.scores[item] != nil {
          cell.hasMeanAlone = true
        } else if shown.count == nil {
          cell.isShown[kind.rawValue] = false
        }
        cells[group, default: [Cell](repeating: Cell(), count: items.count)][item] = cell
      }
    }

    /// The kinds of missing answer by their names in `distributions.csv`.
    static let kinds: [String: Kind] = [
      "dk": .doNotKnow, "nfm": .notForMe, "skipped": .skipped, "not_asked": .notAsked,
    ]
  }
}
