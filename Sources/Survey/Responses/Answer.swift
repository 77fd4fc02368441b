/// Why there is no rating: four kinds that are never merged.
public enum MissingReason: UInt8, CaseIterable, Sendable, Hashable {
  /// “Don't know”: an answer, counted apart.
  case doNotKnow = 252
  /// “Not for me”: an answer, counted apart.
  case notForMe = 253
  /// Asked, and left empty.
  case skipped = 254
  /// The item has no column in the respondent's file; never imputed.
  case notAsked = 255

  /// The spelling in data files; nil for a blank cell and for an item without a column.
  public var cell: String? {
    switch self {
    case .doNotKnow: "dk"
    case .notForMe: "nfm"
    case .skipped, .notAsked: nil
    }
  }
}

/// One answer in one byte: a code of the scale, or the reason why there is none.
@frozen
public struct Answer: Sendable, Hashable {
  /// The code 0…99, or the raw value of a ``MissingReason``.
  public let byte: UInt8

  /// Makes a value from its parts.
  @inlinable public init(byte: UInt8) { self.byte = byte }
  /// A rating.
  @inlinable public init(code: Int) { byte = UInt8(code) }
  /// A reason why there is no rating.
  @inlinable public init(_ reason: MissingReason) { byte = reason.rawValue }

  /// The rating, or nil when there is none.
  @inlinable public var code: Int? { byte < 100 ? Int(byte) : nil }
  /// The reason why there is no rating, or nil when there is one.
  @inlinable public var missing: MissingReason? { MissingReason(rawValue: byte) }
}
