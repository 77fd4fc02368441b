import Statistics
import Survey

extension ModelMaker {
  /// Least squares of a score: HC3 for unrelated people; with clusters CR2 and a random intercept.
  func linearRows() -> [ModelRow] {
    let people = CollapsedOutcome(self)
    guard sample.clusters != nil else { return plainRows(people) }
    return clusteredRows(people) + interceptRows(people)
  }

  /// The intercept and the columns, filled one by one, or withheld alike.
  private func filled(
    _ model: ModelRow.Model, _ fill: (_ place: Int, inout ModelRow) -> Void
  ) -> [ModelRow] {
    ([row(model, .intercept)] + columnRows(model)).enumerated().map { place, row in
      var row = row
      fill(place, &row)
      return row
    }
  }

  private func refused(_ model: ModelRow.Model, _ fault: ModelFault) -> [ModelRow] {
    let (status, note) = Self.words(fault)
    return filled(model) { $1 = $1.withheld(status, note: note) }
  }

  private func plainRows(_ people: CollapsedOutcome) -> [ModelRow] {
    let fit: LinearRegression
    do throws(ModelFault) {
      fit = try LinearRegression(
        design: people.design, values: people.values, frequencies: people.frequencies, level: level)
    } catch { return refused(.linear, error) }
    return filled(.linear) { place, row in
      let coefficient = fit.coefficients[place]
      row.estimate = coefficient.estimate
      (row.standardError, row.errorKind) = (coefficient.hc3, "hc3")
      (row.errors.model, row.errors.hc3) = (coefficient.classical, coefficient.hc3)
      row.statistic = coefficient.estimate / coefficient.hc3
      guard sample.count != nil else {
        row.note = Self.uncounted
        return
      }
      (row.degreesOfFreedom, row.p) = (fit.degreesOfFreedom, coefficient.p)
      (row.interval, row.intervalMethod) = (coefficient.interval, "t")
    }
      + termRows(.linear, "wald") { columns, row in
        row.take(fit.wald(columns.map { $0 + 1 }))
        if sample.count == nil { (row.denominator, row.p, row.note) = (nil, nil, Self.uncounted) }
      }
  }

  /// Degrees of freedom that are people less columns can be solved for where an interval or a p rests on them.
  static let uncounted: Phrase =
    "How many people are in the model is hidden, and an interval or a p would give it."

  private func clusteredRows(_ people: CollapsedOutcome) -> [ModelRow] {
    let fit: ClusterRobustRegression
    do throws(ModelFault) {
      fit = try ClusterRobustRegression(
        design: people.design, values: people.values, clusters: people.clusters, frequencies: people.frequencies,
        fewestClusters: Self.fewestClusters, level: level)
    } catch { return refused(.linearClustered, error) }
    return filled(.linearClustered) { place, row in
      let coefficient = fit.coefficients[place]
      row.estimate = coefficient.estimate
      guard coefficient.hasError, isSpread(place == 0 ? nil : place - 1) else {
        (row.status, row.note) = (.notTestable, Self.oneCluster)
        return
      }
      (row.standardError, row.errorKind) = (coefficient.cr2, "cr2")
      (row.errors.model, row.errors.hc3) = (coefficient.classical, coefficient.hc3)
      (row.errors.cr0, row.errors.cr2) = (coefficient.cr0, coefficient.cr2)
      // Over CR0 it is a function of the number of people.
      row.errors.cr1 = sample.count == nil ? nil : coefficient.cr1
      row.statistic = coefficient.estimate / coefficient.cr2
      (row.degreesOfFreedom, row.p) = (coefficient.degreesOfFreedom, coefficient.p)
      (row.interval, row.intervalMethod) = (coefficient.interval, "t")
      if coefficient.degreesOfFreedom < 4 { row.note = Self.fewFreedom }
    }
      + termRows(.linearClustered, "wald") { columns, row in
        guard columns.allSatisfy(isSpread) else {
          (row.status, row.note) = (.notTestable, Self.oneCluster)
          return
        }
        row.take(fit.wald(columns.map { $0 + 1 }))
      }
  }

  static let oneCluster: Phrase =
    "All people of a group are in one organisation, so that the two cannot be told apart: there is no error."
  static let fewFreedom: Phrase =
    "Fewer than four degrees of freedom: a handful of organisations decide this number, and its p is not to be relied on."

  private func interceptRows(_ people: CollapsedOutcome) -> [ModelRow] {
    let fit: RandomIntercept
    do throws(ModelFault) {
      fit = try RandomIntercept(
        design: people.design, values: people.values, clusters: people.clusters, frequencies: people.frequencies,
        fewestClusters: Self.fewestClusters)
    } catch { return refused(.randomIntercept, error) }
    let boundary: Phrase =
      fit.isOnBoundary
      ? "No variance between organisations is found: the fit is on the boundary, and people are taken as unrelated."
      : .empty
    func variance(_ name: String, _ value: Double) -> ModelRow {
      var row = row(.randomIntercept, .variance)
      (row.item, row.estimate, row.note) = (name, value, name == "residual" ? .empty : boundary)
      return row
    }
    return filled(.randomIntercept) { place, row in
      row.estimate = fit.coefficients[place]
      guard isSpread(place == 0 ? nil : place - 1) else {
        (row.status, row.note) = (.notTestable, Self.oneCluster)
        return
      }
      (row.standardError, row.errorKind) = (fit.standardErrors[place], "reml")
      row.statistic = fit.coefficients[place] / fit.standardErrors[place]
      guard !fit.isOnBoundary || sample.count != nil else {
        row.note = .spaced([boundary, Self.uncounted])
        return
      }
      row.degreesOfFreedom = fit.degreesOfFreedom[place]
      row.p = fit.p(place)
      (row.interval, row.intervalMethod) = (fit.interval(place, level: level), "t")
      row.note = boundary
    } + [
      variance("between_clusters", fit.clusterVariance), variance("residual", fit.residualVariance),
      variance("intraclass_correlation", fit.intraclassCorrelation),
    ]
  }
}

extension ModelRow {
  /// Takes the numbers of an F test; without one the row says why.
  mutating func take(_ wald: ClusterRobustRegression.Wald?) {
    guard let wald else {
      status = .notTestable
      note = "Too few clusters or people for a test of so many groups at once."
      return
    }
    statistic = wald.f
    (degreesOfFreedom, denominator, p) = (wald.numeratorDegreesOfFreedom, wald.denominatorDegreesOfFreedom, wald.p)
  }
}
