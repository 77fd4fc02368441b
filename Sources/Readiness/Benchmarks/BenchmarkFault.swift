import Survey

/// Why a store of benchmarks does not do what it was asked to.
public struct BenchmarkFault: Error, Sendable, Hashable, CustomStringConvertible {
  /// What kind of remedy there is.
  public enum Cause: Sendable, Hashable {
    /// The store is not there.
    case missing
    /// The store, or what was to be put into it, is not what is needed.
    case refused
    /// The store cannot be written: permissions, a full disk, another program.
    case unwritable
    /// A name that the store does not know, or a plan that cannot be followed.
    case misused
  }

  /// What kind of remedy there is.
  public let cause: Cause
  /// What is wrong and how to mend it, located at the store or at the answers; at least one.
  public let faults: [Fault]

  /// Makes a value from its parts.
  public init(_ cause: Cause, _ faults: [Fault]) {
    self.cause = cause
    self.faults = faults
  }

  /// The text that is printed.
  public var description: String { faults.map(\.description).joined(separator: "\n") }
}

extension BenchmarkFault {
  /// A plan that cannot be followed.
  static func plan(_ fault: AssessmentFault) -> BenchmarkFault {
    BenchmarkFault(.misused, [Fault("plan", file: "plan", message: fault.description)])
  }

  /// A name that nothing has.
  static func misnamed(_ message: String, file: String = "answers") -> BenchmarkFault {
    BenchmarkFault(.misused, [Fault("unknown-name", file: file, message: message)])
  }

  /// Answers that cannot be put into a store.
  static func unfit(_ message: String) -> BenchmarkFault {
    BenchmarkFault(.refused, [Fault("unfit-answers", file: "answers", message: message)])
  }
}
