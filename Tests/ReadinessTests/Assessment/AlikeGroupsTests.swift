import Readiness
import Testing

/// Groups in which everybody gave one answer: nothing that is shown tells it, and little else is hidden.
struct AlikeGroupsTests {
  typealias Group = AssessmentAttackTests.Group

  static let types = Sample.types.prefix(3).map(\.code)

  /// Five organisations of 15 people without missing answers: the first type gave the best answer to the first item, and the people of the second
  /// organisation the same middle answer to a Co's degree.
  static let people: [SampleCohort.Person] = {
    var people = SampleCohort.people(organizations: 5, sizes: 15...15, types: types, missing: 0, seed: 12)
    for index in people.indices {
      var cells = people[index].cells.split(separator: " ").map(String.init)
      if people[index].type == types[0] { cells[0] = "\(SampleCohort.instrument.ratings[0].scale.highest)" }
      if people[index].organization == "Org 2" { cells[cells.count - 1] = "3" }
      people[index].cells = cells.joined(separator: " ")
    }
    return people
  }()

  static let truth = Result { try AssessmentAttackTests.assess(people, .pilot) }
  static let shown = Result { try AssessmentAttackTests.assess(people, .internal) }

  @Test func `a row in which all gave one answer is hidden, and the counts that would give it back`() throws {
    let (truth, shown) = (try Self.truth.get(), try Self.shown.get())
    let item = SampleCohort.instrument.ratings[0].code
    let own = AssessmentAttackTests.answers(truth, shown).filter {
      $0.0.item == item && $0.0.respondentType == Self.types[0]
    }
    #expect(own.count { ($0.0.count ?? 0) > 0 } == 1)
    #expect(own.allSatisfy { $0.1.count == nil && $0.1.status == .suppressed })
    // The others of the item are not all hidden, nor those of other items.
    #expect(shown.distributions.contains { $0.item == item && $0.count != nil })
    let rows = Dictionary(grouping: AssessmentAttackTests.answers(truth, shown)) { $0.0.item }
    #expect(rows.contains { $0.key != item && $0.value.contains { $0.1.count != nil } })
    let told = shown.disclosure.filter {
      $0.table == "distributions" && $0.measure == item && $0.group == Self.types[0]
    }
    #expect(told.allSatisfy { $0.why == .primaryClassOrComplementary || $0.why == .countsBesideMean })
    #expect(told.contains { $0.interval.map { $0.lower != $0.upper } ?? false })
  }

  @Test func `no score is shown that everybody of a group has`() throws {
    let (truth, shown) = (try Self.truth.get(), try Self.shown.get())
    var alike = 0
    for (row, published) in AssessmentAttackTests.pairs(truth, shown) where row.weighting == .respondents {
      guard let sd = row.sd, sd <= 1e-9, (row.estimate.n ?? 0) >= 5 else { continue }
      alike += 1
      #expect(published.estimate.value == nil && published.sd == nil && published.coverage == nil, "\(row)")
    }
    #expect(alike > 1)
    // Beside it another organisation is hidden on the same measure, and not all.
    let measure = try #require(
      truth.scores.first { $0.organization == "Org 2" && $0.level == .organization && $0.sd == 0 }?.measure)
    let hidden = shown.scores.filter {
      $0.level == .organization && $0.measure == measure && $0.estimate.status == .suppressed
    }
    #expect((2...3).contains(Set(hidden.compactMap(\.organization)).count))
    #expect(shown.scores.contains { $0.level == .cohort && $0.measure == measure && $0.estimate.value != nil })
  }

  /// The means of one group's items, in so far as the other means of the same people determine them: rank by elimination in doubles.
  private func determines(_ target: Int, _ known: [[Double]]) -> Bool {
    func rank(_ rows: [[Double]]) -> Int {
      var (rows, rank) = (rows, 0)
      for column in SampleCohort.instrument.ratings.indices {
        guard rank < rows.count,
          let pivot = (rank..<rows.count).max(by: { abs(rows[$0][column]) < abs(rows[$1][column]) }),
          abs(rows[pivot][column]) > 1e-9
        else { continue }
        rows.swapAt(rank, pivot)
        for row in rows.indices where row != rank {
          let factor = rows[row][column] / rows[rank][column]
          for place in rows[row].indices { rows[row][place] -= factor * rows[rank][place] }
        }
        rank += 1
      }
      return rank
    }
    let unit = SampleCohort.instrument.ratings.indices.map { $0 == target ? 1.0 : 0 }
    return rank(known) == rank(known + [unit])
  }

  private func means(_ assessment: Assessment, of group: Group) -> [[Double]] {
    let ratings = SampleCohort.instrument.ratings
    func vector(_ isIn: (Item) -> Bool) -> [Double] {
      let all = ratings.count(where: isIn)
      return ratings.map { isIn($0) ? 1 / Double(all) : 0 }
    }
    let shown = Set(assessment.scores.filter { Group($0) == group && $0.estimate.value != nil }.map(\.measure))
    var known = assessment.measures.filter { shown.contains($0.id) }.compactMap { measure -> [Double]? in
      switch measure.kind {
      case .overall: vector { $0.dimension != nil }
      case .dimension(let id): vector { $0.dimension == id }
      case .facet(let facet): vector { $0.dimension != nil && $0.facets.contains(facet) }
      case .cell(let id, let facet): vector { $0.dimension == id && $0.facets.contains(facet) }
      default: nil
      }
    }
    for item in ratings {
      let row = assessment.distributions.filter { $0.item == item.code && $0.respondentType == group.group }
      if row.allSatisfy({ $0.count != nil }) { known.append(vector { $0.code == item.code }) }
    }
    return known
  }

  @Test func `an end of the scale does not come out of the other means of the same people`() throws {
    let (truth, shown) = (try Self.truth.get(), try Self.shown.get())
    let group = Group(by: "respondent_type", group: Self.types[0])
    let known = means(shown, of: group)
    #expect(known.count > 8)
    #expect(!determines(0, known))
    // The attack is able: with all else shown, the dimension less its other items yields the answer of each.
    let unit = SampleCohort.instrument.ratings.indices.map { $0 == 0 ? 1.0 : 0 }
    let others = means(truth, of: group).filter { row in row != unit && !(row[0] > 0 && row.count { $0 > 0 } == 1) }
    #expect(determines(0, others))
  }

  @Test func `in pilot mode nothing is hidden for it`() throws {
    let truth = try Self.truth.get()
    #expect(truth.distributions.allSatisfy { $0.count != nil })
    #expect(truth.disclosure.isEmpty)
  }
}
