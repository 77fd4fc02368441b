import Statistics
import Survey

/// How the people of a model came into the sample: everybody who answered belongs to the design, and those in the model are a part of it.
struct ModelDesignSample: Sendable {
  let design: SamplingDesign
  /// Names of strata with one cluster only.
  let lonelyStrata: [String]

  /// - Throws: ``ModelRequestFault`` when a column, a stratum or a size does not fit the answers.
  init(_ request: ModelRequest, _ responses: Responses) throws(ModelRequestFault) {
    let strata = try request.strata.map { name throws(ModelRequestFault) in try Self.column(name, responses, "strata") }
    let clusters = try request.cluster.map { name throws(ModelRequestFault) in
      try Self.column(name, responses, "clusters")
    }
    let labels = strata?.labels ?? [""]
    for name in request.population.keys.sorted() where !labels.contains(name) {
      throw strata == nil
        ? ModelRequestFault("--finite-population names “\(name)”, but there is no --strata")
        : name.isEmpty
          ? ModelRequestFault("--finite-population has one number for all; with --strata write stratum=number for each")
          // Many strata may be remarks.
          : .unknown("stratum", name, known: labels.count <= TermDraft.mostLevels ? labels : [])
    }
    let populations = Dictionary(
      request.population.map { (labels.firstIndex(of: $0.key) ?? 0, $0.value) }, uniquingKeysWith: { $1 })
    let weights = SamplingWeights(
      responses.weights.isEmpty
        ? try Self.shares(populations, strata: strata, clusters: clusters, count: responses.count) : responses.weights)
    let calibration = try Self.calibration(request.margins, weights, responses)
    do throws(SamplingDesign.Fault) {
      design = try SamplingDesign(
        weights: weights, clusters: clusters?.codes.map { Int($0) }, strata: strata?.codes.map { Int($0) },
        populationClusters: populations, calibration: calibration)
    } catch {
      switch error {
      case .populationTooSmall(let stratum):
        throw ModelRequestFault(
          "--finite-population\(labels[stratum].isEmpty ? "" : " \(labels[stratum])") is smaller than what was drawn from it"
        )
      default:
        throw ModelRequestFault(
          "fewer than two clusters or people were drawn from every stratum, so no variance is known")
      }
    }
    lonelyStrata = design.lonelyStrata.map { labels[$0] }
  }

  /// Without weights everybody stands for as many as their stratum has in the population for each that was drawn.
  private static func shares(
    _ populations: [Int: Int], strata: GroupingColumn?, clusters: GroupingColumn?, count: Int
  ) throws(ModelRequestFault) -> [Double] {
    guard !populations.isEmpty else { return [Double](repeating: 1, count: count) }
    var drawn: [Int: Set<Int>] = [:]
    for person in 0..<count {
      drawn[strata.map { Int($0.codes[person]) } ?? 0, default: []].insert(
        clusters.map { Int($0.codes[person]) } ?? person)
    }
    var shares: [Int: Double] = [:]
    for (stratum, units) in drawn {
      guard let all = populations[stratum] else {
        throw ModelRequestFault(
          "--finite-population has no number for some of the strata; without --sampling-weights it is needed for each")
      }
      shares[stratum] = Double(all) / Double(units.count)
    }
    return (0..<count).map { person in shares[strata.map { Int($0.codes[person]) } ?? 0] ?? 1 }
  }

  /// A column that says of everybody how they were drawn.
  private static func column(
    _ name: String, _ responses: Responses, _ what: String
  ) throws(ModelRequestFault) -> GroupingColumn {
    guard let column = responses.grouping(named: name) else {
      throw .unknown(
        "column of \(what)", name, known: ["organisation", "respondent_type"] + responses.groups.map(\.name))
    }
    guard !column.codes.contains(where: { $0 < 0 }) else {
      throw ModelRequestFault("“\(name)” has empty cells, and everybody in a sample that was drawn came from somewhere")
    }
    return column
  }

  /// Weights brought to known sizes; nil where none are given.
  private static func calibration(
    _ margins: [ModelRequest.Margin], _ weights: SamplingWeights, _ responses: Responses
  ) throws(ModelRequestFault) -> Calibration? {
    guard !margins.isEmpty else { return nil }
    var made: [Calibration.Margin] = []
    for margin in margins {
      guard let grouping = responses.groupings(by: [margin.column]).first(where: { $0.name == margin.column }) else {
        throw .unknown(
          "column of groups", margin.column,
          known: ["respondent_type", "roll_up"] + responses.groups.map(\.name))
      }
      let codes = grouping.column.codes.map { grouping.group(ofCode: Int($0)) }
      guard !codes.contains(-1) else {
        throw ModelRequestFault("“\(margin.column)” has empty cells, so its people cannot be brought to known sizes")
      }
      if let missing = grouping.groups.first(where: { margin.sizes[$0] == nil }) {
        throw ModelRequestFault(
          "the known sizes of “\(margin.column)” have none for “\(missing)”, whose people answered")
      }
      if let more = margin.sizes.keys.sorted().first(where: {
        (margin.sizes[$0] ?? 0) > 0 && !grouping.groups.contains($0)
      }) {
        throw ModelRequestFault(
          "nobody of “\(more)” in “\(margin.column)” answered, so nobody can stand for its people; put it together with another group"
        )
      }
      made.append(Calibration.Margin(groups: codes, sizes: grouping.groups.map { margin.sizes[$0] ?? 0 }))
    }
    do throws(Calibration.Fault) {
      return try Calibration(weights, to: made)
    } catch {
      switch error {
      case .differentTotals(let margin):
        throw ModelRequestFault(
          "the known sizes of “\(margins[margin].column)” add up to another number than those of “\(margins[0].column)”"
        )
      case .emptyGroup(let margin, _):
        throw ModelRequestFault("a group of “\(margins[margin].column)” has a known size and nobody who answered")
      case .notConverged:
        throw ModelRequestFault("no weights meet all known sizes at once with these people; rake to fewer columns")
      }
    }
  }
}
