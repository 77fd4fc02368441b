public import Survey

/// What a model explains.
public enum ModelOutcome: Sendable, Hashable {
  /// The answers to one item, in the order of its codes.
  case item(Item)
  /// A score from 0 to 100.
  case score(Measure)

  /// The name in files.
  public var id: String {
    switch self {
    case .item(let item): item.code
    case .score(let measure): measure.id
    }
  }
}

/// The outcome of each person.
struct OutcomeValues: Sendable {
  let outcome: ModelOutcome
  /// The place of the answer on the item's scale, from 0; 255 where there is none. Empty for a score.
  let responses: [UInt8]
  /// The score, or the code of the answer; NaN where there is none.
  let values: [Double]
  /// Answers on the item's scale; 0 for a score.
  let categoryCount: Int
  /// The lowest and the highest value that there can be.
  var range: ClosedRange<Double> {
    switch outcome {
    case .item(let item): Double(item.scale.lowest)...Double(item.scale.highest)
    case .score: 0...100
    }
  }
  /// Why people have none, as far as it is known: don't know, not for me, skipped or not asked; empty for a score.
  let missing: [MissingReason: Int]

  /// Looks the outcome up by name.
  init(_ name: String, _ scores: Scores) throws(ModelRequestFault) {
    let responses = scores.responses
    let instrument = responses.instrument
    // A score of one item is that item.
    var single: Int?
    if let place = scores.place(of: name), case .items(let items, _) = scores.layout.recipes[place], items.count == 1 {
      single = items.first
    }
    if let place = single ?? instrument.ratings.firstIndex(where: { $0.code == name }) {
      let (item, column) = (instrument.ratings[place], responses.answers[place])
      guard !column.isEmpty else { throw ModelRequestFault("“\(name)” was not asked in these files") }
      let (low, high) = (UInt8(clamping: item.scale.lowest), UInt8(clamping: item.scale.highest))
      outcome = .item(item)
      categoryCount = Int(high - low) + 1
      self.responses = column.map { (low...high).contains($0) ? $0 - low : 255 }
      values = column.map { (low...high).contains($0) ? Double($0) : .nan }
      missing = Dictionary(column.compactMap { Answer(byte: $0).missing.map { ($0, 1) } }, uniquingKeysWith: +)
      return
    }
    guard let place = scores.place(of: name) else {
      throw .unknown("measure or item", name, known: scores.measures.map(\.id) + instrument.ratings.map(\.code))
    }
    outcome = .score(scores.measures[place])
    self.responses = []
    categoryCount = 0
    missing = [:]
    if place < scores.columns.count {
      values = scores.columns[place]
    } else if case .items(let items, let needed) = scores.layout.recipes[place] {
      values = responses.itemMeans(items, needed: needed, layout: scores.layout)
    } else {
      values = []
    }
    guard values.contains(where: { !$0.isNaN }) else {
      throw ModelRequestFault("nobody has a score on “\(name)”: it was not asked, or too little was answered")
    }
  }
}
