import Foundation
import Readiness
import Survey
import Yams

/// A scoring plan in YAML or JSON (which YAML takes in): every key is optional, unknown keys are refused with their place.
struct PlanFile {
  /// The plan with the file's choices over `base`.
  let plan: ScoringPlan

  /// Reads a plan.
  ///
  /// - Throws: `FaultList` with every fault, each with line and column.
  init(text: String, name: String, over base: ScoringPlan = ScoringPlan()) throws(FaultList) {
    var reading = Reading(name: name, plan: base)
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch {
      let place = (error as? YamlError).map { "\($0)" } ?? ""
      throw FaultList([
        Fault(
          .planSyntax, file: name, message: "the file is not YAML or JSON: \(place.split(separator: "\n").first ?? "")")
      ])
    }
    if let root { reading.read(root) }
    guard reading.faults.isEmpty else { throw FaultList(reading.faults) }
    plan = reading.plan
  }

  /// Walks the nodes and collects faults.
  private struct Reading {
    let name: String
    var plan: ScoringPlan
    var faults: [Fault] = []

    init(name: String, plan: ScoringPlan) {
      self.name = name
      self.plan = plan
    }

    mutating func fault(_ kind: Fault.Kind, _ node: Node, _ message: String) {
      faults.append(
        Fault(kind, file: name, row: node.mark?.line, column: node.mark.map { String($0.column) }, message: message))
    }

    mutating func read(_ root: Node) {
      guard case .mapping(let mapping) = root else {
        if root.string?.isEmpty ?? false { return }
        fault(.planShape, root, "expected keys with values, such as “seed: 1”")
        return
      }
      for (key, value) in mapping {
        let word = key.string ?? ""
        guard let name = Key(rawValue: word) else {
          let known = Key.allCases.map(\.rawValue)
          let hint = NearestName.of(word, in: known).map { "; did you mean “\($0)”?" } ?? ""
          fault(.planKey, key, "found the key “\(word)”, expected one of \(known.joined(separator: ", "))\(hint)")
          continue
        }
        read(name, value)
      }
    }

    mutating func read(_ key: Key, _ node: Node) {
      switch key {
      case .seed: if let seed = unsigned(node, key) { plan.seed = seed }
      case .draws: if let count = whole(node, key, 100...1_000_000) { plan.draws = count }
      case .permutations: if let count = whole(node, key, 99...10_000_000) { plan.permutations = count }
      case .level: if let level = number(node, key, 0.5...0.999) { plan.level = level }
      case .target: if let target = number(node, key, 1...100) { plan.target = target }
      case .rankMinimum: if let count = whole(node, key, 2...1_000_000) { plan.rankMinimum = count }
      case .intervalMinimum: if let count = whole(node, key, 2...1_000_000) { plan.intervalMinimum = count }
      case .by: if let names = texts(node, key) { plan.by = names }
      case .dimensionWeights: weights(node)
      case .weighting: weighting(node)
      case .aggregation:
        if let rule = node.string.flatMap(AggregationRule.init) {
          plan.aggregation = rule
        } else {
          fault(.planValue, node, "found \(found(node)) for “aggregation”, expected \(AggregationRule.forms)")
        }
      case .missingRule: missingRule(node)
      case .comparison: comparison(node)
      case .views: views(node)
      case .disclosure:
        do throws(DisclosureModeRefusal) {
          plan.disclosure = try DisclosureMode(named: node.string ?? "")
        } catch {
          fault(.planValue, node, "found \(found(node)) for “disclosure”, \(error)")
        }
      case .consent: if let text = text(node, key) { plan.consent = text }
      }
    }

    mutating func weights(_ node: Node) {
      guard case .mapping(let mapping) = node else {
        fault(
          .planShape, node,
          "expected every dimension with its weight under “dimension_weights”, such as “d01: 2”, and 0 to leave one out"
        )
        return
      }
      for (key, value) in mapping {
        guard let id = key.string else { continue }
        guard let weight = Double(value.string ?? ""), weight.isFinite, weight >= 0 else {
          fault(.planValue, value, "found \(found(value)) as the weight of “\(id)”, expected a number of 0 or more")
          continue
        }
        plan.dimensionWeights[id] = weight
      }
    }

    mutating func weighting(_ node: Node) {
      if case .mapping(let mapping) = node, mapping.count == 1, let (key, value) = mapping.first, key.string == "ahp" {
        judgements(value)
      } else if let scheme = node.string.flatMap(WeightingScheme.init(name:)) {
        plan.weighting = scheme
      } else {
        let known = WeightingScheme.named.map(\.name).joined(separator: ", ")
        let hint =
          NearestName.of(node.string ?? "", in: WeightingScheme.named.map(\.name))
          .map { "; did you mean “\($0)”?" } ?? ""
        fault(.planValue, node, "found \(found(node)) for “weighting”, expected \(known) or ahp with judgements\(hint)")
      }
    }

    /// `{d01: {d02: 3}}`: each judgement once or with its mirror image.
    mutating func judgements(_ node: Node) {
      guard case .mapping(let rows) = node else {
        fault(.planShape, node, "expected judgements under “ahp”, such as “d01: {d02: 3}”")
        return
      }
      var entries = JudgementEntries()
      for (row, cells) in rows {
        guard let first = row.string, case .mapping(let cells) = cells else {
          fault(.planShape, cells, "expected the judgements of \(found(row)), such as “{d02: 3}”")
          continue
        }
        for (column, cell) in cells {
          guard let second = column.string else { continue }
          if let problem = entries.add(first, second, cell.string ?? "") { fault(.planValue, cell, problem) }
        }
      }
      switch entries.table {
      case .success(let table): plan.weighting = .ahp(table)
      case .failure(let gap): fault(.planValue, node, gap.sentence)
      }
    }

