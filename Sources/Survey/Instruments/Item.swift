/// The direction of an item's wording.
public enum Keying: String, Sendable, Hashable, Codable {
  /// A barrier-worded item: agreeing, or a higher severity, means less ready. Scored as it stands.
  case direct = "barrier"
  /// An enabler-worded item: agreeing means readier. Reversed.
  case reversed = "enabler"
}

/// One option of a response scale: the code in data files and the words beside it.
public struct ResponseOption: Sendable, Hashable {
  /// A whole number from 0 to 99.
  public let code: Int
  /// The words shown to the respondent.
  public let label: LocalizedText

  /// Makes a value from its parts.
  public init(code: Int, label: LocalizedText) {
    self.code = code
    self.label = label
  }
}

/// A response scale: ordered options with consecutive codes. “Don't know” and “not for me” are always offered beside it.
public struct ResponseScale: Sendable, Hashable {
  /// The id that items refer to.
  public let id: String
  /// The options in order, lowest code first.
  public let options: [ResponseOption]

  /// Makes a value from its parts.
  public init(id: String, options: [ResponseOption]) {
    self.id = id
    self.options = options
  }

  /// The lowest code.
  public var lowest: Int { options.first?.code ?? 0 }
  /// The highest code.
  public var highest: Int { options.last?.code ?? 0 }
}

/// A sentence that respondents rate.
public struct Item: Sendable, Hashable {
  /// What the rating is about.
  public enum Role: Sendable, Hashable {
    /// A barrier item: belongs to a dimension and carries facets.
    case barrier(dimension: String)
    /// How often people do one of the Co's together now.
    case degreeNow(Co)
  }

  /// At most five letters and digits, a letter first; never reused for another wording.
  public let code: String
  /// What the rating is about.
  public let role: Role
  /// The facets that the item carries; it counts in each.
  public let facets: [Facet]
  /// The direction of the wording.
  public let keying: Keying
  /// The response scale.
  public let scale: ResponseScale
  /// The forms that carry the item.
  public let forms: [String]
  /// The whole sentence in each language.
  public let text: LocalizedText
  /// Other headings under which data files carry the item.
  public let aliases: [String]

  /// Makes a value from its parts.
  public init(
    code: String, role: Role, facets: [Facet], keying: Keying, scale: ResponseScale, forms: [String],
    text: LocalizedText, aliases: [String] = []
  ) {
    self.code = code
    self.role = role
    self.facets = facets
    self.keying = keying
    self.scale = scale
    self.forms = forms
    self.text = text
    self.aliases = aliases
  }

  /// The dimension of a barrier item; nil for a degree-now item.
  public var dimension: String? {
    if case .barrier(let dimension) = role { dimension } else { nil }
  }

  /// Readiness 0…100 of an answer: 100 at the end of the scale that is good for co-production.
  public func readiness(of code: Int) -> Double {
    let range = Double(scale.highest - scale.lowest)
    let steps = Double(countsUp ? code - scale.lowest : scale.highest - code)
    return 100 * steps / range
  }

  /// Whether a higher code means readier: enabler-worded items and degree now.
  public var countsUp: Bool {
    if case .degreeNow = role { return true }
    return keying == .reversed
  }
}
