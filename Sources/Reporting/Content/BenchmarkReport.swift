public import Readiness

/// The page of benchmarks: `report.txt` of `readiness benchmark compare`.
public struct BenchmarkReport: Sendable {
  let study: BenchmarkStudy
  let software: String

  /// Makes the page; `software` is the name and version that the methods name.
  public init(_ study: BenchmarkStudy, software: String) {
    self.study = study
    self.software = software
  }

  /// What it says.
  public var report: Report {
    let instrument = study.instrument
    return Report(
      name: "report", title: "Beside the peers",
      subtitles: [PageFrame.surveyLine(instrument)],
      stamps: PageFrame.stamps(plan: study.plan, intake: study.intake),
      sections: [short, standings, notShown, peers, methods]
        .compactMap(\.self)
        + (instrument.credits.isEmpty ? [] : [Section("Credits", [.points(instrument.creditLines.map(Phrase.label))])]))
  }

  private var labels: Labels { Labels(study.instrument, level: study.plan.level, measures: study.measures) }

  private var overall: [BenchmarkRow] { study.rows.filter { $0.measure == "overall" } }

  /// The one sentence with a number, and what it does not say.
  private var short: Section {
    guard let row = overall.first(where: { $0.status == .ok }) else {
      let known = study.rows.first { !$0.note.isEmpty }?.note ?? "No organisation has an overall score to compare."
      return Section("In short", [.headline(known)])
    }
    guard overall.count == 1 else { return Section("In short", [.headline(many)]) }
    return Section("In short", [.headline(Self.sentence(row, range: labels.range)), .paragraph(Self.verdict(row))])
  }

  private var many: Phrase {
    let shown = overall.filter { $0.status == .ok }
    func count(_ place: BenchmarkRow.Place) -> Int { shown.count { $0.place == place } }
    func words(_ number: Int) -> Phrase { number == 0 ? "none" : Words.small(number) }
    let above = Phrase.plural(count(.above), one: "one is above", other: "\(words(count(.above))) are above")
    let below = Phrase.plural(count(.below), one: "one is below", other: "\(words(count(.below))) are below")
    return """
      Of \(Words.organizations(shown.count)), \(above) the peers in overall readiness, \(below), and \
      \(words(count(.about))) cannot be told apart from them.
      """
  }

  /// `Aber scores higher than 68.2% of 22 peer organisations …`.
  static func sentence(_ row: BenchmarkRow, range: Phrase) -> Phrase {
    let name = Phrase.verbatim(row.organization)
    let peers: Phrase = "\(row.peers ?? 0) peer organisations"
    if let percentile = row.percentile {
      return """
        \(name) scores higher than \(Words.percent(percentile.value)) of \(peers) on overall readiness; \(range) \
        \(Words.percent(percentile.interval.lower)) to \(Words.percent(percentile.interval.upper)).
        """
    }
    let difference = row.difference ?? 0
    let points = Words.decimal(abs(difference))
    let sentence: Phrase =
      difference < 0
      ? "\(name) scores \(points) points below the mean of \(peers) on overall readiness"
      : "\(name) scores \(points) points above the mean of \(peers) on overall readiness"
    return row.interval.map { "\(sentence); \(range) of the difference \(Labels.interval($0))." } ?? "\(sentence)."
  }

  /// What the interval allows to say.
  static func verdict(_ row: BenchmarkRow) -> Phrase {
    switch row.place {
    case .above: "It is above its peers: more than chance in who answered, and in who the peers are, would explain."
    case .below: "It is below its peers: more than chance in who answered, and in who the peers are, would explain."
    case .about, nil: "It cannot be told apart from its peers' mean: do not say that it is ahead of them or behind."
    }
  }

  /// All measures of one organisation, or overall readiness of several and what stands out in each.
  private var standings: Section? {
    let shown = overall.filter { $0.status == .ok }
    guard !shown.isEmpty else { return nil }
    if overall.count == 1 {
      return Section("Measure by measure", [.table(table(study.rows, naming: false)), .points(explained)])
    }
    let points = shown.compactMap { standouts($0.organization) }
    return Section(
      "Organisation by organisation",
      [.table(table(overall, naming: true))] + (points.isEmpty ? [] : [.points(points)]) + [.points(explained)])
  }

  private var explained: [Phrase] {
    [
      """
      “Lower than here” is the share of peers with a lower score. Its range allows for which people answered here and \
      for which organisations the peers are; with few peers it is wide.
      """,
      """
      “Above” and “below” are said only where the range of the difference, at a level that holds for all measures of \
      a kind at once, leaves out 0.
      """,
    ]
  }

  private func table(_ rows: [BenchmarkRow], naming: Bool) -> TextTable {
    TextTable(
      caption: naming ? "Overall readiness beside the peers, 0 to 100." : "Scores beside the peers, 0 to 100.",
      columns: [
        .words(naming ? "Organisation" : "Measure"), .numbers("People"), .numbers("Score"), .numbers("Peers"),
        .numbers("Their mean"), .numbers("Lower than here"), .numbers(labels.range), .words("Place"),
      ],
      rows: rows.map { row in
        let mark = Labels.mark(row.status)
        let none = row.status == .ok ? Labels.mark(row.percentileStatus) : mark
        return [
          naming ? .verbatim(row.organization) : labels.measure(row.measure), row.people.map(Words.count) ?? mark,
          row.value.map(Words.decimal) ?? mark, row.peers.map(Words.count) ?? mark,
          row.peerMean.map(Words.decimal) ?? mark, row.percentile.map { Words.percent($0.value) } ?? none,
          row.percentile.map { "\(Words.percent($0.interval.lower)) to \(Words.percent($0.interval.upper))" } ?? none,
          row.place.map(Self.words) ?? mark,
        ]
      })
  }

