import Survey
import Testing

/// A small instrument without faults, and what becomes of it when one text in it is replaced.
enum InstrumentSample {
  static let survey = """
    id: sample
    version: 1.0.0
    title: {en: "Sample", cy: "Sampl"}
    form: short
    languages: [en]
    credits:
      - {en: "Ours.", cy: "Ni."}
    introduction: {en: "We means all of us.", cy: "Ni yw pawb."}
    scales:
      agreement:
        - {code: 1, label: {en: "Disagree", cy: "Anghytuno"}}
        - {code: 2, label: {en: "Agree", cy: "Cytuno"}}
      frequency:
        - {code: 0, label: {en: "Never", cy: "Byth"}}
        - {code: 1, label: {en: "Often", cy: "Yn aml"}}
    barrier_scale: agreement
    degree_now_scale: frequency
    missing_options:
      dk: {en: "Don't know", cy: "Ddim yn gwybod"}
      nfm: {en: "Not for me", cy: "Ddim i mi"}
    missing_answers: {minimum: 2, share: 0.5, weight_share: 2/3}
    voice: [co-commission, co-design, co-assess]
    bands: []
    dimensions:
      - id: d01
        label: {en: "Outcomes", cy: "Canlyniadau"}
        definition: {en: "What for.", cy: "I beth."}
        parts:
          - id: d01a
            label: {en: "Agreement", cy: "Cytundeb"}
            items: [d01q1, d01q2]
      - id: d02
        label: {en: "Resources", cy: "Adnoddau"}
        definition: {en: "With what.", cy: "Â beth."}
    facets:
      co-commission: &words
        label: {en: "Facet", cy: "Agwedd"}
        plain: {en: "doing it", cy: "ei wneud"}
        definition: {en: "Doing it.", cy: "Ei wneud."}
      co-design: *words
      co-deliver: *words
      co-assess: *words
      map-it: *words
      focus-it: *words
      people-it: *words
      market-it: *words
      grow-it: *words
    pages:
      - id: page-1
        stem: {en: "How much do you agree?", cy: "Faint?"}
        items: [d01q1, d01q2, d02q1, nowcm]
    budget:
      stem: {en: "Share out 100.", cy: "Rhannwch 100."}
      total: 100
      factors:
        - {id: b01, label: {en: "Staff", cy: "Staff"}}
        - {id: b02, label: {en: "Training", cy: "Hyfforddiant"}}
    crosswalk:
      version: 1.0.0
      factors:
        b01: {dimensions: [d02], facets: [co-deliver]}
        b02: {dimensions: [], facets: []}
    respondents:
      version: 1.0.0
      roll_ups:
        - {code: provider, side: staff, label: {en: "Providers", cy: "Darparwyr"}}
        - {code: citizen, side: citizen, label: {en: "Citizens", cy: "Dinasyddion"}}
      types:
        - {code: manager, roll_up: provider, leads: true, label: {en: "Manager", cy: "Rheolwr"}}
        - {code: carer, roll_up: citizen, label: {en: "Carer", cy: "Gofalwr"}}
    profile:
      - column: years
        text: {en: "How many years?", cy: "Faint o flynyddoedd?"}
        answers:
          - {code: few, label: {en: "Few", cy: "Ychydig"}}
    aliases:
      d01q1: "1.1"

    """

  static let items = """
    code,dimension,facets,keying,forms,text_en,text_cy
    d01q1,d01,CM,barrier,short,We start too soon.,Rhy gynnar.
    d01q2,d01,DE,enabler,short standard,We know what for.,Gwyddom.
    d02q1,d02,DL MAP,barrier,short,There is no money.,Dim arian.
    nowcm,,CM,enabler,short,How often?,Pa mor aml?

    """

  static func instrument(survey: String = survey, items: String = items) throws -> Instrument {
    try Instrument(survey: Array(survey.utf8), items: Array(items.utf8), folder: "sample")
  }

  /// The faults of the sample as printed, after a text has been replaced in one of its files.
  static func faults(in file: WritableKeyPath<Files, String>, _ old: String, _ new: String) -> [String] {
    var files = Files()
    files[keyPath: file].replace(old, with: new)
    do {
      _ = try instrument(survey: files.survey, items: files.items)
      return []
    } catch let faults as FaultList {
      return faults.faults.map(\.description)
    } catch {
      return ["\(error)"]
    }
  }

  struct Files {
    var survey = InstrumentSample.survey
    var items = InstrumentSample.items
  }
}

/// A text of the sample, what a slip makes of it, and the faults that are then printed.
struct Slip: Sendable, CustomTestStringConvertible {
  let old: String
  let new: String
  let faults: [String]

  init(_ old: String, _ new: String, _ faults: [String]) {
    self.old = old
    self.new = new
    self.faults = faults
  }

  var testDescription: String { "“\(old)” → “\(new)”" }
}
