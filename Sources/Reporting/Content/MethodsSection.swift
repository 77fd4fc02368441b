import Readiness

/// How the numbers were made, what to take care with, and whom to thank: after the findings, on every page.
struct MethodsSection {
  let assessment: Assessment
  let labels: Labels
  let software: String
  /// The organisation whose page it is: cautions about others stay off it; nil for the cohort.
  var organization: String?

  var sections: [Section] {
    let trust = assessment.trust.map {
      TrustSection(trust: $0, isOfOne: organization != nil, isAmongOthers: assessment.profiles.count > 1).section
    }
    var sections = [trust, Section("How this was made", [.points(methods)])].compactMap(\.self)
    if !cautions.isEmpty { sections.append(Section("Please take care", [.points(cautions)])) }
    if !assessment.instrument.credits.isEmpty {
      sections.append(Section("Credits", [.points(assessment.instrument.creditLines.map(Phrase.label))]))
    }
    return sections
  }

  private var instrument: Instrument { assessment.instrument }
  private var plan: ScoringPlan { assessment.plan }

  private var methods: [Phrase] {
    var points: [Phrase] = [
      """
      Survey: \(.label(instrument.title)) (\(verbatim: instrument.id)), version \(verbatim: instrument.version), \(verbatim: instrument.form) form. \
      Scores of different forms are different measures and must not be compared.
      """
    ]
    if !instrument.items.isEmpty { points += scoring + ranking }
    if let budget = instrument.budget {
      points.append(
        """
        Budget: means of the points as given. Which choice eases which barrier is a judgement, kept as crosswalk \
        version \(verbatim: budget.crosswalkVersion). Numbers are rounded one by one to one decimal.
        """)
    }
    points += [
      """
      A \(labels.range) says how far a number could move if other, similar people had answered; for all organisations \
      together, if other, similar organisations had taken part. It does not cover who chose not to answer. Ranges of \
      a mean need \(Words.small(plan.intervalMinimum)) people or more.
      """,
      organization == nil
        ? """
        Groups of respondents: roll-up version \(verbatim: instrument.rollUpVersion). Comparisons are adjusted within each \
        table (Holm).
        """
        : "Groups of respondents: roll-up version \(verbatim: instrument.rollUpVersion).",
      disclosure,
      """
      Seed \(verbatim: "\(plan.seed)"), \(Words.count(plan.draws)) draws, up to \(Words.count(plan.permutations)) shuffles. Made \
      with \(verbatim: software). The same answers, plan and seed give the same files.
      """,
    ]
    return points
  }

  private var scoring: [Phrase] {
    let rule = plan.missingRule ?? instrument.missingRule
    let bands: Phrase =
      instrument.bands.isEmpty
      ? "No words such as “high” or “low” are given to scores, because no cut point has evidence behind it."
      : "Words for scores: \(instrument.bands.map { "\(.label($0.label)) from \(Words.decimal($0.from))" as Phrase }.joined(separator: ", "))."
    return [
      """
      Scores run from 0 to 100, higher is readier. A barrier's score is the mean of its answers; the overall score is \
      the \(WeighingWords.mean(plan.aggregation)) of the barrier scores, where \
      \(WeighingWords.weights(plan, instrument)). “Don't know”, “not for me”, skipped and not asked are kept apart \
      and never counted as scores.
      """,
      """
      A person's score needs \(Words.small(rule.minimum)) answers or more, and \(Words.part(rule.share)) of those \
      asked. An overall score needs \(Words.part(rule.weightShare)) of the weight. \(bands)
      """,
    ]
  }

  private var ranking: [Phrase] {
    [
      """
      Ranks need \(Words.small(plan.rankMinimum)) people with a score. “Rank could be” and bands come from redrawing \
      people within each organisation (\(Words.count(plan.draws)) times), pair by pair.
      """,
      """
      A Co or a Step is named only when it is below the mean of the others with \(Words.level(plan.level))% \
      confidence for all of them at once.
      """,
      ViewsWords.rule(plan.views),
    ]
  }

  private var disclosure: Phrase { plan.disclosure.phrase }

  private var cautions: [Phrase] {
    // One-sided keying stands beside the scores concerned.
    let keying = Set(instrument.oneSidedKeying.map(\.sentence))
    var points = assessment.cautions.filter { !keying.contains($0) }
    // How many groups of the cohort are hidden says nothing about one organisation.
    if organization == nil {
      points += assessment.disclosureNotes.filter { $0 != disclosure }
      if plan.disclosureMinimum > 0 {
        points.append(
          """
          disclosure.csv lists, for every table, how many numbers of each column are withheld or told in few digits, and why; \
          and for every hidden number of people in a list what a reader can still infer.
          """)
      }
    }
    if !instrument.items.isEmpty {
      points.append(
        assessment.trust == nil
          ? """
          The survey is new and not yet tested: how reliable its scores are is not known. People chose to answer, so \
          they may not speak for the others.
          """
          : """
          The survey is new: how far its scores can be trusted is known from these answers alone. People chose to answer, \
          so they may not speak for the others.
          """)
    }
    for file in assessment.intake.files where !file.unread.isEmpty {
      points.append(
        "\(verbatim: file.name): columns that were not read: \(verbatim: file.unread.joined(separator: ", ")).")
    }
    var seen: Set<Phrase> = []
    return points.filter { seen.insert($0).inserted && !namesAnother($0) }
  }

  /// Whether a sentence on one organisation's page names another one.
  private func namesAnother(_ text: Phrase) -> Bool {
    guard let organization else { return false }
    let english = Array(text.english.utf8)
    // Byte by byte: there are as many pages as names, and as many texts on each.
    func names(_ name: String) -> Bool {
      let name = Array(name.utf8)
      guard let first = name.first, name.count <= english.count else { return name.isEmpty }
      return (0...english.count - name.count).contains { start in
        english[start] == first && english[start..<start + name.count].elementsEqual(name)
      }
    }
    guard !names(organization) else { return false }
    return assessment.profiles.contains { $0.organization != organization && names($0.organization) }
  }
}
