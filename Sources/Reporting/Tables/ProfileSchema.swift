public import Readiness
public import Tabular

extension ReadinessProfile {
  /// `profiles.csv`: one row per organisation, ranked ones first.
  ///
  /// The columns follow the instrument: its dimensions, parts, “degree now” items and roll-ups.
  public static func schema(for instrument: Instrument, measures: [Measure]) -> Schema<ReadinessProfile> {
    let rest = measures.filter { measure in
      switch measure.kind {
      case .dimension, .part, .voice, .action, .degreeNow: true
      case .overall, .facet, .cell: false
      }
    }
    return Schema(
      name: "profiles", meaning: "One row per organisation: ranked ones by rank, then the others by name.",
      columns: rankColumns + Facet.allCases.map { facetColumn($0, instrument) } + rest.map(measureColumn)
        + otherWeightings + readings + gapColumns + growthColumns(instrument)
        + instrument.rollUps.map(rollUpColumn)
        + [
          Column("withheld", .string, meaning: "Numbers that are withheld, as measure:status, separated by spaces.") {
            let words = $0.withheld(instrument: instrument, measures: rest.map(\.id))
            return words.isEmpty ? .empty : .text(words.joined(separator: " "))
          },
          Column("flags", .string, meaning: "Cautions about this organisation, separated by semicolons.") {
            CellValue($0.flags.joined(separator: "; "))
          },
          Column("not_ranked_because", .string, meaning: "Why the organisation has no rank; empty when it has one.") {
            CellValue($0.notRankedBecause)
          },
        ])
  }

  private static let points = "points 0–100"

  private static var rankColumns: [Column<ReadinessProfile>] {
    [
      Column("rank", .integer, meaning: "Rank by readiness, 1 is the readiest; ties share the smallest place.") {
        CellValue($0.rank)
      },
      Column("rank_low", .integer, meaning: "Best rank in the marginal confidence set.") {
        CellValue($0.rankSet?.lowerBound)
      },
      Column("rank_high", .integer, meaning: "Worst rank in the marginal confidence set.") {
        CellValue($0.rankSet?.upperBound)
      },
      Column("band_low", .integer, meaning: "Best rank in the simultaneous confidence set.") {
        CellValue($0.band?.lowerBound)
      },
      Column("band_high", .integer, meaning: "Worst rank in the simultaneous confidence set.") {
        CellValue($0.band?.upperBound)
      },
      Column("organisation", .string, meaning: "The organisation.") { .text($0.organization) },
      Column("respondents", .integer, unit: "people", meaning: "People who answered.") { CellValue($0.respondents) },
      Column("readiness", .number, unit: points, meaning: "Overall readiness, every person counting the same.") {
        CellValue($0.readiness.value)
      },
      Column("readiness_low", .number, unit: points, meaning: "Lower end of its interval.") {
        CellValue($0.readiness.interval?.lower)
      },
      Column("readiness_high", .number, unit: points, meaning: "Upper end of its interval.") {
        CellValue($0.readiness.interval?.upper)
      },
    ]
  }

  private static func facetColumn(_ facet: Facet, _ instrument: Instrument) -> Column<ReadinessProfile> {
    let label = instrument.facetLabels[facet]?.english ?? facet.columnName
    let name = facet.columnName
    return Column(name, .number, unit: points, meaning: "Readiness on \(label).") {
      CellValue($0.measures[name]?.value)
    }
  }

  private static func measureColumn(_ measure: Measure) -> Column<ReadinessProfile> {
    let id = measure.id
    return Column(id, .number, unit: points, meaning: "Readiness on “\(measure.label.english)”.") {
      CellValue($0.measures[id]?.value)
    }
  }

  private static var otherWeightings: [Column<ReadinessProfile>] {
    [
      Column("readiness_types_equal", .number, unit: points, meaning: "Readiness when every roll-up counts the same.") {
        CellValue($0.readinessTypesEqual.value)
      },
      Column("rank_types_equal", .integer, meaning: "Rank by readiness_types_equal.") { CellValue($0.rankTypesEqual) },
      Column(
        "readiness_budget_weighted", .number, unit: points,
        meaning: "Readiness with dimensions weighted by the budget answers; never sets the rank."
      ) { CellValue($0.readinessBudgetWeighted.value) },
      Column("rank_budget_weighted", .integer, meaning: "Rank by readiness_budget_weighted.") {
        CellValue($0.rankBudgetWeighted)
      },
    ]
  }

  private static var readings: [Column<ReadinessProfile>] {
    [
      Column(
        "worst_barriers", .string, meaning: "The three dimensions with the lowest readiness, worst first, with ties."
      ) {
        $0.worstBarriers.isEmpty ? .empty : .text($0.worstBarriers.joined(separator: " "))
      },
      Column("weakest_co", .string, meaning: "The Co that is clearly below the others; none when none stands out.") {
        standout($0.weakestCo)
      },
      Column("earliest_weak_step", .string, meaning: "The earliest Step that is clearly below the others, or none.") {
        standout($0.earliestWeakStep)
      },
    ]
  }

  private static func standout(_ standout: Standout) -> CellValue {
    switch standout {
    case .named(let facet): .text(facet.columnName)
    case .none: .text("none")
    case .cannotSay: .empty
    }
  }

  private static var gapColumns: [Column<ReadinessProfile>] {
    [
      Column("gap", .number, unit: "points", meaning: "Them and us: staff minus citizens, overall readiness.") {
        CellValue($0.gap.difference.value)
      },
      Column("gap_low", .number, unit: "points", meaning: "Lower end of its interval.") {
        CellValue($0.gap.difference.interval?.lower)
      },
      Column("gap_high", .number, unit: "points", meaning: "Upper end of its interval.") {
        CellValue($0.gap.difference.interval?.upper)
      },
      Column("gap_n_staff", .integer, unit: "people", meaning: "Staff behind the gap.") { CellValue($0.gap.firstN) },
      Column("gap_n_citizens", .integer, unit: "people", meaning: "Citizens behind the gap.") {
        CellValue($0.gap.secondN)
      },
    ]
  }

  private static func growthColumns(_ instrument: Instrument) -> [Column<ReadinessProfile>] {
    instrument.degreeNow.flatMap { item -> [Column<ReadinessProfile>] in
      guard case .degreeNow(let co) = item.role else { return [] }
      let measure = "now_\(co.code)"
      return [
        Column(
          "growth_\(co.code)", .number, unit: "points",
          meaning: "Growth gap: leaders' rating minus the others' of how often people do this together now."
        ) { CellValue($0.growthGap(measure)?.difference.value) },
        Column("growth_\(co.code)_n_leaders", .integer, unit: "people", meaning: "Leaders behind it.") {
          CellValue($0.growthGap(measure)?.firstN)
        },
        Column("growth_\(co.code)_n_others", .integer, unit: "people", meaning: "Others behind it.") {
          CellValue($0.growthGap(measure)?.secondN)
        },
      ]
    }
  }

  private static func rollUpColumn(_ rollUp: RollUp) -> Column<ReadinessProfile> {
    let name = "n_\(rollUp.code)"
    return Column(name, .integer, unit: "people", meaning: "People of the roll-up “\(rollUp.label.english)”.") {
      CellValue($0.rollUps[rollUp.code])
    }
  }
}
