import Survey
import Testing

/// Every name that does not fit the other parts of the instrument is reported, in both files.
struct InstrumentCheckTests {
  @Test(arguments: slips)
  func slipIsReported(slip: Slip) {
    #expect(InstrumentSample.faults(in: \.survey, slip.old, slip.new) == slip.faults)
  }

  static let slips = [
    Slip(
      "dimensions:\n  - id: d01", "dimensions:\n  - id: d01\n    colour: red",
      [
        "sample/survey.yaml:26:5: error: found the key “colour”, expected one of id, label, definition, "
          + "parts; remove it [unknown-key]"
      ]),
    Slip(
      "    - {code: 2, label: {en: \"Agree\", cy: \"Cytuno\"}}\n", "",
      [
        "sample/survey.yaml:11:5: error: found one option, expected at least two [bad-scale]"
      ]),
    Slip(
      "- id: d02", "- id: d01",
      [
        "sample/survey.yaml:32:9: error: found “d01” again among the ids of dimensions and parts, "
          + "expected each once, whatever the case (first: line 25); change or remove one [duplicate-code]",
        "sample/survey.yaml:61:24: error: found the dimension “d02”, expected one of d01, d01 [unknown-dimension]",
        "sample/items.csv:4:dimension: error: found the dimension “d02”, expected one of d01, d01 "
          + "[unknown-dimension]",
      ]),
    Slip(
      "- id: d02", "- id: D02",
      [
        "sample/survey.yaml:32:9: error: found “D02”, expected at most five small letters and digits, a "
          + "letter first, such as d01 [bad-id]",
        "sample/survey.yaml:61:24: error: found the dimension “d02”, expected one of d01, D02; did you "
          + "mean “D02”? [unknown-dimension]",
        "sample/items.csv:4:dimension: error: found the dimension “d02”, expected one of d01, D02; did "
          + "you mean “D02”? [unknown-dimension]",
      ]),
    Slip(
      "- id: d01a", "- id: d02",
      [
        "sample/survey.yaml:32:9: error: found “d02” again among the ids of dimensions and parts, "
          + "expected each once, whatever the case (first: line 29); change or remove one [duplicate-code]"
      ]),
    Slip(
      "- id: d01a", "- id: d01 a",
      [
        "sample/survey.yaml:29:13: error: found “d01 a”, expected at most five small letters and digits, "
          + "a letter first, such as d01 [bad-id]"
      ]),
    Slip(
      "items: [d01q1, d01q2]\n", "items: [d01q1, d02q1]\n",
      [
        "sample/survey.yaml:31:24: error: found the item “d02q1”, expected an item of d01: d01q1, d01q2 "
          + "[unknown-item]"
      ]),
    Slip(
      "d02q1, nowcm]", "d02q2, nowcm]",
      [
        "sample/survey.yaml:51:27: error: found the item “d02q2”, expected the code of a row of "
          + "items.csv [unknown-item]",
        "sample/items.csv:4:code: error: found “d02q1” on no page, expected it on one; add it to a page "
          + "[unplaced-item]",
      ]),
    Slip(
      "d02q1, nowcm]", "d02q1, d02q1, nowcm]",
      [
        "sample/survey.yaml:51:34: error: found “d02q1” again among the items of the pages, expected "
          + "each once, whatever the case (first: line 51); change or remove one [duplicate-code]"
      ]),
    Slip(
      "- {id: b02,", "- {id: B01,",
      [
        "sample/survey.yaml:57:12: error: found no row of the crosswalk for “B01”, expected the "
          + "dimensions that it could relieve; add it under “crosswalk”, with empty lists if there are none "
          + "[missing-key]",
        "sample/survey.yaml:57:12: error: found “B01” again among the codes of items and factors, "
          + "expected each once, whatever the case (first: line 56); change or remove one [duplicate-code]",
        "sample/survey.yaml:62:5: error: found the factor “b02”, expected one of those under “budget”: "
          + "b01, B01 [unknown-factor]",
      ]),
    Slip(
      "- {id: b02,", "- {id: factor2,",
      [
        "sample/survey.yaml:57:12: error: found no row of the crosswalk for “factor2”, expected the "
          + "dimensions that it could relieve; add it under “crosswalk”, with empty lists if there are none "
          + "[missing-key]",
        "sample/survey.yaml:57:12: error: found “factor2”, expected at most five letters and digits, a "
          + "letter first, such as d01q1 [bad-code]",
        "sample/survey.yaml:62:5: error: found the factor “b02”, expected one of those under “budget”: "
          + "b01, factor2 [unknown-factor]",
      ]),
    Slip(
      "- {id: b02,", "- {id: wave,",
      [
        "sample/survey.yaml:57:12: error: found no row of the crosswalk for “wave”, expected the "
          + "dimensions that it could relieve; add it under “crosswalk”, with empty lists if there are none "
          + "[missing-key]",
        "sample/survey.yaml:57:12: error: found “wave”, which is the name of a column of response files; "
          + "choose another code [bad-code]",
        "sample/survey.yaml:62:5: error: found the factor “b02”, expected one of those under “budget”: "
          + "b01, wave [unknown-factor]",
      ]),
    Slip(
      "    b02: {dimensions", "    b03: {dimensions",
      [
        "sample/survey.yaml:57:12: error: found no row of the crosswalk for “b02”, expected the "
          + "dimensions that it could relieve; add it under “crosswalk”, with empty lists if there are none "
          + "[missing-key]",
        "sample/survey.yaml:62:5: error: found the factor “b03”, expected one of those under “budget”: "
          + "b01, b02 [unknown-factor]",
      ]),
    Slip(
      "dimensions: [d02], facets: [co-deliver]", "dimensions: [d03], facets: [co-delivr]",
      [
        "sample/survey.yaml:61:24: error: found the dimension “d03”, expected one of d01, d02 [unknown-dimension]",
        "sample/survey.yaml:61:39: error: found the facet “co-delivr”, expected one of co-commission, "
          + "co-design, co-deliver, co-assess, map-it, focus-it, people-it, market-it, grow-it; did you mean "
          + "“co-deliver”? [unknown-facet]",
      ]),
    Slip(
      "roll_up: provider", "roll_up: providers",
      [
        "sample/survey.yaml:69:32: error: found the roll-up “providers”, expected one of provider, "
          + "citizen; did you mean “provider”? [unknown-roll-up]"
      ]),
    Slip(
      "code: carer", "code: Manager",
      [
        "sample/survey.yaml:70:14: error: found “Manager”, expected small letters, digits and "
          + "underscores, a letter first, such as carer [bad-code]",
        "sample/survey.yaml:70:14: error: found “Manager” again among the respondent types, expected "
          + "each once, whatever the case (first: line 69); change or remove one [duplicate-code]",
      ]),
    Slip(
      "code: citizen, side", "code: provider, side",
      [
        "sample/survey.yaml:67:14: error: found “provider” again among the roll-ups, expected each once, "
          + "whatever the case (first: line 66); change or remove one [duplicate-code]",
        "sample/survey.yaml:70:30: error: found the roll-up “citizen”, expected one of provider, "
          + "provider [unknown-roll-up]",
      ]),
    Slip(
      "d01q1: \"1.1\"", "d09q1: \"1.1\"",
      [
        "sample/survey.yaml:77:3: error: found the item “d09q1”, expected the code of an item or factor "
          + "[unknown-item]"
      ]),
    Slip(
      "d01q1: \"1.1\"", "d01q1: [\"1.1\", \"D02Q1\"]",
      [
        "sample/survey.yaml:77:18: error: found the alias “D02Q1”, which is already a heading of d02q1; choose another, "
          + "or remove it [duplicate-code]"
      ]),
    Slip(
      "d01q1: \"1.1\"", "d01q1: [\"1.1\", \"1.1\"]",
      [
        "sample/survey.yaml:77:18: error: found the alias “1.1”, which is already a heading of d01q1; choose another, or "
          + "remove it [duplicate-code]"
      ]),
    Slip(
      "d01q1: \"1.1\"", "d01q1: Years",
      [
        "sample/survey.yaml:77:10: error: found the alias “Years”, which is a column of response files; choose another "
          + "[duplicate-code]"
      ]),
  ]
}
