import Readiness

/// Does the key, which says which item belongs to which barrier, show in these answers? Said plainly.
struct KeySection {
  let study: ReliabilityStudy
  let labels: Labels

  var section: Section {
    Section(
      heading, [.headline(headline), .points(points)] + (rows.isEmpty ? [] : [.table(table)]) + [.paragraph(caution)])
  }

  private var verdict: KeyVerdict { study.verdict }
  private var count: Int { study.instrument.dimensions.count }

  private var heading: Phrase { "Does the key of \(Words.small(count)) barriers hold in these data?" }

  private var headline: Phrase {
    switch verdict.conclusion {
    case .holds: "Yes: the items go together as the key says."
    case .holdsInPart: "In part: many items go with their own barrier, and many do not."
    case .notShown: "No: these answers do not show \(Words.small(count)) separate barriers."
    case .notAssessable: "It cannot be said: too few people answered to look."
    }
  }

  private var points: [Phrase] {
    var points: [Phrase] = []
    if verdict.items > 0 {
      points.append(
        """
        \(verdict.fitting) of \(verdict.items) items go at least as closely with the rest of their own barrier as with \
        any other barrier.
        """)
    }
    if verdict.dimensions > 0 {
      points.append(
        """
        In \(verdict.single) of the \(verdict.dimensions) barriers that could be looked at one thing stands out and no \
        second one.
        """)
    }
    for row in study.structure {
      switch (row.scope, row.structure) {
      case (.items, let found?):
        points.append(amongAll(row.count, found: found.parallel.factorCount, expected: row.expectedFactors))
      case (.items, nil): points.append("All \(row.count) items together. \(row.note)")
      case (.dimensions, let found?): points.append(amongScores(found.parallel.factorCount, share: found.firstShare))
      case (.dimensions, nil), (.dimension, _): break
      }
    }
    return points
  }

  private func amongAll(_ items: Int, found: Int, expected: Int) -> Phrase {
    switch found {
    case 0: "Among all \(items) items together nothing stands out; the key names \(Words.small(expected)) things."
    case 1: "Among all \(items) items together one thing stands out; the key names \(Words.small(expected))."
    default:
      """
      Among all \(items) items together \(Words.small(found)) things stand out; the key names \(Words.small(expected)).
      """
    }
  }

  private func amongScores(_ found: Int, share: Double) -> Phrase {
    switch found {
    case 0:
      """
      Among the scores of the barriers nothing stands out from chance: they hardly go together, so an overall score says \
      little of what they say.
      """
    case 1:
      """
      The scores of the barriers go together as one thing, with \(Words.percent(share)) of their variance: one overall \
      score says much of what they say.
      """
    default:
      """
      Among the scores of the barriers \(Words.small(found)) things stand out, so one overall score does not say all that \
      they say.
      """
    }
  }

  private var caution: Phrase {
    """
    “Yes” is said when four of five items go with their own barrier and no barrier falls apart, “in part” from half of \
    the items on. This is about these answers: where people see most barriers alike, a good key may not show.
    """
  }

  private var rows: [StructureRow] {
    study.structure.filter { row in if case .dimension = row.scope { row.status != .notAsked } else { false } }
  }

  private var table: TextTable {
    TextTable(
      caption: "Each barrier: how many things its items measure, and how many items fit.",
      columns: [
        .words("Barrier"), .numbers("People"), .numbers("KMO"), .numbers("Things that stand out"),
        .numbers("Loadings"), .numbers("Items that fit"),
      ],
      rows: rows.map { row in
        let mark = Labels.mark(row.status)
        let fits = study.items.filter { $0.measure == row.scope.name }.compactMap(\.fit)
        return [
          labels.measure(row.scope.name),
          row.people.map(Words.count) ?? (row.status == .ok ? Mark.suppressed.phrase : mark),
          row.structure.map { ReliabilityWords.figure($0.adequacy.kmo) } ?? mark,
          row.structure.map { Words.count($0.parallel.factorCount) } ?? mark,
          row.structure.flatMap { found in
            guard let low = found.oneFactor.loadings.min(), let high = found.oneFactor.loadings.max() else {
              return nil
            }
            return "\(ReliabilityWords.figure(low)) to \(ReliabilityWords.figure(high))"
          } ?? mark,
          fits.isEmpty
            ? Mark.notAvailable.phrase : "\(Words.count(fits.count(where: \.isOwn))) of \(Words.count(fits.count))",
        ]
      })
  }
}

/// What reports say of reliability, in the same words everywhere.
enum ReliabilityWords {
  /// What a reader should do with the figures, before any of them.
  private static func upshot(overall: Double?, isWeak: Bool) -> Phrase {
    switch (overall.map { $0 >= 0.7 }, isWeak) {
    case (true, true): "Trust the overall score more than the score of a single barrier."
    case (true, false): "Answers that should go together do so, within barriers and over all of them."
    case (false, _): "Read these scores with care: answers that should go together do so only in part."
    case (nil, true):
      "Read the scores of single barriers with care: answers that should go together do so only in part."
    case (nil, false): "Answers that should go together within a barrier do so."
    }
  }

  /// `0.72`: a coefficient with two decimals.
  static func figure(_ value: Double) -> Phrase { .decimal(value, decimals: 2) }

  /// `0.62 to 0.80`.
  static func range(_ interval: ConfidenceInterval) -> Phrase {
    "\(figure(interval.lower)) to \(figure(interval.upper))"
  }

  /// How far the items of barriers, and the barriers, say the same.
  static func summary(_ rows: [ReliabilityRow]) -> Phrase {
    let overall = rows.first { $0.measure == "overall" }?.alpha?.value
    let barriers = rows.filter { $0.parts == .items && $0.measure.hasPrefix("d") }
    let known = barriers.compactMap { $0.alpha?.value }.sorted()
    guard let low = known.first, let high = known.last else {
      return "Too few people answered every item of a barrier to say how reliable its score is."
    }
    let weak = known.count { $0 < 0.7 }
    let negative = known.count { $0 < 0 }
    var sentences: [Phrase] = [
      upshot(overall: overall, isWeak: weak > 0),
      """
      Within barriers Cronbach’s alpha runs from \(figure(low)) to \(figure(high)); \(weak) of \(known.count) are below \
      the customary \(figure(0.7)).
      """,
    ]
    if negative > 0 {
      sentences.append(
        negative == 1
          ? "One of them is below 0: check reversed items."
          : "\(Words.sentence(Words.small(negative))) of them are below 0: check reversed items.")
    }
    if let overall { sentences.append("Over the barriers, for the overall score, it is \(figure(overall)).") }
    if weak > 0 {
      sentences.append("A single barrier’s score of one person says little; a mean of many people says more.")
    }
    return .spaced(sentences)
  }
}
