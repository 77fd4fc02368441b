import Foundation
import Readiness
import Reporting
import Survey

/// `manifest.json`: what a run read, chose and wrote. No times, paths, threads or host, so that the same run gives the same bytes.
struct Manifest {
  let instrument: Instrument
  let plan: ScoringPlan
  let intake: Intake
  let inputs: [Reading.Input]
  let options: IntakeOptions
  var only: String?
  /// How charts are drawn, where there was a choice.
  var charts = ChartSettings()
  /// The column that tells people apart and the two waves, where the same people are compared.
  var pairing: (column: String, waves: [String])?
  /// What was tried instead of the plan, where a ranking is made in other ways.
  var robustness: RobustnessStudy?
  /// The ledger that the run was compared with, and what it notes.
  var ledger: LedgerNote?
  /// What was modelled, where there is a model.
  var model: ModelRequest?

  /// The document, naming the other files with their sums and the language of the pages.
  func json(outputs: FileSums, profile: TableProfile = .analysis, language: String) -> JSONValue {
    var reading: [String: JSONValue] = [
      "groups": JSONValue(options.groups), "allocation": .text(options.allocation.rawValue),
      "sampling_weights": JSONValue(options.samplingWeights), "wave": JSONValue(options.wave),
      "strict": .boolean(options.strict), "set_aside": .boolean(options.setAside), "only": JSONValue(only),
    ]
    if let pairing {
      reading["pair_by"] = .text(pairing.column)
      reading["waves"] = JSONValue(pairing.waves)
    }
    var document: [String: JSONValue] = [
      "format": .integer(1), "language": .text(language),
      "tool": .object(["name": .text("readiness"), "version": .text(ReadinessCommand.version)]),
      "seed": .unsigned(plan.seed),
      "plan": Self.plan(plan, instrument: instrument),
      "instrument": Self.instrument(instrument),
      "inputs": .list(
        inputs.map {
          .object(["role": .text($0.role), "name": .text($0.name), "sha256": .text($0.sha256)])
        }),
      "reading": .object(reading),
      "profile": .text(profile.rawValue), "rows": rows(intake),
      "notices": JSONValue(intake.notices.map(\.description)),
      "outputs": .list(
        outputs.byName.sorted { $0.key < $1.key }.map {
          .object(["name": .text($0.key), "sha256": .text($0.value)])
        }),
    ]
    if charts != ChartSettings() {
      document["charts"] = .object(["star": .text(charts.star.rawValue), "likert": .text(charts.likert.rawValue)])
    }
    if let ledger { document["ledger"] = ledger.json }
    if let model {
      document["model"] = .object([
        "outcome": .text(model.outcome), "terms": JSONValue(model.terms), "cluster": JSONValue(model.cluster),
        "strata": JSONValue(model.strata), "references": .object(model.references.mapValues(JSONValue.text)),
        "finite_population": .object(model.population.mapValues(JSONValue.integer)),
        "known_sizes": .object(
          Dictionary(
            model.margins.map { ($0.column, JSONValue.object($0.sizes.mapValues(JSONValue.number))) },
            uniquingKeysWith: { $1 })),
      ])
    }
    if let robustness {
      document["robustness"] = .object([
        "base": .integer(robustness.choices.base), "samples": .integer(robustness.choices.samples),
        "tried": .object(
          Dictionary(robustness.tried.map { ($0.input, JSONValue($0.names)) }, uniquingKeysWith: { $1 })),
      ])
    }
    return .object(document)
  }

  /// What the manifest says about the instrument.
  static func instrument(_ instrument: Instrument) -> JSONValue {
    .object([
      "id": .text(instrument.id), "version": .text(instrument.version), "form": .text(instrument.form),
      "roll_ups": .text(instrument.rollUpVersion), "crosswalk": JSONValue(instrument.budget?.crosswalkVersion),
      "files": .list(
        instrument.sourceFiles.map {
          .object(["name": .text($0.name), "sha256": .text(Checksum.sha256($0.bytes))])
        }),
    ])
  }

  /// The plan in the form in which a plan file takes it, with the rule for missing answers that it leaves to the instrument filled in.
  ///
  /// Weights that it does not give and a consent that nobody stated are left out: read back, they would be choices that were not made.
  static func plan(_ plan: ScoringPlan, instrument: Instrument) -> JSONValue {
    let rule = plan.missingRule ?? instrument.missingRule
    var keys: [String: JSONValue] = [
      "seed": .unsigned(plan.seed), "draws": .integer(plan.draws), "permutations": .integer(plan.permutations),
      "level": .number(plan.level), "rank_minimum": .integer(plan.rankMinimum),
      "interval_minimum": .integer(plan.intervalMinimum), "by": JSONValue(plan.by),
      "weighting": weighting(plan.scheme), "aggregation": .text(plan.aggregation.description),
      "missing_rule": .object([
        "minimum": .integer(rule.minimum), "share": .number(rule.share), "weight_share": .number(rule.weightShare),
      ]),
      "comparison": .object([
        "null": .text(plan.comparison.null.rawValue), "measures": JSONValue(plan.comparison.measures),
        "order": .object(plan.comparison.order.mapValues { JSONValue($0) }),
      ]),
      "target": .number(plan.target),
      "views": .object(["width": .number(plan.views.width), "share": .number(plan.views.share)]),
      "disclosure": .text(plan.disclosure.rawValue),
    ]
    if !plan.dimensionWeights.isEmpty {
      keys["dimension_weights"] = .object(plan.dimensionWeights.mapValues(JSONValue.number))
    }
    if let consent = plan.consent { keys["consent"] = .text(consent) }
    return .object(keys)
  }

  /// The scheme's name, or its judgements in the form in which a plan file takes them.
  private static func weighting(_ scheme: WeightingScheme) -> JSONValue {
    guard case .ahp(let table) = scheme else { return .text(scheme.name) }
    let rows = zip(table.dimensions, table.judgements).map { id, row in
      (id, JSONValue.object(Dictionary(zip(table.dimensions, row.map(JSONValue.number)), uniquingKeysWith: { $1 })))
    }
    return .object(["ahp": .object(Dictionary(rows, uniquingKeysWith: { $1 }))])
  }

  /// Rows in, used, and set aside by the reason of their first fault.
  ///
  /// Where small groups are hidden, so is the number of rows of fewer people than the minimum; and that of two waves together, which
  /// would give a number of people of one wave alone.
  private func rows(_ intake: Intake) -> JSONValue {
    let used = intake.files.reduce(0) { $0 + $1.used }
    let isHidden = plan.disclosureMinimum > 0 && (pairing != nil || used < plan.disclosureMinimum)
    let reasons = Dictionary(
      intake.setAside.map { ($0.faults.first?.kind.rawValue ?? "unknown", 1) }, uniquingKeysWith: +)
    return .object([
      "in": isHidden ? .null : .integer(intake.files.reduce(0) { $0 + $1.rows }),
      "used": isHidden ? .null : .integer(used),
      "set_aside": .object(reasons.mapValues(JSONValue.integer)),
    ])
  }
}
