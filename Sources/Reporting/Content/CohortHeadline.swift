import Readiness
import Tabular

/// The sentence to remember about the whole cohort, a number first, and what stands behind it.
struct CohortHeadline {
  let assessment: Assessment
  let labels: Labels
  /// Whether the strongest barriers are named here, because nothing above names them.
  var namesBarriers = true

  var section: Section {
    let asksBarriers = !assessment.instrument.items.isEmpty
    return Section("In short", asksBarriers ? readiness : budget)
  }

  private func score(_ measure: String, _ weighting: Weighting) -> Estimate? {
    assessment.scores.first { $0.level == .cohort && $0.measure == measure && $0.weighting == weighting }?.estimate
  }

  private var readiness: [Block] {
    guard let overall = score("overall", .respondents), let value = overall.value else {
      let mark = Labels.mark(score("overall", .respondents)?.status ?? .notAsked)
      return [.headline("Overall readiness cannot be shown: \(mark)."), .paragraph(Mark.meaning(of: mark))]
    }
    var points: [Phrase] = []
    if let range = overall.interval {
      points.append(ScoreHeadline.meaning(of: range, labels))
    }
    points += weightings
    if namesBarriers { points += barriers }
    if let gap = assessment.gaps.first(where: { $0.kind == .themAndUs && $0.organization == nil }) {
      points += [GapSentence(gap: gap, labels: labels).text].compactMap { $0 }
    }
    points += assessment.budgetFindings.prefix(1)
    return [
      .headline(ScoreHeadline(score: value, range: overall.interval, from: behind(overall)).text),
      .paragraph("0 means that the barriers stop co-production. 100 means that none of them gets in the way."),
      .points(points),
    ]
  }

  /// The people and the organisations behind the score, as far as they may be told.
  private func behind(_ overall: Estimate) -> Phrase? {
    let places = assessment.profiles.count
    let people = overall.n.map(Words.people)
    guard places > 1 else { return people }
    let organizations = Words.organizations(places)
    return people.map { "\($0) in \(organizations)" } ?? organizations
  }

  private var weightings: [Phrase] {
    var points: [Phrase] = []
    if let types = score("overall", .types), let value = types.value {
      points.append(
        """
        All voices count: when every group of respondents counts the same, the score is \
        \(Words.text(Words.decimal(value), from: types.n)).
        """)
    }
    if assessment.profiles.count > 1, let each = score("overall", .organizations), let value = each.value {
      let text = Words.text(Words.decimal(value), from: each.n)
      points.append("When every organisation counts the same, the score is \(text).")
    }
    return points
  }

  private var barriers: [Phrase] {
    let dimensions = assessment.instrument.dimensions.compactMap { dimension -> (Phrase, Double)? in
      score(dimension.id, .respondents)?.value.map { (labels.measure(dimension.id), $0) }
    }
    let worst = dimensions.sorted { $0.1 < $1.1 }.prefix(3).map { "\($0.0) (\(Words.decimal($0.1)))" as Phrase }
    guard !worst.isEmpty else { return [] }
    return ["The strongest barriers, lowest score first: \(Words.list(Array(worst)))."]
  }

  private var budget: [Block] {
    let shown = assessment.allocations.filter { $0.mean != nil }
    guard let top = shown.compactMap(\.mean).max(), !shown.isEmpty else {
      return [.headline("The budget answers cannot be shown: too few people gave them.")]
    }
    let leaders = shown.filter { $0.mean == top }
    let names = Words.list(leaders.map { "“\(labels.factor($0.factor))”" })
    let points = Words.decimal(top)
    let choices = Words.small(shown.count)
    guard let n = shown.first?.respondents else {
      return [
        .headline(
          leaders.count == 1
            ? "\(points) of every 100 points would go to \(names), the most of the \(choices) choices."
            : """
            \(names) lead together: \(points) of every 100 points would go to each, the most of the \(choices) choices.
            """)
      ]
    }
    let people = Words.people(n)
    return [
      .headline(
        leaders.count == 1
          ? """
          \(points) of every 100 points would go to \(names), the most of the \(choices) choices (mean of \(people)).
          """
          : """
          \(names) lead together: \(points) of every 100 points would go to each, the most of the \(choices) choices \
          (mean of \(people)).
          """)
    ] + change
  }

