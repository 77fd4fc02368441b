public import Survey

extension Instrument {
  /// Every score that the instrument's responses are given, in the order of files and pages.
  ///
  /// Overall, dimensions, parts of dimensions (Standard form only), Co's, Steps, voice, action, degree now, and the cells
  /// dimension × facet. The vocabulary does not depend on what was asked: a measure without items is published as
  /// `not_asked`. An instrument without barrier items has no cells.
  public var measures: [Measure] {
    var measures = [
      Measure(id: "overall", kind: .overall, label: LocalizedText(["en": "Overall readiness"]))
    ]
    measures += dimensions.map { Measure(id: $0.id, kind: .dimension($0.id), label: $0.label) }
    if form == "standard" {
      for dimension in dimensions {
        measures += dimension.parts.map { Measure(id: $0.id, kind: .part($0.id, of: dimension.id), label: $0.label) }
      }
    }
    measures += Facet.allCases.map { Measure(id: $0.columnName, kind: .facet($0), label: label(of: $0)) }
    measures += [
      Measure(id: "voice", kind: .voice, label: LocalizedText(["en": "Voice"])),
      Measure(id: "action", kind: .action, label: LocalizedText(["en": "Action"])),
    ]
    measures += Co.allCases.map { co in
      Measure(
        id: "now_\(co.code)", kind: .degreeNow(co),
        label: LocalizedText(["en": "\(label(of: .co(co)).english): how often now"]))
    }
    if !items.isEmpty {
      for dimension in dimensions {
        measures += Facet.allCases.map { facet in
          Measure(
            id: "\(dimension.id)_\(facet.code)", kind: .cell(dimension.id, facet),
            label: Self.joined(dimension.label, label(of: facet)))
        }
      }
    }
    return measures
  }

  /// Two labels as one, in every language that both are written in.
  private static func joined(_ first: LocalizedText, _ second: LocalizedText) -> LocalizedText {
    LocalizedText(
      Dictionary(
        first.texts.compactMap { language, text in second[language].map { (language, "\(text): \($0)") } },
        uniquingKeysWith: { first, _ in first }))
  }

  /// The instrument's words for a facet, or its file name where the instrument has none.
  private func label(of facet: Facet) -> LocalizedText {
    facetLabels[facet] ?? LocalizedText(["en": facet.columnName])
  }
}
