import Statistics
import Survey

/// The people who gave an allocation, each with their allocation closed to one and their organisation.
///
/// The points stay in the columns that were read: nothing is kept per person but where to find them.
///
/// - Shapes: every array has one entry per person, in the order of the files.
package struct AllocationSample: Sendable {
  /// The survey.
  package let instrument: Instrument
  /// What was asked.
  package let question: BudgetQuestion
  /// Respondents, as rows of the responses.
  package let rows: [Int]
  /// The organisation's place by name; −1 for people without one.
  package let organizations: [Int]
  /// The organisations by place.
  package let organizationNames: [String]
  private let hundredths: [[UInt16]]

  /// Takes everybody who gave an allocation; nil when no file has the budget question.
  package init?(_ responses: Responses) {
    guard let question = responses.instrument.budget, let allocations = responses.allocations else { return nil }
    let points = allocations.hundredths
    instrument = responses.instrument
    self.question = question
    hundredths = points
    rows = allocations.given.indices.filter { row in
      allocations.given[row] && points.contains { $0[row] > 0 }
    }
    let (names, placeOf) = responses.organizationOrder
    organizationNames = names
    organizations = rows.map { row in
      let code = responses.organization.codes[row]
      return code < 0 ? -1 : placeOf[Int(code)]
    }
  }

  /// People.
  package var count: Int { rows.count }

  /// One person's shares of their own total.
  package func composition(_ person: Int) -> Composition {
    let row = rows[person]
    return Composition(counts: hundredths.map { $0[row] })
  }

  /// Everybody's shares, each made when it is looked at.
  package var compositions: LazyMapSequence<Range<Int>, Composition> { rows.indices.lazy.map { composition($0) } }

  /// The mean allocation of some of the people, by index into the sample; nil for nobody.
  package func mean(of people: some Sequence<Int>) -> Composition? {
    try? Composition.mean(of: people.lazy.map { composition($0) })
  }

  /// The mean over organisations of their people's mean, of some of the people; nil when none belongs to an organisation.
  package func meanOfOrganizations(of people: some Sequence<Int>) -> Composition? {
    let means = Dictionary(grouping: people.lazy.filter { organizations[$0] >= 0 }) { organizations[$0] }
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
  package init?(_ compositions: some Sequence<Composition>) {
    guard let mean = try? Composition.mean(of: compositions) else { return nil }
    var (people, evenSplits, oneFactor, fewFactors, used, concentration) = (0, 0, 0, 0, 0.0, 0.0)
    for composition in compositions {
      people += 1
      if composition.parts.allSatisfy({ abs($0 - composition.parts[0]) < 1e-9 }) { evenSplits += 1 }
      if composition.partsUsed == 1 { oneFactor += 1 }
      if composition.partsUsed < 3 { fewFactors += 1 }
      used += Double(composition.partsUsed)
      concentration += composition.concentration
    }
    self.people = people
    self.evenSplits = evenSplits
    self.oneFactor = oneFactor
    self.fewFactors = fewFactors
    factorsUsed = used / Double(people)
    effectiveNumber = mean.effectiveNumber
    self.concentration = concentration / Double(people)
  }
}
