/// A located fault: what was found, what was expected and how to mend it.
///
/// Printed as `file:row:column: error: found “7”, expected … [code]`.
public struct Fault: Error, Sendable, Hashable, CustomStringConvertible {
  /// The kind of a fault; kinds grow, so this is a struct with static members.
  public struct Kind: Sendable, Hashable, RawRepresentable, ExpressibleByStringLiteral {
    /// The code in brackets at the end of a message.
    public let rawValue: String
    /// Makes a value from its parts.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// Makes a value from its parts.
    public init(stringLiteral value: String) { rawValue = value }
  }

  /// How grave it is: an error stops the run, a notice is printed and the run goes on.
  public enum Severity: String, Sendable, Hashable, Codable {
    /// Stops the run (or sets the row aside).
    case error
    /// Printed; the run goes on.
    case notice
  }

  /// The kind.
  public let kind: Kind
  /// How grave it is.
  public let severity: Severity
  /// Base name of the file.
  public let file: String
  /// 1-based record number (the heading is 1); nil when the whole file is meant.
  public let row: Int?
  /// The column: its heading, or its number where it has none; nil when the whole row is meant.
  public let column: String?
  /// The whole sentence, without place and code; never holds a value of an identifying or free-text column.
  public let message: String

  /// Makes a value from its parts.
  public init(
    _ kind: Kind, severity: Severity = .error, file: String, row: Int? = nil, column: String? = nil, message: String
  ) {
    self.kind = kind
    self.severity = severity
    self.file = file
    self.row = row
    self.column = column
    self.message = message
  }

  /// The text that is printed.
  public var description: String {
    var place = file
    if let row { place += ":\(row)" }
    if let column { place += ":\(column)" }
    return "\(place): \(severity.rawValue): \(message) [\(kind.rawValue)]"
  }
}

/// All faults of one reading, ordered by file, row and column; thrown together.
public struct FaultList: Error, Sendable, CustomStringConvertible {
  /// The faults in the order in which they are printed; of very many only the first are kept.
  public let faults: [Fault]
  /// The number of faults found, which may be more than are kept.
  public let total: Int

  /// Makes a list; `total` is given when only the first faults are kept.
  public init(_ faults: [Fault], total: Int? = nil) {
    self.faults = faults
    self.total = max(total ?? 0, faults.count)
  }

  /// The text that is printed.
  public var description: String {
    var lines = faults.map(\.description)
    if total > faults.count { lines.append("… and \(total - faults.count) more faults, not listed") }
    return lines.joined(separator: "\n")
  }
}
