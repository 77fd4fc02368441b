import Disclosure
import Statistics
import Survey

/// Who is in a model, and its terms with their levels as they may be shown.
///
/// Nobody is left out for an empty cell of a term: such people are a level of their own. Groups that may not be shown stand together in one
/// level, which has the minimum of people too. Levels also join until those who are alike in every term are nobody or the minimum
/// (``ModelCells``). Beyond that no coefficient may hang on fewer people than the minimum: the leverages of any
/// so many people must stay below 1 in sum, so that no combination of what is shown is a statement about them alone. Where all people of
/// a level are alike, a number about the level is what each of them said, so that nothing is shown at all.
struct ModelSample: Sendable {
  /// Why a sample tells too much, or nothing.
  enum Refusal: Error {
    case request(ModelRequestFault)
    /// Everything is withheld, for the reason given.
    case withheld(Phrase)
  }

  let isUsed: [Bool]
  let terms: [ModelTerm]
  let patterns: TreatmentPatterns
  /// The level of each person on each term, in the order of the term's levels; −1 for people who are not in the model.
  let levels: [[Int32]]
  /// The cluster of each person; −1 for none. Nil where people are unrelated.
  let clusters: [Int32]?
  let clusterCount: Int
  /// People per level of each term; nil where they would tell of few people without an answer.
  let counts: [[Int]?]
  /// People in the model; nil where that would tell of few people without an answer.
  let count: Int?
  /// People with an outcome who are in no cluster, and so left out.
  let withoutCluster: Int
  /// Organisations that are hidden on the outcome, by number.
  let hiddenOrganizations: Set<Int>

  init(
    _ basis: AssessmentBasis, _ request: ModelRequest, outcome: OutcomeValues
  ) throws(Refusal) {
    let responses = basis.scores.responses
    let hasOutcome = outcome.values.map { !$0.isNaN }
    let (numbers, count): ([Int32]?, Int)
    do throws(ModelRequestFault) {
      (numbers, count) = try Self.clusters(request, responses)
    } catch {
      throw .request(error)
    }
    let used = numbers.map { numbers in hasOutcome.indices.map { hasOutcome[$0] && numbers[$0] >= 0 } } ?? hasOutcome
    guard used.contains(true) else { throw .withheld("Nobody has both an answer and a group to be counted in.") }
    var drafts: [TermDraft] = []
    for name in request.terms {
      guard name != request.cluster else {
        throw .request(ModelRequestFault("“\(name)” cannot be both a term and the cluster"))
      }
      do throws(ModelRequestFault) { drafts.append(try TermDraft(name, responses, isUsed: used)) } catch {
        throw .request(error)
      }
    }
    let minimum = basis.suppression.rule.minimum
    for (place, draft) in drafts.enumerated() {
      if let asked = request.references[draft.name], !draft.labels.contains(asked) {
        throw .request(
          .unknown("group of “\(draft.name)”", asked, known: draft.labels.filter { $0 != ModelTerm.blank }))
      }
      if minimum > 0 { Self.pool(&drafts[place], basis, outcome, given: hasOutcome, used: used, minimum: minimum) }
      guard drafts[place].levelCount >= 2 else { throw .withheld(Self.tooSmall(draft.name)) }
    }
    if let name = request.references.keys.sorted().first(where: { name in !request.terms.contains(name) }) {
      throw .request(ModelRequestFault("--reference names “\(name)”, which is not among the terms"))
    }
    // Left out by a missing cluster, few people would come out as the difference to a number that counts them.
    let leftOut = hasOutcome.indices.map { hasOutcome[$0] && !used[$0] }
    let missing = leftOut.count(where: \.self)
    if missing > 0, missing < minimum {
      throw .withheld("Too few people have no organisation, or no group to count in.")
    }
    let cells = ModelCells(basis, outcome)
    let made = try Self.settled(&drafts, cells, used: used, minimum: minimum, references: request.references)
    for term in made.terms {
      guard let asked = request.references[term.name], asked != term.reference else { continue }
      throw .request(
        ModelRequestFault(
          "“\(asked)” of “\(term.name)” may not be shown alone here, so nothing can be held against it; leave --reference out, or name another group"
        ))
    }
    if minimum > 0 {
      for (place, factor) in made.factors.enumerated() where Self.hasAlike(factor, outcome.values, used) {
        throw .withheld(Self.tooSmall(drafts[place].name))
      }
    }
    isUsed = used
    hiddenOrganizations = Set(responses.organization.labels.indices.filter(cells.isHidden))
    terms = made.terms
    patterns = made.patterns
    clusters = numbers.map { numbers in numbers.indices.map { used[$0] ? numbers[$0] : -1 } }
    clusterCount = count
    levels = made.factors.map { factor in factor.codes.indices.map { used[$0] ? factor.codes[$0] : -1 } }
    let printed = missing == 0 ? Self.printed(basis, outcome) : { _ in false }
    counts = zip(made.terms, zip(levels, drafts)).map { term, rest in
      let (codes, draft) = rest
      let shown = term.levels.filter { $0 != ModelTerm.pooled && $0 != ModelTerm.blank }
      let isPrinted = printed(.cohort) && shown.allSatisfy { printed(GroupKey(by: term.name, group: $0)) }
      guard isPrinted || draft.mayCount(minimum: minimum) else { return nil }
      var counts = [Int](repeating: 0, count: term.levels.count)
      for code in codes where code >= 0 { counts[Int(code)] += 1 }
      return counts
    }
    let without = hasOutcome.count { !$0 }
    self.count = without > 0 && without < minimum && !printed(.cohort) ? nil : used.count(where: \.self)
    withoutCluster = missing
  }

