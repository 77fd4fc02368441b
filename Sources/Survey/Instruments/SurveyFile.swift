/// `survey.yaml` as read: every part with its place, nothing yet compared with `items.csv`.
struct SurveyFile {
  struct Part {
    let id: Placed<String>
    let label: LocalizedText
    let items: [Placed<String>]
  }
  struct Dimension {
    let id: Placed<String>
    let label: LocalizedText
    let definition: LocalizedText
    let parts: [Part]
  }
  struct Page {
    let id: Placed<String>
    let stem: LocalizedText
    let items: [Placed<String>]
  }
  struct Factor {
    let id: Placed<String>
    let label: LocalizedText
  }
  struct Budget {
    let place: FilePlace
    let stem: LocalizedText
    let total: Int
    let factors: [Factor]
  }
  struct CrosswalkRow {
    let factor: Placed<String>
    let dimensions: [Placed<String>]
    let facets: [Facet]
  }
  struct Crosswalk {
    let version: String
    let rows: [CrosswalkRow]
  }
  struct TypeRow {
    let code: Placed<String>
    let rollUp: Placed<String>?
    let label: LocalizedText
    let leads: Bool
  }
  struct RollUpRow {
    let code: Placed<String>
    let value: RollUp
  }
  struct AliasRow {
    let code: Placed<String>
    let aliases: [Placed<String>]
  }

  /// The known keys of the file, in the order in which the shipped files have them.
  static let keys = [
    "id", "version", "title", "form", "languages", "credits", "introduction", "scales", "barrier_scale",
    "degree_now_scale", "missing_options", "missing_answers", "voice", "bands", "dimensions", "facets", "pages",
    "budget", "crosswalk", "respondents", "profile", "aliases",
  ]
  /// The forms that an instrument or an item may name.
  static let forms = ["full", "standard", "short", "budget"]

  let context: SurveyFileContext
  let place: FilePlace
  let id: String
  let version: String
  let title: LocalizedText
  let form: String
  let credits: [LocalizedText]
  let introduction: LocalizedText
  let scales: [ResponseScale]
  let barrierScale: ResponseScale?
  let degreeNowScale: ResponseScale?
  let missingOptions: [MissingReason: LocalizedText]
  let missingRule: MissingRule
  let voice: [Co]
  let bands: [ReadinessBand]
  let dimensions: [Dimension]
  let facets: [Facet: FacetWording]
  let pages: [Page]
  let budget: Budget?
  let crosswalk: Crosswalk?
  let rollUpVersion: String
  let rollUps: [RollUpRow]
  let types: [TypeRow]
  let profile: [ProfileQuestion]
  let aliases: [AliasRow]
}

/// The words for a facet.
struct FacetWording {
  let label: LocalizedText
  let plain: LocalizedText
  let definition: LocalizedText
}
