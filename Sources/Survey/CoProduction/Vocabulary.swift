/// A sentence or a label in the languages of an instrument, by language code (`en`, `cy`).
public struct LocalizedText: Sendable, Hashable {
  /// The texts by language code; a language that is missing has no entry (never an empty text).
  public let texts: [String: String]

  /// Makes a text from its languages; empty texts are left out.
  public init(_ texts: [String: String]) {
    self.texts = texts.filter { !$0.value.isEmpty }
  }

  /// The English text, which every instrument has.
  public var english: String { texts["en"] ?? "" }

  /// The text in `language`, or nil when it is not written yet.
  public subscript(language: String) -> String? { texts[language] }
}

extension LocalizedText: ExpressibleByStringLiteral {
  /// An English text.
  public init(stringLiteral english: String) { self.init(["en": english]) }
}

/// One of the eleven barrier dimensions: something that gets in the way of co-production.
public struct BarrierDimension: Sendable, Hashable {
  /// `d01`…`d11`.
  public let id: String
  /// The name, such as “Unclear outcomes being sought”.
  public let label: LocalizedText
  /// What it means, in one plain sentence.
  public let definition: LocalizedText
  /// The parts reported on the Standard form only (`d05a`…); empty for most dimensions.
  public let parts: [DimensionPart]

  /// Makes a value from its parts.
  public init(id: String, label: LocalizedText, definition: LocalizedText, parts: [DimensionPart] = []) {
    self.id = id
    self.label = label
    self.definition = definition
    self.parts = parts
  }
}

/// A part of a barrier dimension with a score of its own, such as communication (`d05a`) within `d05`.
public struct DimensionPart: Sendable, Hashable {
  /// `d05a`, `d08c` …
  public let id: String
  /// The name of the part.
  public let label: LocalizedText
  /// The codes of its items; an item may serve several parts.
  public let items: [String]

  /// Makes a value from its parts.
  public init(id: String, label: LocalizedText, items: [String]) {
    self.id = id
    self.label = label
    self.items = items
  }
}

/// One of the eleven things a budget increase could be spent on.
public struct BudgetFactor: Sendable, Hashable {
  /// `b01`…`b11`.
  public let id: String
  /// The wording of the factor.
  public let label: LocalizedText
  /// Ids of the dimensions that the factor could relieve: the crosswalk, a judgement kept as data.
  public let dimensions: [String]
  /// The facets that the factor serves, by the same judgement.
  public let facets: [Facet]
  /// Other headings under which data files carry the factor.
  public let aliases: [String]

  /// Makes a value from its parts.
  public init(id: String, label: LocalizedText, dimensions: [String], facets: [Facet], aliases: [String] = []) {
    self.id = id
    self.label = label
    self.dimensions = dimensions
    self.facets = facets
    self.aliases = aliases
  }
}

/// What a respondent is in relation to the organisation, such as `service_user`.
public struct RespondentType: Sendable, Hashable {
  /// The code in data files.
  public let code: String
  /// The code of the roll-up that the type belongs to.
  public let rollUp: String
  /// The name in reports.
  public let label: LocalizedText
  /// Whether people of this type count as leaders in the growth gap (degree now, leaders against the others).
  ///
  /// A mark of the type and not of its roll-up: a provider's manager leads, a front-line worker beside them does not.
  public let leads: Bool

  /// Makes a value from its parts.
  public init(code: String, rollUp: String, label: LocalizedText, leads: Bool = false) {
    self.code = code
    self.rollUp = rollUp
    self.label = label
    self.leads = leads
  }
}

/// A group of respondent types that are compared together because single types are few.
public struct RollUp: Sendable, Hashable {
  /// On which side of the “them and us” gap a roll-up counts.
  public enum Side: String, Sendable, Codable {
    /// Paid to plan, buy or run services.
    case staff
    /// People who use services, carers and local people.
    case citizen
    /// Counts on neither side.
    case neither
  }

  /// `commissioner`, `provider`, `third_sector`, `citizen`, `other`.
  public let code: String
  /// The name in reports.
  public let label: LocalizedText
  /// The side in the staff–citizen gap.
  public let side: Side

  /// Makes a value from its parts.
  public init(code: String, label: LocalizedText, side: Side) {
    self.code = code
    self.label = label
    self.side = side
  }
}
