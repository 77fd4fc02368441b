@testable import Reporting
@testable import Survey

/// Charts of realistic texts and numbers, with withheld ones among them; and a language with longer words than English.
enum ChartExamples {
  static let barriers = [
    "Unclear outcomes being sought", "Lack of skills for co-production", "Perceived risks to service users and staff",
    "Resistance of professional staff to sharing power", "Budget pressure and short-term savings", "No time",
    "Rules and regulations that get in the way of working together", "Lack of trust between people and services",
    "Poor information", "Leaders do not lead by example", "People do not want to take part",
  ]
  static let readiness = [31.2, 44.8, 52.1, 48, 39.5, 61.3, 55.5, 47.2, 66.1, 71, 58.4]
  static let money = [4, 12.1, 9.9, 17, 8.8, 9.1, 9.3, 8, 9, 3, 1]

  static func name(_ text: String) -> Phrase { .label(LocalizedText(["en": text, "xx": lengthened(text)])) }

  static func known(_ value: Double, _ half: Double = 6) -> ChartNumber {
    .known(value, range: max(0, value - half)...min(100, value + half))
  }

  static let profile = ProfileChart(
    title: "Readiness by barrier, the strongest barrier first", own: .verbatim("Cyngor Sir Ynys Môn & Partners"),
    peers: "All organisations", rangeName: "95% range",
    rows: barriers.indices.map { place in
      let score: ChartNumber = place == 4 ? .withheld(.suppressed) : known(readiness[place], 4 + Double(place))
      return .init(name: name(barriers[place]), score: score, peers: .known(readiness[(place + 3) % 11], range: nil))
    })

  static func star(_ placement: StarPlacement) -> StarChart {
    let scores: [ChartNumber] = [
      known(62.1), known(48.3), known(18.9), known(77), known(55), known(41.7), .withheld(.suppressed), known(100),
      .withheld(.notAsked),
    ]
    let names = [
      "Co-commission", "Co-design", "Co-deliver", "Co-assess", "Map it!", "Focus it!", "People it!", "Market it!",
      "Grow it!",
    ]
    let arcs = zip(names, scores).map { StarChart.Arc(name: name($0), score: $1) }
    return StarChart(
      title: "The star", cos: Array(arcs.prefix(4)), steps: Array(arcs.suffix(5)), overall: known(52.3),
      rangeName: "95% range", placement: placement)
  }

  static func likert(_ style: LikertStyle) -> LikertChart {
    let answers = ["Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"]
    let bars: [LikertBar] = [
      .init(name: "All", counts: [12, 20, 15, 40, 22, 6], people: 115),
      .init(name: name("Senior managers and elected members of the council"), withheld: .suppressed),
      .init(name: name("Citizens"), counts: [10, nil, 6, nil, 12, 4], people: 53),
      .init(name: name("Commissioners"), counts: [nil, nil, 8, 14, 10, 0], people: 40),
      .init(name: name("Carers"), counts: [9, nil, nil, nil, nil, nil], people: 31),
    ]
    return LikertChart(
      title: "What people say about unclear outcomes", answers: answers.map(name),
      items: [
        .init(text: name("We often start work before we agree what it is for."), bars: bars),
        .init(
          text: name("People who use services help to decide what counts as success."),
          bars: [.init(name: nil, counts: [1, 2, 3, 40, 60, 0], people: 106)]),
        .init(
          text: name("Somebody writes down what was agreed."),
          bars: [.init(name: nil, counts: [6, 12, nil, 30, 41, nil], people: 106)]),
        .init(
          text: name("Staff and citizens would name the same aims."),
          bars: [.init(name: nil, withheld: .notAvailable)]),
      ], style: style)
  }

  static let heatMap = HeatMapChart(
    title: "Readiness by barrier and by Co and Step",
    columns: (star(.cosInside).cos + star(.cosInside).steps).map(\.name),
    together: 4,
    rows: barriers.indices.map { row in
      let cells = (0..<9).map { column -> ChartNumber in
        if (row * 9 + column) % 17 == 3 { return .withheld(.suppressed) }
        return row == 5 ? .withheld(.notAsked) : known(Double((row * 37 + column * 61) % 101))
      }
      return .init(name: name(barriers[row]), cells: cells)
    })

