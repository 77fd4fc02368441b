import Readiness

/// How far the scores of a run can be trusted: one paragraph on each question, with its figure.
struct TrustSection {
  let trust: TrustSummary
  /// Whether it stands on one organisation's page, which tells of reliability alone.
  let isOfOne: Bool
  /// Whether there are other organisations, whose answers these figures take in.
  var isAmongOthers = false

  var section: Section {
    let heading: Phrase =
      isOfOne && isAmongOthers
      ? "How far to trust these scores, over all organisations together" : "How far to trust these scores"
    return Section(
      heading,
      [.points([ReliabilityWords.summary(trust.reliability)] + (isOfOne ? [] : [agreement, structure, responding]))])
  }

  private var agreement: Phrase { AgreementWords.summary(trust.correlation) }

  private var structure: Phrase {
    guard trust.items > 0 else {
      return "Whether the items go together as the key of barriers says cannot be told: too few people answered."
    }
    return """
      \(trust.fitting) of \(trust.items) items go at least as closely with the rest of their own barrier as with any other. \
      “readiness reliability” says whether the key of barriers holds.
      """
  }

  private var responding: Phrase {
    .spaced([QualityWords.summary(trust.marks), "Nobody is left out for that; “readiness quality” tells more."])
  }
}
