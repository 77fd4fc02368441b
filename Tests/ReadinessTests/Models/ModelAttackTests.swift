import Foundation
import Testing

@testable import Readiness

/// A reader who solves models for numbers of people and for means that are hidden, over seeded cohorts.
///
/// The truth is counted from the people; what the reader does is arithmetic of this file alone. Everything that the reader uses besides
/// the model is what `scores.csv` prints: people and means of groups over the cohort, and of organisations that are shown.
@Suite struct ModelAttackTests {
  /// People of each type in each organisation; every organisation is the only one of its sector, or one of several.
  private struct Cohort {
    var people = SampleModels.People(organizations: 0)
    let cells: [[Int]]

    /// - Parameters:
    ///   - cells: people by organisation and type.
    ///   - sectors: the sector of each organisation.
    init(_ cells: [[Int]], sectors: [String], seed: UInt64) {
      self.cells = cells
      var random = RandomStream(seed: seed)
      for (organization, own) in cells.enumerated() {
        let level = [0.9, -0.6, 0.3, -0.9][organization % 4]
        for (type, count) in own.enumerated() {
          for _ in 0..<count {
            people.organizations.append("O\(organization)")
            people.types.append(SampleModels.types[type])
            people.sectors.append(sectors[organization])
            people.weights.append(1)
            people.answers.append(
              (0..<6).map { _ in "\(min(5, max(1, Int((3 + level + 1.2 * random.normal()).rounded()))))" }
                .joined(separator: " "))
          }
        }
      }
    }

    func study(_ request: ModelRequest, _ plan: ScoringPlan) throws -> ModelStudy {
      try ModelStudy(people.responses(), plan: plan, request: request)
    }

    var scores: [Double] {
      let scores = people.responses().scored(by: SampleModels.open)
      return people.types.indices.map { scores.score("d01", $0) ?? .nan }
    }

    /// People and sum of the scores of those who meet a condition.
    func sum(_ isIn: (Int) -> Bool) -> (people: Int, sum: Double) {
      let own = people.types.indices.filter(isIn)
      return (own.count, own.reduce(0) { $0 + scores[$1] })
    }
  }

  /// Every way to put so many people into so many places.
  private func ways(_ people: Int, _ places: Int) -> [[Int]] {
    guard places > 1 else { return [[people]] }
    return (0...people).flatMap { first in ways(people - first, places - 1).map { [first] + $0 } }
  }

  /// Half of the last digit that a number is printed with.
  private func half(_ number: Double) -> Double {
    // The effect of a reference is 0 by itself.
    guard number != 0 else { return 0 }
    let decimals = "\(number)".split(separator: ".").last.map(String.init) ?? ""
    return decimals.count > 6 ? 1e-9 : decimals == "0" ? 0.5 : 0.5 * pow(10, -Double(decimals.count))
  }

  /// The ways to spread the people of a type over the sectors that fit the normal equation of the type.
  private func spreads(_ study: ModelStudy, _ cohort: Cohort, type: String, _ sectors: [String]) -> [[Int]]? {
    let rows = study.rows.filter { $0.model == .linear || $0.model == .linearClustered }
    guard let intercept = rows.first(where: { $0.kind == .intercept })?.estimate,
      sectors.allSatisfy({ name in study.terms.contains { $0.levels.contains(name) } })
    else { return nil }
    func effect(_ term: String, _ level: String) -> Double {
      rows.first { $0.kind == .coefficient && $0.term == term && $0.level == level }?.estimate ?? 0
    }
    let all = cohort.sum { cohort.people.types[$0] == type }
    let effects = sectors.map { effect("sector", $0) }
    let wanted = all.sum - Double(all.people) * (intercept + effect("respondent_type", type))
    let slack =
      Double(all.people)
      * ([intercept, effect("respondent_type", type)] + effects).reduce(1e-6) {
        $0 + half($1)
      }
    return ways(all.people, sectors.count).filter { way in
      abs(Self.product(way.map(Double.init), effects) - wanted) <= slack
    }
  }

