import Readiness

/// Random cohorts on a small instrument, the same in every run.
enum SampleCohort {
  /// Four dimensions of three items each; every item carries two facets, so that every facet has two items or three.
  static let instrument: Instrument = {
    let facets = Facet.allCases.map(\.code)
    var items: [Item] = []
    for dimension in 0..<4 {
      for item in 0..<3 {
        let number = dimension * 3 + item
        items.append(
          Sample.item(
            "d0\(dimension + 1)q\(item + 1)", "d0\(dimension + 1)",
            "\(facets[(2 * number) % 9]) \(facets[(2 * number + 1) % 9])",
            number.isMultiple(of: 2) ? .direct : .reversed))
      }
    }
    return Sample.instrument(
      form: "sample", dimensions: ["d01", "d02", "d03", "d04"], items: items, degreeNow: Sample.degreeNow())
  }()

  /// One person: an organisation, a type and a text of cells.
  struct Person {
    var organization: String
    var type: String
    var cells: String
    /// A label of the further column `kind`; blank for none.
    var kind = ""
  }

  /// The responses of some people.
  static func responses(_ people: [Person]) -> Responses {
    Sample.responses(
      to: instrument, answers: people.map(\.cells), organizations: people.map(\.organization),
      types: people.map(\.type),
      groups: people.allSatisfy(\.kind.isEmpty) ? [:] : ["kind": people.map(\.kind)])
  }

  /// Organisations of random size with people of random types; `level` shifts the answers of an organisation.
  static func people(
    organizations: Int, sizes: ClosedRange<Int>, types: [String]? = nil, missing: Double = 0.1, seed: UInt64
  ) -> [Person] {
    var stream = RandomStream(seed: seed)
    let types = types ?? Sample.types.map(\.code)
    var people: [Person] = []
    for organization in 0..<organizations {
      let level = stream.uniform()
      for _ in 0..<(sizes.lowerBound + stream.below(sizes.count)) {
        people.append(
          Person(
            organization: "Org \(organization + 1)", type: types[stream.below(types.count)],
            cells: cells(level: level, missing: missing, stream: &stream)))
      }
    }
    return people
  }

  /// The cells of one person.
  static func cells(level: Double, missing: Double, stream: inout RandomStream) -> String {
    instrument.ratings.map { item -> String in
      let chance = stream.uniform()
      if chance < missing { return ["dk", "nfm", "-"][stream.below(3)] }
      let ready = min(4, max(0, Int(4 * level + 2 * stream.uniform() - 0.5)))
      return "\(item.countsUp ? item.scale.lowest + ready : item.scale.highest - ready)"
    }.joined(separator: " ")
  }

  /// A plan that is quick to run.
  static func plan(_ disclosure: DisclosureMode = .pilot, by: [String] = ["roll_up"]) -> ScoringPlan {
    ScoringPlan(
      draws: 200, permutations: 199, by: by, disclosure: disclosure, consent: disclosure == .pilot ? "a test" : nil)
  }
}
