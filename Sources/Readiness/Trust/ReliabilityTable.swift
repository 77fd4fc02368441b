import Statistics
import Survey

/// Works out the reliability of the overall score, of every barrier, and of every Co and Step.
struct ReliabilityTable: Sendable {
  /// The fewest people behind an alpha.
  static let fewestPeople = 10
  /// The fewest people behind an omega, and behind the fit of items to dimensions.
  static let fewestForModels = 50

  let scores: Scores
  /// The least number of people that may be shown.
  let minimum: Int
  let threads: Int
  /// Whether the number of people with a score of a measure, by its place, is told elsewhere.
  var tellsPeople: @Sendable (Int) -> Bool = { _ in false }

  /// Rows by measure in the order of the measures, and of their parts.
  struct Rows: Sendable {
    let scales: [ReliabilityRow]
    let items: [ReliabilityItemRow]
    /// The parts as they were found, for counts of them only.
    let judged: [ReliabilityItemRow]
  }

  var rows: Rows {
    let places = scores.measures.indices.filter { place in
      switch scores.measures[place].kind {
      case .overall, .dimension, .facet: true
      case .part, .voice, .action, .degreeNow, .cell: false
      }
    }
    let found = concurrentMap(places.count, threads: threads) { self.rows(of: places[$0]) }
    let (scales, items) = (found.map(\.0), found.flatMap(\.1))
    guard minimum > 0, scales.contains(where: { $0.alpha.map { !$0.constantItems.isEmpty } ?? false }) else {
      return Rows(scales: scales, items: items, judged: items)
    }
    // Everybody is alike in a part. Which one, would come out of the scores that it is a part of.
    return Rows(
      scales: scales.map { $0.alpha != nil ? $0.adding(Self.leftOut) : $0 },
      items: items.map(\.withheld), judged: items)
  }

  private static let leftOut: Phrase =
    "A part of one score or another is left out; which one is not told, because its answers are too much alike to be shown."

  private var layout: ScoringLayout { scores.layout }

  private func rows(of place: Int) -> (ReliabilityRow, [ReliabilityItemRow]) {
    switch layout.recipes[place] {
    case .mean(let parts, _, _):
      let columns = parts.map { scores.columns[$0] }
      let known = columns.indices.filter { part in columns[part].contains { !$0.isNaN } }
      return rows(
        of: place, parts: .dimensions, names: known.map { scores.measures[parts[$0]].id },
        moments: ItemMoments(columns: known.map { columns[$0] }, threads: 1), fits: [:])
    case .items(let items, _):
      guard let answers = ScaleAnswers(scores.responses, items: items, layout: layout, threads: 1) else {
        let row = withheld(place, .items, items.count, .notTestable, "Its items have scales without steps in common.")
        return (row, [])
      }
      let ratings = scores.responses.instrument.ratings
      return rows(
        of: place, parts: .items, names: answers.items.map { ratings[$0].code },
        moments: ItemMoments(codes: answers.columns, range: answers.range),
        fits: isDimension(place) ? fits(answers, own: place) : [:])
    }
  }

  private func isDimension(_ place: Int) -> Bool {
    if case .dimension = scores.measures[place].kind { true } else { false }
  }

  private func rows(
    of place: Int, parts: ReliabilityRow.Parts, names: [String], moments: ItemMoments,
    fits: [Int: (dimension: String, correlation: Double)]
  ) -> (ReliabilityRow, [ReliabilityItemRow]) {
    func none(_ status: Status, _ note: Phrase) -> (ReliabilityRow, [ReliabilityItemRow]) {
      let items = names.map {
        ReliabilityItemRow(
          measure: scores.measures[place].id, part: $0, restCorrelation: nil, alphaWithout: nil, fit: nil,
          status: status)
      }
      return (withheld(place, parts, names.count, status, note), items)
    }
    guard scores.responses.count >= minimum else { return none(.suppressed, "Too few people answered.") }
    guard !names.isEmpty else { return none(.notAsked, "") }
    guard names.count > 1 else {
      return none(.notTestable, "It has one item alone, and nothing to set beside it.")
    }
    let fewest = max(Self.fewestPeople, minimum)
    let alpha: CronbachAlpha
    do {
      alpha = try CronbachAlpha(moments, fewest: fewest, level: scores.plan.level)
    } catch {
      let (status, note) = (Self.status(error), Self.sentence(error))
      return minimum > 0 && status == .noVariation ? none(.suppressed, Self.tooAlike) : none(status, note)
    }

    var (omega, omegaStatus) = (OmegaTotal?.none, Status.ok)
    do {
      omega = try OmegaTotal(moments, fewest: max(Self.fewestForModels, minimum))
    } catch {
      omegaStatus = Self.status(error)
      if minimum > 0, omegaStatus == .noVariation { omegaStatus = .notTestable }
    }
    // Beside the people with a score, too, it tells how many of them left something out.
    let scored = scores.columns[place].count { !$0.isNaN }
    let few = 1..<max(1, minimum)
    let isTold = minimum == 0 || !few.contains(scored - moments.count) && !few.contains(moments.incompletePeople)
    // Those who answered everything may be those with a score, whose number scores.csv has.
    let tellsCount = isTold || scored == moments.count && tellsPeople(place)
    let ends = self.ends(of: place)
    let row = ReliabilityRow(
      measure: scores.measures[place].id, parts: parts, count: names.count, people: tellsCount ? moments.count : nil,
      incompletePeople: isTold ? moments.incompletePeople : nil, alpha: alpha, omega: omega, floor: ends.floor,
      ceiling: ends.ceiling, status: .ok, omegaStatus: omegaStatus, note: note(alpha, names: names))
    let found = Dictionary(alpha.items.map { ($0.place, $0) }, uniquingKeysWith: { first, _ in first })
    let items = names.enumerated().map { index, name -> ReliabilityItemRow in
      let item = found[index]
      let other = moments.count >= Self.fewestForModels ? fits[index] : nil
      let fit = item?.restCorrelation.flatMap { own in
        other.map {
          ReliabilityItemRow.Fit(
            dimension: $0.dimension, correlation: $0.correlation, isOwn: own >= $0.correlation)
        }
      }
      return ReliabilityItemRow(
        measure: row.measure, part: name, restCorrelation: item?.restCorrelation, alphaWithout: item?.alphaWithout,
        fit: fit, status: item == nil ? .noVariation : .ok)
    }
    return (row, items)
  }

