import Foundation
import Readiness
import Reporting
import Survey
import Tabular
import TestSupport
import Testing

/// A reader of every file that two waves of the same people leave, who knows how many answered when.
///
/// The truth is counted from the answers. Where a barrier rests on one sentence, how many gave no rating is an answer: the reader writes out every
/// way in which people can have answered, and must not see that one to four of them did. Nor may a few people who answered once be
/// counted, or their mean change be had.
struct AttackedWavesTests {
  /// One person: the wave or waves, the organisation, and a code, or a reason for none, per sentence and wave.
  struct Person {
    let isIn: [Bool]
    let organization: Int
    let answers: [[String]]
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let seed: UInt64
    var mode: DisclosureMode { seed % 4 == 3 ? .public : .internal }
    var testDescription: String { "seed \(seed), \(mode.rawValue)" }
  }

  /// Two sentences of one barrier, and one sentence of each of the others.
  private static let items = ["d01q1", "d01q5", "d02q1", "d03q1", "d04q1", "d05q2", "d06q2", "d07q2"]
  /// Barriers that rest on one sentence, with it.
  private static let single = items.enumerated().dropFirst(2).map { (place: $0, measure: String($1.prefix(3))) }

  static func people(_ item: Case) -> [Person] {
    var random = SeededNumbers(seed: item.seed &* 977 &+ 5)
    let organizations = [1, 7, 3][Int(item.seed % 3)]
    let missing = items.map { _ in [0, 2, 12, 40][Int.random(in: 0..<4, using: &random)] }
    let once = [[6, 9], [2, 8], [3, 1], [0, 12]][Int(item.seed % 4)]
    let both = 22 + Int(item.seed % 5) * 4
    let kinds = Array(repeating: [true, true], count: both) + Array(repeating: [true, false], count: once[0])
    return (kinds + Array(repeating: [false, true], count: once[1])).map { kind in
      let answers = kind.map { _ in
        missing.map { share in
          Int.random(in: 0..<100, using: &random) < share
            ? ["dk", "nfm", ""].randomElement(using: &random) ?? "" : "\(Int.random(in: 1...5, using: &random))"
        }
      }
      return Person(isIn: kind, organization: Int.random(in: 0..<organizations, using: &random), answers: answers)
    }
  }

  /// All files, and what is printed as JSON.
  private static func files(_ item: Case, _ people: [Person]) throws -> [String: String] {
    let instrument = try Instrument.bundled("barriers-short")
    var text = "respondent_id,organisation,respondent_type,wave," + items.joined(separator: ",") + "\n"
    for (number, person) in people.enumerated() {
      for wave in 0..<2 where person.isIn[wave] {
        text += "p\(number),Org \(person.organization),service_user,w\(wave),"
        text += person.answers[wave].joined(separator: ",") + "\n"
      }
    }
    let waves = try ["w0", "w1"].map { wave in
      try instrument.responses(
        in: [.bytes(name: "waves.csv", Array(text.utf8))], options: IntakeOptions(wave: wave))
    }
    // One rating is enough for a score.
    let plan = ScoringPlan(
      draws: 20, permutations: 19, missingRule: MissingRule(minimum: 1, share: 0.5),
      comparison: ComparisonPlan(null: .asymptotic, measures: ["overall", "dimensions"]), disclosure: item.mode)
    let study = try PairedStudy(waves[0], waves[1], waves: ("w0", "w1"), plan: plan, threads: 1)
    let findings = try #require(ComparisonFindings(nil, study))
    let publication = ComparisonPublication(findings, intake: waves[0].intake, software: "test")
    var files = ["printed.json": String(decoding: publication.json.document, as: UTF8.self)]
    for file in publication.files { files[file.name] = String(decoding: file.bytes, as: UTF8.self) }
    return files
  }

  // MARK: Numbers of people

  /// What of a barrier's numbers of people is told; nil where it is not.
  struct Told {
    var twice: Set<Int> = []
    var onlyFirst: Int?
    var onlySecond: Int?
  }

  static func told(_ files: [String: String], measure: String) throws -> Told {
    func rows(_ name: String) throws -> [[String: String]] {
      let table = try Table(name: name, bytes: Array((files[name] ?? "").utf8))
      return table.records.map { Dictionary(zip(table.headings, $0.cells), uniquingKeysWith: { first, _ in first }) }
        .filter { $0["measure"] == measure }
    }
    var told = Told()
    for row in try rows("wave-changes.csv") {
      told.onlyFirst = row["n_only_first"].flatMap { Int($0) }
      told.onlySecond = row["n_only_second"].flatMap { Int($0) }
      told.twice.formUnion([row["n_twice"]].compactMap { $0.flatMap { Int($0) } })
      // The degrees of freedom of people are one fewer than they.
      if row["units"] == "people", let degrees = row["twice_df"].flatMap({ Double($0) }) {
        told.twice.insert(Int(degrees.rounded()) + 1)
      }
    }
    for row in try rows("comparisons.csv") {
      told.twice.formUnion([row["n_a"], row["n_b"]].compactMap { $0.flatMap { Int($0) } })
      let note = row["note"] ?? ""
      if let words = note.firstMatch(of: /(\d+) rose, (\d+) stayed and (\d+) fell/) {
        told.twice.insert([words.1, words.2, words.3].reduce(0) { $0 + (Int($1) ?? 0) })
      }
    }
    return told
  }

