import Readiness

/// The names of interval methods: what a file says in one word of its own, a page says in the words of its language.
enum IntervalWords {
  /// The name of a method; one that is a name in every language stays as it is.
  static func method(_ name: String) -> Phrase {
    if let draws = bootstrap(name, "people within groups") { return "\(draws) bootstrap of people within groups" }
    if let draws = bootstrap(name, "people") { return "\(draws) bootstrap of people" }
    return switch name {
    case "Brunner–Munzel, t on the logit scale": "Brunner–Munzel, t on the logit scale"
    case "Brunner–Munzel, t": "Brunner–Munzel, t"
    case "Cliff's asymmetric interval": "Cliff's asymmetric interval"
    case "Newcombe's hybrid score": "Newcombe's hybrid score"
    case "Newcombe's method 5": "Newcombe's method 5"
    case "Newcombe's method 5, averaged over strata": "Newcombe's method 5, averaged over strata"
    case "Student's t over organisations": "Student's t over organisations"
    case "Welch, people taken as unrelated": "Welch, people taken as unrelated"
    case "errors clustered by organisation (CR2), Satterthwaite's t":
      "errors clustered by organisation (CR2), Satterthwaite's t"
    case "pooled placement variances within strata, t on the logit scale":
      "pooled placement variances within strata, t on the logit scale"
    case "organisations as units": "organisations as units"
    case "random intercept of organisations, Satterthwaite's t": "random intercept of organisations, Satterthwaite's t"
    case "studentised range, simultaneous over all pairs": "studentised range, simultaneous over all pairs"
    default: .verbatim(name)
    }
  }

  /// `BCa` of `BCa bootstrap of people`.
  private static func bootstrap(_ name: String, _ what: String) -> Phrase? {
    let ending = " bootstrap of \(what)"
    guard name.hasSuffix(ending) else { return nil }
    return switch String(name.dropLast(ending.count)) {
    case "percentile": "percentile"
    case "basic": "basic"
    case let other: .verbatim(other)
    }
  }
}
