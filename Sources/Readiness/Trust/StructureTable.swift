import Statistics
import Survey

/// Looks at the structure of all barrier items, of the dimensions' scores, and of the items of each dimension.
struct StructureTable: Sendable {
  /// At most so many people are looked at, evenly spread over the files: beyond that chance no longer matters, and rearranging every
  /// answer would take minutes.
  static let mostPeople = 5_000

  let scores: Scores
  /// The least number of people that may be shown.
  let minimum: Int
  let threads: Int

  var rows: [StructureRow] {
    let layout = scores.layout
    let all = layout.dimensions.flatMap { items(of: $0) }
    let scopes: [(StructureRow.Scope, Int)] =
      [(.items, layout.dimensions.count), (.dimensions, 1)]
      + layout.dimensions.map { (.dimension(scores.measures[$0].id), 1) }
    return concurrentMap(scopes.count, threads: threads) { index in
      let (scope, expected) = scopes[index]
      switch scope {
      // Polychoric correlations of every pair, again for every rearrangement, would take hours.
      case .items: return row(scope, items: all, expected: expected, kind: .spearman)
      case .dimensions: return scoresRow(expected: expected)
      case .dimension: return row(scope, items: items(of: layout.dimensions[index - 2]), expected: expected, kind: nil)
      }
    }
  }

  private func items(of place: Int) -> [Int] {
    guard case .items(let items, _) = scores.layout.recipes[place] else { return [] }
    return items
  }

  private func row(
    _ scope: StructureRow.Scope, items: [Int], expected: Int, kind: CorrelationMatrix.Kind?
  ) -> StructureRow {
    guard let answers = ScaleAnswers(scores.responses, items: items, layout: scores.layout, threads: 1) else {
      return none(scope, items.count, expected, .notTestable, "Its items have scales without steps in common.")
    }
    return row(scope, codes: answers.codes(most: Self.mostPeople), expected: expected, kind: kind)
  }

  /// The scores of the dimensions by their places in the order of all different scores: enough for correlations of ranks.
  private func scoresRow(expected: Int) -> StructureRow {
    let columns = scores.layout.dimensions.map { scores.columns[$0] }.filter { $0.contains { !$0.isNaN } }
    let people = columns.first?.count ?? 0
    let complete = (0..<people).filter { row in columns.allSatisfy { !$0[row].isNaN } }
    let most = min(Self.mostPeople, complete.count)
    let kept = (0..<most).map { complete[$0 * complete.count / most] }
    let levels = columns.map { column in Set(kept.map { column[$0] }).sorted() }
    guard let widest = levels.map(\.count).max(), widest > 0 else {
      return none(.dimensions, columns.count, expected, .tooFewPeople, Self.tooFew(columns.count))
    }
    guard widest <= 254 else {
      return none(
        .dimensions, columns.count, expected, .notTestable,
        "Structure not assessable: scores with more than \(254) different values are not looked at.")
    }
    let codes = zip(columns, levels).map { column, levels -> [UInt8] in
      let placeOf = Dictionary(uniqueKeysWithValues: levels.enumerated().map { ($1, UInt8($0)) })
      return kept.map { placeOf[column[$0]] ?? ScaleAnswers.missing }
    }
    let found = row(
      .dimensions, codes: ItemCodes(codes, range: 0...UInt8(widest - 1)), expected: expected, kind: .spearman)
    guard (1..<max(1, minimum)).contains(people - complete.count) else { return found }
    return StructureRow(
      scope: found.scope, count: found.count, expectedFactors: expected, people: nil, needed: found.needed,
      structure: found.structure, status: found.status, note: found.note)
  }

  private func row(
    _ scope: StructureRow.Scope, codes: ItemCodes, expected: Int, kind: CorrelationMatrix.Kind?
  ) -> StructureRow {
    let count = codes.itemCount
    guard scores.responses.count >= minimum else {
      return none(scope, count, expected, .suppressed, "Too few people answered.")
    }
    guard count > 0 else { return none(scope, 0, expected, .notAsked, .empty) }
    guard count > 2 else {
      return none(scope, count, expected, .notTestable, "Structure not assessable: fewer than three items.")
    }
    guard codes.count >= minimum else { return none(scope, count, expected, .tooFewPeople, Self.tooFew(count)) }
    switch StructureAssessment(codes, kind: kind, seed: scores.plan.seed) {
    case .assessed(let structure):
      let isTold = !(1..<max(1, minimum)).contains(codes.incompletePeople)
      return StructureRow(
        scope: scope, count: count, expectedFactors: expected, people: isTold ? codes.count : nil, needed: 5 * count,
        structure: structure, status: .ok, note: .empty)
    case .tooFewPeople:
      return none(scope, count, expected, .tooFewPeople, Self.tooFew(count))
    case .notAssessable(let fault):
      // That everybody answered an item alike is told in a pilot only.
      if minimum > 0, case .noVariation = fault {
        return none(
          scope, count, expected, .notTestable,
          "Structure not assessable: an item is explained by the others, or its answers are too much alike.")
      }
      return none(scope, count, expected, Self.status(fault), Self.sentence(fault))
    }
  }

  private func none(
    _ scope: StructureRow.Scope, _ count: Int, _ expected: Int, _ status: Status, _ note: Phrase
  ) -> StructureRow {
    StructureRow(
      scope: scope, count: count, expectedFactors: expected, people: nil, needed: 5 * count, structure: nil,
      status: status, note: note)
  }

  private static func tooFew(_ count: Int) -> Phrase {
    "Structure not assessable: fewer than \(5 * count) people, five for each of \(count), answered all of them."
  }

  private static func status(_ fault: FactorFault) -> Status {
    switch fault {
    case .tooFewItems, .notPositiveDefinite, .notConverged: .notTestable
    case .tooFewPeople: .tooFewPeople
    case .noVariation: .noVariation
    }
  }

  private static func sentence(_ fault: FactorFault) -> Phrase {
    switch fault {
    case .tooFewItems: "Structure not assessable: fewer than three items."
    case .tooFewPeople: "Structure not assessable: too few people."
    case .noVariation: "Structure not assessable: everybody answered an item alike."
    case .notPositiveDefinite:
      "Structure not assessable: an item is explained by the others, or its answers are too much alike."
    case .notConverged: "Structure not assessable: the search for a factor did not end."
    }
  }
}