  private static let crossed = ModelRequest(
    outcome: "d01", terms: ["respondent_type", "sector"],
    references: ["respondent_type": "service_user", "sector": "council"])

  @Test(arguments: 0..<8)
  func `of two terms nobody solves the normal equations for the people of a type in the one organisation of a sector`(
    _ seed: Int
  ) throws {
    let sectors = ["council", "health", "charity"]
    let cohort = Cohort([[4, 7, 3], [8, 2, 4], [3, 6, 2]], sectors: sectors, seed: UInt64(seed))
    var request = Self.crossed
    request.references = [:]
    let closed = try cohort.study(request, SampleModels.closed)
    #expect(closed.refusal != .empty && closed.rows.allSatisfy { $0.estimate == nil && $0.errors == ModelRow.Errors() })
    let open = try cohort.study(request, SampleModels.open)
    for (place, type) in SampleModels.types.enumerated() {
      #expect(spreads(closed, cohort, type: type, sectors) == nil)
      #expect(spreads(open, cohort, type: type, sectors) == [cohort.cells.map { $0[place] }])
    }
  }

  /// Two types by two organisations: numbers from the estimates, and from HC3 the sums of squares of cells of two and three people.
  @Test(arguments: 0..<6)
  func `of two by two no HC3 gives the sum of squares of two people`(_ seed: Int) throws {
    let cohort = Cohort([[2, 10], [8, 3]], sectors: ["council", "health"], seed: UInt64(40 + seed))
    var request = Self.crossed
    request.references = ["respondent_type": "service_user", "sector": "council"]
    let open = try cohort.study(request, SampleModels.open)
    let rows = open.rows.filter { $0.kind == .intercept || $0.kind == .coefficient }
    let b = rows.compactMap(\.estimate)
    let hc3 = rows.compactMap(\.errors.hc3)
    let design: [[Double]] = [[1, 0, 0], [1, 1, 0], [1, 0, 1], [1, 1, 1]]
    var x = [[Double]](repeating: [0, 0, 0], count: 3)
    for (row, count) in zip(design, [2.0, 10, 8, 3]) {
      for i in 0..<3 {
        for j in 0..<3 { x[i][j] += count * row[i] * row[j] }
      }
    }
    let inverse = Self.inverse(x)
    let scores = cohort.scores
    var told = [Double](repeating: 0, count: 3)
    var residual = 0.0
    for (row, cell) in zip(design, [("service_user", "O0"), ("carer", "O0"), ("service_user", "O1"), ("carer", "O1")]) {
      let fitted = Self.product(row, b)
      var squares = 0.0
      for person in scores.indices
      where cohort.people.types[person] == cell.0 && cohort.people.organizations[person] == cell.1 {
        squares += (scores[person] - fitted) * (scores[person] - fitted)
      }
      let made = inverse.map { Self.product($0, row) }
      let rest = 1 - Self.product(made, row)
      for column in 0..<3 { told[column] += made[column] * made[column] * squares / (rest * rest) }
      residual += squares
    }
    // Sums of squares of four cells, two and three people among them, in the four equations of the errors in pilot mode.
    for column in 0..<3 {
      #expect(abs(told[column].squareRoot() - hc3[column]) < 1e-6)
      let classical = try #require(rows[column].errors.model)
      #expect(abs((residual / 20 * inverse[column][column]).squareRoot() - classical) < 1e-6)
    }
    let closed = try cohort.study(request, SampleModels.closed)
    #expect(closed.rows.allSatisfy { $0.errors == ModelRow.Errors() && $0.standardError == nil && $0.n == nil })
  }

  private static func product(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for (x, y) in zip(a, b) { sum += x * y }
    return sum
  }

  /// A matrix of three rows, by cofactors.
  private static func inverse(_ m: [[Double]]) -> [[Double]] {
    func minor(_ i: Int, _ j: Int) -> Double {
      let (r, c) = ((0..<3).filter { $0 != i }, (0..<3).filter { $0 != j })
      let value = m[r[0]][c[0]] * m[r[1]][c[1]] - m[r[0]][c[1]] * m[r[1]][c[0]]
      return (i + j) % 2 == 0 ? value : -value
    }
    let whole = product(m[0], (0..<3).map { minor(0, $0) })
    return (0..<3).map { i in (0..<3).map { minor($0, i) / whole } }
  }

