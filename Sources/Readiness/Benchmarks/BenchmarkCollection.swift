/// When and how the people of a record were asked: what a reader needs to know before trusting it.
public struct BenchmarkCollection: Sendable, Hashable {
  /// The first day on which somebody answered, as `2026-03-01`.
  public let first: String
  /// The last day.
  public let last: String
  /// How people were found and asked, in the words of whoever added the record.
  public let method: String
  /// What was promised about quality, in the order of ``QualityTick``.
  public let ticks: [QualityTick]

  /// Makes a value from its parts.
  public init(first: String, last: String, method: String, ticks: [QualityTick]) {
    self.first = first
    self.last = last
    self.method = method
    self.ticks = QualityTick.allCases.filter(ticks.contains)
  }
}

/// A mark of quality that a record carries; the first four are declared, the others are seen in the answers.
///
/// Modelled on the quality ticks of a voluntary benchmarking club (LG Inform): they say how a figure came about, and weigh nothing.
public enum QualityTick: String, Sendable, Hashable, CaseIterable {
  /// Everybody concerned was invited, not a chosen few.
  case everyoneInvited = "everyone_invited"
  /// People were promised that nobody would see who said what.
  case anonymous
  /// Somebody other than the organisation's own managers collected the answers.
  case independent
  /// It is known how many were invited.
  case rateKnown = "rate_known"
  /// At least ten people have an overall score.
  case tenPeople = "ten_people"
  /// Staff and citizens both answered, five or more of each.
  case bothSides = "both_sides"

  /// Those that a person declares.
  public static let declared: [QualityTick] = [.everyoneInvited, .anonymous, .independent, .rateKnown]

  /// What it says.
  public var meaning: Phrase {
    switch self {
    case .everyoneInvited: "everybody concerned was invited"
    case .anonymous: "answers were anonymous"
    case .independent: "collected independently of its managers"
    case .rateKnown: "it is known how many were invited"
    case .tenPeople: "ten people or more have an overall score"
    case .bothSides: "five or more staff and five or more citizens answered"
    }
  }
}

/// Days as texts that sort in their order: `2026-03-01`.
public enum CalendarDay {
  /// The day at the start of a text such as `2026-03-01` or `2026-03-01T09:30:00Z`; nil when there is none.
  public static func read(_ text: some StringProtocol) -> String? {
    let bytes = Array(text.utf8.drop { $0 == 0x20 })
    guard bytes.count >= 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
    // After the day comes nothing or a time.
    guard bytes.count == 10 || [0x20, 0x54].contains(bytes[10]) else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      bytes[range].allSatisfy { (0x30...0x39).contains($0) }
        ? bytes[range].reduce(0) { $0 * 10 + Int($1 - 0x30) } : nil
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10), year >= 1900,
      (1...12).contains(month), day >= 1, day <= length(ofMonth: month, year: year)
    else { return nil }
    return String(decoding: bytes.prefix(10), as: UTF8.self)
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
