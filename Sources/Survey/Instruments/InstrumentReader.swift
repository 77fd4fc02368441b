public import Foundation

extension Instrument {
  /// Reads and checks the instrument in a folder that holds `survey.yaml` and `items.csv`.
  ///
  /// Both files are read to the end and every fault is reported at once, each with `file:row:column`: for `survey.yaml`
  /// line and column, for `items.csv` the record (the heading is 1) and the heading of the cell.
  ///
  /// - Throws: ``FaultList`` with all faults, `survey.yaml` first.
  public init(folder: URL) throws(FaultList) {
    let context = SurveyFileContext()
    let names = ["survey.yaml", "items.csv"].map { (name: $0, file: "\(folder.lastPathComponent)/\($0)") }
    var sources: [SourceFile] = []
    for (name, file) in names {
      if let bytes = try? Data(contentsOf: folder.appending(path: name)) {
        sources.append(SourceFile(name: name, bytes: Array(bytes)))
      } else {
        context.log.add(
          .fileMissing, at: FilePlace(file: file),
          "the file cannot be read, expected a folder with survey.yaml and items.csv; check the path")
      }
    }
    guard sources.count == 2 else { throw FaultList(context.log.faults) }
    self = try Instrument(survey: sources[0], items: sources[1], folder: folder.lastPathComponent, context: context)
  }

  /// Reads and checks an instrument from the bytes of its two files.
  ///
  /// - Parameters:
  ///   - survey: the bytes of `survey.yaml`.
  ///   - items: the bytes of `items.csv`.
  ///   - folder: the name that places of faults begin with.
  /// - Throws: ``FaultList`` with all faults.
  public init(survey: [UInt8], items: [UInt8], folder: String) throws(FaultList) {
    self = try Instrument(
      survey: SourceFile(name: "survey.yaml", bytes: survey), items: SourceFile(name: "items.csv", bytes: items),
      folder: folder, context: SurveyFileContext())
  }

  private init(survey: SourceFile, items: SourceFile, folder: String, context: SurveyFileContext) throws(FaultList) {
    let log = context.log
    guard let yaml = String(validating: survey.bytes, as: UTF8.self) else {
      log.add(
        "not-text", at: FilePlace(file: "\(folder)/survey.yaml"),
        "found bytes that are not UTF-8 text; save the file again as UTF-8")
      throw FaultList(log.faults)
    }
    guard let file = SurveyFile(yaml: yaml, file: "\(folder)/survey.yaml", context: context) else {
      throw FaultList(log.faults)
    }
    let rows = ItemsFile(bytes: items.bytes, file: "\(folder)/items.csv", survey: file)
    InstrumentCheck(survey: file, items: rows).run()
    guard log.faults.isEmpty else { throw FaultList(log.faults) }
    self = Instrument(checked: file, rows: rows.rows, sources: [survey, items])
  }

  /// Makes the instrument from files without faults.
  private init(checked file: SurveyFile, rows: [ItemsFile.Row], sources: [SourceFile]) {
    let aliases = Dictionary(
      file.aliases.map { ($0.code.value, $0.aliases.map(\.value)) }, uniquingKeysWith: { first, _ in first })
    let items = rows.compactMap { row -> Item? in
      let role: Item.Role
      if !row.dimension.value.isEmpty {
        role = .barrier(dimension: row.dimension.value)
      } else if case .co(let co)? = row.facets.first {
        role = .degreeNow(co)
      } else {
        return nil
      }
      let scale = row.dimension.value.isEmpty ? file.degreeNowScale : file.barrierScale
      return scale.map {
        Item(
          code: row.code.value, role: role, facets: row.facets, keying: row.keying, scale: $0, forms: row.forms.value,
          text: row.text, aliases: aliases[row.code.value] ?? [])
      }
    }
    let crosswalk = Dictionary(
      (file.crosswalk?.rows ?? []).map { ($0.factor.value, $0) }, uniquingKeysWith: { first, _ in first })
    self.init(
      id: file.id, version: file.version, title: file.title, form: file.form, languages: file.context.languages,
      credits: file.credits, dimensions: file.dimensions.map(\.value), facetLabels: file.facets.mapValues(\.label),
      items: items.filter { $0.dimension != nil }, degreeNow: items.filter { $0.dimension == nil },
      budget: file.budget.map { budget in
        BudgetQuestion(
          stem: budget.stem, total: budget.total,
          factors: budget.factors.map { factor in
            let row = crosswalk[factor.id.value]
            return BudgetFactor(
              id: factor.id.value, label: factor.label, dimensions: row?.dimensions.map(\.value) ?? [],
              facets: row?.facets ?? [], aliases: aliases[factor.id.value] ?? [])
          }, crosswalkVersion: file.crosswalk?.version ?? "")
      },
      respondentTypes: file.types.map {
        RespondentType(code: $0.code.value, rollUp: $0.rollUp?.value ?? "", label: $0.label, leads: $0.leads)
      },
      rollUps: file.rollUps.map(\.value), rollUpVersion: file.rollUpVersion, voice: file.voice,
      missingRule: file.missingRule, bands: file.bands, sourceFiles: sources, introduction: file.introduction,
      facetPlainWords: file.facets.mapValues(\.plain), facetDefinitions: file.facets.mapValues(\.definition),
      pages: file.pages.map { InstrumentPage(id: $0.id.value, stem: $0.stem, items: $0.items.map(\.value)) },
      missingOptions: file.missingOptions, profile: file.profile)
  }
}

extension SurveyFile.Dimension {
  /// The dimension without places.
  fileprivate var value: BarrierDimension {
    BarrierDimension(
      id: id.value, label: label, definition: definition,
      parts: parts.map { DimensionPart(id: $0.id.value, label: $0.label, items: $0.items.map(\.value)) })
  }
}
