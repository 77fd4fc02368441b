import Statistics
import Testing

@testable import Readiness

/// Which model stands for which outcome, and its numbers by the library's own models on rows written out here.
@Suite struct ModelStudyTests {
  private let people = SampleModels.People()

  private func study(
    _ request: ModelRequest, weighted: Bool = false, _ plan: ScoringPlan = SampleModels.open
  ) throws -> ModelStudy { try ModelStudy(people.responses(weighted: weighted), plan: plan, request: request) }

  /// An intercept, two types against the first, and the second sector.
  private var design: [[Double]] {
    zip(people.types, people.sectors).map { type, sector in
      [1, type == "carer" ? 1 : 0, type == "front_line_worker" ? 1 : 0, sector == "council" ? 1 : 0]
    }
  }
  private var clusters: [Int] { people.organizations.map { Int($0.dropFirst()) ?? 0 } }
  private var scores: [Double] {
    let scores = people.responses().scored(by: SampleModels.open)
    return (0..<people.types.count).map { scores.score("d01", $0) ?? .nan }
  }
  private let references = ["respondent_type": "service_user", "sector": "health"]

  @Test func `a score with organisations has least squares with CR2, and a random intercept beside it`() throws {
    let study = try study(
      ModelRequest(
        outcome: "d01", terms: ["respondent_type", "sector"], cluster: "organisation", references: references))
    let fit = try ClusterRobustRegression(design: design, values: scores, clusters: clusters)
    let random = try RandomIntercept(design: design, values: scores, clusters: clusters)
    let names = [("respondent_type", "carer"), ("respondent_type", "front_line_worker"), ("sector", "council")]
    for (place, name) in names.enumerated() {
      let row = try #require(study.row(name.0, name.1, .linearClustered))
      let wanted = fit.coefficients[place + 1]
      #expect(abs((row.estimate ?? 0) - wanted.estimate) < 1e-9 && abs((row.errors.cr2 ?? 0) - wanted.cr2) < 1e-9)
      #expect(abs((row.errors.cr1 ?? 0) - wanted.cr1) < 1e-9 && abs((row.p ?? 0) - wanted.p) < 1e-9)
      #expect(row.errorKind == "cr2" && row.status == .ok && row.clusters == 12)
      let mixed = try #require(study.row(name.0, name.1, .randomIntercept))
      #expect(abs((mixed.estimate ?? 0) - random.coefficients[place + 1]) < 1e-7)
    }
    #expect(study.rows.first?.kind == .intercept)
    let wald = try #require(fit.wald([1, 2]))
    #expect(abs((study.row(item: "wald", term: "respondent_type")?.statistic ?? 0) - wald.f) < 1e-7)
    #expect(
      abs((study.row(item: "between_clusters")?.estimate ?? 0) - random.clusterVariance) < 1e-5 * random.clusterVariance
    )
    #expect(study.people == 96 && study.withoutOutcome == 0 && study.clusters == 12)
  }

  @Test func `without organisations the errors are HC3`() throws {
    let study = try study(
      ModelRequest(outcome: "d01", terms: ["respondent_type", "sector"], references: references))
    let fit = try LinearRegression(design: design, values: scores)
    #expect(study.rows.allSatisfy { $0.model == .linear && $0.clusters == nil })
    let row = try #require(study.row("sector", "council"))
    #expect(abs((row.estimate ?? 0) - fit.coefficients[3].estimate) < 1e-9)
    #expect(abs((row.standardError ?? 0) - fit.coefficients[3].hc3) < 1e-9 && row.errorKind == "hc3")
  }

  @Test func `an item has proportional odds: profile intervals alone, CR1 with organisations, a test of each term`()
    throws
  {
    let answers = people.answers.map { (Int($0.prefix(1)) ?? 1) - 1 }
    let rows = design.map { Array($0.dropFirst()) }
    let request = ModelRequest(outcome: "d01a", terms: ["respondent_type", "sector"], references: references)
    let plain = try study(request)
    let fit = try OrdinalRegression(design: rows, responses: answers, categoryCount: 5)
    let byCluster = try OrdinalRegression(design: rows, responses: answers, categoryCount: 5, clusters: clusters)
    let row = try #require(plain.row("respondent_type", "carer"))
    let wanted = fit.coefficients[0]
    #expect(abs((row.estimate ?? 0) - wanted.estimate) < 1e-7 && row.intervalMethod == "profile")
    #expect(abs((row.interval?.upper ?? 0) - (wanted.interval?.upper ?? 9)) < 1e-6)
    #expect(abs((row.oddsRatio ?? 0) - wanted.oddsRatio) < 1e-6)
    let ratio = try fit.likelihoodRatio(dropping: [0, 1])
    #expect(
      abs((plain.row(item: "likelihood_ratio", term: "respondent_type")?.statistic ?? 0) - ratio.chiSquared) < 1e-6)
    let check = try fit.proportionality(of: [2])
    #expect(abs((plain.row(item: "proportional_odds", term: "sector")?.statistic ?? 0) - check.test.chiSquared) < 1e-6)
    #expect(plain.rows.filter { $0.kind == .cut }.map(\.item) == ["1|2", "2|3", "3|4", "4|5"])
    #expect(plain.rows.count { $0.kind == .coefficientAtCut } == 12)

    var clustered = request
    clustered.cluster = "organisation"
    let robust = try #require(try study(clustered).row("respondent_type", "carer"))
    #expect(abs((robust.errors.cr1 ?? 0) - (byCluster.coefficients[0].robust?.standardError ?? 1)) < 1e-7)
    #expect(robust.degreesOfFreedom == 11 && robust.intervalMethod == "t")
  }

  @Test func `a score of one item is that item`() throws {
    let people = SampleModels.People()
    let single = Sample.instrument(
      form: "one", dimensions: ["d01", "d02"],
      items: [Sample.item("d01a", "d01", "cm"), Sample.item("d02a", "d02", "as"), Sample.item("d02b", "d02", "as")])
    let responses = Sample.responses(
      to: single, answers: people.answers.map { $0.split(separator: " ").prefix(3).joined(separator: " ") },
      organizations: people.organizations, types: people.types)
    func study(_ outcome: String) throws -> ModelStudy {
      try ModelStudy(
        responses, plan: SampleModels.open, request: ModelRequest(outcome: outcome, terms: ["respondent_type"]))
    }
    let (score, item) = (try study("d01"), try study("d01a"))
    #expect(score.rows == item.rows && score.rows.allSatisfy { $0.model == .proportionalOdds && $0.outcome == "d01a" })
    #expect(try study("d02").rows.allSatisfy { $0.model == .linear && $0.outcome == "d02" })
  }

  @Test func `the group with most people is held against`() throws {
    var people = SampleModels.People()
    people.types[0] = "carer"
    let responses = people.responses()
    let study = try ModelStudy(
      responses, plan: SampleModels.open, request: ModelRequest(outcome: "d01a", terms: ["respondent_type"]))
    let most = Dictionary(people.types.map { ($0, 1) }, uniquingKeysWith: +).max { $0.value < $1.value }?.key
    #expect(study.terms.map(\.reference) == [most].compactMap(\.self))
  }

  @Test func `a sample that was drawn has estimates of its population`() throws {
    let request = ModelRequest(
      outcome: "d01", terms: ["respondent_type"], cluster: "organisation", strata: "sector",
      population: ["health": 20, "council": 30], references: ["respondent_type": "service_user"])
    let study = try study(request, weighted: true)
    let sectors = people.sectors.map { $0 == "health" ? 0 : 1 }
    let drawn = try SamplingDesign(
      weights: SamplingWeights(people.weights), clusters: clusters, strata: sectors, populationClusters: [0: 20, 1: 30])
    let fit = try DesignRegression(
      rows: [[1, 0, 0], [1, 1, 0], [1, 0, 1]],
      rowOf: people.types.map { Int32(SampleModels.types.firstIndex(of: $0) ?? 0) }, values: scores, drawn)
    let row = try #require(study.row("respondent_type", "carer"))
    #expect(abs((row.estimate ?? 0) - fit.coefficients[1].estimate) < 1e-9)
    #expect(abs((row.errors.design ?? 0) - fit.coefficients[1].standardError) < 1e-9)
    let mean = try DesignEstimate(meanOf: scores, drawn)
    let all = try #require(study.rows.first { $0.kind == .mean && $0.term == nil })
    #expect(abs((all.estimate ?? 0) - mean.value) < 1e-9 && abs((all.standardError ?? 0) - mean.standardError) < 1e-9)
    let kish = SamplingWeights(people.weights).effectiveCount
    #expect(abs((study.row(item: "effective_people")?.estimate ?? 0) - kish) < 1e-9)
    #expect(study.row(item: "rank_test")?.p != nil && study.isDesigned)
    var item = request
    item.outcome = "d01a"
    let odds = try ModelStudy(people.responses(weighted: true), plan: SampleModels.open, request: item)
    #expect(odds.row(item: "rao_scott")?.p != nil && odds.row("respondent_type", "carer")?.model == .designOdds)
  }

  @Test func `raked weights meet the known sizes`() throws {
    let study = try study(
      ModelRequest(
        outcome: "d01", terms: ["sector"],
        margins: [.init(column: "sector", sizes: ["health": 900, "council": 100])]))
    // Of the known sizes nothing is left to chance: the mean of everybody is that of the sectors, nine to one.
    let means = ["health", "council"].map { sector in
      let own = zip(scores, people.sectors).filter { $0.1 == sector }.map(\.0)
      return own.reduce(0, +) / Double(own.count)
    }
    let all = study.rows.first { $0.kind == .mean && $0.term == nil }?.estimate ?? 0
    #expect(abs(all - (0.9 * means[0] + 0.1 * means[1])) < 1e-9)
  }

  @Test func `fewer than six organisations give no error, and a group in one organisation none either`() throws {
    let few = SampleModels.People(organizations: 5)
    let item = try ModelStudy(
      few.responses(), plan: SampleModels.open,
      request: ModelRequest(outcome: "d01a", terms: ["respondent_type"], cluster: "organisation"))
    #expect(
      item.rows.filter { $0.kind == .coefficient }.allSatisfy {
        $0.status == .notTestable && $0.p == nil && $0.standardError == nil
      })
    let score = try ModelStudy(
      few.responses(), plan: SampleModels.open,
      request: ModelRequest(outcome: "d01", terms: ["respondent_type"], cluster: "organisation"))
    #expect(score.rows.allSatisfy { $0.status == .notTestable && $0.p == nil && $0.estimate == nil })
    var alone = SampleModels.People()
    alone.sectors = alone.organizations.map { $0 == "O3" ? "housing" : "council" }
    let study = try ModelStudy(
      alone.responses(), plan: SampleModels.open,
      request: ModelRequest(outcome: "d01", terms: ["sector"], cluster: "organisation"))
    let row = try #require(study.row("sector", "housing", .linearClustered))
    #expect(row.status == .notTestable && row.p == nil && row.standardError == nil && row.estimate != nil)
  }

  @Test func `an intercept from one organisation has no error, nor has anything that is held against it`() throws {
    var people = SampleModels.People()
    people.sectors = people.organizations.map { $0 == "O3" ? "housing" : "council" }
    let request = ModelRequest(
      outcome: "d01", terms: ["sector"], cluster: "organisation", references: ["sector": "housing"])
    for weighted in [false, true] {
      let study = try ModelStudy(people.responses(weighted: weighted), plan: SampleModels.open, request: request)
      let told = study.rows.filter { $0.kind == .intercept || $0.kind == .coefficient }
      #expect(!told.isEmpty)
      for row in told {
        #expect(row.status == .notTestable && row.estimate != nil)
        #expect(row.standardError == nil && row.p == nil && row.interval == nil && row.statistic == nil)
      }
      #expect(study.rows.filter { $0.kind == .test }.allSatisfy { $0.p == nil })
      // Nor is its mean that of a census: nobody else of its people was asked.
      for row in study.rows where row.kind == .mean && row.level == "housing" {
        #expect(row.estimate != nil && row.interval == nil && !row.note.english.contains("Everybody was asked"))
      }
    }
    // Beside another reference the group alone loses its error; the other one's mean keeps its own.
    var other = request
    other.references = ["sector": "council"]
    let study = try ModelStudy(people.responses(weighted: true), plan: SampleModels.open, request: other)
    #expect(study.rows.first { $0.kind == .intercept }?.interval != nil)
    #expect(study.rows.first { $0.kind == .mean && $0.level == "council" }?.interval != nil)
    #expect(study.row("sector", "housing")?.interval == nil && study.row(item: "rank_test")?.p == nil)
  }

  @Test func `without weights everybody stands for a share of the known number of their stratum`() throws {
    // Six organisations of each sector, out of 60 and of 12: by hand nine means of ten are the first sector's, as it has as many people.
    let request = ModelRequest(
      outcome: "d01", terms: ["respondent_type"], cluster: "organisation", strata: "sector",
      population: ["health": 60, "council": 12])
    let means = ["health", "council"].map { sector in
      let own = zip(scores, people.sectors).filter { $0.1 == sector }.map(\.0)
      return own.reduce(0, +) / Double(own.count)
    }
    let all = try study(request).rows.first { $0.kind == .mean && $0.term == nil }?.estimate
    #expect(abs((all ?? 0) - (60 * means[0] + 12 * means[1]) / 72) < 1e-9)
    var half = request
    half.population = ["health": 60]
    #expect(throws: ModelRequestFault.self) { try study(half) }
  }

  @Test func `below six clusters a design has errors, and degrees of freedom of the clusters that a group is in`()
    throws
  {
    let few = SampleModels.People(organizations: 5)
    let study = try ModelStudy(
      few.responses(weighted: true), plan: SampleModels.open,
      request: ModelRequest(outcome: "d01", terms: ["sector"], cluster: "organisation"))
    // Three organisations are of health and two are of councils.
    for (level, clusters) in [("health", 3.0), ("council", 2)] {
      let row = try #require(study.rows.first { $0.kind == .mean && $0.level == level })
      #expect(row.degreesOfFreedom == clusters - 1 && row.interval != nil)
      #expect(row.note.english.contains("Fewer than four degrees of freedom"))
    }
  }

  @Test func `cuts that a group has nobody beyond are no separation, and the test of one odds ratio says so`() throws {
    var people = people
    people.sectors = people.organizations.map { $0 == "O1" || $0 == "O2" ? "housing" : "council" }
    people.answers = zip(people.answers, people.sectors).enumerated().map { place, pair in
      (pair.1 == "housing" ? ["2", "3"][place % 2] : String(pair.0.prefix(1))) + pair.0.dropFirst()
    }
    let study = try ModelStudy(
      people.responses(), plan: SampleModels.open, request: ModelRequest(outcome: "d01a", terms: ["sector"]))
    #expect(study.row("sector", "housing")?.estimate != nil)
    let test = try #require(study.row(item: "proportional_odds"))
    #expect(test.p == nil && test.status == .notTestable && test.note.english.contains("At one of the cuts"))
    #expect(study.rows.allSatisfy { !$0.note.english.contains("only the highest") })
  }

  @Test func `a reference that may not be shown alone is refused, not replaced without a word`() throws {
    var people = SampleModels.People()
    for person in [0, 9, 20] { people.sectors[person] = "housing" }
    let request = ModelRequest(outcome: "d01", terms: ["sector"], references: ["sector": "housing"])
    #expect(throws: ModelRequestFault.self) {
      try ModelStudy(people.responses(), plan: SampleModels.closed, request: request)
    }
    #expect(
      try ModelStudy(people.responses(), plan: SampleModels.open, request: request).terms.first?.reference == "housing")
  }

  @Test func `a separated table is a status that names the term and the group, never a number`() throws {
    var people = people
    people.sectors = people.organizations.map { $0 == "O1" || $0 == "O2" ? "housing" : "council" }
    people.answers = zip(people.answers, people.sectors).map { answers, sector in
      let first = sector == "housing" ? "5" : "\(min(4, Int(answers.prefix(1)) ?? 1))"
      return first + answers.dropFirst()
    }
    let study = try ModelStudy(
      people.responses(), plan: SampleModels.open, request: ModelRequest(outcome: "d01a", terms: ["sector"]))
    let row = try #require(study.row("sector", "housing"))
    #expect(row.status == .separated && row.estimate == nil && row.p == nil && row.oddsRatio == nil)
    #expect(row.note.english.hasPrefix("sector (housing) separates the answers"))
    // That everybody of a group gave one answer is for nobody else to read.
    let closed = try ModelStudy(
      people.responses(), plan: SampleModels.closed, request: ModelRequest(outcome: "d01a", terms: ["sector"]))
    #expect(closed.rows.allSatisfy { $0.status == .suppressed && $0.estimate == nil && $0.n == nil })
    #expect(closed.rows.allSatisfy { !$0.note.english.contains("housing") })
  }

  @Test func `slips are named, with a way out`() throws {
    func message(_ request: ModelRequest) -> String {
      do {
        _ = try study(request)
        return ""
      } catch { return "\(error)" }
    }
    #expect(message(ModelRequest(outcome: "d1", terms: ["sector"])).contains("no measure or item is called “d1”"))
    #expect(message(ModelRequest(outcome: "d01", terms: ["sectr"])).contains("did you mean “sector”"))
    #expect(message(ModelRequest(outcome: "d01", terms: ["respondent_id"])).contains("tells people apart"))
    #expect(message(ModelRequest(outcome: "d01", terms: ["organisation"])).contains("--cluster"))
    #expect(message(ModelRequest(outcome: "d01", terms: ["d01a"])).contains("is an item"))
    #expect(
      message(ModelRequest(outcome: "d01", terms: ["respondent_type", "roll_up"])).contains(
        "follow from the other terms"))
    #expect(message(ModelRequest(outcome: "d01", terms: [])).contains("needs a term"))
    #expect(
      message(ModelRequest(outcome: "d01", terms: ["sector"], references: ["sector": "helth"])).contains("“health”"))
    #expect(
      message(ModelRequest(outcome: "d01", terms: ["sector"], cluster: "organisation", population: ["": 3]))
        .contains("smaller than what was drawn"))
    var one = people
    one.sectors = one.sectors.map { _ in "health" }
    #expect(throws: ModelRequestFault.self) {
      try ModelStudy(
        one.responses(), plan: SampleModels.open, request: ModelRequest(outcome: "d01", terms: ["sector"]))
    }
    var remarks = people
    remarks.sectors = remarks.sectors.indices.map { "remark number \($0)" }
    do {
      _ = try ModelStudy(
        remarks.responses(), plan: SampleModels.open, request: ModelRequest(outcome: "d01", terms: ["sector"]))
      Issue.record("96 remarks are no groups")
    } catch {
      #expect("\(error)".contains("“sector” has 96 different values") && !"\(error)".contains("remark number"))
    }
    // Strata that are remarks are not listed either.
    do {
      _ = try ModelStudy(
        remarks.responses(), plan: SampleModels.open,
        request: ModelRequest(outcome: "d01", terms: ["respondent_type"], strata: "sector", population: ["nowhere": 9]))
      Issue.record("nowhere is no stratum")
    } catch { #expect("\(error)".contains("nowhere") && !"\(error)".contains("remark number")) }
    #expect(
      message(ModelRequest(outcome: "d01", terms: ["respondent_type"], strata: "sector", population: ["": 9])).contains(
        "write stratum=number"))
  }
}
