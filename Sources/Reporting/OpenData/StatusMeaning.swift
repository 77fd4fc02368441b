import Readiness

extension Status {
  /// What the word says, in English, for whoever reads a table in a program of their own.
  var meaning: String {
    switch self {
    case .ok: "the number is published"
    case .suppressed: "hidden, because too few people stand behind it or behind a number beside it"
    case .notAsked: "not asked"
    case .tooFewAnswers: "too few answers"
    case .tooFewPeople: "too few people"
    case .noVariation: "everybody answered alike"
    case .viewsSplit: "views are too far apart for one level"
    case .separated: "a group separates high from low answers, so a model has no estimate"
    case .notTestable: "the comparison cannot be made"
    }
  }
}
