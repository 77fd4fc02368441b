import Survey
import Testing

/// Every slip in `items.csv` is reported with its record, its heading and what to do.
struct ItemsFileTests {
  @Test(arguments: slips)
  func slipIsReported(slip: Slip) {
    #expect(InstrumentSample.faults(in: \.items, slip.old, slip.new) == slip.faults)
  }

  static let slips = [
    Slip(
      "d01q2,", "D01Q1,",
      [
        "sample/survey.yaml:31:24: error: found the item “d01q2”, expected an item of d01: d01q1, D01Q1 "
          + "[unknown-item]",
        "sample/survey.yaml:51:20: error: found the item “d01q2”, expected the code of a row of "
          + "items.csv [unknown-item]",
        "sample/items.csv:3:code: error: found “D01Q1” again among the codes of items and factors, "
          + "expected each once, whatever the case (first: row 2); change or remove one [duplicate-code]",
      ]),
    Slip(
      "d01q2,", "d1-q2,",
      [
        "sample/survey.yaml:31:24: error: found the item “d01q2”, expected an item of d01: d01q1, d1-q2 "
          + "[unknown-item]",
        "sample/survey.yaml:51:20: error: found the item “d01q2”, expected the code of a row of "
          + "items.csv [unknown-item]",
        "sample/items.csv:3:code: error: found “d1-q2”, expected at most five letters and digits, a "
          + "letter first, such as d01q1 [bad-code]",
        "sample/items.csv:3:code: error: found “d1-q2” on no page, expected it on one; add it to a page "
          + "[unplaced-item]",
      ]),
    Slip(
      "d01q2,", ",",
      [
        "sample/survey.yaml:31:24: error: found the item “d01q2”, expected an item of d01: d01q1 [unknown-item]",
        "sample/survey.yaml:51:20: error: found the item “d01q2”, expected the code of a row of "
          + "items.csv [unknown-item]",
        "sample/items.csv:3:code: error: found nothing, expected at most five letters and digits, a "
          + "letter first, such as d01q1 [bad-code]",
      ]),
    Slip(
      "d01q2,", "d01q22,",
      [
        "sample/survey.yaml:31:24: error: found the item “d01q2”, expected an item of d01: d01q1, d01q22 "
          + "[unknown-item]",
        "sample/survey.yaml:51:20: error: found the item “d01q2”, expected the code of a row of "
          + "items.csv [unknown-item]",
        "sample/items.csv:3:code: error: found “d01q22”, expected at most five letters and digits, a "
          + "letter first, such as d01q1 [bad-code]",
        "sample/items.csv:3:code: error: found “d01q22” on no page, expected it on one; add it to a page "
          + "[unplaced-item]",
      ]),
    Slip(
      "d01q2,", "wave,",
      [
        "sample/survey.yaml:31:24: error: found the item “d01q2”, expected an item of d01: d01q1, wave "
          + "[unknown-item]",
        "sample/survey.yaml:51:20: error: found the item “d01q2”, expected the code of a row of "
          + "items.csv [unknown-item]",
        "sample/items.csv:3:code: error: found “wave”, which is the name of a column of response files; "
          + "choose another code [bad-code]",
        "sample/items.csv:3:code: error: found “wave” on no page, expected it on one; add it to a page "
          + "[unplaced-item]",
      ]),
    Slip(
      "d02q1,d02", "d02q1,d03",
      [
        "sample/items.csv:4:dimension: error: found the dimension “d03”, expected one of d01, d02 "
          + "[unknown-dimension]"
      ]),
    Slip(
      "d02q1,d02", "d02q1,",
      [
        "sample/items.csv:4:dimension: error: found no dimension, expected one of d01, d02; only nowcm, "
          + "nowde, nowdl and nowas, each with its Co as the facet, stand without one [unknown-dimension]"
      ]),
    Slip(
      "nowcm,,CM", "nowcm,,DE",
      [
        "sample/items.csv:5:dimension: error: found no dimension, expected one of d01, d02; only nowcm, "
          + "nowde, nowdl and nowas, each with its Co as the facet, stand without one [unknown-dimension]"
      ]),
    Slip(
      "DL MAP", "DL MAPP",
      [
        "sample/items.csv:4:facets: error: found the facet “MAPP”, expected one of co-commission, "
          + "co-design, co-deliver, co-assess, map-it, focus-it, people-it, market-it, grow-it; did you mean "
          + "“MAP”? [unknown-facet]"
      ]),
    Slip(
      "enabler,short standard", "enablr,short standard",
      [
        "sample/items.csv:3:keying: error: found “enablr”, expected barrier (agreeing means less ready) "
          + "or enabler (agreeing means readier) [unknown-keying]"
      ]),
    Slip(
      "short standard", "standard",
      [
        "sample/items.csv:3:forms: error: found “standard”, expected the form of this survey, “short”, "
          + "among them; add it, or remove the row [other-form]"
      ]),
    Slip(
      "short standard", "short standrd",
      [
        "sample/items.csv:3:forms: error: found the form “standrd”, expected one of full, standard, "
          + "short, budget, separated by spaces; did you mean “standard”? [unknown-form]"
      ]),
    Slip(
      "short standard", "",
      [
        "sample/items.csv:3:forms: error: found nothing, expected the form of this survey, “short”, "
          + "among them; add it, or remove the row [other-form]"
      ]),
    Slip(
      "We know what for.", "",
      [
        "sample/items.csv:3:text_en: error: the English text of “d01q2” is missing; write it [text-missing]"
      ]),
    Slip(
      "We know what for.", "We start too soon.",
      [
        "sample/items.csv:3:text_en: error: found a text that is already a heading of d01q1, expected each "
          + "sentence once; reword it, or remove one [duplicate-text]"
      ]),
    Slip(
      "keying,", "keyed,",
      [
        "sample/items.csv:1: error: the column “keying” is missing, expected code, dimension, facets, "
          + "keying, forms, text_en, text_cy; add it [missing-column]",
        "sample/items.csv:1:4: error: found the column “keyed”, expected code, dimension, facets, "
          + "keying, forms, text_en, text_cy; remove it [unknown-column]",
      ]),
    Slip(
      "text_cy", "text_fr",
      [
        "sample/items.csv:1:7: error: found the column “text_fr”, expected code, dimension, facets, "
          + "keying, forms, text_en, text_cy; list fr under languages, or remove the column [unknown-column]"
      ]),
    Slip(
      "text_en,text_cy", "text_en,text_en",
      [
        "sample/items.csv:1:7: error: found the column “text_en” twice, expected it once; remove one "
          + "[duplicate-code]"
      ]),
    Slip(
      "There is no money.", "There is \"no\" money.",
      [
        "sample/items.csv:4:6: error: found a quotation mark in the middle of a cell, expected it only "
          + "around a whole cell; put the cell in quotation marks and double those inside it [stray-quote]"
      ]),
    Slip(
      "We know what for.", "We know, what for.",
      [
        "sample/items.csv:3: error: found 8 cells, expected 7 as in the heading; remove the extra cells, "
          + "or put a text that holds commas in quotation marks [ragged-row]"
      ]),
  ]
}
