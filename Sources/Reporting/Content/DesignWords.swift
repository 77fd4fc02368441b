import Readiness
import Tabular

/// How organisations entered the comparisons of one grouping, and how alike their people answer, in plain words.
struct DesignWords {
  /// The rows to read.
  let rows: [Comparison]

  /// One paragraph; none where nothing is known.
  var blocks: [Block] {
    guard let row = rows.first(where: { $0.evidence.design != nil }), let design = row.evidence.design else {
      return []
    }
    let sentences = [row.evidence.reason, Self.sentence(design), likeness].filter { !$0.isEmpty }
    return [.paragraph(.spaced(sentences))]
  }

  /// What a design does, for a reader who chose none.
  static func sentence(_ design: ComparisonEvidence.Design) -> Phrase {
    switch design {
    case .withinOrganizations:
      "People are compared with others in their own organisation, and organisations do not get in the way."
    case .wholeOrganizations: "Whole organisations are compared, and the number of organisations decides."
    case .oneOrganization: "People of one organisation are compared with each other."
    case .organizationsNotNamed:
      "People are taken as unrelated; if they belong to organisations, a difference may look clearer than it is."
    case .confounded: "Groups and organisations cannot be told apart, and nothing is tested."
    case .samePeople: "Everyone is compared with themselves."
    case .pooled: ""
    }
  }

  /// ICC(1) and the design effect of the overall score, in one sentence.
  private var likeness: Phrase {
    guard
      let evidence = rows.first(where: { $0.measure == "overall" && $0.evidence.intraclassCorrelation != nil })?
        .evidence,
      let share = evidence.intraclassCorrelation
    else { return "" }
    let icc: Phrase = "ICC(1) \(NumberWords.twoDecimals(share))"
    guard share > 0.005, let effect = evidence.designEffect else {
      return "People of one organisation do not score more alike than others (\(icc))."
    }
    let spread: Phrase =
      "About \(Words.percent(share)) of the spread of single people's overall scores lies between organisations"
    let number = NumberWords.twoDecimals(effect)
    if evidence.design == .withinOrganizations {
      return "\(spread) (\(icc), design effect \(number)); comparing colleagues leaves that out."
    }
    return
      "\(spread) (\(icc)), so \(number) people tell as much as one who is unrelated to the others (the design effect)."
  }
}
