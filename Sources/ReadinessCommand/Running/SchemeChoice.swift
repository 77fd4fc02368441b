import Foundation
import Readiness
import Survey

/// Where `--scheme` says that weights come from.
enum SchemeChoice: Sendable, Hashable {
  /// A scheme that needs no file.
  case named(WeightingScheme)
  /// Weights from a file of dimensions and weights.
  case manual(path: String)
  /// Weights from a file of pairwise judgements.
  case ahp(path: String)

  /// Names that need no file.
  static let names = WeightingScheme.named.filter { $0 != .manual }.map(\.name) + ["bod"]

  init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    switch (parts.first, parts.count) {
    case ("manual", 2): self = .manual(path: parts[1])
    case ("ahp", 2): self = .ahp(path: parts[1])
    case (let name?, 1):
      guard let scheme = WeightingScheme(name: name) else { return nil }
      self = .named(scheme)
    default: return nil
    }
  }

  /// The file that is read; nil for a scheme without one.
  var path: String? {
    switch self {
    case .named: nil
    case .manual(let path), .ahp(let path): path
    }
  }

  /// Puts the scheme into the plan, and answers with what was read for it.
  func apply(to plan: inout ScoringPlan, instrument: Instrument) throws(CommandFault) -> [Reading.Input] {
    if case .named(let scheme) = self {
      if scheme == .manual, plan.dimensionWeights.isEmpty {
        throw CommandFault(
          .badSettings,
          "--scheme manual needs weights: name their file, manual:FILE, or give dimension_weights in the plan.")
      }
      // Equal is asked for, so weights of a plan file give way.
      if scheme == .equal { plan.dimensionWeights = [:] }
      plan.weighting = scheme
      return []
    }
    guard let path else { return [] }
    let bytes = try InputFile.bytes(path)
    let name = URL(filePath: path).lastPathComponent
    let dimensions = instrument.dimensions.map(\.id)
    do throws(FaultList) {
      if case .ahp = self {
        plan.weighting = .ahp(try JudgementFile(bytes: bytes, name: name, dimensions: dimensions).table)
      } else {
        plan.weighting = .manual
        plan.dimensionWeights = try ManualWeightsFile(bytes: bytes, name: name, dimensions: dimensions).weights
      }
    } catch {
      throw CommandFault(.badSettings, "The file of --scheme cannot be used.", faults: error.faults)
    }
    return [Reading.Input(role: "weights", name: name, sha256: Checksum.sha256(bytes))]
  }
}
