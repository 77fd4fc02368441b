import Statistics
import Survey

/// The people who gave an allocation, each with their allocation closed to one and their organisation.
///
/// - Shapes: every array has one entry per person, in the order of the files.
package struct AllocationSample: Sendable {
  /// What was asked.
  package let question: BudgetQuestion
  /// Respondents, as rows of the responses.
  package let rows: [Int]
  /// Shares of each person's own total.
  package let compositions: [Composition]
  /// The organisation's place by name; −1 for people without one.
  package let organizations: [Int]

  /// Takes everybody who gave an allocation; nil when no file has the budget question.
  package init?(_ responses: Responses) {
    guard let question = responses.instrument.budget, let allocations = responses.allocations else { return nil }
    var rows: [Int] = []
    var compositions: [Composition] = []
    for row in allocations.given.indices where allocations.given[row] {
      guard let composition = try? Composition(closing: allocations.hundredths.map { Double($0[row]) }) else {
        continue
      }
      rows.append(row)
      compositions.append(composition)
    }
    let placeOf = responses.organizationOrder.placeOf
    self.question = question
    self.rows = rows
    self.compositions = compositions
    organizations = rows.map { row in
      let code = responses.organization.codes[row]
      return code < 0 ? -1 : placeOf[Int(code)]
    }
  }

  /// The mean allocation of some of the people, by index into the sample; nil for nobody.
  package func mean(of people: some Sequence<Int>) -> Composition? {
    try? Composition.mean(of: people.map { compositions[$0] })
  }

  /// The mean over organisations of their people's mean, of some of the people; nil when none belongs to an organisation.
  package func meanOfOrganizations(of people: some Sequence<Int>) -> Composition? {
    let means = Dictionary(grouping: people.filter { organizations[$0] >= 0 }) { organizations[$0] }
    return try? Composition.mean(of: means.sorted { $0.key < $1.key }.compactMap { mean(of: $0.value) })
  }
}

/// How people spread their points.
package struct AllocationStyle: Sendable, Hashable {
  /// People.
  package let people: Int
  /// People who gave every factor the same.
  package let evenSplits: Int
  /// People who gave one factor everything.
  package let oneFactor: Int
  /// People who used one or two factors, those with one included.
  package let fewFactors: Int
  /// The mean number of factors used.
  package let factorsUsed: Double
  /// The effective number of factors of the mean allocation, from 1 to the number of factors.
  package let effectiveNumber: Double
  /// The mean over people of the concentration of their own allocation, from 1 ⁄ factors to 1.
  package let concentration: Double

  /// Describes allocations; nil for none.
  package init?(_ compositions: [Composition]) {
    guard let mean = try? Composition.mean(of: compositions) else { return nil }
    people = compositions.count
    evenSplits = compositions.count { composition in
      composition.parts.allSatisfy { abs($0 - composition.parts[0]) < 1e-9 }
    }
    oneFactor = compositions.count { $0.partsUsed == 1 }
    fewFactors = compositions.count { $0.partsUsed < 3 }
    factorsUsed = compositions.reduce(0) { $0 + Double($1.partsUsed) } / Double(compositions.count)
    effectiveNumber = mean.effectiveNumber
    concentration = compositions.reduce(0) { $0 + $1.concentration } / Double(compositions.count)
  }
}
