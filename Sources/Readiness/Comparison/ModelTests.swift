import Statistics

/// The models that stand beside the permutation of a contrast of two groups, where organisations are not simply strata: some
/// organisations have one group only.
///
/// `cluster_robust_difference`: the difference of means with an error that is honest about organisations (CR2), from ten of them.
/// `random_intercept`: the same difference when organisations differ by chance, from six. With fewer than six no model p is given.
/// Where every organisation holds the groups side by side, the primary row needs no model.
///
/// - Cost: distinct scores per organisation and group, never people.
/// - Source: the analysis plan; simulations behind it are in *Reading the statistics*.
struct ModelTests: Sendable {
  /// No, one or two rows.
  let rows: [ComparisonDraft]

  /// Fewer organisations give no cluster-robust row.
  static let robustMinimum = 10
  /// Fewer organisations give no model at all.
  static let minimum = 6

  /// Fits the models of a contrast of two groups.
  ///
  /// - Parameter base: the contrast's own ``GroupContrast/base``.
  init(_ contrast: GroupContrast, base: ComparisonDraft) {
    let data = ModelData(contrast.tables)
    guard contrast.groups.count == 2, Self.isCalledFor(contrast.design, organizations: data.organizations) else {
      rows = []
      return
    }
    var row = base
    row.primary = false
    row.isAdjustedByMethod = true
    row.method = "random_intercept"
    row.note = "A model beside the permutation; read the primary row."
    row.evidence.null = "Both groups have one mean, whatever their organisations have in common."
    row.evidence.sidedness = Sidedness.distanceFromExpectation.rawValue
    // With the means of everybody, those of people with an organisation tell of people without one.
    let unnamed = contrast.scores.unnamed.selecting(groups: contrast.groups).groupTotals
    guard (data.people + unnamed).allSatisfy({ $0 == 0 || $0 >= contrast.choices.minimum }) else {
      rows = [row.withheld(.suppressed, note: "Too few people have an organisation, or have none.")]
      return
    }
    guard data.organizations >= Self.minimum else {
      row.status = .notTestable
      row.note = "Fewer than six organisations: no model p is given; read the primary row."
      rows = [row]
      return
    }
    let level = contrast.choices.level
    var made: [ComparisonDraft] = []
    if data.organizations >= Self.robustMinimum {
      made.append(Self.filled(row) { row throws(ModelFault) in try row.takeClusterRobust(data, level: level) })
    }
    made.append(Self.filled(row) { row throws(ModelFault) in try row.takeRandomIntercept(data, level: level) })
    rows = made.map {
      contrast.choices.settled($0).told(
        contrast.modelDigits, sizes: contrast.toldSizes(base), scale: 100, wholeFreedom: false)
    }
  }

  /// Whether some organisations have one group only.
  private static func isCalledFor(_ design: ComparisonDesign, organizations: Int) -> Bool {
    switch design {
    case .withinOrganizations(let mixed): mixed.count < organizations
    case .wholeOrganizations: true
    case .oneOrganization, .organizationsNotNamed, .confounded: false
    }
  }

  private static func filled(
    _ base: ComparisonDraft, _ fill: (inout ComparisonDraft) throws(ModelFault) -> Void
  ) -> ComparisonDraft {
    var row = base
    do throws(ModelFault) {
      try fill(&row)
      return row
    } catch {
      switch error {
      case .noResidual: (row.status, row.note) = (.noVariation, "Nobody differs from the mean of the own group.")
      case .tooFewRows:
        (row.status, row.note) = (.tooFewPeople, SampleFault.tooFewValues(group: 0, needed: 2).plainWords)
      case .tooFewClusters:
        (row.status, row.note) = (.notTestable, SampleFault.tooFewClusters(needed: minimum).plainWords)
      case .dependentColumns: (row.status, row.note) = (.tooFewPeople, SampleFault.emptyGroup(0).plainWords)
      }
      return row
    }
  }
}

/// Two groups of people in organisations as rows of a model: alike people share a row.
private struct ModelData {
  /// Ones, and 1 for the first group: the second coefficient is first less second.
  private(set) var design: [[Double]] = []
  private(set) var values: [Double] = []
  private(set) var clusters: [Int] = []
  private(set) var frequencies: [Int] = []
  /// People of each group.
  private(set) var people = [0, 0]

  init(_ tables: [ValueCounts]) {
    for (organization, table) in tables.enumerated() {
      for group in 0..<min(2, table.groupCount) {
        for place in table.values.indices where table[group, place] > 0 {
          design.append([1, group == 0 ? 1 : 0])
          values.append(table.values[place])
          clusters.append(organization)
          frequencies.append(table[group, place])
          people[group] += table[group, place]
        }
      }
    }
  }

  /// Organisations with people of either group.
  var organizations: Int { Set(clusters).count }
}

extension ComparisonDraft {
  fileprivate mutating func takeClusterRobust(_ data: ModelData, level: Double) throws(ModelFault) {
    method = "cluster_robust_difference"
    let model = try ClusterRobustRegression(
      design: data.design, values: data.values, clusters: data.clusters, frequencies: data.frequencies,
      fewestClusters: ModelTests.robustMinimum, level: level)
    let difference = model.coefficients[1]
    guard difference.hasError else { throw .noResidual }
    statistic = difference.estimate / difference.cr2
    degreesOfFreedom = difference.degreesOfFreedom
    p = PValue(value: difference.p, method: .asymptotic, smallestAttainable: .leastNonzeroMagnitude)
    effect = EffectSize(
      name: "mean_difference", value: difference.estimate, interval: difference.interval,
      intervalMethod: "errors clustered by organisation (CR2), Satterthwaite's t")
  }

  fileprivate mutating func takeRandomIntercept(_ data: ModelData, level: Double) throws(ModelFault) {
    method = "random_intercept"
    let model = try RandomIntercept(
      design: data.design, values: data.values, clusters: data.clusters, frequencies: data.frequencies,
      fewestClusters: ModelTests.minimum)
    statistic = model.coefficients[1] / model.standardErrors[1]
    degreesOfFreedom = model.degreesOfFreedom[1]
    p = PValue(value: model.p(1), method: .asymptotic, smallestAttainable: .leastNonzeroMagnitude)
    effect = EffectSize(
      name: "mean_difference", value: model.coefficients[1], interval: model.interval(1, level: level),
      intervalMethod: "random intercept of organisations, Satterthwaite's t")
    if model.isOnBoundary {
      note = ComparisonDraft.joined(
        note, "No variance between organisations is found, so people are taken as unrelated.")
    }
  }
}
