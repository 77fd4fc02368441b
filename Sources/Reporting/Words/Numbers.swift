import Readiness

/// Numbers as a reader sees them: one decimal, whole counts, ranks in words.
enum Words {
  /// A number with one decimal, halves away from zero; never “-0.0”.
  static func decimal(_ value: Double) -> Phrase { .decimal(value, decimals: 1) }

  /// A number in as few decimals as read back the same.
  static func shortest(_ value: Double) -> Phrase { .shortest(value) }

  /// A share as a percentage with one decimal: `67.7%`.
  static func percent(_ share: Double) -> Phrase { "\(decimal(100 * share))%" }

  /// A p-value: three decimals, “under 0.001” below that.
  static func probability(_ p: Double) -> Phrase {
    p < 0.001 ? "under \(.decimal(0.001, decimals: 3))" : .decimal(p, decimals: 3)
  }

  /// A whole number with its thousands set apart: `1,234`.
  static func count(_ number: Int) -> Phrase { .count(number) }

  /// `1 person`, `7 people`, `1,200 people`.
  static func people(_ number: Int) -> Phrase { .plural(number, one: "1 person", other: "\(number) people") }

  /// A text with the people who stand behind it: `52.3 (7 people)`; the text alone where they are not known.
  static func text(_ text: Phrase, from people: Int?) -> Phrase {
    people.map { "\(text) (\(Self.people($0)))" } ?? text
  }

  /// The same where their number differs by measure: `… (30 to 38 people)`.
  static func text(_ text: Phrase, from low: Int, to high: Int) -> Phrase {
    low == high ? Self.text(text, from: low) : "\(text) (\(low) to \(people(high)))"
  }

  /// A text with the people on the sides of a comparison that are known: `… (30 and 24 people)`.
  static func text(_ text: Phrase, fromSides sides: [Int?]) -> Phrase {
    let known = sides.compactMap(\.self)
    return switch known.count {
    case 0: text
    case 1: "\(text) (\(known[0]) people)"
    default: "\(text) (\(known[0]) and \(known[1]) people)"
    }
  }

  /// The clause as a sentence of its own.
  static func stop(_ clause: Phrase) -> Phrase { "\(clause)." }

  /// `1 organisation`, `24 organisations`.
  static func organizations(_ number: Int) -> Phrase {
    .plural(number, one: "1 organisation", other: "\(number) organisations")
  }

  /// `1st`, `2nd`, `3rd`, `11th`, `24th`.
  static func ordinal(_ number: Int) -> Phrase { .ordinal(number) }

  /// `joint 3rd`, or `3rd`.
  static func rank(_ rank: Int, isJoint: Bool) -> Phrase {
    isJoint ? "joint \(.ordinal(rank))" : .ordinal(rank)
  }

  /// `3rd`, or `1st to 4th`.
  static func ordinals(_ range: ClosedRange<Int>) -> Phrase {
    range.lowerBound == range.upperBound
      ? .ordinal(range.lowerBound) : "\(.ordinal(range.lowerBound)) to \(.ordinal(range.upperBound))"
  }

  /// `a, b and c`.
  static func list(_ parts: [Phrase]) -> Phrase { parts.count == 1 ? parts[0] : .list(parts) }

  /// The same of names, which are the same in every language.
  static func list(verbatim names: [String]) -> Phrase { list(names.map(Phrase.verbatim)) }

  /// Small whole numbers as words, others in digits: `three`, `12`.
  static func small(_ number: Int) -> Phrase {
    let words: [Phrase] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    return words.indices.contains(number) ? words[number] : .count(number)
  }

  /// The text with its first letter in upper case.
  static func sentence(_ text: Phrase) -> Phrase { .sentence(text) }

  /// A level such as 0.95 as `95`, or `99.5`.
  static func level(_ level: Double) -> Phrase {
    let percent = 100 * level
    return .decimal(percent, decimals: abs(percent - percent.rounded()) < 1e-9 ? 0 : 1)
  }

  /// A share as it is said: `half`, `two thirds`, or a percentage.
  static func part(_ share: Double) -> Phrase {
    let known: [(Double, Phrase)] = [
      (0.5, "half"), (2.0 / 3, "two thirds"), (0.75, "three quarters"), (1.0 / 3, "one third"), (1, "all"),
    ]
    return known.first { abs($0.0 - share) < 1e-9 }?.1 ?? percent(share)
  }

  /// A weight as written in a plan.
  static func weight(_ value: Double) -> Phrase { shortest(value) }
}

extension Sequence where Element == Phrase {
  /// The texts with something between them that is the same in every language; empty ones are left out.
  func joined(separator: String) -> Phrase { .separated(Array(self), by: separator) }
}

extension Phrase {
  /// Whether there is no text at all.
  var isEmpty: Bool { self == .empty }
}
