import Readiness
import Tabular

/// The words of comparisons: names of families and tests.
enum ComparisonWords {
  static func family(_ family: String) -> String {
    switch family {
    case "overall": "Overall readiness"
    case "dimensions": "The barriers"
    case "co": "The Four Co's"
    case "steps": "The Five Steps"
    case "overall_pairs": "Overall readiness, pair by pair"
    case "dimensions_pairs": "The barriers, pair by pair"
    case "co_pairs": "The Four Co's, pair by pair"
    case "steps_pairs": "The Five Steps, pair by pair"
    default: Words.sentence(family.replacing("_", with: " "))
    }
  }

  static func method(_ row: Comparison) -> String {
    let test =
      switch row.method {
      case "van_elteren": "van Elteren test within organisations"
      case "blocked_kruskal_wallis": "Kruskal–Wallis test within organisations"
      case "whole_organisation_permutation": "whole organisations change groups"
      case "mann_whitney": "Mann–Whitney test"
      case "kruskal_wallis": "Kruskal–Wallis test"
      default: row.method.replacing("_", with: " ")
      }
    return switch row.p?.method {
    case .exact: "\(test), exact"
    case .permutation(let count, let seed): "\(test), \(Words.count(count)) random shuffles from seed \(seed)"
    case .asymptotic: "\(test), by its limit"
    case nil: test
    }
  }

  static func effectNote(omnibus: Bool) -> String {
    omnibus
      ? "Effect: how much of the spread goes with the groups (0 none, 1 all), with its 95% range where there is one."
      : "Effect: the chance that someone of the first group scores higher than someone of the second, ties counted half "
        + "(0.50 is even), with its 95% range."
  }
}

/// Effect sizes keep two decimals: 0.5 and 0.6 are far apart on a scale from 0 to 1.
enum NumberWords {
  static func twoDecimals(_ value: Double) -> String { NumberText.fixed(value, decimals: 2) }
}

/// Plain sentences on the comparisons of one family.
struct ComparisonSentences {
  let rows: [Comparison]
  let labels: Labels

  /// A sentence for every clear difference, one for all that are not, one for all that cannot be made.
  var lines: [String] {
    let tested = rows.filter { $0.p != nil }
    let clear = tested.filter(\.isClear)
    let unclear = tested.filter { !$0.isClear }
    let untested = rows.count - tested.count
    var lines = clear.map(sentence)
    if !unclear.isEmpty { lines.append(sentence(unclear, others: !clear.isEmpty)) }
    if untested > 0 {
      lines.append(
        tested.isEmpty
          ? "\(rows.count == 1 ? "This comparison" : "These comparisons") cannot be made; the table says why."
          : "\(Words.sentence(Words.small(untested))) more cannot be made; the table says why.")
    }
    return lines
  }

  private func sentence(_ row: Comparison) -> String {
    let measure = labels.measure(row.measure)
    guard let groupB = row.groupB else {
      let people = row.nA.map { " (\(Words.people($0)))" } ?? ""
      return "\(measure): the groups differ clearly\(people)."
    }
    let (first, second) = (labels.group(row.groupA, by: row.by), labels.group(groupB, by: row.by))
    let people = [row.nA, row.nB].compactMap { $0 }.map(Words.count).joined(separator: " and ")
    let counts = people.isEmpty ? "" : " (\(people) people)"
    guard let effect = row.effect, effect.name == "probability_of_superiority" else {
      return "\(measure): a clear difference between “\(first)” and “\(second)”\(counts)."
    }
    let times = Int((100 * effect.value).rounded())
    return "\(measure): a clear difference. Take one person of “\(first)” and one of “\(second)” at random: the first "
      + "scores higher about \(times) times in 100\(counts)."
  }

  private func sentence(_ unclear: [Comparison], others: Bool) -> String {
    if unclear.count == 1, let row = unclear.first {
      let groups =
        row.groupB.map {
          "between “\(labels.group(row.groupA, by: row.by))” and “\(labels.group($0, by: row.by))”"
        } ?? "between the groups"
      let people = [row.nA, row.nB].compactMap { $0 }.map(Words.count).joined(separator: " and ")
      return
        "\(labels.measure(row.measure)): no clear difference \(groups)\(people.isEmpty ? "" : " (\(people) people)")."
    }
    let what = unclear.allSatisfy { $0.groupB == nil } ? "" : " of the pairs"
    return others
      ? "No clear difference on the other \(Words.small(unclear.count))\(what)."
      : "No clear difference on any\(what.isEmpty ? " of the \(Words.small(unclear.count))" : what)."
  }
}
