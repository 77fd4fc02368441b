import Readiness

/// What is said where people of one organisation stand too far apart for one number to be their view.
enum ViewsWords {
  /// The rule, as the methods print it.
  static func rule(_ rule: ViewsRule) -> Phrase {
    """
    Views are called split where \(Words.part(rule.share)) of an organisation's people or more stand outside every stretch \
    of \(Words.shortest(rule.width)) points that holds their median. Then no level is given. Ranks compare means all the same.
    """
  }

  /// How far apart the people of a profile stand on a measure.
  static func spread(_ profile: ReadinessProfile, _ measure: String, _ labels: Labels) -> Phrase {
    let mean: Phrase = "The mean is in scores.csv: read it as a mean and not as a view that people hold."
    guard let points = profile.splitViews[measure]?.averageDeviation else { return mean }
    return .spaced(["On average they stand \(Words.shortest(points.rounded())) points from their mean.", mean])
  }

  /// The measures of a profile, other than the overall score, on which views are split; nothing where there are none.
  static func split(_ profile: ReadinessProfile, measures: [Measure], _ labels: Labels) -> [Phrase] {
    var tellsPoints = false
    let parts = measures.filter { $0.kind != .overall }.compactMap { measure -> Phrase? in
      profile.splitViews[measure.id].map { views in
        guard let points = views.averageDeviation else { return labels.measure(measure.id) }
        tellsPoints = true
        return "\(labels.measure(measure.id)) (\(Words.shortest(points.rounded())))"
      }
    }
    guard !parts.isEmpty else { return [] }
    let split: Phrase = "Views are split, so that no level is given, on: \(Words.list(parts))."
    return [
      tellsPoints ? .spaced([split, "In brackets: how many points people stand from their mean on average."]) : split
    ]
  }

  /// What is said beside ranks of organisations whose views are split; nothing where none are.
  static func ranked(_ profiles: [ReadinessProfile]) -> [Phrase] {
    ranked(names: profiles.filter { $0.readiness.status == .viewsSplit }.map(\.organization))
  }

  /// The same, from the names of the organisations.
  static func ranked(names: [String]) -> [Phrase] {
    guard !names.isEmpty else { return [] }
    return [
      """
      Views are split in \(Words.list(verbatim: names)). Nobody is left out of the ranking for that: a place compares means, \
      and there the mean is no view that people hold.
      """
    ]
  }
}
