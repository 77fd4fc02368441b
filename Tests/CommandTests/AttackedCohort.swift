import Foundation
import TestSupport
import Testing

/// A cohort that is drawn from a seed, and what is true of it by the plain arithmetic of this file alone.
struct AttackedCohort: Sendable, CustomTestStringConvertible {
  struct Group: Hashable, Comparable {
    var organization = ""
    var by = ""
    var group = ""
    static func < (a: Group, b: Group) -> Bool { (a.organization, a.by, a.group) < (b.organization, b.by, b.group) }
  }

  struct Person: Sendable {
    let organization, type, kind: String
    /// A code, a word for don't know or not for me, or nothing, per item.
    let answers: [String]
    /// The points given to every factor; nil where the budget was left out.
    let points: [Int]?

    var groups: [Group] {
      ["", organization].flatMap { name in
        [
          Group(organization: name), Group(organization: name, by: "respondent_type", group: type),
          Group(organization: name, by: "kind", group: kind),
        ]
      }
    }
  }

  let name: String
  let mode: String
  let people: [Person]
  var testDescription: String { "\(name), \(mode)" }
  var minimum: Int { mode == "public" ? 10 : 5 }
  var organizations: Set<String> { Set(people.map(\.organization)) }
  var types: Set<String> { Set(people.map(\.type)) }

