public import Tabular

/// Where responses come from.
public enum ResponseSource: Sendable, Hashable {
  /// A file on disk, read in blocks.
  case file(path: String)
  /// Bytes in memory, such as standard input, under the name that messages carry.
  case bytes(name: String, [UInt8])

  /// The base name that messages and the manifest carry.
  public var name: String {
    switch self {
    case .file(let path): path.split(separator: "/").last.map(String.init) ?? path
    case .bytes(let name, _): name
    }
  }

  /// The names that messages carry: base names, and paths as they were given where two files have one base name.
  static func names(of sources: [ResponseSource]) -> [String] {
    let uses = Dictionary(sources.map { ($0.name, 1) }, uniquingKeysWith: +)
    return sources.map { source in
      if case .file(let path) = source, uses[source.name, default: 0] > 1 { path } else { source.name }
    }
  }
}

/// What happens to an allocation whose points do not total 100.
public enum AllocationPolicy: String, Sendable, Hashable, Codable, CaseIterable {
  /// It is a fault.
  case reject
  /// The respondent is kept, the allocation is left out of every mean, and a notice says so.
  case flag
  /// Totals from 95 to 105 are brought to 100 and a notice says so; other totals are faults.
  case rescale
}

/// The choices of a reading.
public struct IntakeOptions: Sendable, Hashable {
  /// Further columns to keep for grouping, by heading.
  public var groups: [String]
  /// Whether a column that matches nothing is a fault.
  public var strict: Bool
  /// Whether faulty rows are set aside, so that the others are used.
  public var setAside: Bool
  /// What happens to an allocation whose points do not total 100.
  public var allocation: AllocationPolicy
  /// The column of sampling weights; nil when none are used.
  public var samplingWeights: String?
  /// The wave to use where files hold several.
  public var wave: String?
  /// Blocks in work at the same time; the result does not depend on it.
  public var threads: Int
  /// Bytes read at a time; the result does not depend on it.
  package var blockSize = 1 << 20

  /// Makes a value from its parts.
  public init(
    groups: [String] = [], strict: Bool = false, setAside: Bool = false, allocation: AllocationPolicy = .reject,
    samplingWeights: String? = nil, wave: String? = nil, threads: Int = 1
  ) {
    self.groups = groups
    self.strict = strict
    self.setAside = setAside
    self.allocation = allocation
    self.samplingWeights = samplingWeights
    self.wave = wave
    self.threads = threads
  }
}

/// Inputs that cannot be opened: nothing is known about their content (exit code 66).
public struct InputMissing: Error, Sendable, Hashable, CustomStringConvertible {
  /// The inputs and what is wrong with each.
  public let inputs: [InputFault]

  /// Makes a value from its parts.
  public init(_ inputs: [InputFault]) { self.inputs = inputs }

  /// The text that is printed.
  public var description: String {
    inputs.map { input in
      switch input.reason {
      case .missing: "\(input.path): error: there is no such file; check the name and the folder [input-missing]"
      case .folder: "\(input.path): error: this is a folder, expected a file; name the files in it [input-folder]"
      case .unreadable: "\(input.path): error: the file cannot be read; check its permissions [input-unreadable]"
      }
    }.joined(separator: "\n")
  }
}