  /// Which of the two it is, is not told: whoever is one of a group would have the answer of all others.
  private static func tooSmall(_ name: String) -> Phrase {
    "A group of \(verbatim: name) has too few people to be shown, or people whose answers are too much alike."
  }

  private static let crossed: Phrase =
    "Where groups of several columns meet there are too few people, or people of too few organisations, to be shown: leave a term out, or put groups together beforehand."

  /// Whether all people of a level have the same outcome.
  private static func hasAlike(_ factor: TreatmentPatterns.Factor, _ values: [Double], _ used: [Bool]) -> Bool {
    var ends = [(low: Double, high: Double)](repeating: (.infinity, -.infinity), count: factor.levelCount)
    for (person, code) in factor.codes.enumerated() where code >= 0 && used[person] {
      ends[Int(code)] = (min(ends[Int(code)].low, values[person]), max(ends[Int(code)].high, values[person]))
    }
    return ends.contains { $0.high - $0.low <= 1e-9 }
  }

  /// Whether `scores.csv` prints how many people of a group have the score; for an item it prints nothing.
  private static func printed(_ basis: AssessmentBasis, _ outcome: OutcomeValues) -> (GroupKey) -> Bool {
    guard case .score(let measure) = outcome.outcome, let place = basis.scores.place(of: measure.id) else {
      return { _ in false }
    }
    return { key in
      !basis.suppression.isHidden(key, measure: place) && basis.answers.showsSpread(key, measure: place)
    }
  }

  /// The cluster of each person by number.
  private static func clusters(
    _ request: ModelRequest, _ responses: Responses
  ) throws(ModelRequestFault) -> ([Int32]?, Int) {
    guard let name = request.cluster else { return (nil, 0) }
    guard let column = responses.grouping(named: name) else {
      throw .unknown(
        "column of groups", name, known: ["organisation", "respondent_type"] + responses.groups.map(\.name))
    }
    return (column.codes, column.labels.count)
  }

