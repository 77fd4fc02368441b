/// One row of `quality.csv`: how many people have a mark, all together or of one type; never a person.
public struct QualityRow: Sendable, Hashable {
  /// What is counted.
  public enum Subject: Sendable, Hashable {
    /// People with a mark.
    case mark(RespondingMark)
    /// People with so many marks of different kinds: none, one, or two and more.
    case kinds(Int)

    /// The name in the file.
    public var name: String {
      switch self {
      case .mark(let mark): mark.rawValue
      case .kinds(0): "marks_none"
      case .kinds(1): "marks_one"
      case .kinds: "marks_two_or_more"
      }
    }
  }

  /// What is counted.
  public let subject: Subject
  /// The respondent type's code; nil for everybody.
  public let respondentType: String?
  /// People who could be looked at; nil where the number is hidden.
  public let judged: Int?
  /// People of those who have it; nil where the number is hidden.
  public let marked: Int?
  /// Why there are numbers or none.
  public let status: Status

  /// The share of those who could be looked at; nil where a number is hidden, or nobody could be looked at.
  public var share: Double? {
    guard let judged, let marked, judged > 0 else { return nil }
    return Double(marked) / Double(judged)
  }
}

/// One row of `quality-headline.csv`: a score of everybody, with and without the people who have marks of two kinds or more.
public struct QualityHeadlineRow: Sendable, Hashable {
  /// The measure's id.
  public let measure: String
  /// With everybody: the published score.
  public let all: Estimate
  /// Without those people.
  public let without: Estimate

  /// The second less the first; nil where either is withheld.
  public var difference: Double? {
    guard let all = all.value, let without = without.value else { return nil }
    return without - all
  }
}
