import Readiness
import Tabular

/// The words of comparisons: names of families and tests.
enum ComparisonWords {
  static func family(_ family: String) -> Phrase {
    switch family {
    case "overall": "Overall readiness"
    case "dimensions": "The barriers"
    case "co": "The Four Co's"
    case "steps": "The Five Steps"
    case "overall_pairs": "Overall readiness, pair by pair"
    case "dimensions_pairs": "The barriers, pair by pair"
    case "co_pairs": "The Four Co's, pair by pair"
    case "steps_pairs": "The Five Steps, pair by pair"
    case "dont_know": "“Don't know” answers"
    case "items": "Single items, to explore"
    case "items_pairs": "Single items, pair by pair"
    case "perception_gaps": "Perception gaps"
    case "allocation": "The whole allocation"
    case "allocation_pairs": "The whole allocation, pair by pair"
    case "money_concordance": "Money where the barriers are"
    case "money_concordance_pairs": "Money where the barriers are, pair by pair"
    case "measures": "Other measures"
    case "measures_pairs": "Other measures, pair by pair"
    default: Words.sentence(.verbatim(family.replacing("_", with: " ")))
    }
  }

  static func method(_ row: Comparison) -> Phrase {
    let test: Phrase =
      switch row.method {
      case "van_elteren": "van Elteren test within organisations"
      case "blocked_kruskal_wallis": "Kruskal–Wallis test within organisations"
      case "whole_organisation_permutation": "whole organisations change groups"
      case "mann_whitney": "Mann–Whitney test"
      case "kruskal_wallis": "Kruskal–Wallis test"
      case "signed_rank": "Wilcoxon signed-rank test (Pratt)"
      case "sign_test": "sign test"
      case "whole_organisation_signs": "signs of whole organisations exchanged"
      case "jonckheere_terpstra": "Jonckheere–Terpstra test"
      case "permanova_f2_alpha_1": "permutational analysis of variance (F2, α = 1)"
      case "cluster_robust_difference": "difference with errors clustered by organisation"
      case "random_intercept": "random intercept of organisations"
      case "fisher_freeman_halton": "Fisher–Freeman–Halton test"
      default: .verbatim(row.method.replacing("_", with: " "))
      }
    // The seed of each test is in comparisons.csv; it follows from the seed of the run.
    return switch row.p?.method {
    case .exact: "\(test), exact"
    case .permutation(let count, _): "\(test), \(Words.count(count)) random shuffles"
    case .asymptotic: "\(test), by its limit"
    case .drawnLimit(let count, _): "\(test), \(Words.count(count)) draws of the limit of its shuffles"
    case nil: test
    }
  }
}

/// Effect sizes keep two decimals: 0.5 and 0.6 are far apart on a scale from 0 to 1.
enum NumberWords {
  static func twoDecimals(_ value: Double) -> Phrase { .decimal(value, decimals: 2) }
}

/// Plain sentences on the comparisons of one family.
struct ComparisonSentences {
  let rows: [Comparison]
  let family: String
  let labels: Labels

  /// What differs clearly, what does not, and what cannot be compared.
  var lines: [Phrase] {
    let tested = rows.filter { $0.p != nil }
    let clear = tested.filter(\.isClear)
    let unclear = tested.filter { !$0.isClear }
    let together = clear.filter { $0.groupB == nil }
    var lines: [Phrase] = []
    if !together.isEmpty { lines.append(sentence(together: together)) }
    lines += clear.filter { $0.groupB != nil }.map(sentence(pair:))
    if !unclear.isEmpty { lines.append(sentence(unclear: unclear, others: !clear.isEmpty)) }
    let untested = rows.count - tested.count
    if untested > 0 {
      let isExact = rows.allSatisfy { $0.p != nil || $0.note.begins(with: Comparison.inexact) }
      let (name, count) = (ComparisonWords.family(family), Words.small(untested))
      switch (tested.isEmpty, isExact) {
      case (true, true): lines.append("\(name): no p can be found exactly, as was asked; comparisons.csv says why.")
      case (true, false): lines.append("\(name): no comparison can be made; comparisons.csv says why.")
      case (false, true):
        lines.append("\(name): \(count) more cannot be compared exactly, as was asked; comparisons.csv says why.")
      case (false, false): lines.append("\(name): \(count) more cannot be compared; comparisons.csv says why.")
      }
    }
    return lines
  }

