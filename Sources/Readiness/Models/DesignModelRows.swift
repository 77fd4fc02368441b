import Foundation
import Statistics
import Survey

extension ModelMaker {
  /// Estimates of a population from a sample that was drawn: means, the model, tests of terms, and what the weights cost.
  func designRows(_ drawn: ModelDesignSample) -> [ModelRow] {
    let isOrdinal = outcome.categoryCount > 0
    return meanRows(drawn.design) + (isOrdinal ? ordinalRows(drawn.design) : linearRows(drawn.design))
      + rankRows(drawn.design, isOrdinal ? .designOdds : .designLinear)
      + (isOrdinal ? tableRows(drawn.design) : []) + weightRows(drawn.design)
  }

  /// Values of the people in the model; NaN for others.
  private var used: [Double] { zip(outcome.values, sample.isUsed).map { $1 ? $0 : .nan } }

  private func meanRows(_ design: SamplingDesign) -> [ModelRow] {
    let values = used
    func made(_ row: ModelRow, _ domain: [Bool]?) -> ModelRow {
      var row = row
      let isUntold = domain != nil && telling.hidesPresence
      do throws(SamplingDesign.Fault) {
        let mean = try DesignEstimate(meanOf: values, design, domain: domain, level: level)
        // A variance over that of so many people is their number, to whoever has the spread.
        (row.estimate, row.designEffect) = (
          mean.value, sample.count == nil || !mean.hasError || isUntold ? nil : mean.designEffect
        )
        guard !isUntold else {
          row.note = Self.untoldError
          return row
        }
        guard mean.hasError, !mean.isCensus else {
          row.note =
            mean.isCensus
            ? Self.census
            : mean.degreesOfFreedom < 1
              ? Self.fewDrawn : "All who were drawn answered alike, so that there is no error to be had from them."
          return row
        }
        (row.standardError, row.errorKind, row.errors.design) = (mean.standardError, "design", mean.standardError)
        // Without clusters they are people less strata.
        guard sample.clusters != nil || (domain == nil ? row.n : row.nLevel) != nil else {
          row.note = Self.uncounted
          return row
        }
        (row.degreesOfFreedom, row.interval, row.intervalMethod) = (
          mean.degreesOfFreedom, mean.interval.within(outcome.range), "t"
        )
        if mean.degreesOfFreedom < 4 { row.note = Self.fewFreedomOfMean }
      } catch {
        let (status, note) = Self.words(error)
        row = row.withheld(status, note: note)
      }
      return row
    }
    // A mean of codes is one more sum of the counts of answers, and would tell of those that are hidden.
    let isItem = outcome.categoryCount > 0
    let groups = sample.terms.indices.flatMap { place in
      let isHidden = isItem && hasRareCell(place)
      return sample.terms[place].levels.indices.map { level in
        var row = row(.designMean, .mean)
        (row.term, row.level) = (sample.terms[place].name, sample.terms[place].levels[level])
        row.nLevel = sample.counts[place]?[level]
        row.chance = chance(.designMean, people: people(place, level))
        guard !isHidden else { return row.withheld(.suppressed, note: Self.rareCell) }
        return made(row, sample.levels[place].map { $0 == Int32(level) })
      }
    }
    let all = row(.designMean, .mean)
    return [
      isItem && (hasRareAnswer || tellsCounts) ? all.withheld(.suppressed, note: Self.rareAnswer) : made(all, nil)
    ] + groups
  }

  private func linearRows(_ design: SamplingDesign) -> [ModelRow] {
    let rows = [row(.designLinear, .intercept)] + columnRows(.designLinear)
    do throws(DesignModelFault) {
      let fit = try DesignRegression(
        rows: sample.patterns.rows.map { [1] + $0 }, rowOf: sample.patterns.rowOf, values: used, design, level: level)
      return zip(rows, fit.coefficients).enumerated().map { place, pair in
        pair.0.taking(
          pair.1, fit.degreesOfFreedom, isOdds: false, hasError: isSpread(place == 0 ? nil : place - 1))
      }
        + termRows(.designLinear, "wald") { columns, row in
          guard isTestable(columns, &row) else { return }
          row.take(fit.wald(columns.map { $0 + 1 }))
        }
    } catch {
      let (status, note) = design.isCensus ? (status: Status.notTestable, note: Self.census) : words(error)
      return rows.map { $0.withheld(status, note: note) }
    }
  }

  private func ordinalRows(_ design: SamplingDesign) -> [ModelRow] {
    let columns = columnRows(.designOdds)
    guard !tellsCounts else { return columns.map { $0.withheld(.suppressed, note: Self.rareCell) } }
    let responses = zip(outcome.responses, sample.isUsed).map { $1 ? $0 : 255 }
    do throws(DesignModelFault) {
      let fit = try DesignOrdinalRegression(
        rows: sample.patterns.rows, rowOf: sample.patterns.rowOf, responses: responses,
        categoryCount: outcome.categoryCount, design, level: level)
      let isHidden = hasRareAnswer
      let cuts = zip(cuts(without: fit.emptyCategories), fit.thresholds).map { name, threshold in
        var row = row(.designOdds, .cut)
        row.item = name
        return isHidden
          ? row.withheld(.suppressed, note: Self.rareAnswer)
          : row.taking(threshold, fit.degreesOfFreedom, isOdds: false, isTested: false, hasError: isSpread(nil))
      }
      return cuts
        + zip(columns, fit.coefficients).enumerated().map { place, pair in
          pair.0.taking(pair.1, fit.degreesOfFreedom, isOdds: true, hasError: isSpread(place))
        }
        + termRows(.designOdds, "wald") { columns, row in
          guard isTestable(columns, &row) else { return }
          row.take(fit.wald(columns))
        }
    } catch {
      let (status, note) = design.isCensus ? (status: Status.notTestable, note: Self.census) : words(error)
      return columns.map { $0.withheld(status, note: note) }
    }
  }

