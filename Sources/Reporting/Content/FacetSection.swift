import Readiness

/// The Four Co's, the Five Steps, voice and action, and how much is done together now.
struct FacetSection {
  let scores: [String: Estimate]
  let measures: [Measure]
  let labels: Labels
  /// Sentences on what stands out, in the order of the tables.
  let coSentence: Phrase
  let stepSentence: Phrase

  var section: Section {
    let facets = Co.allCases.map(Facet.co) + Step.allCases.map(Facet.step)
    guard facets.contains(where: { scores[$0.columnName]?.status != .suppressed }) else {
      return Section(
        "The Four Co's and the Five Steps",
        [.paragraph(.spaced(["No score can be shown here.", Mark.suppressed.meaning]))])
    }
    var blocks: [Block] = [
      .paragraph("The same answers, seen through what people do together (the Co's) and how it grows (the Steps)."),
      .table(table("The Four Co's.", "Co", Co.allCases.map(Facet.co))), .paragraph(coSentence),
      .table(table("The Five Steps, in their order.", "Step", Step.allCases.map(Facet.step))), .paragraph(stepSentence),
    ]
    if let voice = scores["voice"], let action = scores["action"] {
      blocks.append(
        .paragraph(
          """
          Voice (deciding, planning and checking together) scores \(Self.text(voice)). Action (running services \
          together) scores \(Self.text(action)).
          """))
    }
    if let now { blocks.append(.table(now)) }
    return Section("The Four Co's and the Five Steps", blocks)
  }

  private static func text(_ estimate: Estimate) -> Phrase {
    estimate.n.map { "\(Labels.value(estimate)) (\(Words.people($0)))" } ?? Labels.value(estimate)
  }

  private func table(_ caption: Phrase, _ heading: Phrase, _ facets: [Facet]) -> TextTable {
    TextTable(
      caption: caption,
      columns: [.words(heading), .numbers("Readiness"), .numbers(labels.range), .numbers("People")],
      rows: facets.map { [labels.facet($0)] + BarrierSection.cells(scores[$0.columnName] ?? .withheld(.notAsked)) },
      notes: KeyingNote.lines(for: facets.map(\.columnName), labels: labels))
  }

  private var now: TextTable? {
    let rows = measures.compactMap { measure -> [Phrase]? in
      guard case .degreeNow(let co) = measure.kind else { return nil }
      return [labels.facet(.co(co))] + BarrierSection.cells(scores[measure.id] ?? .withheld(.notAsked))
    }
    guard !rows.isEmpty else { return nil }
    return TextTable(
      caption: "How often people do this together now: 0 never, 100 nearly always.",
      columns: [.words("Co"), .numbers("Now"), .numbers(labels.range), .numbers("People")], rows: rows)
  }

  /// What stands out in one organisation.
  static func sentence(_ standout: Standout, kind: Phrase, labels: Labels) -> Phrase {
    switch standout {
    case .named(.co(let co)):
      "Weakest Co: \(labels.facet(.co(co))). It is clearly below the mean of the others."
    case .named(.step(let step)):
      "Start here: \(labels.facet(.step(step))). It is the earliest Step that is clearly below the mean of the others."
    case .none: "None stands out: no \(kind) is clearly below the others."
    case .cannotSay(let status):
      "Whether a \(kind) stands out cannot be said: \(Labels.mark(status)). \(Self.why(status))"
    }
  }

  /// What stands out in one organisation among the Co's and among the Steps, in as few sentences as say it.
  static func sentences(co: Standout, step: Standout, labels: Labels) -> [Phrase] {
    if case (.none, .none) = (co, step) { return ["No Co and no Step is clearly below the others."] }
    return [sentence(co, kind: "Co", labels: labels), sentence(step, kind: "Step", labels: labels)]
  }

  private static func why(_ status: Status) -> Phrase {
    switch status {
    case .suppressed: "Too few people stand behind it."
    case .notAsked: "It was not asked."
    case .noVariation: "The answers do not vary."
    case .viewsSplit: "Views are too far apart."
    default: "There are too few answers."
    }
  }

  /// What stands out over all organisations: in how many of them.
  static func sentence(
    _ standouts: [Standout], _ facets: [Facet], kind: Phrase, labels: Labels
  ) -> Phrase {
    let known = standouts.count { if case .cannotSay = $0 { false } else { true } }
    guard known > 0 else { return "Whether a \(kind) stands out cannot be said for any organisation." }
    let named = facets.compactMap { facet -> Phrase? in
      let count = standouts.count { $0 == .named(facet) }
      return count == 0 ? nil : "\(labels.facet(facet)) in \(Words.count(count))"
    }
    if known == 1 {
      let one = facets.first { facet in standouts.contains(.named(facet)) }
      return one.map { "Clearly below the others in the one organisation where it can be said: \(labels.facet($0))." }
        ?? "None stands out: no \(kind) is clearly below the others in the one organisation where it can be said."
    }
    guard !named.isEmpty else {
      return """
        None stands out: in none of the \(Words.organizations(known)) where it can be said is a \(kind) clearly below \
        the others.
        """
    }
    return "Clearly below the others: \(Words.list(named)) of the \(Words.organizations(known)) where it can be said."
  }
}
