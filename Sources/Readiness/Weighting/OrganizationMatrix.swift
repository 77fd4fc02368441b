import Statistics

/// What is published about organisations on every dimension: all that schemes and orders of organisations rest on.
package struct OrganizationMatrix: Sendable {
  /// Names of the organisations that are shown whole: with an overall score and no hidden dimension.
  package let names: [String]
  /// `means[organization][dimension]`; nil where too little was answered.
  package let means: [[Double?]]
  /// People with an overall score.
  package let people: [Int]
  /// Ids of the dimensions.
  package let dimensions: [String]
  /// All organisations by name, shown or not.
  let organizations: [String]

  /// Organisations of enough people to be ranked, by place.
  func ranked(minimum: Int) -> [Int] { names.indices.filter { people[$0] >= minimum } }

  /// Organisations that have every dimension, by place.
  package var complete: [Int] { means.indices.filter { !means[$0].contains { $0 == nil } } }

  /// Their scores, `matrix[organization][dimension]`.
  package var matrix: [[Double]] { complete.map { means[$0].compactMap(\.self) } }
}

extension OrganizationMatrix {
  /// Takes what may be shown from the raw rows.
  init(_ scores: Scores, raw: AssessmentScores, suppression: AssessmentSuppression, names all: [String]) {
    let overall = scores.measures.firstIndex { $0.kind == .overall }
    var names: [String] = []
    var means: [[Double?]] = []
    var people: [Int] = []
    for name in all {
      let key = GroupKey(organization: name)
      guard let overall, let headline = raw.raw(key, measure: overall)?.estimate, headline.value != nil,
        !suppression.isHidden(key, measure: overall)
      else { continue }
      let estimates = scores.layout.dimensions.map { raw.raw(key, measure: $0)?.estimate }
      let hides = zip(scores.layout.dimensions, estimates).contains { place, estimate in
        estimate?.value != nil && suppression.isHidden(key, measure: place)
      }
      guard !hides else { continue }
      names.append(name)
      means.append(estimates.map { $0?.value })
      people.append(headline.n ?? 0)
    }
    self.names = names
    self.means = means
    self.people = people
    dimensions = scores.layout.dimensions.map { scores.measures[$0].id }
    organizations = scores.responses.organizationOrder.names
  }
}
