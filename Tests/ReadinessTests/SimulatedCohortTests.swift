import Readiness
import Survey
import TestSupport
import Testing

/// A simulated cohort is valid, repeatable, and built as it says; its truth is what large samples approach.
struct SimulatedCohortTests {
  static func standard() throws -> Instrument { try Instrument(folder: Repository.url("Surveys/barriers-standard")) }

  /// The cells of a response file, for texts without quotation marks.
  static func rows(_ bytes: [UInt8]) -> [[Substring]] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
  }

  @Test func sameSeedSameBytesOtherSeedOtherBytes() throws {
    let instrument = try Self.standard()
    func bytes(_ seed: UInt64) throws -> [UInt8] {
      let cohort = try SimulatedCohort(instrument: instrument, organizations: 3, respondents: 20, seed: seed)
      return cohort.responsesCSV() + cohort.truthCSV()
    }
    #expect(try bytes(7) == bytes(7))
    #expect(try bytes(7) != bytes(8))
  }

  @Test func piecesMakeTheWholeFile() throws {
    let cohort = try SimulatedCohort(instrument: Self.standard(), organizations: 2, respondents: 3_000, seed: 1)
    var pieces: [[UInt8]] = []
    cohort.writeResponses { pieces.append($0) }
    #expect(pieces.count > 2)
    #expect(Array(pieces.joined()) == cohort.responsesCSV())
  }

  @Test func sizesAddUpAndDiffer() throws {
    let cohort = try SimulatedCohort(instrument: Self.standard(), organizations: 24, respondents: 200, seed: 1)
    let sizes = cohort.organizations.map(\.respondents)
    #expect(sizes.reduce(0, +) == 200)
    #expect(sizes.allSatisfy { $0 >= 1 })
    #expect(sizes.contains { $0 < 5 })
    #expect(sizes.contains { $0 > 10 })
    #expect(Self.rows(cohort.responsesCSV()).count == 201)
  }

  @Test func everyOrganisationHasTheMixOfTypesToWithinOnePerson() throws {
    let cohort = try SimulatedCohort(instrument: Self.standard(), organizations: 4, respondents: 400, seed: 3)
    #expect(cohort.types.map(\.share).reduce(0, +).distance(to: 1).magnitude < 1e-12)
    for organization in cohort.organizations {
      let types = Self.rows(cohort.responsesCSV()).filter { $0[1] == organization.name }.map { $0[2] }
      for type in cohort.types {
        let count = Double(types.count { $0 == type.code })
        #expect((count - type.share * Double(types.count)).magnitude < 1 + 1e-9)
      }
    }
  }

  /// Fives from nought to a hundred that add up to a hundred, about half of them nought.
  @Test func allocationsAddUpToAHundred() throws {
    let budget = try Instrument(folder: Repository.url("Surveys/budget"))
    let cohort = try SimulatedCohort(instrument: budget, organizations: 2, respondents: 300, seed: 5, missing: 0.2)
    let allocations = Self.rows(cohort.responsesCSV()).dropFirst().map { $0.suffix(11) }
    let given = allocations.filter { !$0.allSatisfy(\.isEmpty) }.map { $0.compactMap { Int($0) } }
    #expect(given.allSatisfy { $0.count == 11 && $0.reduce(0, +) == 100 && $0.allSatisfy { $0 >= 0 && $0 % 5 == 0 } })
    let zeros = Double(given.joined().count { $0 == 0 }) / Double(given.count * 11)
    #expect((0.4...0.7).contains(zeros))
    #expect((0.1...0.3).contains(1 - Double(given.count) / 300))
    #expect(cohort.organizations.allSatisfy { $0.trueReadiness == nil })
  }

  @Test func kindsOfMissingComeAsOftenAsStated() throws {
    let cohort = try SimulatedCohort(
      instrument: Self.standard(), organizations: 2, respondents: 1_500, seed: 9, missing: 0.1)
    let rows = Self.rows(cohort.responsesCSV())
    let hard = rows[0].indices.filter { ["d06q1", "d08q3", "d10q1"].contains(rows[0][$0]) }
    func share(_ answer: Substring, citizen: Bool, columns: [Int]) -> Double {
      let cells = rows.dropFirst().filter { ["service_user", "carer"].contains($0[2]) == citizen }
        .flatMap { row in columns.map { row[$0] } }
      return Double(cells.count { $0 == answer }) / Double(cells.count)
    }
    let easy = rows[0].indices.filter { ["d01q1", "d03q4", "d07q2"].contains(rows[0][$0]) }
    // Binomial standard errors are at most 0.008 (600 citizens × 3 items, share 0.12).
    #expect((share("dk", citizen: true, columns: hard) - 0.12).magnitude < 0.03)
    #expect((share("dk", citizen: false, columns: hard) - 0.04).magnitude < 0.02)
    #expect((share("dk", citizen: true, columns: easy) - 0.04).magnitude < 0.02)
    #expect((share("nfm", citizen: false, columns: easy) - 0.02).magnitude < 0.015)
    #expect((share("", citizen: false, columns: easy) - 0.04).magnitude < 0.02)
  }

  @Test func truthDependsNeitherOnWhoAnswersNorOnWhatIsMissing() throws {
    let instrument = try Self.standard()
    let few = try SimulatedCohort(instrument: instrument, organizations: 5, respondents: 10, seed: 2, missing: 0.3)
    let many = try SimulatedCohort(instrument: instrument, organizations: 5, respondents: 5_000, seed: 2, missing: 0)
    #expect(few.organizations.map(\.trueReadiness) == many.organizations.map(\.trueReadiness))
  }

  @Test func impossibleNumbersAreRefused() throws {
    let instrument = try Self.standard()
    #expect(throws: SimulationFault.organizations(0)) {
      try SimulatedCohort(instrument: instrument, organizations: 0, respondents: 5, seed: 1)
    }
    #expect(throws: SimulationFault.respondents(4, organizations: 5)) {
      try SimulatedCohort(instrument: instrument, organizations: 5, respondents: 4, seed: 1)
    }
    #expect(throws: SimulationFault.missing(0.9)) {
      try SimulatedCohort(instrument: instrument, organizations: 5, respondents: 40, seed: 1, missing: 0.9)
    }
  }
}
