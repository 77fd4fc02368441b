import Yams

extension SurveyFile {
  /// Reads `survey.yaml`; what is wrong goes to the context's log, and what could be read is returned for further checks.
  ///
  /// Returns nil when the text is not YAML, or not a mapping: nothing more can then be said about it.
  init?(yaml: String, file: String, context: SurveyFileContext) {
    let place = FilePlace(file: file)
    guard let node = SurveyFile.compose(yaml, place: place, log: context.log) else { return nil }
    let root = SurveyNode(node, key: "", near: place, context: context)
    guard root.isMapping else {
      root.fault(.wrongShape, "found \(root.found), expected the keys of an instrument, such as “id: my-survey”")
      return nil
    }
    self.context = context
    self.place = root.place
    let fields = root.fields(SurveyFile.keys)
    context.languages = SurveyFile.languages(fields)
    id = SurveyFile.instrumentID(fields)
    version = fields.required("version").flatMap(SurveyFile.version) ?? ""
    title = fields.required("title")?.localized() ?? LocalizedText([:])
    form = SurveyFile.form(fields)
    credits = fields["credits"]?.list(of: "credit lines").map { $0.localized() } ?? []
    introduction = fields["introduction"]?.localized() ?? LocalizedText([:])
    scales = SurveyFile.scales(fields)
    barrierScale = SurveyFile.scale(fields["barrier_scale"], among: scales)
    degreeNowScale = SurveyFile.scale(fields["degree_now_scale"], among: scales)
    missingOptions = SurveyFile.missingOptions(fields)
    missingRule = SurveyFile.missingRule(fields)
    voice = SurveyFile.voice(fields)
    bands = SurveyFile.bands(fields)
    dimensions = SurveyFile.dimensions(fields)
    facets = SurveyFile.facets(fields)
    pages = SurveyFile.pages(fields)
    budget = SurveyFile.budget(fields)
    crosswalk = SurveyFile.crosswalk(fields)
    let respondents = fields.required("respondents")?.fields(["version", "roll_ups", "types"])
    rollUpVersion = respondents?.required("version").flatMap(SurveyFile.version) ?? ""
    rollUps = respondents.map(SurveyFile.rollUps) ?? []
    types = respondents.map(SurveyFile.types) ?? []
    profile = SurveyFile.profile(fields)
    aliases = SurveyFile.aliases(fields)
  }

  /// The root node of the text, or a located fault.
  private static func compose(_ yaml: String, place: FilePlace, log: FaultLog) -> Node? {
    func syntax(_ problem: String, _ mark: Mark?) {
      var place = place
      (place.row, place.column) = (mark?.line, mark?.column)
      log.add(
        .yamlSyntax, at: place,
        "the file cannot be read as YAML: \(problem); check the indentation and the quotation marks here and just above"
      )
    }
    do {
      if let node = try Yams.compose(yaml: yaml) { return node }
      syntax("it is empty", nil)
    } catch YamlError.duplicatedKeysInMapping(let duplicates, let context) {
      var place = place
      (place.row, place.column) = (context.mark.line, context.mark.column)
      log.add(
        .duplicateKey, at: place,
        "found the key \(duplicates.sorted().map { "“\($0)”" }.joined(separator: ", ")) more than once in one place, "
          + "expected each key once; remove the others")
    } catch let error as YamlError {
      switch error {
      case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
        .composer(_, let problem, let mark, _):
        syntax(problem, mark)
      case .reader(let problem, _, _, _): syntax(problem, nil)
      default: syntax("\(error)", nil)
      }
    } catch {
      syntax("\(error)", nil)
    }
    return nil
  }

  private static func languages(_ fields: SurveyFields) -> [String] {
    guard let node = fields.required("languages") else { return ["en"] }
    var languages: [String] = []
    for entry in node.list(of: "language codes, en first") {
      guard let code = entry.string(expected: "a language code such as en or cy") else { continue }
      guard (2...3).contains(code.value.count), code.value.allSatisfy({ ("a"..."z").contains($0) }),
        !languages.contains(code.value)
      else {
        entry.fault(
          .badLanguage, "found \(entry.found), expected each language once, as two or three small letters such as cy")
        continue
      }
      languages.append(code.value)
    }
    if languages.first != "en" {
      node.fault(.badLanguage, "found languages that do not begin with en, expected English first; put en first")
      languages = ["en"] + languages.filter { $0 != "en" }
    }
    return languages
  }

  private static func instrumentID(_ fields: SurveyFields) -> String {
    guard let node = fields.required("id"), let id = node.string() else { return "" }
    if !Names.isInstrumentID(id.value) {
      node.fault(
        .badID, "found \(node.found), expected small letters, digits and hyphens, a letter first, such as my-survey")
    }
    return id.value
  }

  /// A version of three numbers.
  static func version(_ node: SurveyNode) -> String? {
    let parts = node.text?.split(separator: ".", omittingEmptySubsequences: false) ?? []
    guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { ("0"..."9").contains($0) } }) else {
      node.fault(.badVersion, "found \(node.found), expected a version of three numbers such as 1.0.0")
      return nil
    }
    return node.text
  }

  private static func form(_ fields: SurveyFields) -> String {
    guard let node = fields.required("form"), let form = node.string() else { return "" }
    if !forms.contains(form.value) {
      node.fault(.unknownForm, "found the form \(node.found), expected one of \(forms.joined(separator: ", "))")
    }
    return form.value
  }
}