  @Test(arguments: [true, false])
  func `an organisation alone in its sector is not solved for, with organisations as clusters or without`(
    _ isClustered: Bool
  ) throws {
    var cells = (0..<24).map { [2 + $0 % 3, 2 + ($0 / 2) % 3, 1 + $0 % 2] }
    cells[0] = [3, 8, 4]
    let cohort = Cohort(cells, sectors: (0..<24).map { $0 == 0 ? "health" : "council" }, seed: 3)
    var request = Self.crossed
    request.cluster = isClustered ? "organisation" : nil
    let closed = try cohort.study(request, SampleModels.closed)
    let open = try cohort.study(request, SampleModels.open)
    for (place, type) in SampleModels.types.enumerated() {
      #expect(spreads(closed, cohort, type: type, ["council", "health"]) == nil)
      #expect(spreads(open, cohort, type: type, ["council", "health"])?.map { $0[1] } == [cells[0][place]])
    }
    #expect(closed.refusal.english.contains("leave a term out"))
  }

  @Test func `where enough people of enough organisations are in every cell two terms are told`() throws {
    let people = SampleModels.People()
    let request = ModelRequest(outcome: "d01", terms: ["respondent_type", "sector"])
    let closed = try ModelStudy(people.responses(), plan: SampleModels.closed, request: request)
    let open = try ModelStudy(people.responses(), plan: SampleModels.open, request: request)
    // Sixteen of each type in each sector, from six organisations.
    #expect(closed.refusal == .empty && closed.rows.map(\.estimate) == open.rows.map(\.estimate))
    // One carer fewer than the minimum in a sector puts levels together.
    var few = people
    let carers = few.types.indices.filter { few.types[$0] == "carer" && few.sectors[$0] == "health" }
    for person in carers.dropFirst(4) { few.types[person] = "service_user" }
    let pooled = try ModelStudy(few.responses(), plan: SampleModels.closed, request: request)
    #expect(pooled.rows.allSatisfy { $0.level != "carer" })
    #expect(pooled.terms.first?.hidden.contains("carer") == true && pooled.refusal == .empty)
  }

  /// Six organisations as strata of known size; so many of them have fewer people than the minimum.
  private func strata(_ sizes: [Int], seed: UInt64) -> (cohort: Cohort, request: ModelRequest) {
    let cohort = Cohort(
      sizes.map { [$0 / 2, $0 - $0 / 2, 0] }, sectors: sizes.indices.map { "s\($0 % 2)" }, seed: seed)
    let known = Dictionary(uniqueKeysWithValues: sizes.indices.map { ("O\($0)", [60, 75, 11, 29, 7, 37][$0]) })
    return (
      cohort, ModelRequest(outcome: "d01", terms: ["respondent_type"], strata: "organisation", population: known)
    )
  }

  /// The numbers of people in the small strata that fit Kish's number.
  private func counts(_ study: ModelStudy, _ sizes: [Int], _ request: ModelRequest) -> [[Int]]? {
    guard let told = study.row(item: "effective_people")?.estimate else { return nil }
    let small = sizes.indices.filter { sizes[$0] < 10 }
    let rest = small.reduce(0) { $0 + sizes[$1] }
    return ways(rest, small.count).filter { way in
      guard !way.contains(0) else { return false }
      var people = sizes
      for (place, count) in zip(small, way) { people[place] = count }
      let known = people.indices.map { Double(request.population["O\($0)"] ?? 0) }
      let total = known.reduce(0, +)
      let squares = Self.product(known, zip(known, people).map { $0 / Double($1) })
      return abs(total * total / squares - told) < 1e-7
    }
  }

