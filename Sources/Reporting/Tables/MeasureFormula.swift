import Readiness

/// How a person's score on each measure is made, in words for the codebook.
enum MeasureFormula {
  static func text(for measure: Measure, instrument: Instrument) -> String {
    switch measure.kind {
    case .overall:
      return "weighted mean of \(list(instrument.dimensions.map(\.id)))"
    case .dimension(let id):
      return mean(instrument.items.filter { $0.dimension == id })
    case .part(let id, of: _):
      let codes = instrument.dimensions.flatMap(\.parts).first { $0.id == id }?.items ?? []
      return mean(instrument.items.filter { codes.contains($0.code) })
    case .facet(let facet):
      return mean(instrument.items.filter { $0.facets.contains(facet) })
    case .voice:
      return "mean of \(list(instrument.voice.map { Facet.co($0).columnName }))"
    case .action:
      return list(Co.allCases.filter { !instrument.voice.contains($0) }.map { Facet.co($0).columnName })
    case .degreeNow(let co):
      return mean(instrument.degreeNow.filter { $0.role == .degreeNow(co) })
    case .cell(let id, let facet):
      return mean(instrument.items.filter { $0.dimension == id && $0.facets.contains(facet) })
    }
  }

  static func meaning(of measure: Measure, instrument: Instrument) -> String {
    switch measure.kind {
    case .overall: "Overall readiness: how little stands in the way, over all barriers."
    case .dimension(let id):
      instrument.dimensions.first { $0.id == id }?.definition.english ?? measure.label.english
    case .part(_, of: let dimension): "A part of \(dimension)."
    case .facet(.co): "Readiness seen through one of the Four Co's."
    case .facet(.step): "Readiness seen through one of the Five Steps."
    case .voice: "Citizen voice: deciding, planning and checking together."
    case .action: "Citizen action: running services together."
    case .degreeNow: "How often people do this together now: 0 never, 100 nearly always."
    case .cell(let dimension, _): "The barrier \(dimension) seen through one Co or Step."
    }
  }

  private static func mean(_ items: [Item]) -> String {
    items.isEmpty ? "not asked" : "mean readiness of \(list(items.map(\.code)))"
  }

  private static func list(_ names: [String]) -> String { names.joined(separator: " ") }
}

extension Item {
  /// How an answer x becomes readiness 0–100.
  var readinessFormula: String {
    let range = scale.highest - scale.lowest
    guard range > 0 else { return "" }
    let steps = countsUp ? "x - \(scale.lowest)" : "\(scale.highest) - x"
    return "100 * (\(steps)) / \(range)"
  }
}
