import Survey

/// Answers to agree–disagree sentences as bars of 100%, one per sentence and group of people.
struct LikertChart: Drawing, Hashable {
  /// A sentence with its bars.
  struct Item: Sendable, Hashable {
    let text: Phrase
    let bars: [LikertBar]
  }

  let title: Phrase
  /// The answers from the strongest disagreement on; with an odd number the one in the middle is neutral.
  let answers: [Phrase]
  /// The sentence most agreed with first, by its first bar; where only a range is known, by its middle.
  let items: [Item]
  let style: LikertStyle
  /// What stands under the table besides.
  let notes: [Phrase]

  init(title: Phrase, answers: [Phrase], items: [Item], style: LikertStyle, notes: [Phrase] = []) {
    precondition(items.allSatisfy { $0.bars.allSatisfy { $0.mark != nil || $0.counts.count == answers.count + 1 } })
    self.title = title
    self.answers = answers
    self.items = items.sorted(
      by: { $0.bars.first?.agree.map { ($0.lowerBound + $0.upperBound) / 2 } }, descending: true)
    self.style = style
    self.notes = notes
  }

  /// Every bar that can be drawn.
  var drawn: [LikertBar] { items.flatMap { $0.bars.filter { $0.mark == nil } } }

  /// Whether some bar has answers that cannot be told apart.
  var mergesAnswers: Bool { drawn.contains { $0.together != nil } }

  var finding: Phrase {
    let known = items.compactMap { item in
      item.bars.first { $0.agree != nil }.flatMap { bar in bar.agree.map { (item: item, bar: bar, agree: $0) } }
    }
    guard let most = known.first, let least = known.last else { return "No answers can be shown." }
    let told = (known.count > 1 ? [most, least] : [most]).map { item, bar, agree -> Phrase in
      let sentence: Phrase = "\(Self.amount(agree)) agree that “\(item.text)”"
      return bar.name.map { "\($0): \(sentence)" } ?? .sentence(sentence)
    }
    return .spaced(told + [Self.whole])
  }

  /// What 100% is.
  static let whole: Phrase = "100% is everybody who was asked."
  static let noAnswer: Phrase = "No answer"
  static let together: Phrase = "Cannot be told apart"

  /// Bars of one sentence have its words above them, not in every row.
  var table: TextTable {
    let isGrouped = items.contains { $0.bars.contains { $0.name != nil } }
    let isOne = isGrouped && items.count == 1
    var columns: [TextTable.Column] = isOne ? [] : [.words("Sentence")]
    if isGrouped { columns.append(.words("Who")) }
    columns += (answers + [Self.noAnswer]).map { .numbers($0) }
    if mergesAnswers { columns.append(.numbers(Self.together)) }
    columns += [.numbers("Agree in all"), .numbers("People asked")]
    var rows: [[Phrase]] = []
    for item in items {
      for bar in item.bars {
        rows.append((isOne ? [] : [item.text]) + (isGrouped ? [bar.name ?? "All"] : []) + cells(bar))
      }
    }
    var notes = [Self.whole, "“No answer” is “don’t know”, “not for me” or nothing at all."]
    if mergesAnswers {
      notes.append("“Cannot be told apart” is everybody who gave one of the answers that are hidden in that row.")
    }
    return TextTable(
      caption: isOne ? "\(title): “\(items[0].text)”" : title, columns: columns, rows: rows, notes: notes + self.notes)
  }

  private func cells(_ bar: LikertBar) -> [Phrase] {
    let mark = bar.mark ?? .suppressed
    let shares = (0...answers.count).map { place in
      bar.pieces.first { $0.answers == [place] }.map { Self.percent($0.share) } ?? mark.phrase
    }
    let together = bar.mark == nil ? Self.percent(bar.together?.share ?? 0) : mark.phrase
    return shares + (mergesAnswers ? [together] : [])
      + [bar.agree.map(Self.amount) ?? mark.phrase, bar.people.map { .count($0) } ?? mark.phrase]
  }

  static func percent(_ share: Double) -> Phrase { "\(.decimal(hundredths(share), decimals: 1))%" }

  /// A part of everybody in percent, so that 29 of 200 are 14.5 and not a little less, which rounds down.
  static func hundredths(_ share: Double) -> Double { (1_000_000 * share).rounded() / 10_000 }

  /// A part of everybody that may be known as a range alone.
  static func amount(_ range: ClosedRange<Double>) -> Phrase {
    if range.lowerBound == range.upperBound { return percent(range.lowerBound) }
    return range.lowerBound == 0
      ? "up to \(percent(range.upperBound))" : "\(percent(range.lowerBound)) to \(percent(range.upperBound))"
  }

  /// The answers of a piece in words: those in it, or those that are not where they are fewer.
  func words(_ piece: LikertBar.Piece) -> Phrase {
    func list(_ places: [Int]) -> Phrase {
      Words.list(places.map { $0 < answers.count ? "“\(answers[$0])”" : "no answer" })
    }
    let others = (0...answers.count).filter { !piece.answers.contains($0) }
    return others.isEmpty || others.count >= piece.answers.count
      ? list(piece.answers) : "everything but \(list(others))"
  }
}
