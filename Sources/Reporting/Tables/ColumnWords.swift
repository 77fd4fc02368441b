import Readiness
import Statistics
import Tabular

/// A word that a column may hold, from a list that is known when the program is made.
protocol ColumnWord: RawRepresentable<String>, CaseIterable, Sendable {
  /// What the word says, in English, for whoever reads a table in a program of their own.
  var meaning: String { get }
}

extension ColumnWord {
  /// Every word with its meaning, for the column's declaration.
  static var categories: [ColumnCategory] { allCases.map { ColumnCategory($0.rawValue, $0.meaning) } }
}

extension Status: ColumnWord {}

extension ScoreRow.Level: ColumnWord {
  var meaning: String {
    switch self {
    case .cohort: "everybody who answered"
    case .organization: "one organisation"
    case .type: "one group of people over all organisations"
    case .cell: "one group of people within one organisation"
    }
  }
}

extension Weighting: ColumnWord {
  var meaning: String {
    switch self {
    case .respondents: "every person counts the same"
    case .types: "every roll-up of respondent types counts the same"
    case .organizations: "every organisation counts the same"
    }
  }
}

extension PerceptionGap.Kind: ColumnWord {
  var meaning: String {
    switch self {
    case .level: "mean readiness"
    case .consensus: "mean distance from the own group's median"
    case .knowledge: "share of asked questions answered with “don't know”"
    }
  }
}

extension ComparisonEvidence.Design: ColumnWord {
  var meaning: String {
    switch self {
    case .withinOrganizations: "groups are compared inside organisations that hold them side by side"
    case .wholeOrganizations: "whole organisations change groups"
    case .oneOrganization: "one organisation only"
    case .organizationsNotNamed: "no organisation is named: people are taken as unrelated"
    case .confounded: "groups and organisations cannot be told apart"
    case .samePeople: "the same people twice"
    case .pooled: "organisations are forgotten: a row that stands beside the primary one"
    }
  }
}

extension MoneyAndNeedRow.Verdict: ColumnWord {
  var meaning: String {
    switch self {
    case .funded: "a serious barrier with at least an even share of the money"
    case .underFunded: "a serious barrier with less than an even share of the money"
    case .nothingToBuy: "a serious barrier that no factor on the list could relieve"
    case .paidForNotABarrier:
      "not serious, with the whole range of its severity, and the factors that serve only such barriers draw an even share or more"
    case .cannotTell: "the same, but the range of its severity takes in the median barrier, so that it may be serious"
    case .notABarrier: "neither serious nor paid for"
    }
  }
}

extension WaveChange.Units: ColumnWord {
  var meaning: String {
    switch self {
    case .organizations: "errors take organisations as unrelated"
    case .people: "errors take people as unrelated"
    }
  }
}

extension GapShareRow.Breakdown: ColumnWord {
  var meaning: String {
    switch self {
    case .barrier: "by barrier"
    case .co: "by Co"
    case .step: "by Step"
    }
  }
}

extension FunnelLimits.Place: ColumnWord {
  var meaning: String {
    switch self {
    case .farBelow: "below the 99.8% limit"
    case .below: "between the lower 95% and 99.8% limits"
    case .inside: "inside the 95% limits"
    case .above: "between the upper 95% and 99.8% limits"
    case .farAbove: "above the 99.8% limit"
    }
  }
}

extension BenchmarkRow.Place: ColumnWord {
  var meaning: String {
    switch self {
    case .above: "the interval that holds for the family lies above 0"
    case .about: "that interval holds 0"
    case .below: "that interval lies below 0"
    }
  }
}
