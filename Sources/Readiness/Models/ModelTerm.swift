import Statistics
import Survey

/// A grouping column as a term of a model: its levels as they are shown.
public struct ModelTerm: Sendable, Hashable {
  /// The column.
  public let name: String
  /// The levels, the reference first; groups that are too small are one level, ``pooled``.
  public let levels: [String]
  /// The groups that stand together in ``pooled``, by name; empty when there are none.
  public let hidden: [String]

  /// The level that others are held against.
  public var reference: String { levels.first ?? "" }

  /// The name of the level of groups that are too small to be shown alone.
  public static let pooled = "_pooled"
  /// The name of the level of people whose cell is empty.
  public static let blank = "_blank"
}

/// A term while its levels are put together.
struct TermDraft: Sendable {
  let name: String
  /// The levels that somebody has, the blank one last.
  let labels: [String]
  /// The level of each person in the model; −1 for others.
  let codes: [Int32]
  /// People of each level who have no outcome.
  let without: [Int]
  /// Whether a level is one of those that stand together.
  private(set) var isPooled: [Bool]

  /// Most levels that a term may have.
  static let mostLevels = 40

  init(_ name: String, _ responses: Responses, isUsed: [Bool]) throws(ModelRequestFault) {
    let groupings = responses.groupings(by: [name])
    let known = groupings.map(\.name) + responses.groups.map(\.name)
    if ["respondent_id", "respondent"].contains(name) {
      throw ModelRequestFault("“\(name)” tells people apart and cannot be a term")
    }
    if name == "organisation" {
      throw ModelRequestFault(
        "organisations are ranked, not terms: use --cluster organisation, and organisation_type as a term")
    }
    if responses.instrument.ratings.contains(where: { $0.code == name }) {
      throw ModelRequestFault("“\(name)” is an item; terms are columns of groups, such as respondent_type")
    }
    guard let grouping = groupings.first(where: { $0.name == name }) else {
      throw .unknown("column of groups", name, known: Array(Set(known)).sorted())
    }
    let blank = Int32(grouping.groups.count)
    let raw = grouping.column.codes.map { code -> Int32 in
      let group = grouping.group(ofCode: Int(code))
      return group < 0 ? blank : Int32(group)
    }
    var counts = [Int](repeating: 0, count: grouping.groups.count + 1)
    for (person, code) in raw.enumerated() where isUsed[person] { counts[Int(code)] += 1 }
    let present = counts.indices.filter { counts[$0] > 0 }
    try Self.check(present.count, of: name)
    guard 2 * present.count <= max(8, isUsed.count(where: \.self)) || ["respondent_type", "roll_up"].contains(name)
    else {
      throw ModelRequestFault(
        "“\(name)” has \(present.count) groups and fewer than two people in each on average; that is too many groups "
          + "for a term, or the cells are names or remarks")
    }
    guard present.count >= 2 else {
      throw ModelRequestFault("“\(name)” has one group only among the people with an answer, so it explains nothing")
    }
    var placeOf = [Int32](repeating: -1, count: counts.count)
    for (place, level) in present.enumerated() { placeOf[level] = Int32(place) }
    self.name = name
    labels = present.map { $0 < grouping.groups.count ? grouping.groups[$0] : ModelTerm.blank }
    codes = raw.enumerated().map { isUsed[$0] ? placeOf[Int($1)] : -1 }
    var without = [Int](repeating: 0, count: present.count)
    for (person, code) in raw.enumerated() where !isUsed[person] && placeOf[Int(code)] >= 0 {
      without[Int(placeOf[Int(code)])] += 1
    }
    self.without = without
    isPooled = labels.map { _ in false }
  }

  /// Refuses a column of names or remarks. Never says the values.
  static func check(_ count: Int, of name: String) throws(ModelRequestFault) {
    guard count <= mostLevels else {
      throw ModelRequestFault(
        "“\(name)” has \(count) different values, which looks like names or remarks; a term has at most "
          + "\(mostLevels) groups")
    }
  }

  /// People per level.
  func counts(_ isUsed: [Bool]) -> [Int] {
    var counts = [Int](repeating: 0, count: labels.count)
    for (person, code) in codes.enumerated() where code >= 0 && isUsed[person] { counts[Int(code)] += 1 }
    return counts
  }

  /// Puts a level together with the others that are too small.
  mutating func pool(_ level: Int) { isPooled[level] = true }

  /// Whether the people of the levels may be counted: no level, taken alone or together, may tell of few people without an answer.
  func mayCount(minimum: Int) -> Bool {
    let pooled = labels.indices.filter { isPooled[$0] }.reduce(0) { $0 + without[$1] }
    let shown = labels.indices.filter { !isPooled[$0] }.map { without[$0] }
    return (shown + [pooled]).allSatisfy { $0 == 0 || $0 >= minimum }
  }

  /// The number of levels that are left.
  var levelCount: Int { isPooled.count { !$0 } + (isPooled.contains(true) ? 1 : 0) }

  /// The factor with the reference first, and the term's names: the level that was asked for, else the shown one with the most people.
  func factor(_ counts: [Int], reference asked: String?) -> (factor: TreatmentPatterns.Factor, term: ModelTerm) {
    let shown = labels.indices.filter { !isPooled[$0] }
    let most = shown.max { (counts[$0], $1) < (counts[$1], $0) }
    let first = shown.first { labels[$0] == asked } ?? most
    let order = [first].compactMap(\.self) + shown.filter { $0 != first }
    var placeOf = [Int32](repeating: Int32(order.count), count: labels.count)
    for (place, level) in order.enumerated() { placeOf[level] = Int32(place) }
    let hidden = labels.indices.filter { isPooled[$0] }.map { labels[$0] }
    let names = order.map { labels[$0] } + (hidden.isEmpty ? [] : [ModelTerm.pooled])
    return (
      TreatmentPatterns.Factor(
        codes: codes.map { $0 < 0 ? -1 : placeOf[Int($0)] }, levelCount: names.count, reference: 0),
      ModelTerm(name: name, levels: names, hidden: hidden)
    )
  }
}