  @Test func `strata of known size: no effective number of people counts those of hidden organisations`() throws {
    let sizes = [28, 28, 4, 7, 3, 9]
    let (cohort, request) = strata(sizes, seed: 9)
    let plan = ScoringPlan(draws: 20, permutations: 99, disclosure: .public)
    let open = try cohort.study(request, SampleModels.open)
    #expect(counts(open, sizes, request) == [[4, 7, 3, 9]])
    let closed = try cohort.study(request, plan)
    #expect(closed.refusal == .empty && counts(closed, sizes, request) == nil)
    for row in closed.rows {
      #expect(row.kind != .weights && row.denominator == nil)
      #expect(row.degreesOfFreedom == nil || row.item == "wald" || row.item == "rank_test")
      // A group's error would count the organisations that it is in.
      #expect(row.kind != .mean || row.term == nil || (row.standardError == nil && row.interval == nil))
    }
    // One digit of the error: steps of half of it at least.
    let (told, full) = try (#require(closed.rows.first?.estimate), #require(open.rows.first))
    let error = try #require(full.standardError)
    let steps = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10].filter { abs(told / $0 - (told / $0).rounded()) < 1e-9 }
    #expect(try #require(steps.last) >= error / 2)
  }

  @Test func `four hidden strata, one of which has most of their weight: nothing is told`() throws {
    let (cohort, known) = strata([28, 28, 4, 7, 3, 9], seed: 9)
    var request = known
    let plan = ScoringPlan(draws: 20, permutations: 99, disclosure: .public)
    #expect(try cohort.study(request, plan).refusal == .empty)
    // Of 447 people whom the four stand for this one has 400: the weighted mean of the four is its own, or nearly.
    request.population["O5"] = 400
    #expect(try cohort.study(request, plan).refusal == ModelTelling.refusal)
  }

  /// Of two hidden organisations weighted and plain mean are two equations in two sums.
  @Test(arguments: 0..<4)
  func `two hidden strata of known size: nothing is told`(_ seed: Int) throws {
    let sizes = [28, 28, 4, 12, 6, 14]
    let (cohort, request) = strata(sizes, seed: UInt64(60 + seed))
    let open = try cohort.study(request, SampleModels.open)
    let mean = try #require(open.rows.first { $0.kind == .mean && $0.term == nil }?.estimate)
    let weight = sizes.indices.map { Double(request.population["O\($0)"] ?? 0) / Double(sizes[$0]) }
    let sums = sizes.indices.map { place in cohort.sum { cohort.people.organizations[$0] == "O\(place)" }.sum }
    let total = Self.product(weight, sizes.map(Double.init))
    // The reader has the sum of the two and the weighted one, and finds the first of the two.
    let plain = sums[2] + sums[4]
    let shown = [0, 1, 3, 5]
    let weighted = mean * total - Self.product(shown.map { weight[$0] }, shown.map { sums[$0] })
    #expect(abs((weighted - weight[4] * plain) / (weight[2] - weight[4]) - sums[2]) < 1e-6)
    let closed = try cohort.study(request, SampleModels.closed)
    #expect(closed.refusal == ModelTelling.refusal)
    #expect(closed.rows.allSatisfy { $0.estimate == nil && $0.status == .suppressed && $0.p == nil })
  }

  /// Of a region's organisations all but one are shown: its sum is the region's less theirs.
  @Test func `regions of known size, one of them a hidden organisation: nothing is told`() throws {
    let cohort = Cohort(
      [[14, 14, 0], [14, 14, 0], [2, 2, 0], [6, 6, 0], [7, 7, 0]], sectors: ["n", "n", "s", "e", "s"], seed: 77)
    let request = ModelRequest(
      outcome: "d01", terms: ["respondent_type"],
      margins: [.init(column: "sector", sizes: ["n": 300, "s": 90, "e": 400])])
    let open = try cohort.study(request, SampleModels.open)
    let all = try #require(open.rows.first { $0.kind == .mean && $0.term == nil }?.estimate)
    // O2 has four people, and O3 or O4 is hidden with it: what is known of the sectors gives the mean of e.
    let sums = ["n", "s", "e"].map { sector in cohort.sum { cohort.people.sectors[$0] == sector } }
    let mean = (790 * all - 300 * sums[0].sum / 56 - 90 * sums[1].sum / 18) / 400
    #expect(abs(mean - sums[2].sum / 12) < 1e-6)
    let organizations = try Assessment(cohort.people.responses(), plan: SampleModels.closed).scores.filter {
      $0.level == .organization && $0.groupBy == nil && $0.measure == "d01" && $0.weighting == .respondents
    }
    #expect(organizations.first { $0.organization == "O3" }?.estimate.value == nil)
    let closed = try cohort.study(request, SampleModels.closed)
    #expect(closed.refusal == ModelTelling.refusal)
  }

