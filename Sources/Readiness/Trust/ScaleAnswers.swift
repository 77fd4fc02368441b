import Statistics
import Survey

/// The answers behind one score, each as steps towards readiness: what reliability and structure are worked out from.
///
/// Turning items round here means that a barrier-worded and an enabler-worded item of one scale go the same way.
struct ScaleAnswers: Sendable {
  /// The code of an answer that is missing, for whatever reason.
  static let missing: UInt8 = 255
  /// Scales with more steps than this have no codes of one byte.
  private static let mostSteps = 200

  /// The rated items that any file asked, by their place among the instrument's ratings.
  let items: [Int]
  /// One column per item.
  let columns: [[UInt8]]
  /// The codes of answers that were given.
  let range: ClosedRange<UInt8>

  /// - Parameter items: rated items by place; those that no file asked are left out.
  /// - Returns: nil where the instrument's scales have no steps in common.
  init?(_ responses: Responses, items: [Int], layout: ScoringLayout, threads: Int) {
    guard layout.range <= Self.mostSteps else { return nil }
    let asked = items.filter { !responses.answers[$0].isEmpty }
    self.items = asked
    range = 0...UInt8(layout.range)
    columns = concurrentMap(asked.count, threads: threads) { place in
      let coding = layout.codings[asked[place]]
      let codes = (0...UInt8.max).map { byte in coding.steps(of: byte).map { UInt8($0) } ?? Self.missing }
      return responses.answers[asked[place]].map { codes[Int($0)] }
    }
  }

  /// The answers as codes of people who answered every item, of at most so many people, evenly spread over the files.
  func codes(most: Int) -> ItemCodes {
    let people = columns.first?.count ?? 0
    let complete = people <= most ? [] : (0..<people).filter { row in columns.allSatisfy { $0[row] != Self.missing } }
    guard complete.count > most else { return ItemCodes(columns, range: range) }
    let kept = (0..<most).map { complete[$0 * complete.count / most] }
    return ItemCodes(columns.map { column in kept.map { column[$0] } }, range: range)
  }
}

extension ItemMoments {
  /// From scores of people, one column per part; a NaN is no score.
  init(columns: [[Double]], threads: Int) {
    let people = columns.first?.count ?? 0
    let starts = Array(stride(from: 0, to: people, by: 4_096))
    let parts = concurrentMap(starts.count, threads: threads) { block in
      ItemMoments(
        rows: (starts[block]..<min(starts[block] + 4_096, people)).map { row in columns.map { $0[row] } })
    }
    self = parts.dropFirst().reduce(parts.first ?? ItemMoments(rows: []), +)
  }
}
