import Statistics
public import Survey
public import Tabular

/// A made-up cohort whose true readiness is known, as a response file and a truth file.
///
/// People are nested in organisations. On a latent scale in logits the readiness that one answer shows is
///
///     level + organisation + type + dimension + organisation × dimension + facets + organisation × facets
///           + person ± yea-saying (+ for enabler-worded items, − for barrier-worded ones) + logistic noise
///
/// cut at fixed thresholds into the codes of the item's scale (the sizes are in `SimulationModel`). Citizens stand lower than
/// staff, leaders see more co-production now than the others, and organisations differ: about a fifth of the variance of
/// person scores lies between organisations.
///
/// **Truth.** The true readiness of an organisation is the expected overall score of a person drawn from its population: the mix of
/// types in ``SimulatedType/share``, every item answered, dimensions weighted equally. The expectation over answers is in
/// closed form (logistic), that over persons is a sum over a fine grid of the normal distribution; nothing of it is
/// simulated, and it depends neither on who answers nor on what is missing. An instrument without items has no truth.
///
/// Same instrument, numbers and seed: same bytes.
public struct SimulatedCohort: Sendable {
  /// An organisation of the cohort.
  public struct Organization: Sendable, Hashable {
    /// The name in the response file: `Organisation 01`.
    public let name: String
    /// The kind of organisation: `council`, `health` or `third_sector`, given at random and without effect.
    public let kind: String
    /// The number of its respondents, at least 1.
    public let respondents: Int
    /// True readiness 0…100; nil for an instrument without barrier items.
    public let trueReadiness: Double?
  }

  /// The organisations in the order of the file.
  public let organizations: [Organization]
  /// The types of respondents, with their shares of every organisation's population.
  public let types: [SimulatedType]
  /// The instrument that is answered.
  public let instrument: Instrument
  /// The seed of every stream.
  public let seed: UInt64
  /// The chance that a rating is not given (see ``init(instrument:organizations:respondents:seed:missing:)``).
  public let missing: Double
  let model: SimulationModel

  /// Draws organisations of unequal size, some of them small, and their true readiness.
  ///
  /// - Parameters:
  ///   - instrument: the survey that is answered.
  ///   - organizations: how many, at least 1.
  ///   - respondents: how many in all, at least one per organisation.
  ///   - seed: the number that all streams start from.
  ///   - missing: the chance, 0…0.5, that a rating is not given: two fifths don't know, two fifths left empty, one fifth not for
  ///     me. Citizens answer “don't know” three times as often to items about money, managers and politics. The same chance holds
  ///     for leaving out the budget question altogether.
  /// - Throws: ``SimulationFault`` for numbers outside these limits, or an instrument without respondent types.
  public init(
    instrument: Instrument, organizations: Int, respondents: Int, seed: UInt64, missing: Double = 0.05
  ) throws(SimulationFault) {
    guard organizations >= 1 else { throw .organizations(organizations) }
    guard respondents >= organizations else { throw .respondents(respondents, organizations: organizations) }
    guard (0...0.5).contains(missing) else { throw .missing(missing) }
    guard !instrument.respondentTypes.isEmpty else { throw .noTypes }
    let types = SimulatedType.types(of: instrument)
    let model = SimulationModel(instrument: instrument, types: types, organizations: organizations, seed: seed)
    var stream = RandomStream(seed: seed, stream: SimulationModel.sizesStream)
    let sizes = SimulatedCohort.sizes(count: organizations, total: respondents, stream: &stream)
    let digits = max(2, String(organizations).count)
    self.organizations = sizes.enumerated().map { index, size in
      let number = String(index + 1)
      return Organization(
        name: "Organisation " + String(repeating: "0", count: digits - number.count) + number,
        kind: ["council", "health", "third_sector"][stream.below(3)], respondents: size,
        trueReadiness: model.trueReadiness(organization: index))
    }
    self.types = types
    self.instrument = instrument
    self.seed = seed
    self.missing = missing
    self.model = model
  }

  /// Unequal sizes that add up to `total`: shares are lognormal, everybody gets one, the rest goes by largest remainders.
  private static func sizes(count: Int, total: Int, stream: inout RandomStream) -> [Int] {
    let weights = (0..<count).map { _ in SimulationModel.exponential(0.55 * stream.normal()) }
    let sum = weights.reduce(0, +)
    let wanted = weights.map { Double(total - count) * $0 / sum }
    var sizes = wanted.map { 1 + Int($0) }
    let order = wanted.indices.sorted { left, right in
      let (a, b) = (wanted[left] - wanted[left].rounded(.down), wanted[right] - wanted[right].rounded(.down))
      return a != b ? a > b : left < right
    }
    for index in order.prefix(total - sizes.reduce(0, +)) { sizes[index] += 1 }
    return sizes
  }

  /// The truth file: `organisation,true_readiness`.
  public func truthCSV() -> [UInt8] { SimulatedCohort.truthSchema.csv(rows: organizations) }

  /// The columns of the truth file.
  public static let truthSchema = Schema<Organization>(
    name: "truth", meaning: "What a simulated cohort was made with, one row per organisation.",
    columns: [
      Column("organisation", .string, meaning: "The organisation's name in the response file.") { .text($0.name) },
      Column(
        "true_readiness", .number, unit: "points 0–100",
        meaning: "Expected overall readiness of a person drawn from the organisation's population."
      ) { CellValue($0.trueReadiness) },
    ])
}

/// Why a cohort cannot be simulated.
public enum SimulationFault: Error, Sendable, Hashable, CustomStringConvertible {
  /// Fewer than one organisation.
  case organizations(Int)
  /// Fewer respondents than organisations.
  case respondents(Int, organizations: Int)
  /// A share of missing answers outside 0…0.5.
  case missing(Double)
  /// The instrument lists no respondent types.
  case noTypes

  /// The sentence that is printed.
  public var description: String {
    switch self {
    case .organizations(let count): "found \(count) organisations, expected at least 1"
    case .respondents(let count, let organizations):
      "found \(count) respondents, expected at least one for each of \(organizations) organisations"
    case .missing(let share): "found \(NumberText.shortest(share)) missing, expected a share from 0 to 0.5"
    case .noTypes: "the survey lists no respondent types, expected at least one"
    }
  }
}
