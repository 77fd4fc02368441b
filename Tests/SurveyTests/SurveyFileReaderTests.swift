import Survey
import Testing

/// Every slip in the shape of `survey.yaml` is reported with its line, its column and what to do.
struct SurveyFileReaderTests {
  @Test(arguments: slips)
  func slipIsReported(slip: Slip) {
    #expect(InstrumentSample.faults(in: \.survey, slip.old, slip.new) == slip.faults)
  }

  static let slips = [
    Slip(
      "version: 1.0.0\ntitle", "version: 1.0\ntitle",
      [
        "sample/survey.yaml:2:10: error: found “1.0”, expected a version of three numbers such as 1.0.0 "
          + "[bad-version]"
      ]),
    Slip(
      "id: sample", "id: My Sample",
      [
        "sample/survey.yaml:1:5: error: found “My Sample”, expected small letters, digits and hyphens, a "
          + "letter first, such as my-survey [bad-id]"
      ]),
    Slip(
      "id: sample\n", "",
      [
        "sample/survey.yaml:1:1: error: the key “id” is missing; add it [missing-key]"
      ]),
    Slip(
      "form: short", "form: shrt",
      [
        "sample/survey.yaml:4:7: error: found the form “shrt”, expected one of full, standard, short, "
          + "budget [unknown-form]"
      ]),
    Slip(
      "languages: [en]", "languages: [cy]",
      [
        "sample/survey.yaml:5:12: error: found languages that do not begin with en, expected English "
          + "first; put en first [bad-language]"
      ]),
    Slip(
      "languages: [en]", "languages: [en, en]",
      [
        "sample/survey.yaml:5:17: error: found “en”, expected each language once, as two or three small "
          + "letters such as cy [bad-language]"
      ]),
    Slip(
      "languages: [en]", "languages: [en, Welsh]",
      [
        "sample/survey.yaml:5:17: error: found “Welsh”, expected each language once, as two or three "
          + "small letters such as cy [bad-language]"
      ]),
    Slip(
      "title:", "titel:",
      [
        "sample/survey.yaml:1:1: error: the key “title” is missing; add it [missing-key]",
        "sample/survey.yaml:3:1: error: found the key “titel”, expected one of id, version, title, form, "
          + "languages, credits, introduction, scales, barrier_scale, degree_now_scale, missing_options, "
          + "missing_answers, voice, bands, dimensions, facets, pages, budget, crosswalk, respondents, "
          + "profile, aliases; did you mean “title”? [unknown-key]",
      ]),
    Slip(
      "- {en: \"Ours.\", cy: \"Ni.\"}", "- Ours.",
      [
        "sample/survey.yaml:7:5: error: found “Ours.” under “credits”, expected a text per language such "
          + "as {en: \"…\", cy: \"\"} [wrong-shape]"
      ]),
    Slip(
      "title: {en: \"Sample\"", "title: {eng: \"Sample\"",
      [
        "sample/survey.yaml:3:8: error: the English text of “title” is missing; write it [text-missing]",
        "sample/survey.yaml:3:9: error: found the key “eng”, expected one of en, cy; did you mean “en”? "
          + "[unknown-key]",
      ]),
    Slip(
      "title: {en: \"Sample\"", "title: {en: \"\"",
      [
        "sample/survey.yaml:3:13: error: the English text of “title” is missing; write it [text-missing]"
      ]),
    Slip(
      "{code: 2, label", "{code: 3, label",
      [
        "sample/survey.yaml:12:7: error: found the code 3 after 1, expected 2; codes rise by one [bad-scale]"
      ]),
    Slip(
      "{code: 2, label", "{code: two, label",
      [
        "sample/survey.yaml:12:14: error: found “two” under “code”, expected a whole number from 0 to 99 "
          + "[bad-number]"
      ]),
    Slip(
      "barrier_scale: agreement", "barrier_scale: agreemnt",
      [
        "sample/survey.yaml:16:16: error: found the scale “agreemnt”, expected one of those under "
          + "“scales”: agreement, frequency; did you mean “agreement”? [unknown-scale]"
      ]),
    Slip(
      "barrier_scale: agreement\n", "",
      [
        "sample/survey.yaml:1:1: error: the key “barrier_scale” is missing, and there are items with a "
          + "dimension; name their scale [missing-key]"
      ]),
    Slip(
      "degree_now_scale: frequency\n", "",
      [
        "sample/survey.yaml:1:1: error: the key “degree_now_scale” is missing, and there are degree-now "
          + "items; name their scale [missing-key]"
      ]),
    Slip(
      "share: 0.5", "share: 50",
      [
        "sample/survey.yaml:21:38: error: found “50” under “share”, expected a number from 0 to 1, or a "
          + "fraction such as 2/3 [bad-number]"
      ]),
    Slip(
      "minimum: 2", "minimum: half",
      [
        "sample/survey.yaml:21:28: error: found “half” under “minimum”, expected a whole number from 1 "
          + "to 99 [bad-number]"
      ]),
    Slip(
      "co-assess]", "co-asses]",
      [
        "sample/survey.yaml:22:35: error: found “co-asses”, expected some of co-commission, co-design, "
          + "co-deliver, co-assess; did you mean “co-assess”? [unknown-facet]"
      ]),
    Slip(
      "co-assess]", "co-design]",
      [
        "sample/survey.yaml:22:35: error: found “co-design” again, expected each Co once; remove it "
          + "[duplicate-code]"
      ]),
    Slip(
      "bands: []", "bands: [{from: 25, label: {en: \"a\"}}, {from: 75, label: {en: \"b\"}}]",
      [
        "sample/survey.yaml:23:46: error: found “75” under “from”, expected less than the band above; "
          + "highest first [bad-number]"
      ]),
    Slip(
      "bands: []", "bands: none",
      [
        "sample/survey.yaml:23:8: error: found “none” under “bands”, expected a list of bands such as "
          + "{from: 75, label: {en: \"…\"}} [wrong-shape]"
      ]),
    Slip(
      "  grow-it: *words\n", "",
      [
        "sample/survey.yaml:36:3: error: found no words for grow-it, expected all nine facets; add them "
          + "[missing-key]"
      ]),
    Slip(
      "grow-it:", "growit:",
      [
        "sample/survey.yaml:36:3: error: found no words for grow-it, expected all nine facets; add them "
          + "[missing-key]",
        "sample/survey.yaml:47:3: error: found the facet “growit”, expected one of co-commission, "
          + "co-design, co-deliver, co-assess, map-it, focus-it, people-it, market-it, grow-it; did you mean "
          + "“grow-it”? [unknown-facet]",
      ]),
    Slip(
      "  total: 100\n", "",
      [
        "sample/survey.yaml:53:3: error: the key “total” is missing under “budget”; points need a sum to "
          + "add up to: write “total: 100” [allocation-without-total]"
      ]),
    Slip(
      "total: 100", "total: 10",
      [
        "sample/survey.yaml:54:10: error: found “10” under “total”, expected 100: points are shares of "
          + "the increase [bad-number]"
      ]),
    Slip(
      "side: staff", "side: stuff",
      [
        "sample/survey.yaml:66:30: error: found “stuff” under “side”, expected staff, citizen or neither "
          + "[unknown-side]"
      ]),
    Slip(
      "leads: true", "leads: maybe",
      [
        "sample/survey.yaml:69:49: error: found “maybe” under “leads”, expected true or false [wrong-shape]"
      ]),
    Slip(
      "answers:\n", "answers: words\n    x:\n",
      [
        "sample/survey.yaml:74:14: error: found “words” under “answers”, expected respondent_types, "
          + "languages, text or a list of options [unknown-answers]",
        "sample/survey.yaml:75:5: error: found the key “x”, expected one of column, text, answers; "
          + "remove it [unknown-key]",
      ]),
    Slip(
      "title: {en: \"Sample\", cy: \"Sampl\"}", "title: {en: \"Sample, cy: \"Sampl\"}",
      [
        "sample/survey.yaml:3:27: error: the file cannot be read as YAML: did not find expected ',' or "
          + "'}'; check the indentation and the quotation marks here and just above [yaml-syntax]"
      ]),
    Slip(
      "form: short", "form: short\n\tx: 1",
      [
        "sample/survey.yaml:5:1: error: the file cannot be read as YAML: found a tab character that "
          + "violates indentation; check the indentation and the quotation marks here and just above "
          + "[yaml-syntax]"
      ]),
    Slip(
      "form: short", "form: short\nform: full",
      [
        "sample/survey.yaml:4:1: error: found the key “form” more than once in one place, expected each "
          + "key once; remove the others [duplicate-key]"
      ]),
    Slip(
      "  version: 1.0.0\n  roll_ups", "  roll_ups",
      [
        "sample/survey.yaml:64:3: error: the key “version” is missing under “respondents”; add it [missing-key]"
      ]),
    Slip(
      "voice: [co-commission, co-design, co-assess]\n", "",
      [
        "sample/survey.yaml:1:1: error: the key “voice” is missing; add it [missing-key]"
      ]),
    Slip(
      "id: sample", "[id]: sample",
      [
        "sample/survey.yaml:1:1: error: found a list, expected the keys id, version, title, form, languages, credits, "
          + "introduction, scales, barrier_scale, degree_now_scale, missing_options, missing_answers, voice, bands, "
          + "dimensions, facets, pages, budget, crosswalk, respondents, profile, aliases [wrong-shape]",
        "sample/survey.yaml:1:1: error: the key “id” is missing; add it [missing-key]",
      ]),
  ]
}
