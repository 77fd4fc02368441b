import Readiness

/// How often answers were given, as far as whoever has `distributions.csv` and the table of who answered can tell.
///
/// Nothing but published rows goes in, so whatever comes out follows from them.
struct ToldAnswers {
  /// Rows by item and type, then by answer.
  private var rows: [String: [String: DistributionRow]] = [:]
  /// The people of each type, and of all, who answered the survey.
  private let people: [String?: Int]
  /// The fewest people that answers which cannot be told apart may stand for.
  private let minimum: Int

  /// - Parameters:
  ///   - distributions: as published.
  ///   - participation: as published.
  ///   - minimum: that of the plan's disclosure.
  init(_ distributions: [DistributionRow], participation: [ParticipationRow], minimum: Int) {
    for row in distributions { rows[Self.key(row.item, row.respondentType), default: [:]][row.answer] = row }
    people = Dictionary(
      participation.filter { $0.organization == nil }.compactMap { row in
        row.answered.map { (row.respondentType, $0) }
      }, uniquingKeysWith: { first, _ in first })
    self.minimum = minimum
  }

  private static func key(_ item: String, _ type: String?) -> String { "\(item)\u{1F}\(type ?? "")" }

  /// Whether a type is listed for an item; nil is all types together.
  func lists(_ item: Item, type: String?) -> Bool { rows[Self.key(item.code, type)] != nil }

  /// The answers to an item; withheld where they do not add up to everybody who was asked, where no rating is told, or where
  /// one count, or fewer people than the minimum, would be left over.
  func bar(_ item: Item, type: String?, name: Phrase?) -> LikertBar {
    let own = rows[Self.key(item.code, type)] ?? [:]
    let ratings = item.scale.options.compactMap { own["\($0.code)"] }
    let others = ["dk", "nfm", "skipped"].compactMap { own[$0] }
    guard let unasked = own["not_asked"], ratings.count == item.scale.options.count, others.count == 3 else {
      return LikertBar(name: name, withheld: .notAsked)
    }
    let answers = ratings + others
    let status = (answers + [unasked]).lazy.map(\.status).first { $0 != .ok } ?? .tooFewAnswers
    guard let all = people[type], let notAsked = unasked.count else {
      return LikertBar(name: name, withheld: Mark(status))
    }
    let asked = all - notAsked
    guard asked > 0 else { return LikertBar(name: name, withheld: .notAsked) }
    let hidden = answers.count { $0.count == nil }
    let rest = asked - Self.sum(answers)
    guard hidden == 0 ? rest == 0 : hidden > 1 && rest >= max(1, minimum), Self.sum(ratings) > 0 else {
      return LikertBar(name: name, withheld: Mark(status), people: asked)
    }
    let none = Self.isTold(ratings) ? asked - Self.sum(ratings) : Self.isTold(others) ? Self.sum(others) : nil
    return LikertBar(name: name, counts: ratings.map(\.count) + [none], people: asked)
  }

  private static func sum(_ rows: [DistributionRow]) -> Int { rows.reduce(0) { $0 + ($1.count ?? 0) } }
  private static func isTold(_ rows: [DistributionRow]) -> Bool { rows.allSatisfy { $0.count != nil } }
}
