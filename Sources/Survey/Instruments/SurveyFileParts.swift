/// Dimensions, facets, pages, the budget question and its crosswalk.
extension SurveyFile {
  static func dimensions(_ fields: SurveyFields) -> [Dimension] {
    (fields.required("dimensions")?.list(of: "dimensions") ?? []).compactMap { node in
      let parts = node.fields(["id", "label", "definition", "parts"])
      guard let id = parts.required("id")?.string() else { return nil }
      return Dimension(
        id: id, label: parts.required("label")?.localized() ?? LocalizedText([:]),
        definition: parts.required("definition")?.localized() ?? LocalizedText([:]),
        parts: (parts["parts"]?.list(of: "parts") ?? []).compactMap(part))
    }
  }

  private static func part(_ node: SurveyNode) -> Part? {
    let parts = node.fields(["id", "label", "items"])
    let label = parts.required("label")?.localized() ?? LocalizedText([:])
    guard let id = parts.required("id")?.string(), let items = parts.required("items") else { return nil }
    return Part(id: id, label: label, items: names(items, of: "item codes"))
  }

  static func facets(_ fields: SurveyFields) -> [Facet: FacetWording] {
    guard let node = fields.required("facets") else { return [:] }
    var words: [Facet: FacetWording] = [:]
    for (name, entry) in node.entries(of: "facets") {
      guard let facet = facet(name, log: node.context.log) else { continue }
      let parts = entry.fields(["label", "plain", "definition"])
      words[facet] = FacetWording(
        label: parts.required("label")?.localized() ?? LocalizedText([:]),
        plain: parts.required("plain")?.localized() ?? LocalizedText([:]),
        definition: parts.required("definition")?.localized() ?? LocalizedText([:]))
    }
    let missing = Facet.allCases.filter { words[$0] == nil }
    if node.isMapping, !missing.isEmpty {
      node.fault(
        .missingKey,
        "found no words for \(missing.map(\.storedName).joined(separator: ", ")), expected all nine facets; add them")
    }
    return words
  }

  /// The facet of that name, or a fault.
  static func facet(_ name: Placed<String>, log: FaultLog) -> Facet? {
    if let facet = Facet(named: name.value) { return facet }
    log.add(
      .unknownFacet, at: name.place,
      "found the facet “\(name.value)”, expected one of \(Facet.allCases.map(\.storedName).joined(separator: ", "))"
        + Names.suggestion(name.value, Facet.allCases.flatMap(\.spellings)))
    return nil
  }

  static func pages(_ fields: SurveyFields) -> [Page] {
    (fields["pages"]?.list(of: "pages") ?? []).compactMap { node in
      let parts = node.fields(["id", "stem", "items"])
      let stem = parts.required("stem")?.localized() ?? LocalizedText([:])
      guard let id = parts.required("id")?.string(), let items = parts.required("items") else { return nil }
      return Page(id: id, stem: stem, items: names(items, of: "item codes"))
    }
  }

  static func budget(_ fields: SurveyFields) -> Budget? {
    guard let node = fields["budget"] else { return nil }
    let parts = node.fields(["stem", "total", "factors"])
    let total = parts.required(
      "total", as: .allocationWithoutTotal, because: "points need a sum to add up to: write “total: 100”")
    if let total, total.text != "100" {
      total.fault(.badNumber, "found \(total.found) under “total”, expected 100: points are shares of the increase")
    }
    let factors: [Factor] = (parts.required("factors")?.list(of: "factors") ?? []).compactMap { factor in
      let fields = factor.fields(["id", "label"])
      let label = fields.required("label")?.localized() ?? LocalizedText([:])
      return fields.required("id")?.string().map { Factor(id: $0, label: label) }
    }
    return Budget(
      place: node.place, stem: parts.required("stem")?.localized() ?? LocalizedText([:]), total: 100, factors: factors)
  }

  static func crosswalk(_ fields: SurveyFields) -> Crosswalk? {
    guard let node = fields["crosswalk"] else { return nil }
    let parts = node.fields(["version", "factors"])
    let rows = (parts.required("factors")?.entries(of: "factors") ?? []).map { name, entry in
      let links = entry.fields(["dimensions", "facets"])
      return CrosswalkRow(
        factor: name, dimensions: links.required("dimensions").map { names($0, of: "dimensions") } ?? [],
        facets: (links.required("facets").map { names($0, of: "facets") } ?? []).compactMap {
          facet($0, log: node.context.log)
        })
    }
    return Crosswalk(version: parts.required("version").flatMap(version) ?? "", rows: rows)
  }

  /// A list of names.
  static func names(_ node: SurveyNode, of what: String) -> [Placed<String>] {
    node.list(of: what).compactMap { $0.string() }
  }
}

extension Facet {
  /// The name in instrument files: `co-commission`, `map-it`.
  package var storedName: String { columnName.replacing("_", with: "-") }

  /// The spellings that a slip may be near to: the stored name and the capitals of the data files.
  fileprivate var spellings: [String] {
    switch self {
    case .co: [storedName, code.uppercased()]
    case .step: [storedName, storedName.uppercased().replacing("-IT", with: "")]
    }
  }
}