  private func sentence(together rows: [Comparison]) -> Phrase {
    let people: Phrase = rows.compactMap(\.nA).max().map { " (\(Words.people($0)))" } ?? ""
    let name = ComparisonWords.family(family)
    guard family != "overall" else { return "\(name): the groups differ clearly\(people)." }
    return "\(name): the groups differ clearly on \(Words.list(rows.map { labels.measure($0.measure) }))\(people)."
  }

  private func sentence(pair row: Comparison) -> Phrase {
    let measure = subject(row)
    let (first, second) = (labels.group(row.groupA, by: row.by), labels.group(row.groupB ?? "", by: row.by))
    guard let effect = row.effect, effect.name == "probability_of_superiority", family != "dont_know" else {
      return "\(measure): a clear difference between “\(first)” and “\(second)”\(people(row))."
    }
    let isFirst = effect.value >= 0.5
    let times = Int((100 * (isFirst ? effect.value : 1 - effect.value)).rounded())
    func side(_ name: Phrase, _ count: Int?) -> Phrase {
      count.map { "“\(name)” (\(Words.people($0)))" } ?? "“\(name)”"
    }
    let sides = isFirst ? [side(first, row.nA), side(second, row.nB)] : [side(second, row.nB), side(first, row.nA)]
    return """
      \(measure): \(sides[0]) score clearly higher than \(sides[1]), in about \(times) of 100 \
      \(Self.pairs(row.evidence.design)).
      """
  }

  /// What an effect counts, by how organisations entered.
  static func pairs(_ design: ComparisonEvidence.Design?) -> Phrase {
    switch design {
    case .withinOrganizations: "pairs of people from one organisation"
    case .wholeOrganizations: "pairs of organisations"
    default: "pairs of people"
    }
  }

  /// What a row compares: the measure, or the “don't know” answers to it.
  private func subject(_ row: Comparison) -> Phrase {
    let measure = labels.measure(row.measure)
    return family == "dont_know" ? "“Don't know” answers on \(measure)" : measure
  }

  /// How many people stand behind the comparisons: ` (30 to 38 people)`.
  private func people(_ rows: [Comparison]) -> Phrase {
    let counts = rows.compactMap { row in row.nA.map { $0 + (row.nB ?? 0) } }
    guard let low = counts.min(), let high = counts.max() else { return "" }
    return low == high ? " (\(Words.people(low)))" : " (\(Words.count(low)) to \(Words.people(high)))"
  }

  private func people(_ row: Comparison) -> Phrase {
    return Words.people([row.nA, row.nB])
  }

  private func sentence(unclear: [Comparison], others: Bool) -> Phrase {
    if unclear.count == 1, let row = unclear.first {
      guard let second = row.groupB else {
        return "\(subject(row)): no clear difference between the groups\(people(row))."
      }
      let (first, other) = (labels.group(row.groupA, by: row.by), labels.group(second, by: row.by))
      return "\(subject(row)): no clear difference between “\(first)” and “\(other)”\(people(row))."
    }
    let name = ComparisonWords.family(family)
    let count = Words.small(unclear.count)
    return switch (family.hasSuffix("_pairs"), others) {
    case (true, true): "\(name): no clear difference in the other \(count) pairs of groups\(people(unclear))."
    case (true, false): "\(name): no clear difference in any of the \(count) pairs of groups\(people(unclear))."
    case (false, true): "\(name): no clear difference on the other \(count)\(people(unclear))."
    case (false, false): "\(name): no clear difference on any of the \(count)\(people(unclear))."
    }
  }
}
