import Readiness

/// The same people in two waves: who answered twice, and what rose or fell.
struct WavesSection {
  /// All rows of the waves.
  let rows: [Comparison]
  let notes: [FamilyNote]
  let pairing: ComparisonFindings.Pairing?
  var changes: [WaveChange] = []
  let labels: Labels

  /// From so many organisations on, a change is called clear by the row that lets whole organisations change.
  static let carefulOrganizations = 6

  var section: Section {
    let primary = rows.filter(\.primary)
    let waves = primary.first.map { [$0.groupA, $0.groupB ?? ""] } ?? []
    let isCareful = (primary.compactMap(\.evidence.organizations).max() ?? 0) >= Self.carefulOrganizations
    let limits = isCareful ? organizationLimits : ComparisonSection.limits(notes)
    let opening: Phrase =
      isCareful
      ? """
      People of one organisation change together. So a change is called clear only when organisations, counted once \
      each, changed so much that chance alone would seldom do it: adjusted p below \(Words.shortest(ComparisonSection.clearBelow)).
      """
      : """
      A change is called clear when chance alone would seldom do it: adjusted p below \
      \(Words.shortest(ComparisonSection.clearBelow)). People of one organisation may change together; with so few organisations \
      that cannot be allowed for.
      """
    let families = unique(primary.map(\.family))
    let lines = families.flatMap { sentences($0, isCareful: isCareful) }
    var blocks: [Block] = limits.isEmpty ? [] : [.points(limits)]
    if let pairing { blocks.append(.points(PairedWords(pairing).lines)) }
    blocks += [.paragraph(opening), .points(lines)]
    let heading: Phrase =
      waves.count == 2
      ? "Who changed? The same people in \(verbatim: waves[0]) and \(verbatim: waves[1])"
      : "Who changed? The same people twice"
    return Section(heading, blocks + WaveChangeWords(changes: changes, labels: labels).blocks)
  }

  /// Families that no change of these organisations could make clear: said before any p.
  private var organizationLimits: [Phrase] {
    unique(rows.map(\.family)).compactMap { family in
      let smallest = rows.filter { $0.family == family && $0.method == "whole_organisation_signs" }
        .compactMap { $0.p?.smallestAttainable }
      guard !smallest.isEmpty, Multiplicity.smallestHolm(smallest) >= ComparisonSection.clearBelow else { return nil }
      return
        "\(ComparisonWords.family(family)): No configuration of this family can reach .05 with so few organisations."
    }
  }

  private func sentences(_ family: String, isCareful: Bool) -> [Phrase] {
    let primary = rows.filter { $0.family == family && $0.primary }
    let judged = isCareful ? rows.filter { $0.family == family && $0.method == "whole_organisation_signs" } : primary
    let tested = judged.filter { $0.p != nil }
    let adjusted = isCareful ? Multiplicity.holm(tested.compactMap { $0.p?.value }) : tested.map { $0.pAdjusted ?? 1 }
    var clear: [Phrase] = []
    var unclear: [Phrase] = []
    for (row, p) in zip(tested, adjusted) {
      if p < ComparisonSection.clearBelow {
        clear.append(sentence(row, of: primary.first { $0.measure == row.measure } ?? row))
      } else {
        unclear.append(labels.measure(row.measure))
      }
    }
    let name = ComparisonWords.family(family)
    if family == "overall", let row = primary.first, !unclear.isEmpty {
      return [Words.stop(Words.text("\(name): no clear change", from: row.nA))]
    }
    let (count, missing) = (Words.small(unclear.count), primary.count - tested.count)
    var lines = clear
    switch (unclear.count, clear.isEmpty) {
    case (0, _): break
    case (...3, _): lines.append("\(name): no clear change on \(Words.list(unclear)).")
    case (_, true): lines.append("\(name): no clear change on any of the \(count).")
    case (_, false): lines.append("\(name): no clear change on the other \(count).")
    }
    if missing > 0 {
      lines.append("\(name): \(Words.small(missing)) cannot be compared; comparisons.csv says why.")
    }
    return lines
  }

  private func sentence(_ row: Comparison, of people: Comparison) -> Phrase {
    let value = row.effect?.value ?? people.effect?.value ?? 0
    // The names of barriers are names of what is in the way: a score that rises means less of it.
    let subject: Phrase =
      row.measure == "overall" ? labels.measure(row.measure) : "Readiness on “\(labels.measure(row.measure))”"
    let points = Words.decimal(abs(value))
    let places = Words.organizations(row.evidence.organizations ?? 0)
    let clause: Phrase =
      switch (row.effect?.name == "mean_change", value > 0) {
      case (true, true): "\(subject) rose clearly, by \(points) points in the mean of \(places)"
      case (true, false): "\(subject) fell clearly, by \(points) points in the mean of \(places)"
      case (false, true): "\(subject) rose clearly"
      case (false, false): "\(subject) fell clearly"
      }
    return Words.stop(Words.text(clause, from: people.nA))
  }
}