  private func withheld(
    _ place: Int, _ parts: ReliabilityRow.Parts, _ count: Int, _ status: Status, _ note: Phrase
  ) -> ReliabilityRow {
    ReliabilityRow(
      measure: scores.measures[place].id, parts: parts, count: count, people: nil, incompletePeople: nil, alpha: nil,
      omega: nil, floor: nil, ceiling: nil, status: status, omegaStatus: status, note: note)
  }
}

extension ReliabilityTable {
  /// The shares at the ends of the scale; one that would tell of few people, or of all but few, is withheld. So are those of a
  /// single item, whose counts are published, and hidden, elsewhere.
  private func ends(of place: Int) -> (floor: Double?, ceiling: Double?) {
    guard let ends = try? ScaleEnds(scores.columns[place], range: 0...100, level: scores.plan.level) else {
      return (nil, nil)
    }
    func shown(_ end: ScaleEnds.End) -> Double? {
      let few = 1..<max(1, minimum)
      return few.contains(end.count) || few.contains(ends.count - end.count) ? nil : end.share
    }
    return (shown(ends.floor), shown(ends.ceiling))
  }

  /// For each item of a dimension the other dimension whose score it goes with most closely, by the item's place in the scale.
  private func fits(_ answers: ScaleAnswers, own: Int) -> [Int: (dimension: String, correlation: Double)] {
    let others = layout.dimensions.filter { $0 != own }
    return Dictionary(
      uniqueKeysWithValues: answers.columns.enumerated().compactMap { item, column in
        let closest = others.compactMap { place in
          Self.correlation(column, scores.columns[place], range: answers.range).map {
            (dimension: scores.measures[place].id, correlation: $0)
          }
        }.max { $0.correlation < $1.correlation }
        return closest.map { (item, $0) }
      })
  }

  /// Pearson's correlation of an item's answers with scores, over the people who have both; nil where either does not vary.
  ///
  /// One pass: an item has few codes, so that sums of scores by code say everything.
  static func correlation(_ codes: [UInt8], _ scores: [Double], range: ClosedRange<UInt8>) -> Double? {
    var counts = [Int](repeating: 0, count: Int(range.upperBound) + 1)
    var sums = [Double](repeating: 0, count: counts.count)
    var squares = 0.0
    for (code, score) in zip(codes, scores) where code <= range.upperBound && !score.isNaN {
      let distance = score - 50
      counts[Int(code)] += 1
      sums[Int(code)] += distance
      squares += distance * distance
    }
    let n = Double(counts.reduce(0, +))
    guard n > 2 else { return nil }
    let mean = sums.reduce(0, +) / n
    let middle = counts.enumerated().reduce(0) { $0 + Double($1.offset * $1.element) } / n
    var (own, shared) = (0.0, 0.0)
    for (code, count) in counts.enumerated() {
      let distance = Double(code) - middle
      own += Double(count) * distance * distance
      shared += distance * (sums[code] - Double(count) * mean)
    }
    let spread = squares - n * mean * mean
    guard own > 0, spread > 1e-9 * max(1, squares) else { return nil }
    return min(1, max(-1, shared / (own * spread).squareRoot()))
  }

  private static func status(_ fault: ReliabilityFault) -> Status {
    switch fault {
    case .tooFewPeople: .tooFewPeople
    case .tooFewItems(let varying, _): varying < 2 ? .noVariation : .notTestable
    case .noTotalVariation: .noVariation
    case .noModel: .notTestable
    }
  }

  private static func sentence(_ fault: ReliabilityFault) -> Phrase {
    switch fault {
    case .tooFewPeople(_, let needed):
      "Withheld: fewer than \(needed) people answered every part of it."
    case .tooFewItems: "Fewer than two of its parts vary."
    case .noTotalVariation: "Its parts cancel each other, so that everybody has one sum: check reversed items."
    case .noModel: "No model can be fitted."
    }
  }

  private static let tooAlike: Phrase = "Too few people answered every part of it, or their answers are too much alike."

  private func note(_ alpha: CronbachAlpha, names: [String]) -> Phrase {
    var sentences: [Phrase] = []
    if alpha.isNegative {
      sentences.append("Alpha is below 0: its parts contradict each other, so check reversed items.")
    }
    if alpha.hasFewPeople { sentences.append("Fewer than 30 people: the intervals are wide and not to be relied on.") }
    if alpha.items.count == 2 { sentences.append("It has two parts, which cannot carry much.") }
    // Beyond a pilot that everybody answered alike is told of no item.
    if minimum == 0, !alpha.constantItems.isEmpty {
      let constant = alpha.constantItems.map { Phrase.verbatim(names[$0]) }
      sentences.append("Left out because everybody answered alike: \(Phrase.oneOrList(constant)).")
    }
    return .spaced(sentences)
  }
}
