import Foundation
import Statistics
import Survey

extension ModelMaker {
  /// Proportional odds of the answers to an item.
  func ordinalRows() -> [ModelRow] {
    let columns = columnRows(.proportionalOdds)
    guard !tellsCounts else { return columns.map { $0.withheld(.suppressed, note: Self.rareCell) } }
    let fit: OrdinalRegression
    do throws(OrdinalRegression.Fault) {
      fit = try OrdinalRegression(
        sample.patterns, responses: outcome.responses, categoryCount: outcome.categoryCount, clusters: sample.clusters,
        clusterCount: sample.clusterCount, fewestClusters: 0, level: level)
    } catch {
      let (status, note) = words(error)
      let separated: Set<Int> = if case .separated(let places) = error { Set(places) } else { [] }
      return columns.enumerated().map { place, row in
        separated.isEmpty || separated.contains(place)
          ? row.withheld(status, note: note)
          : row.withheld(.notTestable, note: "Another group separates the answers, so the model has no estimates.")
      }
    }
    return cutRows(fit) + columns.enumerated().map { coefficientRow(fit, $0, $1) } + termTests(fit)
      + proportionality(fit)
  }

  /// Answers that somebody gave, as names of cuts: `2|3` lies between 2 and 3.
  func cuts(without empty: [Int]) -> [String] {
    guard case .item(let item) = outcome.outcome else { return [] }
    let codes = (0..<outcome.categoryCount).filter { !empty.contains($0) }.map { item.scale.lowest + $0 }
    return zip(codes, codes.dropFirst()).map { "\($0)|\($1)" }
  }

  /// Whether any answer was given by fewer people than the minimum, but by somebody: thresholds would tell how many.
  var hasRareAnswer: Bool {
    var counts = [Int](repeating: 0, count: outcome.categoryCount)
    for (person, response) in outcome.responses.enumerated() where sample.isUsed[person] { counts[Int(response)] += 1 }
    return counts.contains { $0 > 0 && $0 < minimum }
  }

  /// Whether the model is the table of answers itself, some of which may not be counted: with two answers an odds ratio tells both.
  private var isTable: Bool {
    Set(zip(outcome.responses, sample.isUsed).filter(\.1).map(\.0)).count == 2
  }

  /// Whether coefficients would tell counts that are hidden.
  var tellsCounts: Bool { isTable && sample.terms.indices.contains { hasRareCell($0) } }

  static let rareCell: Phrase = "In one of the groups an answer was given by too few people."
  static let rareAnswer: Phrase = "An answer was given by too few people to be counted here."

  private func cutRows(_ fit: OrdinalRegression) -> [ModelRow] {
    let isHidden = hasRareAnswer
    return cuts(without: fit.emptyCategories).enumerated().map { place, name in
      var row = row(.proportionalOdds, .cut)
      row.item = name
      guard !isHidden else { return row.withheld(.suppressed, note: Self.rareAnswer) }
      (row.estimate, row.standardError) = (fit.thresholds[place], fit.thresholdErrors[place])
      (row.errors.model, row.errorKind) = (fit.thresholdErrors[place], "model")
      return row
    }
  }

  private func coefficientRow(_ fit: OrdinalRegression, _ place: Int, _ empty: ModelRow) -> ModelRow {
    var row = empty
    let coefficient = fit.coefficients[place]
    (row.estimate, row.oddsRatio) = (coefficient.estimate, coefficient.oddsRatio)
    row.superiority = coefficient.superiority(.logit)
    guard hasClusters else {
      (row.status, row.note) = (.notTestable, Self.fewClusters)
      return row
    }
    guard sample.clusters != nil else {
      (row.standardError, row.errorKind, row.errors.model) = (
        coefficient.standardError, "model", coefficient.standardError
      )
      row.statistic = coefficient.estimate / coefficient.standardError
      row.p = coefficient.p
      guard let interval = coefficient.interval else {
        row.note = "The profile of the likelihood has no end that was found, so that there is no range."
        return row
      }
      (row.interval, row.intervalMethod) = (interval, "profile")
      row.takeOdds(interval)
      return row
    }
    guard let robust = coefficient.robust, isSpread(place) else {
      (row.status, row.note) = (.notTestable, Self.oneCluster)
      return row
    }
    (row.standardError, row.errorKind) = (robust.standardError, "cr1")
    (row.errors.model, row.errors.cr1) = (coefficient.standardError, robust.standardError)
    row.statistic = coefficient.estimate / robust.standardError
    (row.degreesOfFreedom, row.p) = (robust.degreesOfFreedom, robust.p)
    (row.interval, row.intervalMethod) = (robust.interval, "t")
    row.takeOdds(robust.interval)
    return row
  }

  /// Each term by its likelihood ratio, for unrelated people.
  private func termTests(_ fit: OrdinalRegression) -> [ModelRow] {
    termRows(.proportionalOdds, "likelihood_ratio") { columns, row in
      guard sample.clusters == nil else {
        row.status = .notTestable
        row.note =
          "A likelihood takes people as unrelated. For a whole term use “readiness compare”, whose test keeps organisations together."
        return
      }
      do throws(OrdinalRegression.Fault) {
        row.take(try fit.likelihoodRatio(dropping: columns))
      } catch { (row.status, row.note) = words(error) }
    }
  }

