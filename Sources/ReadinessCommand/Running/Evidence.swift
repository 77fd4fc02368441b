import Foundation
import Readiness
import Reporting
import Survey

/// `evidence.json`: what a robustness study was made from and how, so that any one draw can be made again and checked.
///
/// It holds names and sums of files, the plan, what was tried, the rule of the design, and a fingerprint of the scores of every draw. It
/// holds no answers and no redrawn people: their random streams are numbered by the seed, the organisation and the draw.
struct Evidence: Sendable {
  /// The name and version of the program that made the study.
  let software: String
  /// The survey's id.
  let survey: String
  /// Sums of the instrument's files by name.
  let instrument: [String: String]
  /// Files of answers in the order of reading.
  let answers: [Reading.Input]
  let options: IntakeOptions
  let plan: ScoringPlan
  /// The sum of the plan as it was written.
  let planSum: String
  let choices: RobustnessChoices
  /// By the number of the draw.
  let fingerprints: [String]

  /// Why a file is no evidence that can be replayed.
  struct Unreadable: Error {
    let reason: String
  }
}

extension Evidence {
  /// The document of a study.
  static func document(
    _ study: RobustnessStudy, inputs: [Reading.Input], options: IntakeOptions
  ) -> JSONValue {
    let plan = Manifest.plan(study.plan, instrument: study.instrument)
    let choices = study.choices
    return .object([
      "format": .integer(1),
      "tool": .object(["name": .text("readiness"), "version": .text(ReadinessCommand.version)]),
      "instrument": Manifest.instrument(study.instrument),
      "answers": .list(
        inputs.filter { $0.role == "responses" }.map {
          .object(["name": .text($0.name), "sha256": .text($0.sha256)])
        }),
      "reading": .object([
        "groups": JSONValue(options.groups), "allocation": .text(options.allocation.rawValue),
        "sampling_weights": JSONValue(options.samplingWeights), "wave": JSONValue(options.wave),
        "strict": .boolean(options.strict), "set_aside": .boolean(options.setAside),
      ]),
      "plan": plan, "plan_sha256": .text(Checksum.sha256(plan.document)),
      "tries": .object([
        "base": .integer(choices.base), "samples": .integer(choices.samples),
        "schemes": choices.schemes.map { JSONValue($0.map(\.name)) } ?? .null,
        "normalisations": JSONValue(choices.normalizations.map(\.rawValue)),
        "aggregations": JSONValue(choices.aggregations.map { AggregationRule.score($0).description }),
        "leaves_barriers_out": .boolean(choices.leavesOut),
        "answered": .list(choices.answerShares.map(JSONValue.number)),
      ]),
      "design": design(study), "fingerprints": JSONValue(study.fingerprints),
    ])
  }

  /// The rule that makes the rows of the design, in words, with what each coordinate chooses from.
  private static func design(_ study: RobustnessStudy) -> JSONValue {
    let base = study.choices.base
    return .object([
      "sequence": .text(
        "Sobol points with the directions of Joe and Kuo (2008) in Gray-code order, 2 x \(study.tried.count) dimensions, the "
          + "first \(base) points, the origin among them"),
      "scramble": .text(
        "Owen (1995): each binary digit is flipped by a bit of SplitMix64 over the seed, the dimension and the digits before it"
      ),
      "seed": .unsigned(study.plan.seed),
      "draws": .text(
        "draw 0 is the published ranking; draws 1 to \(base) are the points of the first \(study.tried.count) dimensions, draws "
          + "\(base + 1) to \(2 * base) those of the last \(study.tried.count)"),
      "choice": .text(
        "coordinate u chooses alternative floor(u x alternatives); of the weights u chooses the scheme so, and what is left over "
          + "chooses the redraw"),
      "coordinates": .list(
        study.tried.map { .object(["input": .text($0.input), "alternatives": JSONValue($0.names)]) }),
    ])
  }
}

