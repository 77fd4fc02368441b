import Readiness

/// Small instruments and responses made by hand, for tests of scoring.
enum Sample {
  static let types = [
    RespondentType(
      code: "senior_commissioner", rollUp: "commissioner", label: text("Senior commissioner"), leads: true),
    RespondentType(
      code: "middle_management_commissioner", rollUp: "commissioner", label: text("Middle management commissioner")),
    RespondentType(code: "provider_manager", rollUp: "provider", label: text("Provider manager"), leads: true),
    RespondentType(code: "front_line_worker", rollUp: "provider", label: text("Front-line worker")),
    RespondentType(
      code: "third_sector_user_advocacy", rollUp: "third_sector", label: text("Third sector, user advocacy")),
    RespondentType(
      code: "third_sector_regional_engagement_manager", rollUp: "third_sector",
      label: text("Third sector, engagement manager")),
    RespondentType(code: "service_user", rollUp: "citizen", label: text("Service user")),
    RespondentType(code: "carer", rollUp: "citizen", label: text("Carer")),
    RespondentType(code: "public_health_lead", rollUp: "other", label: text("Public health lead")),
  ]
  static let rollUps = [
    RollUp(code: "commissioner", label: text("Commissioners"), side: .staff),
    RollUp(code: "provider", label: text("Providers"), side: .staff),
    RollUp(code: "third_sector", label: text("Third sector"), side: .staff),
    RollUp(code: "citizen", label: text("Citizens"), side: .citizen),
    RollUp(code: "other", label: text("Others"), side: .neither),
  ]

  static func text(_ english: String) -> LocalizedText { LocalizedText(["en": english]) }

  static func scale(_ codes: ClosedRange<Int>) -> ResponseScale {
    ResponseScale(id: "s", options: codes.map { ResponseOption(code: $0, label: text("\($0)")) })
  }

  static func item(
    _ code: String, _ dimension: String, _ facets: String, _ keying: Keying = .direct,
    scale codes: ClosedRange<Int> = 1...5
  ) -> Item {
    Item(
      code: code, role: .barrier(dimension: dimension),
      facets: facets.split(separator: " ").compactMap { Facet(named: String($0)) }, keying: keying, scale: scale(codes),
      forms: [], text: text(code))
  }

  static func degreeNow() -> [Item] {
    Co.allCases.map {
      Item(
        code: "now\($0.code)", role: .degreeNow($0), facets: [], keying: .direct, scale: scale(0...4), forms: [],
        text: text("now \($0.code)"))
    }
  }

  static func instrument(
    form: String, dimensions: [String], parts: [String: [DimensionPart]] = [:], items: [Item], degreeNow: [Item] = [],
    budget: BudgetQuestion? = nil, rule: MissingRule = MissingRule()
  ) -> Instrument {
    Instrument(
      id: "sample-\(form)", version: "1.0.0", title: text("Sample"), form: form, languages: ["en"], credits: [],
      dimensions: dimensions.map {
        BarrierDimension(id: $0, label: text("Barrier \($0)"), definition: text($0), parts: parts[$0] ?? [])
      },
      facetLabels: [:], items: items, degreeNow: degreeNow, budget: budget, respondentTypes: types, rollUps: rollUps,
      rollUpVersion: "1", voice: [.commission, .design, .assess], missingRule: rule, bands: [], sourceFiles: [])
  }

  /// Responses with one text of cells per respondent: a code, `dk`, `nfm`, `-` (skipped) or `.` (not asked).
  static func responses(
    to instrument: Instrument, answers rows: [String], organizations: [String]? = nil, types: [String]? = nil,
    groups: [String: [String]] = [:], points: [[Double]?]? = nil, weights: [Double] = []
  ) -> Responses {
    let cells = rows.map { $0.split(separator: " ").map(byte) }
    let count = rows.count
    let columns = instrument.ratings.indices.map { item in
      let column = cells.map { $0[item] }
      return column.allSatisfy { $0 == MissingReason.notAsked.rawValue } ? [] : column
    }
    let allocations = points.map { points in
      Allocations(
        hundredths: (instrument.budget?.factors ?? []).indices.map { factor in
          points.map { UInt16(((($0?[factor]) ?? 0) * 100).rounded()) }
        }, given: points.map { $0 != nil }, nearTotals: 0, rescaled: 0, flagged: 0)
    }
    return Responses(
      instrument: instrument, count: count, answers: columns, allocations: allocations,
      organization: grouping("organisation", organizations ?? Array(repeating: "A", count: count)),
      respondentType: grouping("respondent_type", types ?? Array(repeating: "service_user", count: count)),
      groups: groups.sorted { $0.key < $1.key }.map { grouping($0.key, $0.value) }, weights: weights,
      respondentIDs: PackedStrings(), intake: Intake(files: [], setAside: [], notices: []))
  }

  static func grouping(_ name: String, _ cells: [String]) -> GroupingColumn {
    var labels: [String] = []
    let codes = cells.map { cell -> Int32 in
      if cell.isEmpty { return -1 }
      if !labels.contains(cell) { labels.append(cell) }
      return Int32(labels.firstIndex(of: cell) ?? -1)
    }
    return GroupingColumn(name: name, labels: labels, codes: codes)
  }

  private static func byte(_ cell: Substring) -> UInt8 {
    switch cell {
    case "dk": MissingReason.doNotKnow.rawValue
    case "nfm": MissingReason.notForMe.rawValue
    case "-": MissingReason.skipped.rawValue
    case ".": MissingReason.notAsked.rawValue
    default: UInt8(cell) ?? MissingReason.skipped.rawValue
    }
  }
}

extension Scores {
  /// The score by the measure's id, for tests.
  func score(_ id: String, _ respondent: Int) -> Double? {
    measures.first { $0.id == id }.flatMap { score($0, respondent: respondent) }
  }
}
