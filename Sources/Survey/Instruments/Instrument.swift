/// A survey instrument: what is asked, how it is scored, and every judgement that scoring rests on, as data.
///
/// Read from a folder with `survey.yaml` and `items.csv` by ``Instrument/init(folder:)``, which checks it whole before
/// any response is read.
public struct Instrument: Sendable, Hashable {
  /// `barriers-standard`.
  public let id: String
  /// Semantic version; results of unlike versions are never pooled.
  public let version: String
  /// The name in reports.
  public let title: LocalizedText
  /// `full`, `standard`, `short` or `budget`: scores of different forms are different measures.
  public let form: String
  /// Languages in which every sentence is written, English first.
  public let languages: [String]
  /// Credit lines that every report prints, in the languages of the instrument.
  public let creditLines: [LocalizedText]
  /// What “we” and “here” mean; stands before the first page.
  public let introduction: LocalizedText
  /// The eleven barrier dimensions, in order.
  public let dimensions: [BarrierDimension]
  /// The labels of the nine facets.
  public let facetLabels: [Facet: LocalizedText]
  /// The facets in plain words, as items say them (“running a service together”).
  public let facetPlainWords: [Facet: LocalizedText]
  /// What each facet means, for a page that explains it.
  public let facetDefinitions: [Facet: LocalizedText]
  /// Barrier items, in order.
  public let items: [Item]
  /// The “degree now” items, one per Co, in order; empty when not asked.
  public let degreeNow: [Item]
  /// The rated items page by page, in the order in which they are asked.
  public let pages: [InstrumentPage]
  /// The words for “don't know” and “not for me”, which stand beside every scale.
  public let missingOptions: [MissingReason: LocalizedText]
  /// The questions about the respondent.
  public let profile: [ProfileQuestion]
  /// The budget question; nil when not asked.
  public let budget: BudgetQuestion?
  /// Respondent types, in order.
  public let respondentTypes: [RespondentType]
  /// Roll-ups, in order.
  public let rollUps: [RollUp]
  /// The version of the map from types to roll-ups.
  public let rollUpVersion: String
  /// Co's that make up the “voice” summary; the others make up “action”.
  public let voice: [Co]
  /// How many answers a scale score needs.
  public let missingRule: MissingRule
  /// Cut points with words, highest first; empty by default, because none has an evidence base.
  public let bands: [ReadinessBand]
  /// The two files as read, to be hashed for provenance.
  public let sourceFiles: [SourceFile]

  /// Makes an instrument from parts that have been checked; files are read by ``Instrument/init(folder:)``.
  public init(
    id: String, version: String, title: LocalizedText, form: String, languages: [String], credits: [LocalizedText],
    dimensions: [BarrierDimension], facetLabels: [Facet: LocalizedText], items: [Item], degreeNow: [Item],
    budget: BudgetQuestion?, respondentTypes: [RespondentType], rollUps: [RollUp], rollUpVersion: String,
    voice: [Co], missingRule: MissingRule, bands: [ReadinessBand], sourceFiles: [SourceFile],
    introduction: LocalizedText = LocalizedText([:]), facetPlainWords: [Facet: LocalizedText] = [:],
    facetDefinitions: [Facet: LocalizedText] = [:], pages: [InstrumentPage] = [],
    missingOptions: [MissingReason: LocalizedText] = [:], profile: [ProfileQuestion] = []
  ) {
    self.id = id
    self.version = version
    self.title = title
    self.form = form
    self.languages = languages
    self.creditLines = credits
    self.introduction = introduction
    self.dimensions = dimensions
    self.facetLabels = facetLabels
    self.facetPlainWords = facetPlainWords
    self.facetDefinitions = facetDefinitions
    self.items = items
    self.degreeNow = degreeNow
    self.pages = pages
    self.missingOptions = missingOptions
    self.profile = profile
    self.budget = budget
    self.respondentTypes = respondentTypes
    self.rollUps = rollUps
    self.rollUpVersion = rollUpVersion
    self.voice = voice
    self.missingRule = missingRule
    self.bands = bands
    self.sourceFiles = sourceFiles
  }

  /// All rated items: barrier items, then degree now.
  public var ratings: [Item] { items + degreeNow }

  /// The credit lines in English.
  public var credits: [String] { creditLines.map(\.english) }
}

/// The constant-sum question: how a budget increase would be spent.
public struct BudgetQuestion: Sendable, Hashable {
  /// The wording.
  public let stem: LocalizedText
  /// What the points add up to.
  public let total: Int
  /// The factors, in order.
  public let factors: [BudgetFactor]
  /// The version of the crosswalk from factors to dimensions and facets.
  public let crosswalkVersion: String

  /// Makes a value from its parts.
  public init(stem: LocalizedText, total: Int, factors: [BudgetFactor], crosswalkVersion: String) {
    self.stem = stem
    self.total = total
    self.factors = factors
    self.crosswalkVersion = crosswalkVersion
  }
}

/// How many answers a scale score of a person needs: max(`minimum`, `share` of the asked items, rounded up).
public struct MissingRule: Sendable, Hashable, Codable {
  /// The least number of answers, 2 unless the instrument says otherwise.
  public let minimum: Int
  /// The share of asked items, 0.5 unless the instrument says otherwise.
  public let share: Double
  /// The share of the weight that must be present for an overall score, two thirds.
  public let weightShare: Double

  /// Makes a value from its parts.
  public init(minimum: Int = 2, share: Double = 0.5, weightShare: Double = 2.0 / 3.0) {
    self.minimum = minimum
    self.share = share
    self.weightShare = weightShare
  }

  /// The answers that a scale with `asked` items needs.
  ///
  /// A scale with fewer items than `minimum` needs more than it has, and so is never scored.
  public func needed(of asked: Int) -> Int {
    max(minimum, Int((Double(asked) * share).rounded(.up)))
  }
}

/// A word for a range of readiness, from `from` upwards.
public struct ReadinessBand: Sendable, Hashable {
  /// The lower end, inclusive, 0…100.
  public let from: Double
  /// The word.
  public let label: LocalizedText

  /// Makes a value from its parts.
  public init(from: Double, label: LocalizedText) {
    self.from = from
    self.label = label
  }
}

/// A file that an instrument was read from: its base name and its bytes, to be hashed for provenance.
public struct SourceFile: Sendable, Hashable {
  /// Base name without folders.
  public let name: String
  /// The bytes as read.
  public let bytes: [UInt8]

  /// Makes a value from its parts.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
