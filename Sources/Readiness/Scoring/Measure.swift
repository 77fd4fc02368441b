/// A score that the package publishes, named once for every file and page.
///
/// All measures run from 0 to 100, higher is readier.
public struct Measure: Sendable, Hashable {
  /// What kind of score it is.
  public enum Kind: Sendable, Hashable {
    /// The weighted mean of the dimension scores.
    case overall
    /// A barrier dimension.
    case dimension(String)
    /// A part of a dimension (Standard form only).
    case part(String, of: String)
    /// A Co or a Step.
    case facet(Facet)
    /// The mean of the Co's that are voice.
    case voice
    /// The other Co's: co-deliver.
    case action
    /// How often people do a Co together now.
    case degreeNow(Co)
    /// One dimension seen through one facet: one item on the Full form, not asked on most others.
    case cell(String, Facet)
  }

  /// The name in files: `overall`, `d01`, `d05a`, `co_commission`, `map_it`, `voice`, `now_cm`, `d01_cm`.
  public let id: String
  /// What kind of score it is.
  public let kind: Kind
  /// The name in reports.
  public let label: LocalizedText

  /// Makes a value from its parts.
  public init(id: String, kind: Kind, label: LocalizedText) {
    self.id = id
    self.kind = kind
    self.label = label
  }
}

/// The one vocabulary of reasons why a number is or is not published.
public enum Status: String, Sendable, Hashable, Codable, CaseIterable {
  /// The number is published.
  case ok
  /// Hidden because the group is small.
  case suppressed
  /// The instrument or the file did not ask.
  case notAsked = "not_asked"
  /// Too few answers for a score.
  case tooFewAnswers = "too_few_answers"
  /// Too few people for the statistic.
  case tooFewPeople = "too_few_people"
  /// Everybody answered alike.
  case noVariation = "no_variation"
  /// Views within the group differ too much for one level.
  case viewsSplit = "views_split"
  /// A group separates high from low answers, so that a model has no estimate.
  case separated
  /// The comparison cannot be made; the note says why.
  case notTestable = "not_testable"
}
