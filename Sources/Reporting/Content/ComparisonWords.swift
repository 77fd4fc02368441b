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
