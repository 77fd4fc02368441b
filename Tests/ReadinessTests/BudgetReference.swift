import Foundation
import Readiness
import TestSupport

/// The published budget answers and the made-up ones of Tests/References/readiness/budget.py, with expected numbers.
struct BudgetReference: Decodable {
  struct Row: Decodable {
    let factor: String
    let respondents: Int
    let mean: Double
    let low: Double?
    let high: Double?
    let median: Double
    let zero: Double
    let rank: Double
    let organisations: Int
    let organisation_mean: Double
    let organisation_low: Double?
    let organisation_high: Double?
    let organisation_rank: Double
  }

  struct Weight: Decodable {
    let dimension: String
    let numbers: [Double?]

    init(from decoder: any Decoder) throws {
      var container = try decoder.unkeyedContainer()
      dimension = try container.decode(String.self)
      numbers = try (0..<6).map { _ in
        if try container.decodeNil() { nil } else { try container.decode(Double.self) }
      }
    }
  }

  struct Expected: Decodable {
    let rows: [Row]
    let weights: [Weight]
    let leave_one_out: [[Int]]
  }

  let published: Expected
  let points: [[Double]?]
  let organisations: [String]
  let made: Expected
  let one: Expected

  static func read() throws -> BudgetReference {
    let data = try Data(contentsOf: Repository.url("Tests/References/readiness/budget.json"))
    return try JSONDecoder().decode(BudgetReference.self, from: data)
  }

  /// The eight published answers, read cell by cell; no cell of this file is quoted.
  static func published() throws -> Responses {
    let lines = try Repository.text("Surveys/examples/budget_responses.csv").split(whereSeparator: \.isNewline)
    let cells = lines.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    return Sample.responses(
      to: try instrument(), answers: cells.map { _ in "" }, organizations: cells.map { $0[1] },
      types: cells.map { $0[2] }, points: cells.map { $0[3...].compactMap(Double.init) })
  }

  /// Made-up answers, in one organisation or in four.
  func responses(oneOrganization: Bool = false) throws -> Responses {
    Sample.responses(
      to: try Self.instrument(), answers: points.map { _ in "" },
      organizations: oneOrganization ? points.map { _ in "Aber" } : organisations, points: points)
  }

  static func instrument() throws -> Instrument { try Instrument(folder: Repository.url("Surveys/budget")) }
}
