import Readiness

/// How a model and its numbers are put into words.
struct ModelWords: Sendable {
  let study: ModelStudy
  let labels: Labels

  init(_ study: ModelStudy) {
    self.study = study
    labels = Labels(study.instrument, level: study.plan.level, measures: study.instrument.measures)
  }

  /// From so many clusters on, errors by cluster hold their level.
  static let manyClusters = 30

  /// Whether estimates are odds ratios.
  var isOdds: Bool { if case .item = study.outcome { true } else { false } }

  /// The line under the title: the item's sentence, or the score.
  var subject: Phrase {
    switch study.outcome {
    case .item(let item): "“\(.label(item.text))” (\(verbatim: item.code))"
    case .score(let measure): "\(labels.measure(measure.id)) (\(verbatim: measure.id)), 0 to 100, higher is readier"
    }
  }

  /// What people without an outcome have not got.
  var outcomeKind: Phrase { isOdds ? "an answer" : "a score" }

  /// What a column is called.
  func column(_ name: String) -> Phrase { labels.column(name) }

  /// What a group is called.
  func group(_ code: String, _ column: String) -> Phrase {
    switch code {
    case ModelTerm.pooled: "small groups together"
    case ModelTerm.blank: "not given"
    default: labels.group(code, by: column)
    }
  }

  /// What clusters are called.
  var cluster: Phrase { study.request.cluster == "organisation" ? "organisation" : column(study.request.cluster ?? "") }
  var clusters: Phrase { study.request.cluster == "organisation" ? "organisations" : "groups" }

  /// An odds ratio with two decimals, points with one.
  func number(_ value: Double) -> Phrase {
    guard isOdds else { return Words.decimal(value) }
    return value >= 1_000 ? "over \(1_000)" : .decimal(value, decimals: 2)
  }

  /// Whether the interval leaves out that there is no difference.
  func isClear(_ row: ModelRow) -> Bool { row.interval.map { $0.lower > 0 || $0.upper < 0 } ?? false }

  /// One coefficient in a sentence.
  func sentence(_ row: ModelRow) -> Phrase {
    let (one, other) = (group(row.level ?? "", row.term ?? ""), group(row.reference ?? "", row.term ?? ""))
    guard let estimate = row.estimate else {
      return row.note.isEmpty
        ? "“\(one)” and “\(other)”: there is no estimate." : "“\(one)” and “\(other)”: \(row.note)"
    }
    guard let interval = row.interval else {
      return isOdds
        ? "“\(one)” and “\(other)”: an odds ratio of \(number(row.oddsRatio ?? 1)), without a range. \(row.note)"
        : "“\(one)” and “\(other)”: \(number(estimate)) points apart, without a range. \(row.note)"
    }
    return isOdds
      ? odds(row, one, other, isHigher: estimate > 0)
      : points(estimate, interval, one, other, isClear: isClear(row))
  }

  private func odds(_ row: ModelRow, _ one: Phrase, _ other: Phrase, isHigher: Bool) -> Phrase {
    let range: Phrase =
      row.oddsRatioInterval.map { "\(number($0.lower)) to \(number($0.upper))" } ?? Mark.notAvailable.phrase
    let ratio = number(row.oddsRatio ?? 1)
    guard isClear(row) else {
      return "No clear difference between “\(one)” and “\(other)”: odds ratio \(ratio), \(labels.range) \(range)."
    }
    let pairs: Phrase =
      row.superiority.map {
        """
        On the scale that answers are steps of, the first of a pair stands higher in \(Words.count(Int((100 * $0).rounded()))) of \(100) \
        pairs of one of each.
        """
      } ?? .empty
    let told: Phrase =
      isHigher
      ? "People in “\(one)” answer higher than those in “\(other)”: odds ratio \(ratio), \(labels.range) \(range)."
      : "People in “\(one)” answer lower than those in “\(other)”: odds ratio \(ratio), \(labels.range) \(range)."
    return .spaced([told, pairs])
  }

