import Readiness

/// The names of things and the look of numbers, the same on every page.
struct Labels {
  let instrument: Instrument
  /// What an interval is called: `95% range`.
  let range: Phrase
  private let measures: [String: Measure]

  init(_ assessment: Assessment) {
    self.init(assessment.instrument, level: assessment.plan.level, measures: assessment.measures)
  }

  init(_ instrument: Instrument, level: Double, measures: [Measure]) {
    self.instrument = instrument
    range = "\(Words.level(level))% range"
    self.measures = Dictionary(measures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The name of a measure.
  func measure(_ id: String) -> Phrase {
    if id == "allocation" { return "The whole allocation" }
    if id == "money_concordance" { return "Money where the barriers are" }
    guard let measure = measures[id] else { return id == "overall" ? "Overall readiness" : .verbatim(id) }
    return switch measure.kind {
    case .overall: "Overall readiness"
    case .dimension, .part: .label(measure.label)
    case .facet(let facet): self.facet(facet)
    case .voice: "Voice"
    case .action: "Action"
    case .degreeNow(let co): "\(facet(.co(co))): how often now"
    case .cell(let dimension, let facet): "\(self.measure(dimension)): \(self.facet(facet))"
    }
  }

  /// The name of a Co or a Step.
  func facet(_ facet: Facet) -> Phrase {
    instrument.facetLabels[facet].map(Phrase.label) ?? .verbatim(facet.columnName)
  }

  /// The name of a respondent type, a roll-up or a group of another column.
  func group(_ code: String, by column: String) -> Phrase { instrument.name(ofGroup: code, by: column) }

  /// What a grouping column is called in a sentence.
  func column(_ name: String) -> Phrase {
    switch name {
    case "respondent_type": "type of respondent"
    case "roll_up": "group of respondents"
    case "organisation_type": "type of organisation"
    case "organisation": "organisation"
    case "service": "service"
    case "language": "language"
    case "wave": "wave, the same people twice"
    default: .verbatim(name.replacing("_", with: " "))
    }
  }

  /// The wording of a budget factor.
  func factor(_ id: String) -> Phrase {
    (instrument.budget?.factors.first { $0.id == id }?.label).map(Phrase.label) ?? .verbatim(id)
  }

  /// The mark that stands for a number that is not published.
  static func mark(_ status: Status) -> Phrase { Mark(status).phrase }

  /// `52.3`, or the mark.
  static func value(_ estimate: Estimate) -> Phrase {
    estimate.value.map(Words.decimal) ?? mark(estimate.status)
  }

  /// `48.1 to 56.4`, or a mark.
  static func interval(_ estimate: Estimate) -> Phrase {
    guard estimate.value != nil else { return mark(estimate.status) }
    return estimate.interval.map(interval) ?? Mark.notAvailable.phrase
  }

  /// `48.1 to 56.4`.
  static func interval(_ interval: ConfidenceInterval) -> Phrase {
    "\(Words.decimal(interval.lower)) to \(Words.decimal(interval.upper))"
  }

  /// `7`, or the mark.
  static func count(_ number: Int?, _ status: Status) -> Phrase {
    number.map(Words.count) ?? mark(status == .ok ? .suppressed : status)
  }
}

extension Mark {
  /// The mark of a number that is not published for this reason.
  init(_ status: Status) {
    switch status {
    case .suppressed: self = .suppressed
    case .notAsked: self = .notAsked
    case .viewsSplit: self = .viewsSplit
    case .ok, .tooFewAnswers, .tooFewPeople, .noVariation, .separated, .notTestable: self = .notAvailable
    }
  }
}