    mutating func missingRule(_ node: Node) {
      guard case .mapping(let mapping) = node else {
        fault(.planShape, node, "expected minimum, share or weight_share under “missing_rule”")
        return
      }
      var rule = (plan.missingRule ?? MissingRule())
      for (key, value) in mapping {
        switch key.string {
        case "minimum":
          if let minimum = whole(value, .missingRule, 1...1_000) {
            rule = MissingRule(minimum: minimum, share: rule.share, weightShare: rule.weightShare)
          }
        case "share":
          if let share = number(value, .missingRule, 0...1) {
            rule = MissingRule(minimum: rule.minimum, share: share, weightShare: rule.weightShare)
          }
        case "weight_share":
          if let share = number(value, .missingRule, 0...1) {
            rule = MissingRule(minimum: rule.minimum, share: rule.share, weightShare: share)
          }
        default: unknown(key, under: .missingRule, known: ["minimum", "share", "weight_share"])
        }
      }
      plan.missingRule = rule
    }

    mutating func views(_ node: Node) {
      guard case .mapping(let mapping) = node else {
        fault(.planShape, node, "expected width or share under “views”, such as “width: 50”")
        return
      }
      for (key, value) in mapping {
        switch key.string {
        case "width": if let width = number(value, .views, 1...99) { plan.views.width = width }
        case "share": if let share = number(value, .views, 0.05...1) { plan.views.share = share }
        default: unknown(key, under: .views, known: ["width", "share"])
        }
      }
    }

    mutating func comparison(_ node: Node) {
      guard case .mapping(let mapping) = node else {
        fault(.planShape, node, "expected null, measures or order under “comparison”")
        return
      }
      for (key, value) in mapping {
        switch key.string {
        case "null":
          if let null = value.string.flatMap(ComparisonPlan.Null.init(rawValue:)) {
            plan.comparison.null = null
          } else {
            let known = ComparisonPlan.Null.allCases.map(\.rawValue)
            fault(.planValue, value, "found \(found(value)) for “null”, expected \(known.joined(separator: ", "))")
          }
        case "measures": if let names = texts(value, .comparison) { plan.comparison.measures = names }
        case "order": order(value)
        default: unknown(key, under: .comparison, known: ["null", "measures", "order"])
        }
      }
    }

    mutating func order(_ node: Node) {
      guard case .mapping(let mapping) = node else {
        fault(.planShape, node, "expected columns with their groups under “order”, such as “grade: [junior, senior]”")
        return
      }
      for (key, value) in mapping {
        guard let column = key.string, let groups = texts(value, .comparison) else { continue }
        guard groups.count > 1, Set(groups).count == groups.count else {
          fault(.planValue, value, "found the order of “\(column)”, expected two groups or more, each once")
          continue
        }
        plan.comparison.order[column] = groups
      }
    }

    mutating func unknown(_ key: Node, under parent: Key, known: [String]) {
      let hint = NearestName.of(key.string ?? "", in: known).map { "; did you mean “\($0)”?" } ?? ""
      fault(
        .planKey, key,
        "found the key “\(key.string ?? "")” under “\(parent.rawValue)”, expected \(known.joined(separator: ", "))\(hint)"
      )
    }

    mutating func whole(_ node: Node, _ key: Key, _ range: ClosedRange<Int>) -> Int? {
      if let value = Int(node.string ?? ""), range.contains(value) { return value }
      fault(
        .planValue, node,
        "found \(found(node)) for “\(key.rawValue)”, expected a whole number from \(range.lowerBound) to \(range.upperBound)"
      )
      return nil
    }

    mutating func unsigned(_ node: Node, _ key: Key) -> UInt64? {
      if let value = UInt64(node.string ?? "") { return value }
      fault(.planValue, node, "found \(found(node)) for “\(key.rawValue)”, expected a whole number of 0 or more")
      return nil
    }

    mutating func number(_ node: Node, _ key: Key, _ range: ClosedRange<Double>) -> Double? {
      if let value = Double(node.string ?? ""), range.contains(value) { return value }
      fault(
        .planValue, node,
        "found \(found(node)) for “\(key.rawValue)”, expected a number from \(range.lowerBound) to \(range.upperBound)")
      return nil
    }

    mutating func text(_ node: Node, _ key: Key) -> String? {
      if let text = node.string, !text.isEmpty { return text }
      fault(.planValue, node, "found \(found(node)) for “\(key.rawValue)”, expected a text")
      return nil
    }

    mutating func texts(_ node: Node, _ key: Key) -> [String]? {
      if case .sequence(let sequence) = node { return sequence.compactMap { text($0, key) } }
      return text(node, key).map { [$0] }
    }

    func found(_ node: Node) -> String { node.string.map { "“\($0)”" } ?? "a list or keys" }
  }

  /// The keys of a plan.
  private enum Key: String, CaseIterable {
    case seed, draws, permutations, level, by, weighting, aggregation, comparison, target, views, disclosure, consent
    case rankMinimum = "rank_minimum"
    case intervalMinimum = "interval_minimum"
    case dimensionWeights = "dimension_weights"
    case missingRule = "missing_rule"
  }
}

extension Fault.Kind {
  static let planSyntax: Self = "plan-syntax"
  static let planShape: Self = "plan-shape"
  static let planKey: Self = "plan-key"
  static let planValue: Self = "plan-value"
}
