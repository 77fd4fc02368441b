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
    let opening =
      isCareful
      ? "People of one organisation change together. So a change is called clear only when organisations, counted once each, "
        + "changed so much that chance alone would seldom do it: adjusted p below \(ComparisonSection.clearBelow)."
      : "A change is called clear when chance alone would seldom do it: adjusted p below \(ComparisonSection.clearBelow). "
        + "People of one organisation may change together; with so few organisations that cannot be allowed for."
    let families = unique(primary.map(\.family))
    return Section(
      "Who changed? The same people in \(waves.joined(separator: " and "))",
      (limits.isEmpty ? [] : [.points(limits)]) + (pairing.map { [.points(PairedWords($0).lines)] } ?? [])
        + [.paragraph(opening), .points(families.flatMap { sentences($0, isCareful: isCareful) })]
        + WaveChangeWords(changes: changes, labels: labels).blocks)
  }

  /// Families that no change of these organisations could make clear: said before any p.
  private var organizationLimits: [String] {
    unique(rows.map(\.family)).compactMap { family in
      let smallest = rows.filter { $0.family == family && $0.method == "whole_organisation_signs" }
        .compactMap { $0.p?.smallestAttainable }
      guard !smallest.isEmpty, Multiplicity.smallestHolm(smallest) >= ComparisonSection.clearBelow else { return nil }
      return
        "\(ComparisonWords.family(family)): No configuration of this family can reach .05 with so few organisations."
    }
  }

  private func sentences(_ family: String, isCareful: Bool) -> [String] {
    let primary = rows.filter { $0.family == family && $0.primary }
    let judged = isCareful ? rows.filter { $0.family == family && $0.method == "whole_organisation_signs" } : primary
    let tested = judged.filter { $0.p != nil }
    let adjusted = isCareful ? Multiplicity.holm(tested.compactMap { $0.p?.value }) : tested.map { $0.pAdjusted ?? 1 }
    var clear: [String] = []
    var unclear: [String] = []
    for (row, p) in zip(tested, adjusted) {
      if p < ComparisonSection.clearBelow {
        clear.append(sentence(row, of: primary.first { $0.measure == row.measure } ?? row))
      } else {
        unclear.append(labels.measure(row.measure))
      }
    }
    let name = ComparisonWords.family(family)
    if family == "overall", let row = primary.first, !unclear.isEmpty {
      return ["\(name): no clear change\(people(row))."]
    }
    let which = clear.isEmpty ? "any of the" : "the other"
    let names = unclear.count > 3 ? "\(which) \(Words.small(unclear.count))" : Words.list(unclear)
    let rest = unclear.isEmpty ? [] : ["\(name): no clear change on \(names)."]
    let missing = primary.count - tested.count
    let hidden = missing > 0 ? ["\(name): \(Words.small(missing)) cannot be compared; comparisons.csv says why."] : []
    return clear + rest + hidden
  }

  private func sentence(_ row: Comparison, of people: Comparison) -> String {
    let rose = (row.effect?.value ?? 0) > 0
    let size =
      row.effect?.name == "mean_change"
      ? ", by \(Words.decimal(abs(row.effect?.value ?? 0))) points in the mean of "
        + "\(Words.organizations(row.evidence.organizations ?? 0))" : ""
    // The names of barriers are names of what is in the way: a score that rises means less of it.
    let subject =
      row.measure == "overall" ? labels.measure(row.measure) : "Readiness on “\(labels.measure(row.measure))”"
    return "\(subject) \(rose ? "rose" : "fell") clearly\(size)\(self.people(people))."
  }

  private func people(_ row: Comparison) -> String { row.nA.map { " (\(Words.people($0)))" } ?? "" }
}
