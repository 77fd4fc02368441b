/// What a reader of `survey.yaml` shares: the log, and the languages in which every sentence must be written.
final class SurveyFileContext {
  let log = FaultLog()
  /// The languages that the instrument lists, English first.
  var languages: [String] = ["en"]
}

/// The languages that an instrument may be written in, by code and English name.
enum Language {
  /// The English name for messages: “Welsh”.
  static func name(_ code: String) -> String {
    switch code {
    case "en": "English"
    case "cy": "Welsh"
    default: code
    }
  }
}

extension SurveyNode {
  /// A sentence in every listed language; the Welsh slot may stand empty while Welsh is not listed.
  func localized() -> LocalizedText {
    let slots = context.languages + ["en", "cy"].filter { !context.languages.contains($0) }
    guard isMapping else {
      fault(.wrongShape, "found \(found) under “\(key)”, expected a text per language such as {en: \"…\", cy: \"\"}")
      return LocalizedText([:])
    }
    let fields = fields(slots)
    var texts: [String: String] = [:]
    for language in slots {
      let text = fields[language]?.text ?? ""
      texts[language] = text
      guard text.isEmpty, context.languages.contains(language) else { continue }
      let slot = fields[language] ?? self
      slot.fault(.textMissing, TextMissing.message(key, language: language, english: texts["en"] ?? ""))
    }
    return LocalizedText(texts)
  }
}

/// The message for a sentence that is missing in a listed language.
enum TextMissing {
  static func message(_ key: String, language: String, english: String) -> String {
    let name = Language.name(language)
    return language == "en"
      ? "the English text of “\(key)” is missing; write it"
      : "the \(name) text of “\(key)” is missing (English: “\(english)”); write it, or take \(language) out of languages"
  }
}
