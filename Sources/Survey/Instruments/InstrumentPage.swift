/// A page of the survey: rated items that are asked together under one stem.
public struct InstrumentPage: Sendable, Hashable {
  /// The page's name in the instrument file, such as `co-commission` or `degree-now`.
  public let id: String
  /// The question that stands above the items.
  public let stem: LocalizedText
  /// Codes of the items in the order in which they are asked.
  public let items: [String]

  /// Makes a value from its parts.
  public init(id: String, stem: LocalizedText, items: [String]) {
    self.id = id
    self.stem = stem
    self.items = items
  }
}

/// A question about the respondent, such as the respondent type; answered in a column of its own.
public struct ProfileQuestion: Sendable, Hashable {
  /// What may be answered.
  public enum Answers: Sendable, Hashable {
    /// One of the instrument's respondent types.
    case respondentTypes
    /// One of the instrument's languages.
    case languages
    /// A name or a few words.
    case text
    /// One of these.
    case options([Option])
  }

  /// An answer that may be chosen.
  public struct Option: Sendable, Hashable {
    /// What data files hold.
    public let code: String
    /// The words shown to the respondent.
    public let label: LocalizedText

    /// Makes a value from its parts.
    public init(code: String, label: LocalizedText) {
      self.code = code
      self.label = label
    }
  }

  /// The column of the response file: `respondent_type`, `organisation`, `service`, `years`, `language`.
  public let column: String
  /// The question.
  public let text: LocalizedText
  /// What may be answered.
  public let answers: Answers

  /// Makes a value from its parts.
  public init(column: String, text: LocalizedText, answers: Answers) {
    self.column = column
    self.text = text
    self.answers = answers
  }
}