  /// Numbers of people without a rating that can be seen to be small: pairs rated in the first wave alone, in the second alone, in neither;
  /// people of one wave; and the three sums of them.
  static func small(_ people: [Person], item: Int, told: Told, minimum: Int) -> [Int] {
    func isRated(_ person: Person, _ wave: Int) -> Bool? {
      person.isIn[wave] ? Int(person.answers[wave][item]) != nil : nil
    }
    func count(_ first: Bool?, _ second: Bool?) -> Int {
      people.count { isRated($0, 0) == first && isRated($0, 1) == second }
    }
    let truth = [count(true, false), count(false, true), count(false, false), count(false, nil), count(nil, false)]
    let both = people.count { $0.isIn == [true, true] }
    let once = [people.count { $0.isIn == [true, false] }, people.count { $0.isIn == [false, true] }]
    guard let twice = told.twice.first else { return [] }
    func sums(_ way: [Int]) -> [Int] {
      way + [way[0] + way[1] + way[2], way[3] + way[1] + way[2], way[4] + way[0] + way[2]]
    }
    var largest = [Int](repeating: 0, count: 8)
    let pairs = both - twice
    for first in 0...pairs {
      for second in 0...(pairs - first) {
        for unratedFirst in 0...once[0] where told.onlyFirst.map({ $0 == first + once[0] - unratedFirst }) ?? true {
          for unratedSecond in 0...once[1] where told.onlySecond.map({ $0 == second + once[1] - unratedSecond }) ?? true
          {
            let way = sums([first, second, pairs - first - second, unratedFirst, unratedSecond])
            for place in way.indices { largest[place] = max(largest[place], way[place]) }
          }
        }
      }
    }
    return zip(sums(truth), largest).enumerated().filter { _, pair in
      (1..<minimum).contains(pair.0) && pair.1 < minimum
    }.map(\.offset)
  }

  // MARK: Figures of a few people

  private static func numbers(_ text: String) -> Set<Int> {
    Set(
      text.utf8.split { !(48...57).contains($0) && $0 != 46 }.compactMap { word in
        guard let point = word.firstIndex(of: 46), word[point...].count > 6, let value = Double(Substring(word)) else {
          return nil
        }
        return Int((value * 1e6).rounded())
      })
  }

  /// Mean readiness on a barrier of one sentence of those who answered in one wave alone, where they are few.
  private static func figures(_ people: [Person], item: Int, minimum: Int) -> [Int] {
    (0..<2).compactMap { wave in
      let codes = people.filter { $0.isIn[wave] && !$0.isIn[1 - wave] }.compactMap { Double($0.answers[wave][item]) }
      guard (1..<minimum).contains(codes.count) else { return nil }
      let mean = codes.reduce(0, +) / Double(codes.count)
      // Means that many others have as well tell nothing, wherever they stand.
      return mean * 4 == (mean * 4).rounded() ? nil : Int(((mean - 1) * 25 * 1e6).rounded())
    }
  }

  @Test(arguments: (0..<12).map { Case(seed: $0) }) func `nothing about a few people comes out`(_ item: Case) throws {
    let people = Self.people(item)
    let minimum = item.mode.minimum
    let files = try Self.files(item, people)
    var (shown, planted) = (0, 0)
    for (place, measure) in Self.single {
      let told = try Self.told(files, measure: measure)
      #expect(told.twice.count <= 1, "\(measure): \(told)")
      #expect(Self.small(people, item: place, told: told, minimum: minimum) == [], "\(measure): \(told)")
      shown += told.twice.count
      // The reader is able: with the number beside it, it comes out.
      let pairs = people.filter { $0.isIn == [true, true] }
      let rated = pairs.count { person in person.answers.allSatisfy { Int($0[place]) != nil } }
      if (1..<minimum).contains(pairs.count - rated) {
        #expect(Self.small(people, item: place, told: Told(twice: [rated]), minimum: minimum).contains(5))
        planted += 1
      }
      for figure in Self.figures(people, item: place, minimum: minimum) {
        for (name, text) in files { #expect(!Self.numbers(text).contains(figure), "\(name): \(measure)") }
        #expect(Self.numbers("<title>\(Double(figure) / 1e6 + 1e-9)</title>").contains(figure))
      }
    }
    #expect(shown + planted > 0)
    let digits = minimum == 10 ? "[1-9]" : "[1-4]"
    let words = try Regex("\\b\(digits) (people|person|rose|stayed|fell|answered twice|only in)\\b")
    for (name, text) in files { #expect(text.firstMatch(of: words) == nil, "\(name)") }
    #expect("Of them 3 rose".firstMatch(of: words) != nil)
    // Nobody is named.
    for (name, text) in files { #expect(text.firstMatch(of: /\bp\d+\b/) == nil || name.hasSuffix(".html"), "\(name)") }
  }
}