  /// Whether each term acts alike at every cut, and how it acts at each.
  private func proportionality(_ fit: OrdinalRegression) -> [ModelRow] {
    guard fit.thresholds.count >= 2 else { return [] }
    let names = cuts(without: fit.emptyCategories)
    var tests: [ModelRow] = []
    var single: [ModelRow] = []
    let columns = columnRows(.proportionalOdds)
    for place in sample.terms.indices {
      var row = row(.proportionalOdds, .test)
      (row.term, row.item) = (sample.terms[place].name, "proportional_odds")
      let own = sample.patterns.columns(of: place)
      let found: OrdinalRegression.Proportionality?
      do throws(OrdinalRegression.Fault) {
        found = try fit.proportionality(of: own)
      } catch {
        found = nil
        (row.status, row.note) = words(error)
        if case .separated = error {
          (row.status, row.note) = (
            .notTestable, "At one of the cuts nobody of a group is on one side, so that there is no odds ratio there."
          )
        }
      }
      if let found {
        row.take(found.test)
        if sample.clusters != nil {
          row.note = "People are taken as unrelated here, so this p is somewhat too small."
        }
      }
      tests.append(row)
      let isHidden = hasRareCell(place)
      for (index, column) in own.enumerated() {
        for (cut, name) in names.enumerated() {
          var row = columns[column]
          row = ModelRow(outcome: row.outcome, model: row.model, kind: .coefficientAtCut)
          (row.term, row.level, row.reference) = (
            columns[column].term, columns[column].level, columns[column].reference
          )
          (row.item, row.n, row.nLevel, row.clusters) = (
            name, sample.count, columns[column].nLevel, columns[column].clusters
          )
          if isHidden {
            row = row.withheld(.suppressed, note: Self.rareCell)
          } else if let found {
            (row.estimate, row.standardError) = (found.estimates[index][cut], found.standardErrors[index][cut])
            (row.errorKind, row.errors.model) = ("model", found.standardErrors[index][cut])
            row.oddsRatio = row.estimate.map { exp($0) }
          } else {
            row = row.withheld(tests[place].status, note: tests[place].note)
          }
          single.append(row)
        }
      }
    }
    return tests + single
  }

  /// Whether an answer was given in a group by fewer people than the minimum: estimates at single cuts would tell how many.
  func hasRareCell(_ term: Int) -> Bool {
    guard minimum > 0 else { return false }
    let width = outcome.categoryCount
    var counts = [Int](repeating: 0, count: sample.terms[term].levels.count * width)
    for (level, response) in zip(sample.levels[term], outcome.responses) where level >= 0 {
      counts[Int(level) * width + Int(response)] += 1
    }
    return counts.contains { $0 > 0 && $0 < minimum }
  }

  /// What a fault of the answers says.
  func words(_ fault: OrdinalRegression.Fault) -> (status: Status, note: Phrase) {
    switch fault {
    case .fewerThanTwoCategories: return (.noVariation, "Everybody gave the same answer.")
    case .tooFewPeople: return (.tooFewPeople, "Fewer people than the model has numbers.")
    case .dependentColumns:
      return (.notTestable, "Terms follow from each other, so their effects cannot be told apart.")
    case .tooFewClusters: return (.notTestable, Self.fewClusters)
    case .notConverged: return (.notTestable, "The search for the largest likelihood did not end.")
    case .separated(let columns): return (.separated, separation(columns))
    }
  }

  /// Names what separates. A group in which everybody gave one answer has no model, save where nothing is hidden.
  private func separation(_ columns: [Int]) -> Phrase {
    let named = columns.filter { $0 < sample.patterns.columns.count }.map { sample.patterns.columns[$0] }
    let terms = Set(named.map(\.factor)).sorted()
    let groups = terms.map { place -> Phrase in
      let term = sample.terms[place]
      let levels = named.filter { $0.factor == place }.map { term.levels[$0.level] }
      return "\(verbatim: term.name) (\(.oneOrList(levels.map(Phrase.verbatim))))"
    }
    return """
      \(.oneOrList(groups)) separates the answers: one side of it gave only the highest or only the lowest of them, so \
      that no odds ratio exists. Use the exact test of “readiness compare”.
      """
  }
}

extension ModelRow {
  /// Takes the numbers of a likelihood ratio.
  fileprivate mutating func take(_ test: OrdinalRegression.LikelihoodRatio) {
    (statistic, degreesOfFreedom, p) = (test.chiSquared, Double(test.degreesOfFreedom), test.p)
  }
}

extension ModelRow {
  /// Takes the interval of the odds ratio; one that runs beyond any number is left out, and the row says so.
  mutating func takeOdds(_ interval: ConfidenceInterval) {
    let (low, high) = (exp(interval.lower), exp(interval.upper))
    guard low > 0, high.isFinite else {
      note = .spaced([note, "The range of the odds ratio is too wide to be written; that of its logarithm stands."])
      return
    }
    oddsRatioInterval = ConfidenceInterval(lower: low, upper: high, level: interval.level)
  }
}

extension ConfidenceInterval {
  /// The part of it that is on a scale.
  func within(_ range: ClosedRange<Double>) -> ConfidenceInterval {
    func kept(_ end: Double) -> Double { min(max(end, range.lowerBound), range.upperBound) }
    return ConfidenceInterval(lower: kept(lower), upper: kept(upper), level: level)
  }
}