  /// What would change the leader, in one sentence; the section on the budget has the rest.
  private var change: [Block] {
    let sentence = assessment.budgetFindings.dropFirst().prefix(1)
    return sentence.isEmpty ? [] : [.points(Array(sentence))]
  }

}

/// The overall score in one sentence with its range; where the range leaves nearly everything open, that nothing more is certain.
struct ScoreHeadline {
  let score: Double
  let range: ConfidenceInterval?
  /// Who answered: `60 people in 5 organisations`; nil where it is not told.
  let from: Phrase?

  /// A range that is wider says nothing certain. A judgement.
  static let widest = 40.0

  /// What the range of a score covers, said below the headline.
  static func meaning(of range: ConfidenceInterval, _ labels: Labels) -> Phrase {
    tells(range)
      ? "“Likely between” is the \(labels.range). “How this was made” says what a range covers."
      : """
      The score is likely between \(Words.decimal(range.lower)) and \(Words.decimal(range.upper)) \
      (\(labels.range)), which leaves nearly everything open. “How this was made” says what a range covers.
      """
  }

  /// Whether a range tells a reader something.
  static func tells(_ range: ConfidenceInterval) -> Bool { range.upper - range.lower <= widest }

  var text: Phrase {
    let score = Words.decimal(score)
    guard let range else {
      return from.map { "\(score) out of 100 is the overall readiness score, from \($0)." }
        ?? "\(score) out of 100 is the overall readiness score."
    }
    guard Self.tells(range) else {
      return from.map {
        "\(score) out of 100 is the mean of \($0). It says nothing certain about other people or organisations."
      } ?? "\(score) out of 100 is the mean here. It says nothing certain about other people or organisations."
    }
    let (lower, upper) = (Words.decimal(range.lower), Words.decimal(range.upper))
    return from.map {
      "\(score) out of 100 (likely between \(lower) and \(upper)) is the overall readiness score, from \($0)."
    } ?? "\(score) out of 100 (likely between \(lower) and \(upper)) is the overall readiness score."
  }
}

/// A gap between two sides in one plain sentence; nil when it was not asked.
struct GapSentence {
  let gap: GapRow
  let labels: Labels
  /// Whether the sentence stands under a heading that already says what it is about.
  var underHeading = false

  private var sides: (first: Phrase, second: Phrase) {
    switch gap.kind {
    case .themAndUs: ("staff", "citizens")
    case .growth: ("leaders", "the others")
    }
  }

  var text: Phrase? {
    guard let sentence else { return nil }
    return underHeading ? Words.sentence(sentence) : "Them and us: \(sentence)"
  }

  private var sentence: Phrase? {
    let (first, second) = sides
    guard let value = gap.difference.value else {
      switch gap.difference.status {
      case .notAsked: return nil
      case .suppressed:
        return "the gap between \(first) and \(second) is hidden, as one side is small (\(Mark.suppressed.phrase))."
      default:
        return "there are too few \(first) or \(second) to show a gap (\(Mark.notAvailable.phrase))."
      }
    }
    let n = [gap.firstN, gap.secondN].compactMap { $0 }
    func counted(_ clause: Phrase) -> Phrase {
      n.count == 2 ? "\(clause) (\(first): \(n[0]), \(second): \(n[1]))" : clause
    }
    guard NumberText.fixed(abs(value), decimals: 1) != "0.0" else {
      return Words.stop(
        counted("no clear difference; the scores of \(first) and \(second) are under 0.1 points apart"))
    }
    let points = Words.decimal(abs(value))
    let size = counted(
      value > 0
        ? "\(first) score \(points) points higher than \(second)"
        : "\(first) score \(points) points lower than \(second)")
    guard let range = gap.difference.interval else { return Words.stop(size) }
    let clear = range.lower > 0 || range.upper < 0
    let text: Phrase = "\(labels.range) \(Labels.interval(range))"
    return clear ? "\(size); \(text)." : "no clear difference; \(size), but the \(text) takes in 0."
  }
}
