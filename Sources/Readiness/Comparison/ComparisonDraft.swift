import Statistics

/// A row of comparisons before its family is known: everything but the adjusted p.
struct ComparisonDraft: Sendable {
  var family: String
  var measure: String
  var by: String
  var groupA: String
  var groupB: String?
  var nA: Int?
  var nB: Int?
  var primary = true
  var method = ""
  var statistic: Double?
  var degreesOfFreedom: Double?
  var p: PValue?
  var effect: EffectSize?
  var status = Status.ok
  var note = Phrase.empty
  var evidence = ComparisonEvidence()
  /// Whether a row beside the primary one has its p adjusted with the others of its method in the family.
  var isAdjustedByMethod = false
  /// A p that its own method has adjusted.
  var pAdjustedItself: Double?

  /// The finished row.
  func finished(pAdjusted: Double?) -> Comparison {
    Comparison(
      family: family, measure: measure, by: by, groupA: groupA, groupB: groupB, nA: nA, nB: nB, primary: primary,
      method: method, statistic: statistic, degreesOfFreedom: degreesOfFreedom, p: p, pAdjusted: pAdjusted,
      effect: effect, status: status, note: note, evidence: evidence)
  }

  /// The row without any number, for the reason given: what is left of a comparison that is not made or not shown.
  func withheld(_ status: Status, note: Phrase) -> ComparisonDraft {
    ComparisonDraft(
      family: family, measure: measure, by: by, groupA: groupA, groupB: groupB, primary: primary, method: method,
      status: status, note: note)
  }

  /// The row that a statistic cannot be computed for: the people stay, the numbers do not.
  func failed(_ fault: SampleFault) -> ComparisonDraft {
    var row = self
    row.status = Status(fault)
    row.note = fault.plainWords
    return row
  }

  /// Sentences as one text; empty ones leave no trace.
  static func joined(_ sentences: Phrase...) -> Phrase { .spaced(sentences) }

  /// Takes a test's results.
  mutating func take(_ test: some HypothesisTest, method: String) {
    self.method = method
    evidence.null = type(of: test).nullHypothesis
    evidence.sidedness = test.sidedness.rawValue
    statistic = test.statistic
    degreesOfFreedom = test.degreesOfFreedom
    p = test.pValue
  }
}

extension Status {
  /// The reason in the one vocabulary why a statistic cannot be computed.
  init(_ fault: SampleFault) {
    switch fault {
    case .noVariation: self = .noVariation
    case .fewerThanTwoGroups, .emptyGroup, .tooFewValues: self = .tooFewPeople
    case .noInformativeStratum, .tooFewClusters: self = .notTestable
    }
  }
}

extension SampleFault {
  /// The reason in plain words.
  var plainWords: Phrase {
    switch self {
    case .noVariation: "Everybody who is compared has the same score."
    case .fewerThanTwoGroups, .emptyGroup: "Fewer than two groups have a score."
    case .tooFewValues: "A group has too few people with a score."
    case .noInformativeStratum: "No organisation holds two of the groups."
    case .tooFewClusters: "There are too few organisations."
    }
  }
}

extension ComparisonDraft {
  /// Why a row has no p where the plan asks for exact ones.
  static let inexact: Phrase =
    "The plan asks for an exact p; this comparison cannot be enumerated within the bound of its test."

  /// Whether the row has no p for that reason.
  var isInexact: Bool { p == nil && status == .notTestable && note.begins(with: Self.inexact) }
}

extension Comparison {
  /// How the note begins of a row that has no p because the plan asks for exact ones.
  package static var inexact: Phrase { ComparisonDraft.inexact }
}
