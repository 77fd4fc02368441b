import Foundation
import TestSupport

@testable import Readiness

/// Records made by hand, and stores in folders that vanish.
enum SampleBenchmarks {
  static let kind = BenchmarkKind(
    instrument: "sample", version: "1.0.0", form: "short", scoring: "arithmetic; weights equal; answers 2, 0.5, 0.67")

  static func kind(
    instrument: String = "sample", version: String = "1.0.0", form: String = "short", scoring: String? = nil
  ) -> BenchmarkKind {
    BenchmarkKind(instrument: instrument, version: version, form: form, scoring: scoring ?? kind.scoring)
  }

  /// An organisation whose people give one item these answers, and whose overall score is given.
  static func record(
    _ organization: String, score: Double = 50, error: Double? = 4, people: Int = 8, kind: BenchmarkKind = kind,
    first: String = "2026-03-01", last: String = "2026-03-31", answer: String = "3"
  ) -> BenchmarkRecord {
    BenchmarkRecord(
      organization: organization, kind: kind,
      collection: BenchmarkCollection(first: first, last: last, method: "a link to all staff", ticks: [.anonymous]),
      people: people,
      figures: [
        BenchmarkRecord.Figure(
          measure: "overall", people: people, value: score, standardDeviation: 12, standardError: error)
      ],
      answers: [
        BenchmarkRecord.AnswerCount(item: "d01q1", answer: answer, people: people - 1),
        BenchmarkRecord.AnswerCount(item: "d01q1", answer: "dk", people: 1),
      ])
  }

  /// People of some organisations of nine to twelve, and of one of three.
  static func people(organizations: Int, seed: UInt64) -> [SampleCohort.Person] {
    var few = SampleCohort.people(organizations: 1, sizes: 3...3, seed: seed + 1)
    for place in few.indices { few[place].organization = "Small" }
    return SampleCohort.people(organizations: organizations, sizes: 9...12, seed: seed) + few
  }

  /// Runs `body` with the path of a store that is not there yet.
  static func inFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "readiness-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder.appending(path: "b.sqlite").path())
  }
}
