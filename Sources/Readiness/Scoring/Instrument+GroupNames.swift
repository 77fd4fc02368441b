public import Survey

extension Instrument {
  /// What a group of people is called: the label of a respondent type, of a roll-up or of an answer to one of the survey's questions about
  /// people; else the code as it stands in the data.
  public func name(ofGroup code: String, by column: String) -> Phrase {
    let label: LocalizedText? =
      switch column {
      case "respondent_type": respondentTypes.first { $0.code == code }?.label
      case "roll_up": rollUps.first { $0.code == code }?.label
      default: option(code, of: column)
      }
    return label.map(Phrase.label) ?? .verbatim(code)
  }

  private func option(_ code: String, of column: String) -> LocalizedText? {
    guard case .options(let options)? = profile.first(where: { $0.column == column })?.answers else { return nil }
    return options.first { $0.code == code }?.label
  }
}
