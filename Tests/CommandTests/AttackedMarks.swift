/// What follows from `quality.csv` for one group of people, by trying every number of people with no mark, one kind, and two or more.
///
/// A person with one kind of mark is in one mark's number, one with two or more in at least two; so the marks add up to at least the
/// ones and twice the others, and no mark has more people than both together.
struct AttackedMarks {
  /// Bounds of every number of the group, by its name in the file.
  private(set) var bounds: [String: ClosedRange<Int>] = [:]

  private static let parts = ["marks_none", "marks_one", "marks_two_or_more"]

  /// - Parameters:
  ///   - rows: the rows of the group.
  ///   - twice: bounds of the people with two kinds or more that another table gives.
  init(_ rows: [[String: String]], twice: ClosedRange<Int>? = nil) {
    var told: [String: Int] = [:]
    for row in rows { told[row["mark"] ?? ""] = row["marked"].flatMap { Int($0) } }
    guard let count = rows.first(where: { $0["mark"] == Self.parts[0] })?["n"].flatMap({ Int($0) }) else { return }
    let marks = Set(rows.compactMap { $0["mark"] }).subtracting(Self.parts).sorted()
    // Two marks see the same thing and are one kind.
    func kind(_ mark: String) -> String { mark == "little_spread" ? "long_run" : mark }
    let kinds = Dictionary(grouping: marks, by: kind).values.map { ($0, $0.compactMap { told[$0] }) }
    for two in 0...count where twice?.contains(two) ?? true {
      for one in 0...(count - two) {
        let numbers = [count - one - two, one, two]
        guard zip(Self.parts, numbers).allSatisfy({ told[$0] ?? $1 == $1 }) else { continue }
        let low = kinds.map { max(0, ($0.1.max() ?? 0) - two) }
        let high = kinds.map { $0.0.count > $0.1.count ? one + two : min($0.1.reduce(0, +), one + two) }
        guard low.reduce(0, +) <= one, high.reduce(0, +) >= one + 2 * two,
          kinds.allSatisfy({ $0.1.max() ?? 0 <= one + two })
        else { continue }
        for (part, number) in zip(Self.parts, numbers) where told[part] == nil { widen(part, number...number) }
        for (place, kind) in kinds.enumerated() {
          let most = two + one - low.reduce(0, +) + low[place]
          let least = kind.1.isEmpty && kind.0.count == 1 ? one + 2 * two - high.reduce(0, +) + high[place] : 0
          for mark in kind.0 where told[mark] == nil { widen(mark, max(0, least)...max(0, least, most)) }
        }
      }
    }
  }

  private mutating func widen(_ name: String, _ range: ClosedRange<Int>) {
    let old = bounds[name] ?? range
    bounds[name] = min(old.lowerBound, range.lowerBound)...max(old.upperBound, range.upperBound)
  }

  /// Hidden numbers that are one to the minimum less one for certain.
  func small(_ minimum: Int) -> [String] {
    bounds.filter { $0.value.lowerBound > 0 && $0.value.upperBound < minimum }.keys.sorted()
  }

  /// Hidden numbers of one folder that are so few for certain: of everybody, and of each type.
  static func small(_ reader: AttackedReader, people: Int, minimum: Int) -> [String] {
    let rows = reader.tables["quality.csv"] ?? []
    var twice: ClosedRange<Int>?
    if let line = reader.tables["quality-headline.csv"]?.first, let all = line["n"].flatMap({ Int($0) }),
      let without = line["n_without"].flatMap({ Int($0) })
    {
      twice = (all - without)...(all - without + people - all)
    }
    return Dictionary(grouping: rows) { $0["respondent_type"] ?? "" }.flatMap { type, own in
      AttackedMarks(own, twice: type.isEmpty ? twice : nil).small(minimum).map { "\($0) \(type)" }
    }.sorted()
  }
}