  private static func words(_ place: BenchmarkRow.Place) -> Phrase {
    switch place {
    case .above: "above"
    case .about: "about"
    case .below: "below"
    }
  }

  /// Where one organisation is clearly above or below, besides overall.
  private func standouts(_ name: String) -> Phrase? {
    let rows = study.rows.filter { $0.organization == name && $0.measure != "overall" }
    func names(_ place: BenchmarkRow.Place) -> Phrase? {
      let found = rows.filter { $0.place == place }.map { labels.measure($0.measure) }
      return found.isEmpty ? nil : Words.list(found)
    }
    let parts: [Phrase] = [
      names(.above).map { "above its peers on \($0)" }, names(.below).map { "below its peers on \($0)" },
    ].compactMap(\.self)
    return parts.isEmpty ? nil : "\(verbatim: name): \(parts.joined(separator: "; "))."
  }

  private var notShown: Section? {
    var points: [Phrase] = study.held.sorted { $0.key < $1.key }.map {
      "\(verbatim: $0.key) is held back: \($0.value)."
    }
    if !study.hidden.isEmpty {
      points.append(
        """
        Hidden, because too few people answered or because a small organisation could be worked out: \
        \(Words.list(verbatim: study.hidden)).
        """)
    }
    return points.isEmpty ? nil : Section("Not shown", [.points(points)])
  }

  private var peers: Section {
    let all = study.peerCollections
    guard let first = all.map(\.first).min(), let last = all.map(\.last).max() else {
      return Section("Who the peers are", [.paragraph("There are no peers in the store.")])
    }
    let ticks: [Phrase] = QualityTick.allCases.map { tick in
      "\(Words.sentence(tick.meaning)): \(Words.count(all.count { $0.ticks.contains(tick) })) of \(Words.count(all.count))."
    }
    var points: [Phrase] = [
      """
      \(Words.organizations(all.count)) of the same survey, version and way of scoring; people there answered between \
      \(.day(iso: first)) and \(.day(iso: last)). An organisation is never its own peer.
      """,
      "They were found and asked so: \(verbatim: unique(all.map(\.method)).sorted().joined(separator: "; ")).",
      "The peers are organisations that took part, not a sample of all: a place among them is a place among them.",
    ]
    if let name = study.frozen {
      points.insert(
        "The peers are frozen under the name “\(verbatim: name)”, and stay as they are when more is added.", at: 1)
    }
    if let choice = study.peerChoice { points.append(Self.chosen(choice)) }
    if study.unlike > 0 {
      points.append(
        .plural(
          study.unlike, one: "1 record of other forms, versions or ways of scoring was left out.",
          other: "\(study.unlike) records of other forms, versions or ways of scoring were left out."))
    }
    return Section("Who the peers are", [.points(points), .points(ticks)])
  }

  /// That peers were chosen, and by what.
  private static func chosen(_ choice: PeerChoice) -> Phrase {
    let ticks = Phrase.list(choice.ticks.map(\.meaning))
    return switch (choice.names.isEmpty, choice.ticks.isEmpty) {
    case (false, true):
      """
      The peers were chosen among those in the store, by name. Others in the store are not counted here; another choice \
      may say otherwise.
      """
    case (true, false):
      """
      The peers were chosen among those in the store, by marks: \(ticks). Others in the store are not counted here; \
      another choice may say otherwise.
      """
    default:
      """
      The peers were chosen among those in the store, by name and by marks: \(ticks). Others in the store are not counted \
      here; another choice may say otherwise.
      """
    }
  }

  private var methods: Section {
    let first = study.collections.values.map(\.first).min()
    let last = study.collections.values.map(\.last).max()
    var when: [Phrase] = []
    if let first, let last {
      when.append(
        last == first
          ? "People here answered on \(.day(iso: first))."
          : "People here answered from \(.day(iso: first)) to \(.day(iso: last)).")
    }
    let made: [Phrase] = [
      """
      The range of a percentile allows for both chances at once: Student's t about the score here, and the beta \
      limits of a share for the peers (Crawford, Garthwaite and Slick 2009). Peers' scores are taken as their surveys \
      gave them, with the chance that is in them.
      """,
      """
      A percentile needs 10 peers, and anything about the peers together 5. Organisations with fewer than five people \
      are in no store and on no page.
      """,
      """
      What is published is noted in the store. An organisation is held back when figures of nearly the same people \
      were published before and the two differ by one to four people. This guards one organisation against its own \
      earlier figures; it does not guard against figures that this store was not told of, nor against several put \
      together.
      """,
      study.plan.disclosure.phrase,
      "Made with \(verbatim: software). The same answers, store and plan give the same files.",
    ]
    return Section("How this was made", [.points(when + made)])
  }
}