  /// Puts groups that are hidden in other files together, and more until they have the minimum of people.
  private static func pool(
    _ draft: inout TermDraft, _ basis: AssessmentBasis, _ outcome: OutcomeValues, given: [Bool], used: [Bool],
    minimum: Int
  ) {
    guard let grouping = basis.groupings.first(where: { $0.name == draft.name }) else { return }
    let groups = RespondentGrouping(grouping)
    let hidden = basis.hidden(people: given.indices.filter { given[$0] }, grouping: groups)
    let place: Int? = if case .score(let measure) = outcome.outcome { basis.scores.place(of: measure.id) } else { nil }
    let counts = draft.counts(used)
    for (level, label) in draft.labels.enumerated() {
      let key = GroupKey(by: draft.name, group: label)
      let isHidden =
        groups.labels.firstIndex(of: label).map { hidden.contains($0) } ?? false
        || (label != ModelTerm.blank && place.map { basis.suppression.isHidden(key, measure: $0) } ?? false)
      if isHidden || counts[level] < minimum { draft.pool(level) }
    }
    fill(&draft, counts, minimum: minimum)
  }

  /// Adds the smallest shown level until the level of small groups has the minimum of people.
  private static func fill(_ draft: inout TermDraft, _ counts: [Int], minimum: Int) {
    while true {
      let pooled = draft.labels.indices.filter { draft.isPooled[$0] }
      let people = pooled.reduce(0) { $0 + counts[$1] }
      guard !pooled.isEmpty, people < minimum,
        let next = draft.labels.indices.filter({ !draft.isPooled[$0] }).min(by: { (counts[$0], $0) < (counts[$1], $1) })
      else { return }
      draft.pool(next)
    }
  }

  private typealias Settled = (terms: [ModelTerm], factors: [TreatmentPatterns.Factor], patterns: TreatmentPatterns)

  /// Puts small levels together until no combination of the columns is about fewer people than the minimum.
  private static func settled(
    _ drafts: inout [TermDraft], _ cells: ModelCells, used: [Bool], minimum: Int, references: [String: String]
  ) throws(Refusal) -> Settled {
    while true {
      let counts = drafts.map { $0.counts(used) }
      let made = drafts.indices.map { drafts[$0].factor(counts[$0], reference: references[drafts[$0].name]) }
      guard made.reduce(1.0, { $0 * Double($1.factor.levelCount) }) <= 1_000_000 else {
        throw .request(ModelRequestFault("the terms have too many combinations of groups; use fewer terms"))
      }
      let patterns = TreatmentPatterns(made.map(\.factor), count: used.count, isUsed: used)
      guard let leverages = patterns.leverages else {
        let name = patterns.dependentFactor.map { drafts[$0].name } ?? drafts.last?.name ?? ""
        throw .request(
          ModelRequestFault(
            "the groups of “\(name)” follow from the other terms, so their effects cannot be told apart; leave one of the terms out"
          ))
      }
      let order = leverages.indices.sorted { (leverages[$1], $0) < (leverages[$0], $1) }
      var (people, sum) = (max(0, minimum - 1), 0.0)
      for row in order where people > 0 {
        let taken = min(people, patterns.counts[row])
        sum += Double(taken) * leverages[row]
        people -= taken
      }
      let found = sum >= 1 - 1e-9 ? order.first : cells.telling(patterns, made.map(\.term), made.map(\.factor.codes))
      guard let found else { return (made.map(\.term), made.map(\.factor), patterns) }
      // The smallest group that the people of the largest leverage, or of the cell, belong to.
      let worst = patterns.rowOf.firstIndex { $0 == Int32(found) } ?? 0
      var smallest: (term: Int, level: Int, people: Int)?
      for place in drafts.indices {
        let level = Int(drafts[place].codes[worst])
        guard !drafts[place].isPooled[level] else { continue }
        if smallest.map({ counts[place][level] < $0.people }) ?? true {
          smallest = (place, level, counts[place][level])
        }
      }
      let refusal = drafts.count > 1 ? crossed : tooSmall(drafts[0].name)
      guard let smallest else { throw .withheld(refusal) }
      drafts[smallest.term].pool(smallest.level)
      fill(&drafts[smallest.term], counts[smallest.term], minimum: max(minimum, smallest.people + 1))
      guard drafts[smallest.term].levelCount >= 2 else { throw .withheld(refusal) }
    }
  }
}
