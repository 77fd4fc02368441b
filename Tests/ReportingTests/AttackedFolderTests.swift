import Foundation
import Readiness
import Reporting
import Survey
import Tabular
import Testing

/// A reader who has every file of a run, knows who belongs to which group, and adds and subtracts.
///
/// The truth is counted from the answers themselves. Two things must not come out: a count of 1 to 4 answers of a kind, and which types
/// answered in a hidden organisation.
struct AttackedFolderTests {
  private static let minimum = 5

  /// What the files of one run say, and what is true.
  final class Run: Sendable {
    let responses: Responses
    let publication: Publication
    let files: [String: Table]
    let truth: AttackedTruth

    init(seed: UInt64) throws {
      let instrument = try Instrument.bundled("barriers-standard")
      let cohort = try SimulatedCohort(instrument: instrument, organizations: 24, respondents: 200, seed: seed)
      responses = try instrument.responses(
        in: [.bytes(name: "cohort.csv", cohort.responsesCSV())], options: IntakeOptions())
      // Limits are the quickest to have: this is about numbers of people and of answers.
      let comparison = ComparisonPlan(null: .asymptotic, measures: ["overall", "dimensions", "dont_know"])
      let plan = ScoringPlan(draws: 10, permutations: 9, comparison: comparison)
      publication = Publication(try Assessment(responses, plan: plan), software: "test")
      var files: [String: Table] = [:]
      for file in publication.files where file.name.hasSuffix(".csv") {
        files[file.name] = try Table(name: file.name, bytes: file.bytes)
      }
      self.files = files
      truth = AttackedTruth(responses.scored(by: plan))
    }

    func rows(_ file: String) throws -> [[String: String]] {
      let table = try #require(files[file])
      return table.records.map { Dictionary(uniqueKeysWithValues: zip(table.headings, $0.cells)) }
    }

    func text(_ name: String) throws -> String {
      String(decoding: try #require(publication.files.first { $0.name == name }).bytes, as: UTF8.self)
    }
  }

  static let run = Result { try Run(seed: 7) }

  /// The counts that the files tell, as the reader reads them.
  private func known(_ run: Run) throws -> Set<AttackedTruth.Node> {
    var known: Set<AttackedTruth.Node> = []
    for row in try run.rows("scores.csv") {
      guard let measure = run.truth.measures.firstIndex(of: row["measure"] ?? "") else { continue }
      let group = AttackedTruth.Group(row["organisation"] ?? "", row["group_by"] ?? "", row["group"] ?? "")
      let told: [(String, AttackedTruth.Kind)] = [
        ("coverage", .answered), ("dk_rate", .doNotKnow), ("nfm_rate", .notForMe), ("n", .unscored),
      ]
      for (column, kind) in told where row[column] != "" {
        // Under other weightings the people are those of the roll-ups, or organisations, with a score.
        guard column != "n" || row["weighting"] == "respondents_equal" else { continue }
        known.formUnion([run.truth.node(group, measure, kind)].compactMap { $0 })
      }
    }
    for row in try run.rows("perception-gaps.csv") {
      guard let measure = run.truth.measures.firstIndex(of: row["measure"] ?? "") else { continue }
      for side in ["a", "b"] {
        let group = AttackedTruth.Group("", row["by"] ?? "", row["group_\(side)"] ?? "")
        if row["kind"] == "knowledge" {
          if row["value_\(side)"] != "" {
            known.formUnion([run.truth.node(group, measure, .doNotKnow)].compactMap { $0 })
          }
        } else if row["n_\(side)"] != "" {
          known.formUnion([run.truth.node(group, measure, .unscored)].compactMap { $0 })
        }
      }
    }
    for row in try run.rows("comparisons.csv") where row["group_b"] != "" {
      guard let measure = run.truth.measures.firstIndex(of: row["measure"] ?? ""), row["family"] != "dont_know" else {
        continue
      }
      for side in ["a", "b"] where row["n_\(side)"] != "" {
        let group = AttackedTruth.Group("", row["by"] ?? "", row["group_\(side)"] ?? "")
        known.formUnion([run.truth.node(group, measure, .unscored)].compactMap { $0 })
      }
    }
    return known
  }

  @Test func `no count of one to four comes out of shares and numbers of people`() throws {
    let run = try Self.run.get()
    let known = try known(run)
    #expect(known.count > 500)
    func few(_ nodes: Set<AttackedTruth.Node>) -> Set<AttackedTruth.Node> {
      nodes.filter { (1..<Self.minimum).contains(run.truth.count($0)) }
    }
    #expect(few(known) == [])
    #expect(few(run.truth.closure(of: known)) == [])
    // The attack is able: with one share of few answers told, or all of them, it would succeed.
    let all = Set(run.truth.nodes)
    #expect(!few(all).isEmpty)
    let withoutComplements = all.subtracting(few(all))
    #expect(!few(run.truth.closure(of: withoutComplements)).isEmpty)
  }

  @Test func `a hidden organisation's types are not listed`() throws {
    let run = try Self.run.get()
    let hidden = run.publication.assessment.profiles.filter { $0.respondents == nil }
    #expect(!hidden.isEmpty)
    let rows = try run.rows("scores.csv")
    for profile in hidden {
      let name = profile.organization
      for row in rows where row["organisation"] == name && row["group_by"] != "" {
        #expect(run.truth.people(.init(name, row["group_by"] ?? "", row["group"] ?? "")) >= Self.minimum)
      }
      #expect(!profile.participation.contains { $0.respondentType != nil && $0.answered == nil })
      let page = try run.text("profile-\(Slug.slug(for: name)).txt")
      for type in run.responses.instrument.respondentTypes
      where run.truth.people(.init(name, "respondent_type", type.code)) < Self.minimum {
        #expect(!page.split(separator: "\n").contains { $0.hasPrefix(type.label.english) }, "\(name) \(type.code)")
      }
    }
  }

  /// An analyst needs n beside every mean and every comparison: only a count of ratings of one item may take it away.
  @Test func `the number of people stands beside every score of several items`() throws {
    let run = try Self.run.get()
    let (items, measures) = (run.truth.items, run.truth.measures)
    var count = 0
    for row in try run.rows("scores.csv") where row["status"] == "ok" {
      guard let measure = measures.firstIndex(of: row["measure"] ?? ""), items[measure].count > 1 else { continue }
      #expect(row["n"] != "", "\(row)")
      // Other weightings have no deviation of their own, nor has a person alone.
      #expect(row["sd"] != "" || row["n"] == "1" || row["weighting"] != "respondents_equal", "\(row)")
      count += 1
    }
    #expect(count > 500)
    for row in try run.rows("comparisons.csv") where row["status"] == "ok" && row["group_b"] != "" {
      guard row["family"] != "dont_know" else { continue }
      #expect(row["n_a"] != "" && row["n_b"] != "")
    }
  }
}