extension Evidence {
  /// Reads a document.
  init(_ bytes: [UInt8]) throws(Unreadable) {
    let file: File
    let plan: ScoringPlan
    do {
      file = try JSONDecoder().decode(File.self, from: Data(bytes))
      let object = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
      let text = try JSONSerialization.data(withJSONObject: object?["plan"] ?? [:], options: [.sortedKeys])
      plan = try PlanFile(text: String(decoding: text, as: UTF8.self), name: "the plan of the evidence").plan
    } catch let faults as FaultList {
      throw Unreadable(reason: faults.faults.first?.description ?? "its plan cannot be read")
    } catch {
      throw Unreadable(reason: "it is not an evidence file of readiness robustness")
    }
    guard file.format == 1 else {
      throw Unreadable(reason: "it has the format \(file.format), and this program reads 1")
    }
    guard let allocation = AllocationPolicy(rawValue: file.reading.allocation) else {
      throw Unreadable(reason: "its reading has the allocation “\(file.reading.allocation)”")
    }
    software = "\(file.tool.name) \(file.tool.version)"
    survey = file.instrument.id
    instrument = Dictionary(file.instrument.files.map { ($0.name, $0.sha256) }, uniquingKeysWith: { $1 })
    answers = file.answers.map { Reading.Input(role: "responses", name: $0.name, sha256: $0.sha256) }
    options = IntakeOptions(
      groups: file.reading.groups, strict: file.reading.strict, setAside: file.reading.set_aside,
      allocation: allocation, samplingWeights: file.reading.sampling_weights, wave: file.reading.wave)
    self.plan = plan
    planSum = file.plan_sha256
    choices = try Self.choices(file.tries)
    fingerprints = file.fingerprints
    guard !answers.isEmpty, fingerprints.count == 2 * choices.base + 1 else {
      throw Unreadable(reason: "it names no answers, or not as many fingerprints as draws")
    }
  }

  private static func choices(_ tries: File.Tries) throws(Unreadable) -> RobustnessChoices {
    func known<Name, Value>(_ names: [Name], _ value: (Name) -> Value?) throws(Unreadable) -> [Value] {
      let values = names.compactMap(value)
      guard values.count == names.count else { throw Unreadable(reason: "it tries what this program does not know") }
      return values
    }
    var result = RobustnessChoices(base: tries.base, samples: tries.samples)
    if let schemes = tries.schemes { result.schemes = try known(schemes) { WeightingScheme(name: $0) } }
    result.normalizations = try known(tries.normalisations) { Normalization(rawValue: $0) }
    result.aggregations = try known(tries.aggregations) { AggregationRule($0)?.aggregation }
    result.leavesOut = tries.leaves_barriers_out
    result.answerShares = tries.answered
    guard (8...65_536).contains(result.base), (1...100_000).contains(result.samples) else {
      throw Unreadable(reason: "it has \(result.base) points and \(result.samples) redraws")
    }
    return result
  }

  /// The document as it is decoded; names as in the file.
  private struct File: Decodable {
    struct Named: Decodable {
      let name: String
      let sha256: String
    }
    struct Tool: Decodable {
      let name: String
      let version: String
    }
    struct Instrument: Decodable {
      let id: String
      let files: [Named]
    }
    struct Reading: Decodable {
      let groups: [String]
      let allocation: String
      let sampling_weights: String?
      let wave: String?
      let strict: Bool
      let set_aside: Bool
    }
    struct Tries: Decodable {
      let base: Int
      let samples: Int
      let schemes: [String]?
      let normalisations: [String]
      let aggregations: [String]
      let leaves_barriers_out: Bool
      let answered: [Double]
    }

    let format: Int
    let tool: Tool
    let instrument: Instrument
    let answers: [Named]
    let reading: Reading
    let plan_sha256: String
    let tries: Tries
    let fingerprints: [String]
  }
}