  static let census: Phrase =
    "Everybody was asked: this is the value of the population, without an error from sampling."
  static let fewDrawn: Phrase =
    "Its people were drawn in one cluster, or in one from each stratum: how far others would have been from it is not known."
  static let untoldError: Phrase =
    "Without an error: it would tell in how many clusters or strata the people of the group are."
  static let fewFreedomOfMean: Phrase =
    "Fewer than four degrees of freedom: a handful of clusters decide this number, and its range is not to be relied on."

  /// Whether every group of a term is in two clusters or more; a row of one that is not says so.
  private func isTestable(_ columns: [Int], _ row: inout ModelRow) -> Bool {
    guard !columns.allSatisfy(isSpread) else { return true }
    (row.status, row.note) = (.notTestable, Self.oneCluster)
    return false
  }

  /// The design-based rank test of each term.
  private func rankRows(_ design: SamplingDesign, _ model: ModelRow.Model) -> [ModelRow] {
    let values = used
    // With two answers the mean rank of a group is the share of one of them.
    let isHidden = tellsCounts
    return sample.terms.indices.map { place in
      var row = row(model, .test)
      (row.term, row.item) = (sample.terms[place].name, "rank_test")
      guard !isHidden else { return row.withheld(.suppressed, note: Self.rareCell) }
      guard isTestable(sample.patterns.columns(of: place), &row) else { return row }
      do throws(SamplingDesign.Fault) {
        let test = try DesignComparison(values, groups: sample.levels[place].map { Int($0) }, design, scores: .ranks)
        (row.statistic, row.p) = (test.statistic, test.pValue.value)
        if test.numeratorDegreesOfFreedom == 1 {
          row.degreesOfFreedom = test.degreesOfFreedom
        } else {
          row.degreesOfFreedom = Double(test.numeratorDegreesOfFreedom)
          row.denominator = test.degreesOfFreedom
        }
      } catch { (row.status, row.note) = Self.words(error) }
      return row
    }
  }

  /// The Rao–Scott test of the table of each term by the answers.
  private func tableRows(_ design: SamplingDesign) -> [ModelRow] {
    let answers = zip(outcome.responses, sample.isUsed).map { $1 ? Int($0) : -1 }
    let isHidden = tellsCounts
    return sample.terms.indices.map { place in
      var row = row(.designOdds, .test)
      (row.term, row.item) = (sample.terms[place].name, "rao_scott")
      guard !isHidden else { return row.withheld(.suppressed, note: Self.rareCell) }
      guard isTestable(sample.patterns.columns(of: place), &row) else { return row }
      do throws(SamplingDesign.Fault) {
        let test = try RaoScottTest(rows: sample.levels[place].map { Int($0) }, columns: answers, design)
        (row.statistic, row.p, row.designEffect) = (test.statistic, test.pValue.value, test.designEffect)
        (row.degreesOfFreedom, row.denominator) = (test.numeratorDegreesOfFreedom, test.degreesOfFreedom)
      } catch { (row.status, row.note) = Self.words(error) }
      return row
    }
  }

  /// Kish's effective number of people, and what unequal weights cost.
  private func weightRows(_ design: SamplingDesign) -> [ModelRow] {
    // The one times the other is the number of people.
    guard sample.count != nil, !telling.hidesWeights else { return [] }
    let weights = zip(design.weights.values, sample.isUsed).filter(\.1).map(\.0)
    guard weights.contains(where: { $0 > 0 }) else { return [] }
    let own = SamplingWeights(weights)
    return [("effective_people", own.effectiveCount), ("design_effect_of_weights", own.designEffect)].map {
      name, value in
      var row = row(.designMean, .weights)
      (row.item, row.estimate) = (name, value)
      return row
    }
  }

  private func words(_ fault: DesignModelFault) -> (status: Status, note: Phrase) {
    switch fault {
    case .design(let fault): Self.words(fault)
    case .dependentColumns: Self.words(ModelFault.dependentColumns)
    case .answers(let fault): words(fault)
    }
  }
}

extension ModelRow {
  /// The row with the numbers of a coefficient.
  fileprivate func taking(
    _ coefficient: DesignCoefficient, _ freedom: Double, isOdds: Bool, isTested: Bool = true, hasError: Bool
  ) -> ModelRow {
    var row = self
    row.estimate = coefficient.estimate
    if isOdds { row.oddsRatio = coefficient.oddsRatio }
    guard hasError, coefficient.hasError else {
      (row.status, row.note) = (.notTestable, ModelMaker.oneCluster)
      return row
    }
    (row.standardError, row.errorKind, row.errors.design) = (
      coefficient.standardError, "design", coefficient.standardError
    )
    row.degreesOfFreedom = freedom
    (row.interval, row.intervalMethod) = (coefficient.interval, "t")
    if isTested { (row.statistic, row.p) = (coefficient.estimate / coefficient.standardError, coefficient.p) }
    if isOdds { row.takeOdds(coefficient.interval) }
    return row
  }
}
