import Survey

/// A survey of four items, a budget question of three factors and three respondent types, for tests of reading.
enum SmallSurvey {
  static func text(_ english: String, _ welsh: String = "") -> LocalizedText {
    LocalizedText(["en": english, "cy": welsh])
  }

  static let scale = ResponseScale(
    id: "agreement",
    options: [
      ResponseOption(code: 1, label: text("Strongly disagree")), ResponseOption(code: 2, label: text("Disagree")),
      ResponseOption(code: 3, label: text("Neither")), ResponseOption(code: 4, label: text("Agree")),
      ResponseOption(code: 5, label: text("Strongly agree")),
    ])
  static let tenths = ResponseScale(
    id: "tenths", options: (0...10).map { ResponseOption(code: $0, label: text("\($0) of 10")) })

  static let instrument = Instrument(
    id: "small", version: "1.0.0", title: text("Small"), form: "short", languages: ["en", "cy"], credits: [],
    dimensions: [BarrierDimension(id: "d01", label: text("Culture"), definition: text("Culture"))], facetLabels: [:],
    items: [
      item("d01q1", "We don't agree what should get better – for people.", aliases: ["1.1"]),
      item("d01q2", "Staff can say what we try to change.", "Gall staff ddweud beth rydym yn ceisio ei newid."),
      item("d01q3", "We count what we do."),
    ],
    degreeNow: [
      Item(
        code: "nowcm", role: .degreeNow(.commission), facets: [], keying: .direct, scale: tenths, forms: [],
        text: text("How often do people decide together?"))
    ],
    budget: BudgetQuestion(
      stem: text("Share 100 points"), total: 100,
      factors: [
        BudgetFactor(id: "b01", label: text("More frontline staff"), dimensions: [], facets: []),
        BudgetFactor(id: "b02", label: text("Training frontline staff"), dimensions: [], facets: []),
        BudgetFactor(id: "b03", label: text("Better technology (other than ICT)"), dimensions: [], facets: []),
      ], crosswalkVersion: "1"),
    respondentTypes: [
      RespondentType(code: "senior_commissioner", rollUp: "commissioner", label: text("Senior commissioner")),
      RespondentType(code: "service_user", rollUp: "citizen", label: text("Person who uses services")),
      RespondentType(code: "carer", rollUp: "citizen", label: text("Carer")),
    ],
    rollUps: [], rollUpVersion: "1", voice: [.commission], missingRule: MissingRule(), bands: [], sourceFiles: [])

  private static func item(_ code: String, _ english: String, _ welsh: String = "", aliases: [String] = []) -> Item {
    Item(
      code: code, role: .barrier(dimension: "d01"), facets: [], keying: .direct, scale: scale, forms: [],
      text: text(english, welsh), aliases: aliases)
  }

  static let headings = "respondent_id,organisation,respondent_type,d01q1,d01q2,d01q3,nowcm,b01,b02,b03"

  /// Reads one text under the name `a.csv`.
  static func read(_ text: String, _ options: IntakeOptions = IntakeOptions()) throws -> Responses {
    try instrument.responses(in: [.bytes(name: "a.csv", Array(text.utf8))], options: options)
  }

  /// Reads rows under all the headings.
  static func read(rows: [String], _ options: IntakeOptions = IntakeOptions()) throws -> Responses {
    try read(([headings] + rows).joined(separator: "\n") + "\n", options)
  }

  /// The faults of one text as they are printed.
  static func faults(_ text: String, _ options: IntakeOptions = IntakeOptions()) -> [String] {
    faults([.bytes(name: "a.csv", Array(text.utf8))], options)
  }

  /// The faults of rows under all the headings, as they are printed.
  static func faults(rows: [String], _ options: IntakeOptions = IntakeOptions()) -> [String] {
    faults(([headings] + rows).joined(separator: "\n") + "\n", options)
  }

  /// The faults of several sources as they are printed.
  static func faults(_ sources: [ResponseSource], _ options: IntakeOptions = IntakeOptions()) -> [String] {
    do {
      _ = try instrument.responses(in: sources, options: options)
      return []
    } catch let list as FaultList {
      return list.description.split(separator: "\n").map(String.init)
    } catch {
      return ["another error: \(error)"]
    }
  }
}

extension Responses {
  /// The answers of one respondent, spelled as in files, with `·` for skipped and `∅` for not asked.
  func spelled(_ respondent: Int) -> [String] {
    answers.indices.map { item in
      let answer = answer(item: item, respondent: respondent)
      return answer.code.map(String.init) ?? (answer.missing == .skipped ? "·" : answer.missing?.cell ?? "∅")
    }
  }
}
