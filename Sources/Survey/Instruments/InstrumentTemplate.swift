import Tabular

extension Instrument {
  /// An empty response file: the headings that the instrument reads, and one filled example row that is itself valid.
  ///
  /// The example answers every item with the middle of its scale and gives two factors half the budget increase each; it shows
  /// where each kind of answer goes and is to be overwritten.
  public func template() -> String {
    let factors = budget?.factors ?? []
    let half = (budget?.total ?? 0) / 2
    let profileColumns = profile.map(\.column).filter { !InstrumentTemplate.leading.contains($0) }
    var headings = InstrumentTemplate.leading + profileColumns
    var cells = [InstrumentTemplate.respondent, InstrumentTemplate.organization, respondentTypes.first?.code ?? ""]
    cells += profile.filter { profileColumns.contains($0.column) }.map(InstrumentTemplate.example)
    for item in ratings {
      headings.append(item.code)
      cells.append(String(item.scale.options[item.scale.options.count / 2].code))
    }
    for (place, factor) in factors.enumerated() {
      headings.append(factor.id)
      cells.append(String(place == 0 ? half + (factors.count == 1 ? half : 0) : place == 1 ? half : 0))
    }
    var writer = CSVWriter()
    writer.write(headings)
    writer.write(cells)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

/// What every template begins with, and what an example answers.
enum InstrumentTemplate {
  /// Who the example is.
  static let respondent = "example-1"
  /// Of which organisation.
  static let organization = "Example organisation"
  static let leading = ["respondent_id", "organisation", "respondent_type"]

  static func example(_ question: ProfileQuestion) -> String {
    switch question.answers {
    case .languages: "en"
    case .options(let options): options.first?.code ?? ""
    case .text: "Example \(question.column)"
    case .respondentTypes: ""
    }
  }
}