  private func points(
    _ estimate: Double, _ interval: ConfidenceInterval, _ one: Phrase, _ other: Phrase, isClear: Bool
  ) -> Phrase {
    guard isClear else {
      return """
        No clear difference between “\(one)” and “\(other)”: \(Words.decimal(estimate)) points, \(labels.range) \
        \(Words.decimal(interval.lower)) to \(Words.decimal(interval.upper)).
        """
    }
    return estimate > 0
      ? """
      People in “\(one)” score \(Words.decimal(estimate)) points higher than those in “\(other)” (\(labels.range) \
      \(Words.decimal(interval.lower)) to \(Words.decimal(interval.upper)) higher).
      """
      : """
      People in “\(one)” score \(Words.decimal(-estimate)) points lower than those in “\(other)” (\(labels.range) \
      \(Words.decimal(-interval.upper)) to \(Words.decimal(-interval.lower)) lower).
      """
  }

  /// What the table of coefficients shows.
  var caption: Phrase {
    switch study.outcome {
    case .item(let item):
      """
      Odds of a higher answer, from \(item.scale.lowest) “\(.label(item.scale.options.first?.label ?? item.text))” to \
      \(item.scale.highest) “\(.label(item.scale.options.last?.label ?? item.text))”, against the group that each is compared with.
      """
    case .score: "Points of readiness above the group that each is compared with, or below it."
    }
  }

  /// The name of a test of a term.
  static func test(_ row: ModelRow) -> Phrase {
    switch row.item {
    case "likelihood_ratio": "the likelihood ratio"
    case "rank_test": "the design-based rank test"
    case "rao_scott": "the Rao–Scott test of the table of answers"
    default: "the Wald test"
    }
  }

  /// The warning with few clusters, with the measured sizes.
  func fewClusters(_ count: Int) -> Phrase {
    if count < 6, !study.isDesigned {
      return
        "There are only \(Words.small(count)) \(clusters). Errors that are honest about them need six, so there are none."
    }
    return isOdds && !study.isDesigned
      ? """
      There are only \(count) \(clusters). With so few, this error (CR1, with t) \
      finds differences that are not there somewhat more often than 5 times in 100: in simulations 7 times with 6 and with 12, 5 times with 24.
      """
      : """
      There are only \(count) \(clusters). Some rows rest on fewer: below four degrees of freedom a p is not to be relied on.
      """
  }

  /// One paragraph for each model that was used.
  var methods: [Phrase] {
    var seen: Set<ModelRow.Model> = []
    return study.rows.map(\.model).filter { seen.insert($0).inserted }.map(paragraph)
  }

  private func paragraph(_ model: ModelRow.Model) -> Phrase {
    switch model {
    case .proportionalOdds:
      study.clusters == nil
        ? """
        Proportional odds (McCullagh 1980): the odds of a higher answer, wherever the answers are cut in two. Ranges come from \
        the profile of the likelihood.
        """
        : """
        Proportional odds (McCullagh 1980): the odds of a higher answer, wherever the answers are cut in two. Errors are \
        by \(cluster) (CR1), with t on one degree of freedom less than there are \(clusters).
        """
    case .linear: "Least squares, with errors that allow any variances of people (HC3) and Student’s t."
    case .linearClustered:
      """
      Least squares, with errors by \(cluster) corrected for few of them (CR2, Bell and McCaffrey 2002) and Satterthwaite’s degrees \
      of freedom (Pustejovsky and Tipton 2018).
      """
    case .randomIntercept:
      """
      Random intercept: the same differences when every \(cluster) has a level of its own, by restricted likelihood, with \
      Satterthwaite’s degrees of freedom.
      """
    case .designOdds, .designLinear:
      """
      The sample was drawn: estimates are of the population, weighted, with linearised errors (Binder 1983) by strata and \
      clusters where they are named.
      """
    case .designMean: "Means are Hájek’s, with errors by Taylor’s linearisation."
    }
  }
}
