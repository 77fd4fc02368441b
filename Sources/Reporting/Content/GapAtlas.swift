import Readiness
import Tabular

/// The perception-gap atlas: per pair of groups, how far apart they are in level, in consensus and in what they know.
struct GapAtlas {
  let gaps: [PerceptionGap]
  let labels: Labels

  /// More pairs than this are left to the file, save those with a clear gap.
  static let mostTables = 10

  /// The section; nil where there is nothing to show.
  func section(heading: Phrase) -> Section? {
    guard !gaps.isEmpty else { return nil }
    let pairs = unique(gaps.map { "\($0.groupA)\u{1F}\($0.groupB)" }).map { key in
      gaps.filter { "\($0.groupA)\u{1F}\($0.groupB)" == key }
    }
    let told = pairs.filter { $0.contains { $0.difference.value != nil } }
    let clear = told.filter { $0.contains(where: Self.isClear) }
    let listed = told.count <= Self.mostTables ? told : Array(clear.prefix(Self.mostTables))
    let tested = gaps.count { $0.p != nil }
    let columns: Phrase = """
      Level: how many points higher the first group's mean readiness is. Consensus: how much further from their own \
      median its answers lie, so that above 0 the first group agrees less among themselves. Knowledge: how many more \
      of 100 questions it answers with “don't know”. In brackets: \(labels.range), each taken alone.
      """
    let judged: Phrase =
      tested > 1
      ? """
      Which levels differ clearly is said above; the tables give sizes. All \(tested) gaps, those of Co's and Steps \
      among them, are judged together too (Holm): a gap in consensus or knowledge that is clear then is named above its \
      table.
      """ : "Which levels differ clearly is said above; the tables give sizes."
    let opening = Phrase.spaced([columns, judged])
    var closing: [Phrase] = []
    if told.count < pairs.count {
      closing.append(
        "\(counted(pairs.count - told.count)) cannot be shown, because a group is small or gave no answers.")
    }
    guard !told.isEmpty else { return Section(heading, [.points(closing)]) }
    if listed.count < told.count {
      closing.append(
        "\(counted(told.count - listed.count)) more are in perception-gaps.csv.")
    }
    closing.append("The gaps of Co's and Steps are in perception-gaps.csv.")
    let head: [Block] = limits.map { [.points([$0])] } ?? []
    return Section(heading, head + [.paragraph(opening)] + listed.flatMap(blocks) + [.points(closing)])
  }

  private func counted(_ pairs: Int) -> Phrase {
    .plural(pairs, one: "One pair of groups", other: "\(Words.sentence(Words.small(pairs))) pairs of groups")
  }

  /// That no gap could be clear, whatever was answered; nil when one could.
  private var limits: Phrase? {
    let p = gaps.compactMap(\.p)
    let smallest = p.map(\.smallestAttainable)
    guard !smallest.isEmpty, Multiplicity.smallestHolm(smallest) >= ComparisonSection.clearBelow else { return nil }
    if Multiplicity.smallestHolm(p.map(\.smallestByDesign)) < ComparisonSection.clearBelow {
      return
        "Perception gaps (\(Words.count(smallest.count)) comparisons): with so few shuffles none of them can come below .05."
    }
    return
      "Perception gaps (\(Words.count(smallest.count)) comparisons): No configuration of this family can reach .05."
  }

  static func isClear(_ gap: PerceptionGap) -> Bool { (gap.pAdjusted ?? 1) < ComparisonSection.clearBelow }

  /// One pair: its clear gaps in consensus and knowledge in a sentence, and a table of the barriers.
  private func blocks(_ pair: [PerceptionGap]) -> [Block] {
    guard let row = pair.first else { return [] }
    let names = [row.groupA, row.groupB].map { labels.group($0, by: row.by) }
    let barriers = ["overall"] + labels.instrument.dimensions.map(\.id)
    let rows = barriers.filter { id in pair.contains { $0.measure == id && $0.status != .notAsked } }.map { id in
      [labels.measure(id)]
        + PerceptionGap.Kind.allCases.map { kind in
          pair.first { $0.measure == id && $0.kind == kind }.map(cell) ?? Labels.mark(.notAsked)
        }
    }
    let table = TextTable(
      caption: .spaced([
        "\(counted(names[0], pair, \.nA)) compared with \(counted(names[1], pair, \.nB)).", clear(pair, names),
      ]),
      columns: [.words("Measure"), .numbers("Level"), .numbers("Consensus"), .numbers("Knowledge")], rows: rows)
    return rows.isEmpty ? [] : [.table(table)]
  }

  private func counted(_ name: Phrase, _ pair: [PerceptionGap], _ count: KeyPath<PerceptionGap, Int?>) -> Phrase {
    let counts = pair.filter { $0.kind == .level }.compactMap { $0[keyPath: count] }
    return counts.max().map { "\(name) (up to \(Words.people($0)))" } ?? name
  }

  /// Clear gaps in consensus and in knowledge by name; the plain sentences tell of levels, each by its own test.
  private func clear(_ pair: [PerceptionGap], _ names: [Phrase]) -> Phrase {
    let clear = pair.filter(Self.isClear).compactMap { gap -> Phrase? in
      guard let value = gap.difference.value else { return nil }
      let measure = labels.measure(gap.measure)
      switch gap.kind {
      case .level: return nil
      case .consensus: return "\(names[value > 0 ? 1 : 0]) agree more on \(measure)"
      case .knowledge:
        let size = Words.decimal(abs(value))
        return "\(names[value > 0 ? 0 : 1]) say “don’t know” to \(size) more of 100 questions on \(measure)"
      }
    }
    return clear.isEmpty ? "" : "Clear: \(clear.joined(separator: "; "))."
  }

  private func cell(_ gap: PerceptionGap) -> Phrase {
    guard let value = gap.difference.value else { return Labels.mark(gap.status) }
    guard let range = gap.difference.interval else { return Words.decimal(value) }
    return "\(Words.decimal(value)) (\(Labels.interval(range)))"
  }
}
