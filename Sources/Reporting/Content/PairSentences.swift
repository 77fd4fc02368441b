import Readiness

/// Plain sentences on pairs of groups that differ clearly: one for each two groups, whatever the number of measures.
struct PairSentences {
  /// Comparisons of two groups that are clear.
  let rows: [Comparison]
  let family: String
  let labels: Labels

  /// Two groups, the higher one first, and what their effects count.
  private struct Sides: Hashable {
    let first: String
    let second: String
    let by: String
    let design: ComparisonEvidence.Design?
  }

  /// One sentence for each two groups, in the order in which they first differ; those without a direction stand alone.
  var lines: [Phrase] {
    let ordered = unique(rows.map { Self.sides($0, family: family) })
    return ordered.flatMap { sides -> [Phrase] in
      let own = rows.filter { Self.sides($0, family: family) == sides }
      guard let sides else { return own.map(plain) }
      return [own.count == 1 ? alone(own[0], sides) : together(own, sides)]
    }
  }

  private static func sides(_ row: Comparison, family: String) -> Sides? {
    guard let effect = row.effect, effect.name == "probability_of_superiority", effect.value != 0.5,
      family != "dont_know"
    else {
      return nil
    }
    let (a, b) = (row.groupA, row.groupB ?? "")
    let (first, second) = effect.value >= 0.5 ? (a, b) : (b, a)
    return Sides(first: first, second: second, by: row.by, design: row.evidence.design)
  }

  private func plain(_ row: Comparison) -> Phrase {
    let (first, second) = (labels.group(row.groupA, by: row.by), labels.group(row.groupB ?? "", by: row.by))
    let clause: Phrase =
      "\(labels.subject(row, family: family)): a clear difference between “\(first)” and “\(second)”"
    return Words.stop(Words.text(clause, fromSides: [row.nA, row.nB]))
  }

  private func alone(_ row: Comparison, _ sides: Sides) -> Phrase {
    """
    \(labels.subject(row, family: family)): \(side(sides.first, sides, [row])) score clearly higher than \
    \(side(sides.second, sides, [row])), in about \(times(row)) of 100 \(Self.pairs(sides.design)).
    """
  }

  private func together(_ rows: [Comparison], _ sides: Sides) -> Phrase {
    let measures = rows.map { "\(labels.subject($0, family: family)) (\(times($0)))" as Phrase }
    return """
      \(side(sides.first, sides, rows)) score clearly higher than \(side(sides.second, sides, rows)) on \
      \(Words.list(measures)). In brackets: in how many of 100 \(Self.pairs(sides.design)).
      """
  }

  /// In how many of 100 pairs the higher side is ahead.
  private func times(_ row: Comparison) -> Int {
    let value = row.effect?.value ?? 0.5
    return Int((100 * max(value, 1 - value)).rounded())
  }

  /// A side with its people, or from how many to how many where that differs by measure.
  private func side(_ group: String, _ sides: Sides, _ rows: [Comparison]) -> Phrase {
    let name: Phrase = "“\(labels.group(group, by: sides.by))”"
    let counts = rows.compactMap { $0.groupA == group ? $0.nA : $0.nB }
    guard counts.count == rows.count, let low = counts.min(), let high = counts.max() else { return name }
    return Words.text(name, from: low, to: high)
  }

  /// What an effect counts, by how organisations entered.
  static func pairs(_ design: ComparisonEvidence.Design?) -> Phrase {
    switch design {
    case .withinOrganizations: "pairs of people from one organisation"
    case .wholeOrganizations: "pairs of organisations"
    default: "pairs of people"
    }
  }
}

extension Labels {
  /// What a row compares: the measure, or the “don't know” answers to it.
  func subject(_ row: Comparison, family: String) -> Phrase {
    let measure = measure(row.measure)
    return family == "dont_know" ? "“Don't know” answers on \(measure)" : measure
  }
}