  @Test func `known sizes of groups of which one person answered: nothing is told`() throws {
    var people = SampleModels.People()
    people.sectors[5] = "housing"
    let request = ModelRequest(
      outcome: "d01", terms: ["respondent_type"],
      margins: [.init(column: "sector", sizes: ["health": 900, "council": 100, "housing": 40])])
    let open = try ModelStudy(people.responses(), plan: SampleModels.open, request: request)
    // All 1,040 people less those of the sectors that are shown: forty times the score of one person.
    let scores = people.responses().scored(by: SampleModels.open)
    func mean(_ sector: String) -> Double {
      let own = people.sectors.indices.filter { people.sectors[$0] == sector }.compactMap { scores.score("d01", $0) }
      return own.reduce(0, +) / Double(own.count)
    }
    let all = try #require(open.rows.first { $0.kind == .mean && $0.term == nil }?.estimate)
    let alone = (all * 1_040 - 900 * mean("health") - 100 * mean("council")) / 40
    #expect(abs(alone - (scores.score("d01", 5) ?? -1)) < 1e-6)
    let closed = try ModelStudy(people.responses(), plan: SampleModels.closed, request: request)
    #expect(closed.refusal == ModelTelling.refusal && closed.rows.allSatisfy { $0.estimate == nil })
  }

  /// One person of a type in each of twelve organisations: twelve people, twelve clusters, eleven degrees of freedom.
  @Test(arguments: [true, false])
  func `no degrees of freedom say that a type has one person in each organisation`(_ isWeighted: Bool) throws {
    let cohort = Cohort(
      (0..<12).map { [3 + $0 % 3, 3, 1] }, sectors: (0..<12).map { "s\($0 % 2)" }, seed: 21)
    let request = ModelRequest(outcome: "d01", terms: ["respondent_type"], cluster: "organisation")
    var people = cohort.people
    people.weights = people.weights.indices.map { [1, 2, 3][$0 % 3] }
    func study(_ plan: ScoringPlan) throws -> ModelStudy {
      try ModelStudy(people.responses(weighted: isWeighted), plan: plan, request: request)
    }
    func freedom(_ study: ModelStudy) -> [Double] {
      study.rows.filter { $0.level == "front_line_worker" && ($0.kind == .mean || $0.model == .linearClustered) }
        .compactMap(\.degreesOfFreedom).map { $0.rounded() }
    }
    #expect(try freedom(study(SampleModels.open)).first == 11)
    let closed = try study(SampleModels.closed)
    #expect(closed.refusal == .empty && freedom(closed).isEmpty)
    #expect(closed.rows.contains { $0.level == "front_line_worker" && $0.estimate != nil && $0.nLevel == 12 })
    #expect(closed.rows.allSatisfy { $0.denominator == nil })
  }

  @Test func `a stratum with one person is not named`() throws {
    var people = SampleModels.People()
    people.organizations[5] = "Alone"
    let request = ModelRequest(outcome: "d01", terms: ["respondent_type"], strata: "organisation")
    #expect(try ModelStudy(people.responses(), plan: SampleModels.open, request: request).lonelyStrata == ["Alone"])
    #expect(try ModelStudy(people.responses(), plan: SampleModels.closed, request: request).lonelyStrata.isEmpty)
  }
}
