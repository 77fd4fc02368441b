/// How a language writes numbers, ranks and dates: data of its own, because no sentence can hold it.
struct LanguageRules: Sendable, Hashable {
  /// Which form of a word goes with a number, first that holds; ``NumberForm/other`` where none does.
  struct Plurals: Sendable, Hashable {
    let conditions: [NumberForm: NumberCondition]

    /// The form for a number.
    func form(for number: Int) -> NumberForm {
      NumberForm.allCases.first { conditions[$0]?.holds(for: number) ?? false } ?? .other
    }

    /// Every form that a text with a number must have.
    var forms: Set<NumberForm> { Set(conditions.keys).union([.other]) }
  }

  /// How a rank is written for some numbers: `{1}st`.
  struct Ordinal: Sendable, Hashable {
    /// Nil for all numbers that are left.
    let condition: NumberCondition?
    let pattern: String
  }

  /// What stands before the decimals.
  var decimalMark = "."
  /// What sets thousands apart; may be nothing.
  var thousandsMark = ","
  /// What stands before a number below 0.
  var minusSign = "-"
  /// Which form of a word goes with a number.
  var plurals = Plurals(conditions: [:])
  /// How ranks are written: the first whose condition holds.
  var ordinals: [Ordinal] = []
  /// The twelve months.
  var months: [String] = []
  /// A date: `{1}` is the day, `{2}` the month, `{3}` the year.
  var date = "{1} {2} {3}"

  /// English.
  static let english = LanguageRules(
    plurals: Plurals(conditions: ["n = 1"].reduce(into: [:]) { $0[.one] = NumberCondition($1) }),
    ordinals: [
      ("n % 10 = 1 and n % 100 != 11", "{1}st"), ("n % 10 = 2 and n % 100 != 12", "{1}nd"),
      ("n % 10 = 3 and n % 100 != 13", "{1}rd"), (nil, "{1}th"),
    ].map { Ordinal(condition: $0.0.flatMap(NumberCondition.init), pattern: $0.1) },
    months: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ])

  /// A whole number with its thousands set apart.
  func count(_ number: Int) -> String {
    (number < 0 ? minusSign : "") + grouped(String(number.magnitude))
  }

  /// A number that is written with a point and a hyphen, in the marks of the language and with its thousands set apart.
  func decimal(_ text: String) -> String {
    let whole = text.drop { $0 == "-" }.prefix { $0.isASCII && $0.isNumber }
    let marked = { (part: Substring) in
      part.map { $0 == "." ? decimalMark : $0 == "-" ? minusSign : String($0) }.joined()
    }
    return marked(text[..<whole.startIndex]) + grouped(String(whole)) + marked(text[whole.endIndex...])
  }

  /// Digits with their thousands set apart.
  private func grouped(_ digits: String) -> String {
    var digits = digits
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return ([digits] + groups).joined(separator: thousandsMark)
  }

  /// `1st`, `2nd`, `3rd`.
  func ordinal(_ rank: Int) -> String {
    let own = ordinals.first { $0.condition?.holds(for: rank) ?? true }
    return own.map { Wording.fill($0.pattern, with: [count(rank)]) } ?? count(rank)
  }

  /// `21 November 2026`.
  func text(_ day: WrittenDate) -> String {
    guard months.indices.contains(day.month - 1) else { return day.iso }
    return Wording.fill(date, with: [String(day.day), months[day.month - 1], String(day.year)])
  }
}
