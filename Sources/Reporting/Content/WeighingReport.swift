public import Readiness
import Tabular

/// The page that reads the tables of `readiness weigh`: `report.txt`.
public struct WeighingReport: Sendable {
  let findings: WeighingFindings
  let software: String

  /// Makes the page; `software` is the name and version that it names.
  public init(_ findings: WeighingFindings, software: String) {
    self.findings = findings
    self.software = software
  }

  /// What it says.
  public var report: Report {
    let instrument = findings.instrument
    var stamps: [Phrase] = []
    if findings.plan.disclosure == .pilot {
      stamps.append(
        findings.plan.consent.map { "PILOT: nothing is hidden. Consent given: \(verbatim: $0)." }
          ?? "PILOT: nothing is hidden. Consent given: none.")
    }
    let sections = [weights, order, whose].compactMap(\.self) + [Section("Please take care", [.points(cautions)])]
    return Report(
      name: "report", title: "What the barriers weigh",
      subtitles: ["\(.label(instrument.title)) (\(verbatim: instrument.id)), version \(verbatim: instrument.version)"],
      stamps: stamps,
      sections: sections)
  }

  private var chosen: [WeightRow] { findings.weights.filter(\.isUsed) }

  private var weights: Section {
    let name = chosen.first?.scheme ?? findings.plan.scheme.name
    let heaviest = chosen.filter { $0.weight != nil }.max { ($0.weight ?? 0) < ($1.weight ?? 0) }
    let isEven = Set(chosen.compactMap(\.weight)).count == 1
    let headline: Phrase =
      isEven
      ? "All barriers count the same."
      : heaviest.map {
        "\(self.name(of: $0)) weighs most: \(Words.percent($0.weight ?? 0)) under the scheme “\(verbatim: name)”."
      }
        ?? "No weights can be shown."
    return Section(
      "Weights",
      [
        .headline(headline),
        .table(
          TextTable(
            caption: """
              Shares of the weight in percent under “\(verbatim: name)”. Importance is the share of the overall score's \
              variance that a barrier alone accounts for, in percent.
              """,
            columns: [.words("Barrier"), .numbers("Weight"), .numbers("Range"), .numbers("Importance")],
            rows: chosen.map { row in
              [
                self.name(of: row), row.weight.map { Words.percent($0) } ?? Self.absence(row),
                row.interval.map { "\(Words.decimal(100 * $0.lower)) to \(Words.decimal(100 * $0.upper))" }
                  ?? Mark.notAvailable.phrase,
                row.importance.map { Words.percent($0) } ?? Mark.notAvailable.phrase,
              ]
            })),
      ])
  }

  private func name(of row: WeightRow) -> Phrase {
    (findings.instrument.dimensions.first { $0.id == row.dimension }?.label).map(Phrase.label) ?? .verbatim(row.label)
  }

  /// Why a barrier has no weight; under budget weights the survey did not leave it out, the list did.
  private static func absence(_ row: WeightRow) -> Phrase {
    row.crosswalk != nil && row.status == .notAsked ? "nothing to buy" : Labels.mark(row.status)
  }

  private var order: Section? {
    let used = findings.orders.filter(\.isUsed)
    guard let first = used.first else { return nil }
    let equal = findings.orders.filter { $0.scheme == "equal" && $0.aggregation == "arithmetic" }
    let equalRank = Dictionary(equal.map { ($0.organization, $0.rank) }, uniquingKeysWith: { first, _ in first })
    let moved = used.count { row in equalRank[row.organization].map { $0 != row.rank } ?? false }
    return Section(
      "Organisations in order",
      [
        .paragraph(
          moved == 0
            ? "Every organisation has the place that it has under equal weights and means."
            : "\(moved) of \(Words.organizations(used.count)) have another place than under equal weights and means."),
        .table(
          TextTable(
            caption:
              "Order under “\(verbatim: first.scheme)” (\(verbatim: first.aggregation)). Ranks here carry no range: “readiness run” gives it.",
            columns: [.words("Organisation"), .numbers("Rank"), .numbers("Score"), .numbers("Rank, equal weights")],
            rows: used.map { row in
              [
                .verbatim(row.organization), Self.rank(row), row.score.map(Words.decimal) ?? Mark.notAvailable.phrase,
                (equalRank[row.organization] ?? nil).map(Words.count) ?? Mark.notAvailable.phrase,
              ]
            })),
      ])
  }

  private static func rank(_ row: OrganizationOrder) -> Phrase {
    guard let rank = row.rank else { return Mark.notAvailable.phrase }
    guard let last = row.lastRank, last != rank else { return Words.count(rank) }
    return "\(rank) to \(last)"
  }

  private var whose: Section? {
    let factors = findings.instrument.budget?.factors ?? []
    return WhoseWeightsSection(rows: findings.whoseWeights) { code in
      (factors.first { $0.id == code }?.label).map(Phrase.label) ?? .verbatim(code)
    }.section
  }

  private var cautions: [Phrase] {
    findings.notes + [
      """
      A weight says how many points on one barrier make up for points on another. It is not how much the barrier \
      matters to the outcome: compare it with the importance beside it.
      """,
      findings.plan.disclosure.phrase,
      "Made with \(verbatim: software), seed \(verbatim: "\(findings.plan.seed)").",
    ]
  }
}