  /// The Co's alone, whose names stand across.
  static let narrowHeatMap = HeatMapChart(
    title: "Readiness by barrier and by Co", columns: Array(heatMap.columns.prefix(4)),
    rows: heatMap.rows.prefix(3).map { .init(name: $0.name, cells: Array($0.cells.prefix(4))) })

  static func priority(_ places: [Int]) -> PriorityChart {
    PriorityChart(
      title: "Need and money", rangeName: "95% range",
      points: places.map { place in
        let share = ChartNumber.known(money[place], range: max(0, money[place] - 3)...money[place] + 4)
        return .init(
          name: name(barriers[place]), need: place == 7 ? .withheld(.suppressed) : known(100 - readiness[place], 5),
          money: share)
      })
  }

  static func league(_ count: Int, own: Int? = nil) -> LeagueChart {
    let names = ["Riverside Council", "North East Combined Health and Social Care Partnership", "Tŷ Newydd Housing"]
    return LeagueChart(
      title: "Organisations in order of readiness", rangeName: "95% range",
      all: (0..<count).map { place in
        let isRanked = place < count - 1
        let rank: Phrase = place == 3 || place == 4 ? "joint \(.ordinal(4))" : "\(.ordinal(place + 1))"
        let score = known(71 - Double(place == 4 ? 3 : place) * 30 / Double(count), 5)
        return LeagueChart.Row(
          rank: isRanked ? rank : .empty, name: .verbatim("\(names[place % 3]) \(place)"),
          score: isRanked ? score : .withheld(.suppressed),
          band: isRanked ? "\(.ordinal(max(1, place - 3))) to \(.ordinal(place + 5))" : nil, isOwn: own == place)
      })
  }

  static let allocation = AllocationChart(
    title: "How 100 points would be shared out", rangeName: "95% range", pointName: "Mean of one organisation",
    rows: barriers.indices.map { place in
      let mean = ChartNumber.known(money[place], range: max(0, money[place] - 3)...money[place] + 4)
      return .init(
        name: name(barriers[place]), mean: place == 6 ? .withheld(.suppressed) : mean,
        points: (0..<7).map { Double((place * 13 + $0 * 29) % 25) })
    })

  static let gap = GapChart(
    title: "Front-line staff and citizens", firstGroup: name("Front-line staff"),
    secondGroup: name("Citizens who use services"), rangeName: "95% range",
    rows: barriers.indices.map { place in
      let (first, second) = (readiness[place], readiness[(place * 3 + 1) % 11])
      let gap = ChartNumber.known(first - second, range: first - second - 8...first - second + 7)
      return .init(
        name: name(barriers[place]), first: .known(first, range: nil), second: .known(second, range: nil),
        gap: place == 3 ? .withheld(.suppressed) : gap)
    })

  /// One of each kind and setting, by name.
  static let all: [(name: String, content: Chart.Content)] = [
    ("profile", .profile(profile)), ("star", .star(star(.cosInside))), ("star-steps-inside", .star(star(.stepsInside))),
    ("likert", .likert(likert(.stacked))), ("likert-diverging", .likert(likert(.diverging))),
    ("heat-map", .heatMap(heatMap)), ("heat-map-cos", .heatMap(narrowHeatMap)),
    ("priority", .priority(priority(Array(0..<11)))),
    ("priority-few", .priority(priority([0, 5, 9]))), ("league", .league(league(8, own: 2))),
    ("league-500", .league(league(500, own: 250))), ("allocation", .allocation(allocation)), ("gap", .gap(gap)),
  ]

  static let charts = all.map { Chart(id: $0.name, $0.content) }

  /// English with every vowel doubled and ŵ and ŷ at the ends, as a language with longer words would be.
  static let longer: Wording = {
    var texts: [String: String] = [:]
    let patterns = all.flatMap { Chart(id: $0.name, $0.content).phrases.flatMap(\.patterns) }
    for pattern in patterns { texts[pattern] = lengthened(pattern) }
    return Wording(language: "xx", texts: texts)
  }()

  static func lengthened(_ text: String) -> String {
    "ŵ" + text.flatMap { "aeiou".contains($0) ? [$0, $0] : [$0] } + "ŷ"
  }
}