  /// The items of the short form: barrier, and whether agreement is a good sign.
  static let items: [(code: String, dimension: String, isGood: Bool)] = {
    let text = (try? Repository.text("Surveys/barriers-short/items.csv")) ?? ""
    return text.split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      return (String(cells[0]), String(cells[1]), cells[3] == "enabler")
    }.filter { !$0.dimension.isEmpty }
  }()
  static let factors = (1...11).map { $0 < 10 ? "b0\($0)" : "b\($0)" }
  private static let allTypes = [
    "senior_commissioner", "front_line_worker", "service_user", "community_member", "provider_manager",
  ]

  /// Organisations, their people, types, a rare type, missing answers, budgets left out and people without care, all drawn.
  init(seed: UInt64, mode: String) {
    var random = SeededNumbers(seed: seed)
    func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
    let sizes = (0..<Int.random(in: 2...8, using: &random)).map { _ in Int.random(in: 2...14, using: &random) }
    let types = Self.allTypes.prefix(Int.random(in: 2...5, using: &random))
    let hasRare = chance(50)
    let missing = [0, 0, 2, 5, 12].randomElement(using: &random) ?? 0
    let careless = Int.random(in: 0...3, using: &random)
    let count = sizes.reduce(0, +)
    let without = Set((0..<count).shuffled(using: &random).prefix(Int.random(in: 0...6, using: &random)))
    let same = Set((0..<count).shuffled(using: &random).prefix(careless))
    (name, self.mode) = ("seed \(seed) of \(sizes)", mode)
    var people: [Person] = []
    for (organization, size) in sizes.enumerated() {
      for place in 0..<size {
        let number = people.count
        let type = place == 0 && hasRare && chance(70) ? "carer" : types.randomElement(using: &random) ?? ""
        let middle = Int.random(in: 2...4, using: &random)
        let answers = Self.items.map { _ in
          same.contains(number)
            ? "\(middle)"
            : chance(missing)
              ? ["dk", "nfm", ""].randomElement(using: &random) ?? ""
              : "\(min(5, max(1, middle + Int.random(in: -2...2, using: &random))))"
        }
        var points = [Int](repeating: 0, count: Self.factors.count)
        for _ in 0..<20 {
          points[min(Int.random(in: 0..<11, using: &random), Int.random(in: 0..<11, using: &random))] += 5
        }
        people.append(
          Person(
            organization: "Org \(organization + 1)", type: type, kind: place % 3 == 0 ? "large" : "small",
            answers: answers, points: without.contains(number) ? nil : points))
      }
    }
    self.people = people
  }

  /// A cohort of a given shape: people per organisation; `rare` is the type of one person of each, `only` everybody's answer.
  init(
    _ name: String, _ mode: String, sizes: [Int],
    types: [String] = ["senior_commissioner", "front_line_worker", "service_user"], rare: String? = nil,
    only: Int? = nil
  ) {
    var random = SeededNumbers(seed: UInt64(sizes.reduce(7) { $0 * 31 + $1 }))
    (self.name, self.mode) = (name, mode)
    people = sizes.enumerated().flatMap { organization, size in
      (0..<size).map { place in
        let type = place == 0 ? rare ?? types[0] : types[Int.random(in: 0..<types.count, using: &random)]
        return Person(
          organization: "Org \(organization + 1)", type: type, kind: place % 3 == 0 ? "large" : "small",
          answers: Self.items.map { _ in "\(only ?? Int.random(in: 1...5, using: &random))" }, points: nil)
      }
    }
  }

  /// The file of answers; without budget columns where nobody gave a point.
  var file: String {
    let hasPoints = people.contains { $0.points != nil }
    let headings = ["respondent_id", "organisation", "respondent_type", "kind"] + Self.items.map(\.code)
    let lines = people.enumerated().map { number, person in
      let points = person.points.map { $0.map(String.init) } ?? Self.factors.map { _ in "" }
      return ["p\(number)", person.organization, person.type, person.kind] + person.answers
        + (hasPoints ? points : [])
    }
    return ([headings + (hasPoints ? Self.factors : [])] + lines).map { $0.joined(separator: ",") + "\n" }.joined()
  }

  /// What one person has on every measure: barriers and the whole 0…100, codes of items, points.
  ///
  /// A barrier of two sentences needs both, and the whole two thirds of the barriers.
  static func scores(_ person: Person) -> [String: Double] {
    var steps: [String: [Double]] = [:]
    var scores: [String: Double] = [:]
    for (item, answer) in zip(items, person.answers) {
      guard let code = Int(answer) else { continue }
      scores[item.code] = Double(code)
      steps[item.dimension, default: []].append(Double(item.isGood ? code - 1 : 5 - code) * 25)
    }
    let whole = steps.filter { $0.value.count == 2 }.mapValues { ($0[0] + $0[1]) / 2 }
    scores.merge(whole) { $1 }
    if whole.count >= 8 { scores["overall"] = whole.values.sorted().reduce(0, +) / Double(whole.count) }
    for (factor, points) in zip(factors, person.points ?? []) { scores[factor] = Double(points) }
    // A share of people who did not know.
    for (item, answer) in zip(items, person.answers) { scores["dk \(item.code)"] = answer == "dk" ? 1 : 0 }
    return scores
  }

  /// What one group's people have on one measure.
  struct Figures: Sendable {
    let people: Int
    let mean: Double
    /// The deviation over people, n − 1; nil for one.
    let deviation: Double?

    init(_ scores: [Double]) {
      people = scores.count
      let mean = scores.reduce(0, +) / Double(scores.count)
      self.mean = mean
      deviation =
        scores.count > 1
        ? (scores.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(scores.count - 1)).squareRoot() : nil
    }
  }

  /// Figures of every group, by measure; a group whose people all lack a measure has none on it.
  func figures() -> [Group: [String: Figures]] {
    var values: [Group: [String: [Double]]] = [:]
    for person in people {
      let scores = Self.scores(person)
      for group in person.groups {
        for (measure, score) in scores { values[group, default: [:]][measure, default: []].append(score) }
      }
    }
    return values.mapValues { $0.mapValues(Figures.init) }
  }

  /// People per group.
  func counts() -> [Group: Int] {
    people.reduce(into: [:]) { counts, person in for group in person.groups { counts[group, default: 0] += 1 } }
  }

  /// People per group with a score on a measure; with noughts.
  func counts(_ measure: String) -> [Group: Int] {
    people.reduce(into: [:]) { counts, person in
      let has = Self.scores(person)[measure] != nil
      for group in person.groups { counts[group, default: 0] += has ? 1 : 0 }
    }
  }
}
