import Statistics

@testable import Readiness

/// People in organisations with a type, a sector and answers to two barriers of three items each, made by a seed.
enum SampleModels {
  static let instrument = Sample.instrument(
    form: "model", dimensions: ["d01", "d02"],
    items: ["d01a", "d01b", "d01c"].map { Sample.item($0, "d01", "cm") }
      + ["d02a", "d02b", "d02c"].map { Sample.item($0, "d02", "as", .reversed) })

  static let types = ["service_user", "carer", "front_line_worker"]

  /// What a cohort is made of.
  struct People {
    var organizations: [String] = []
    var types: [String] = []
    var sectors: [String] = []
    var answers: [String] = []
    var weights: [Double] = []

    /// Eight people in each organisation; carers answer lower, workers higher.
    init(organizations count: Int = 12, seed: UInt64 = 5) {
      var random = RandomStream(seed: seed)
      for organization in 0..<count {
        let level = 0.6 * random.normal()
        for person in 0..<8 {
          let type = (person + organization) % 3
          organizations.append("O\(organization)")
          types.append(SampleModels.types[type])
          sectors.append(["health", "council"][organization % 2])
          weights.append([1, 2, 0.5, 1.5][person % 4])
          answers.append(
            (0..<6).map { _ in
              let value = 3 + level + 0.7 * Double(type - 1) + random.normal()
              return "\(min(5, max(1, Int(value.rounded()))))"
            }.joined(separator: " "))
        }
      }
    }

    func responses(weighted: Bool = false) -> Responses {
      Sample.responses(
        to: instrument, answers: answers, organizations: organizations, types: types, groups: ["sector": sectors],
        weights: weighted ? weights : [])
    }
  }

  /// Everything shown.
  static let open = ScoringPlan(draws: 20, permutations: 99, disclosure: .pilot, consent: "a test")
  /// Groups under five hidden.
  static let closed = ScoringPlan(draws: 20, permutations: 99)
}

extension ModelStudy {
  /// The row of a level.
  func row(_ term: String, _ level: String, _ model: ModelRow.Model? = nil) -> ModelRow? {
    rows.first {
      $0.kind == .coefficient && $0.term == term && $0.level == level && (model == nil || $0.model == model)
    }
  }

  /// The row of a test, a cut or a fact.
  func row(item: String, term: String? = nil) -> ModelRow? {
    rows.first { $0.item == item && (term == nil || $0.term == term) }
  }
}
