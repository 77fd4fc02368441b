import Survey

/// Answers to agree–disagree sentences as bars of 100%, one per sentence and group of people.
struct LikertChart: Drawing, Hashable {
  /// The answers of one group to one sentence.
  struct Bar: Sendable, Hashable {
    /// Who answered; nil where it goes without saying.
    let name: Phrase?
    /// How often each answer was given, from the strongest disagreement on; nil where any of them is withheld.
    let counts: [Int]?
    /// The mark where there are none.
    let mark: Mark

    /// All answers.
    var people: Int { counts?.reduce(0, +) ?? 0 }

    /// The share of each answer; nil where withheld or nobody answered.
    var shares: [Double]? {
      guard let counts, people > 0 else { return nil }
      return counts.map { Double($0) / Double(people) }
    }

    /// The share of the answers above the middle.
    var agree: Double? {
      shares.map { shares in shares.suffix(shares.count / 2).reduce(0, +) }
    }
  }

  /// A sentence with its bars.
  struct Item: Sendable, Hashable {
    let text: Phrase
    let bars: [Bar]
  }

  let title: Phrase
  /// The answers from the strongest disagreement on; with an odd number the one in the middle is neutral.
  let answers: [Phrase]
  /// The sentence most agreed with first, by its first bar.
  let items: [Item]
  let style: LikertStyle

  init(title: Phrase, answers: [Phrase], items: [Item], style: LikertStyle) {
    precondition(items.allSatisfy { $0.bars.allSatisfy { ($0.counts?.count ?? answers.count) == answers.count } })
    self.title = title
    self.answers = answers
    self.items = items.sorted(by: { $0.bars.first?.agree }, descending: true)
    self.style = style
  }

  var finding: Phrase {
    let known = items.compactMap { item in item.bars.first?.agree.map { (text: item.text, agree: $0) } }
    guard let most = known.first, let least = known.last else { return "No answers can be shown." }
    let told = [most, least].map { "\(Self.percent($0.agree)) agree that “\($0.text)”" as Phrase }
    return known.count > 1 ? .spaced(told) : told[0]
  }

  var table: TextTable {
    let isGrouped = items.contains { $0.bars.contains { $0.name != nil } }
    var columns: [TextTable.Column] = [.words("Sentence")]
    if isGrouped { columns.append(.words("Who")) }
    columns += answers.map { .numbers($0) } + [.numbers("Agree in all"), .numbers("Answers")]
    var rows: [[Phrase]] = []
    for item in items {
      for bar in item.bars {
        let who: [Phrase] = isGrouped ? [bar.name ?? "All"] : []
        rows.append([item.text] + who + cells(bar))
      }
    }
    return TextTable(caption: title, columns: columns, rows: rows)
  }

  private func cells(_ bar: Bar) -> [Phrase] {
    guard let shares = bar.shares, let agree = bar.agree else {
      return [Phrase](repeating: bar.mark.phrase, count: answers.count + 2)
    }
    return shares.map(Self.percent) + [Self.percent(agree), .count(bar.people)]
  }

  static func percent(_ share: Double) -> Phrase { "\(.decimal(100 * share, decimals: 1))%" }

  func draw(on canvas: inout Canvas) {
    canvas.key(
      answers.indices.map { place in
        (
          canvas.words(answers[place]),
          { $0.segment(place, of: answers.count, x: $1 + 2, top: $2 - 7, width: 22, height: 14) }
        )
      })
    for item in items {
      canvas.y += 10
      let alone = item.bars.count == 1 && item.bars[0].name == nil
      canvas.rowHead(canvas.words(item.text), trailing: alone ? trailing(item.bars[0], canvas) : "", bold: !alone)
      for bar in item.bars {
        if !alone {
          canvas.y += 2
          canvas.rowHead(canvas.words(bar.name ?? "All"), trailing: trailing(bar, canvas))
        }
        draw(bar, on: &canvas)
      }
    }
    canvas.markNotes(items.flatMap { $0.bars.filter { $0.shares == nil }.map(\.mark) })
  }

  private func trailing(_ bar: Bar, _ canvas: Canvas) -> String {
    canvas.words(bar.agree.map { "\(Self.percent($0)) agree" } ?? bar.mark.phrase)
  }

  static let height = 24.0
  private static let left = Canvas.margin
  private static let span = Canvas.width - 2 * Canvas.margin

  private func draw(_ bar: Bar, on canvas: inout Canvas) {
    defer { canvas.y += Self.height + 4 }
    guard let shares = bar.shares else {
      return canvas.hatched(Self.left, canvas.y, Self.span, Self.height)
    }
    for (place, segment) in segments(shares).enumerated() where segment.width > 0 {
      canvas.segment(
        place, of: shares.count, x: segment.x, top: canvas.y, width: segment.width, height: Self.height)
      let label = canvas.words(.decimal(100 * shares[place], decimals: 0))
      guard TextMeasure.width(label, size: Canvas.small) + 8 <= segment.width else { continue }
      let ground = Paint.likert(place, of: shares.count)
      canvas.text(
        label, segment.x + segment.width / 2, canvas.y + 17.5, anchor: .middle, size: Canvas.small, paint: ground.text,
        on: ground, halo: Paint.isLined(place, of: shares.count))
    }
    if style == .diverging {
      canvas.line(
        diverging.zero, canvas.y - 3, diverging.zero, canvas.y + Self.height + 3, .ink, width: 2)
    }
  }

  /// Where the piece of each answer lies: end to end, or disagreement to the left and agreement to the right of a line, neutral apart.
  func segments(_ shares: [Double]) -> [(x: Double, width: Double)] {
    var x = style == .stacked ? Self.left : diverging.zero
    let scale = style == .stacked ? Self.span : diverging.scale
    let half = shares.count / 2
    let hasNeutral = shares.count % 2 == 1
    if style == .diverging { x -= shares.prefix(half).reduce(0, +) * scale }
    return shares.enumerated().map { place, share in
      if style == .diverging, hasNeutral, place == half { return (diverging.neutral, share * scale) }
      defer { x += share * scale }
      return (x, share * scale)
    }
  }

  /// The one scale of a diverging chart, where its line stands, and where its neutral answers start: as wide as the bars leave room for.
  private var diverging: (scale: Double, zero: Double, neutral: Double) {
    let half = answers.count / 2
    let hasNeutral = answers.count % 2 == 1
    let all = items.flatMap { $0.bars.compactMap(\.shares) }
    let against = all.map { $0.prefix(half).reduce(0, +) }.max() ?? 0.5
    let favour = all.map { $0.suffix(half).reduce(0, +) }.max() ?? 0.5
    let neutral = hasNeutral ? all.map { $0[half] }.max() ?? 0 : 0
    let gap = hasNeutral ? 16.0 : 0
    let scale = (Self.span - gap) / max(0.01, against + favour + neutral)
    return (scale, Self.left + against * scale, Self.left + (against + favour) * scale + gap)
  }
}
