import Readiness
import Survey

/// What is true of a cohort, counted answer by answer, and the sums that a reader knows to hold.
struct AttackedTruth: Sendable {
  /// A published group, as rows name it; empty for all.
  struct Group: Hashable, Sendable {
    let organization, by, group: String

    init(_ organization: String, _ by: String, _ group: String) {
      (self.organization, self.by, self.group) = (organization, by, group)
    }
  }

  enum Kind: Int, CaseIterable, Sendable {
    case answered = 0, doNotKnow, notForMe, skipped
    /// People without a score on a measure of one item.
    case unscored
  }

  /// A count: group, measure and kind as one number.
  typealias Node = Int

  /// Ids of the measures that are attacked: the overall score, dimensions, Co's, Steps and the cells of two dimensions.
  let measures: [String]
  let items: [[Int]]
  private var counts: [Int] = []
  private var sizes: [Group: Int] = [:]
  private var places: [Group: Int] = [:]
  /// Counts of which any one follows from the others.
  private var sums: [[Node]] = []

  var nodes: Range<Node> { counts.indices }
  func count(_ node: Node) -> Int { counts[node] }
  func people(_ group: Group) -> Int { sizes[group] ?? 0 }

  /// The number of a count; nil for a group without people.
  func node(_ group: Group, _ measure: Int, _ kind: Kind) -> Node? {
    places[group].map { ($0 * measures.count + measure) * Kind.allCases.count + kind.rawValue }
  }

  init(_ scores: Scores) {
    let responses = scores.responses
    let instrument = responses.instrument
    let chosen = scores.measures.filter { measure in
      switch measure.kind {
      case .overall, .dimension, .facet: true
      case .cell(let dimension, _): ["d01", "d05"].contains(dimension)
      default: false
      }
    }
    measures = chosen.map(\.id)
    items = chosen.map { measure in
      instrument.ratings.indices.filter { index in
        let item = instrument.ratings[index]
        return switch measure.kind {
        case .overall: item.dimension != nil
        case .dimension(let id): item.dimension == id
        case .facet(let facet): item.dimension != nil && item.facets.contains(facet)
        case .cell(let id, let facet): item.dimension == id && item.facets.contains(facet)
        default: false
        }
      }
    }
    let rollUps = Dictionary(uniqueKeysWithValues: instrument.respondentTypes.map { ($0.code, $0.rollUp) })
    for person in 0..<responses.count {
      let type = responses.respondentType.labels[Int(responses.respondentType.codes[person])]
      let name = responses.organization.labels[Int(responses.organization.codes[person])]
      let groups = ["", name].flatMap { name in
        [
          Group(name, "", ""), Group(name, "respondent_type", type), Group(name, "roll_up", rollUps[type] ?? ""),
        ]
      }
      for group in groups {
        sizes[group, default: 0] += 1
        if places[group] == nil {
          places[group] = places.count
          counts += [Int](repeating: 0, count: measures.count * Kind.allCases.count)
        }
      }
      for (place, measure) in chosen.enumerated() where !items[place].isEmpty {
        let isOneItem = items[place].count == 1
        var own: [Kind: Int] = [.unscored: isOneItem && scores.score(measure, respondent: person) == nil ? 1 : 0]
        for item in items[place] {
          let missing = responses.answer(item: item, respondent: person).missing
          own[
            missing == nil
              ? .answered : missing == .doNotKnow ? .doNotKnow : missing == .notForMe ? .notForMe : .skipped, default: 0
          ] += 1
        }
        for group in groups {
          for kind in Kind.allCases {
            if let node = node(group, place, kind) { counts[node] += own[kind] ?? 0 }
          }
        }
      }
    }
    addSums(instrument)
  }

  private mutating func addSums(_ instrument: Instrument) {
    let groups = Set(sizes.keys)
    var divisions: [(Group, [Group])] = []
    for whole in groups {
      if whole.by.isEmpty {
        for by in ["respondent_type", "roll_up"] {
          divisions.append((whole, groups.filter { $0.organization == whole.organization && $0.by == by }))
        }
      }
      if whole.by == "roll_up" {
        let types = Set(instrument.respondentTypes.filter { $0.rollUp == whole.group }.map(\.code))
        divisions.append(
          (
            whole,
            groups.filter {
              $0.organization == whole.organization && $0.by == "respondent_type" && types.contains($0.group)
            }
          ))
      }
      if whole.organization.isEmpty {
        divisions.append(
          (whole, groups.filter { !$0.organization.isEmpty && $0.by == whole.by && $0.group == whole.group }))
      }
    }
    let asked = items.indices.filter { !items[$0].isEmpty }
    for measure in asked {
      for kind in Kind.allCases {
        sums += divisions.map { whole, parts in ([whole] + parts).compactMap { node($0, measure, kind) } }
      }
      // The answers that were asked for are always known.
      sums += groups.map { group in
        Kind.allCases.filter { $0 != .unscored }.compactMap { node(group, measure, $0) }
      }
    }
    let dimensions = asked.filter { measures[$0].count == 3 }
    for whole in asked {
      let inside = whole == 0 ? [dimensions] : asked.filter { items[$0] == items[whole] && $0 > whole }.map { [$0] }
      for parts in inside {
        for group in groups {
          for kind in Kind.allCases where kind != .unscored {
            sums.append(([whole] + parts).compactMap { node(group, $0, kind) })
          }
        }
      }
    }
  }

  /// What adding and subtracting yields, starting from what is known.
  func closure(of known: Set<Node>) -> Set<Node> {
    var isKnown = nodes.map(known.contains)
    var grew = true
    while grew {
      grew = false
      for sum in sums {
        var unknown = -1
        var count = 0
        for node in sum where !isKnown[node] {
          unknown = node
          count += 1
        }
        if count == 1 {
          isKnown[unknown] = true
          grew = true
        }
      }
    }
    return Set(nodes.filter { isKnown[$0] })
  }
}
