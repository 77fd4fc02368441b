import Readiness

/// The names of things and the look of numbers, the same on every page.
struct Labels {
  let instrument: Instrument
  /// What an interval is called: `95% range`.
  let range: String
  private let measures: [String: String]

  init(_ assessment: Assessment) {
    self.init(assessment.instrument, level: assessment.plan.level, measures: assessment.measures)
  }

  init(_ instrument: Instrument, level: Double, measures: [Measure]) {
    self.instrument = instrument
    range = "\(Words.level(level))% range"
    self.measures = Dictionary(measures.map { ($0.id, $0.label.english) }, uniquingKeysWith: { first, _ in first })
  }

  /// The name of a measure.
  func measure(_ id: String) -> String {
    switch id {
    case "overall": "Overall readiness"
    case "allocation": "The whole allocation"
    case "money_concordance": "Money where the barriers are"
    default: measures[id] ?? id
    }
  }

  /// The name of a Co or a Step.
  func facet(_ facet: Facet) -> String { instrument.facetLabels[facet]?.english ?? facet.columnName }

  /// The name of a respondent type, a roll-up or a group of another column.
  func group(_ code: String, by column: String) -> String {
    switch column {
    case "respondent_type": instrument.respondentTypes.first { $0.code == code }?.label.english ?? code
    case "roll_up": instrument.rollUps.first { $0.code == code }?.label.english ?? code
    default: code
    }
  }

  /// What a grouping column is called in a sentence.
  func column(_ name: String) -> String {
    switch name {
    case "respondent_type": "type of respondent"
    case "roll_up": "group of respondents"
    case "wave": "wave, the same people twice"
    default: name.replacing("_", with: " ")
    }
  }

  /// The wording of a budget factor.
  func factor(_ id: String) -> String { instrument.budget?.factors.first { $0.id == id }?.label.english ?? id }

  /// The mark that stands for a number that is not published.
  static func mark(_ status: Status) -> String {
    switch status {
    case .suppressed: Mark.suppressed.rawValue
    case .notAsked: Mark.notAsked.rawValue
    case .ok, .tooFewAnswers, .tooFewPeople, .noVariation, .viewsSplit, .notTestable: Mark.notAvailable.rawValue
    }
  }

  /// `52.3`, or the mark.
  static func value(_ estimate: Estimate) -> String {
    estimate.value.map(Words.decimal) ?? mark(estimate.status)
  }

  /// `48.1 to 56.4`, or a mark.
  static func interval(_ estimate: Estimate) -> String {
    guard estimate.value != nil else { return mark(estimate.status) }
    return estimate.interval.map(interval) ?? Mark.notAvailable.rawValue
  }

  /// `48.1 to 56.4`.
  static func interval(_ interval: ConfidenceInterval) -> String {
    "\(Words.decimal(interval.lower)) to \(Words.decimal(interval.upper))"
  }

  /// `7`, or the mark.
  static func count(_ number: Int?, _ status: Status) -> String {
    number.map(Words.count) ?? mark(status == .ok ? .suppressed : status)
  }
}
