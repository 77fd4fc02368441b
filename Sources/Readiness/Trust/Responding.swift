import Statistics
import Survey

/// Looks at every person's answers for marks of carelessness.
///
/// Items are taken in the order of the pages, as they were asked. Limits are customary ones: half of the items for a run (Curran 2016),
/// .001 for a distance, two seconds an item and a third of the median time (Huang and others 2012; Leiner 2019); below 0 for the two
/// correlations, since few items of a barrier leave the customary .30 to chance.
struct Responding: Sendable {
  /// The fewest answers that a run, a spread or a correlation is looked for in.
  static let fewestAnswers = 8
  /// The fewest barriers with both halves that are compared.
  static let fewestBarriers = 5
  /// The fewest people whose answers are what everybody else says.
  static let fewestPeople = 20

  let scores: Scores
  /// Seconds of each person; nil where no column has them.
  let seconds: [Double?]?
  let threads: Int

  /// One entry per person.
  var marks: [RespondingMarks] {
    let responses = scores.responses
    let material = Material(self)
    let starts = Array(stride(from: 0, to: responses.count, by: 2_048))
    return concurrentMap(starts.count, threads: threads) { block in
      (starts[block]..<min(starts[block] + 2_048, responses.count)).map { material.marks(of: $0) }
    }.flatMap(\.self)
  }

  /// What every person is set beside, found once.
  private struct Material: Sendable {
    let responses: Responses
    /// Columns of the barrier items that were asked, in the order of the pages.
    let columns: [[UInt8]]
    /// Their places among the rated items: an item that a person's form does not have is none of the person's.
    let items: [Int]
    /// How many answers each has.
    let range: ClosedRange<UInt8>
    /// The columns of each page of four items or more, by place.
    let pages: [[Int]]
    let sums: [Int]
    let counts: [Int]
    /// Steps towards readiness of the items of each dimension.
    let scales: [ScaleAnswers]
    let distances: MahalanobisDistances?
    let dimensions: [[Double]]
    let seconds: [Double?]?
    /// The median time of people with the same form; nil where there are no times.
    let medianSeconds: [Double?]

    init(_ study: Responding) {
      let (scores, responses) = (study.scores, study.scores.responses)
      let (instrument, layout) = (responses.instrument, scores.layout)
      let asked = Set(instrument.ratings.indices.filter { !responses.answers[$0].isEmpty })
      let places = Dictionary(
        instrument.items.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
      let ordered = instrument.pages.map { $0.items.compactMap { places[$0] }.filter(asked.contains) }
      let onPages = Set(ordered.joined())
      let rest = instrument.items.indices.filter { asked.contains($0) && !onPages.contains($0) }
      // Codes from the lowest: scales with as many answers are alike here, others cannot be in one row.
      let order = ordered.joined() + rest
      let width = order.map { layout.codings[$0].span }.max() ?? 0
      let kept = order.filter { layout.codings[$0].span == width }
      self.responses = responses
      range = 0...width
      items = kept
      columns = kept.map { item in
        let lowest = layout.codings[item].lowest
        return responses.answers[item].map { $0 >= MissingReason.doNotKnow.rawValue ? 255 : $0 &- lowest }
      }
      let column = Dictionary(kept.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
      pages = ordered.map { $0.compactMap { column[$0] } }.filter { $0.count >= 4 }
      let allowed = range
      let totals = columns.map { codes in
        codes.reduce(into: (sum: 0, count: 0)) { total, code in
          if allowed.contains(code) {
            total.sum += Int(code)
            total.count += 1
          }
        }
      }
      sums = totals.map(\.sum)
      counts = totals.map(\.count)
      scales = layout.dimensions.compactMap { place in
        guard case .items(let items, _) = layout.recipes[place] else { return nil }
        return ScaleAnswers(responses, items: items, layout: layout, threads: study.threads)
      }
      dimensions = layout.dimensions.map { scores.columns[$0] }.filter { $0.contains { !$0.isNaN } }
      distances =
        dimensions.count < 3
        ? nil : MahalanobisDistances(ItemMoments(columns: dimensions, threads: study.threads))
      seconds = study.seconds
      medianSeconds = study.seconds.map { Self.medians($0, responses, kept) } ?? []
    }

    /// For every person the median time of those who were asked the same items.
    private static func medians(_ seconds: [Double?], _ responses: Responses, _ items: [Int]) -> [Double?] {
      var numbers: [[Bool]: Int] = [:]
      let formOf = seconds.indices.map { person in
        let form = items.map { responses.answers[$0][person] != MissingReason.notAsked.rawValue }
        let number = numbers[form] ?? numbers.count
        numbers[form] = number
        return number
      }
      var known = [[Double]](repeating: [], count: numbers.count)
      for (person, own) in seconds.enumerated() { if let own { known[formOf[person]].append(own) } }
      let medians = known.map { times -> Double? in
        let times = times.sorted()
        return times.isEmpty ? nil : (times[(times.count - 1) / 2] + times[times.count / 2]) / 2
      }
      return formOf.map { medians[$0] }
    }

    /// How many of the columns the person's form has.
    private func asked(_ person: Int, _ places: some Sequence<Int>) -> Int {
      places.reduce(0) {
        $0 + (responses.answers[items[$1]][person] == MissingReason.notAsked.rawValue ? 0 : 1)
      }
    }

    func marks(of person: Int) -> RespondingMarks {
      var marks = RespondingMarks()
      let row = columns.map { $0[person] }
      let answered = row.count { range.contains($0) }
      if answered >= Responding.fewestAnswers {
        marks.note(.longRun, hasLongRun(row, person))
        marks.note(.littleSpread, ResponseStyle.spread(row, range: range).map { $0 < 0.25 })
        if responses.count >= Responding.fewestPeople {
          let answers = row.map { range.contains($0) ? Int($0) : nil }
          marks.note(
            .againstOthers, PersonTotalCorrelation.value(answers, sums: sums, counts: counts).map { $0 < 0 })
        }
      }
      let halves = scales.compactMap { scale in
        EvenOddConsistency.halves(
          scale.columns.map { $0[person] == ScaleAnswers.missing ? nil : Double($0[person]) })
      }
      if halves.count >= Responding.fewestBarriers {
        marks.note(.unevenHalves, EvenOddConsistency(halves).map { $0.index > 0 })
      }
      if let distances {
        marks.note(
          .farOut, distances.distance(dimensions.map { $0[person] }).map { distances.chance($0) < 0.001 })
      }
      marks.note(.doNotKnow, share(ofDoNotKnow: person).map { $0 > 0.5 })
      let asked = asked(person, items.indices)
      if let own = seconds?[person], let median = medianSeconds[person], asked > 0 {
        marks.note(.fast, own < 2 * Double(asked) || own < median / 3)
      }
      marks.note(.pointsPattern, pointsPattern(person))
      return marks
    }

    private func hasLongRun(_ row: [UInt8], _ person: Int) -> Bool {
      if 2 * ResponseStyle.longestRun(row, range: range) >= asked(person, items.indices) { return true }
      let pages = pages.map { page in page.filter { asked(person, [$0]) == 1 } }.filter { $0.count >= 4 }
      let straight = pages.count { page in
        Set(page.map { row[$0] }).count == 1 && page.allSatisfy { range.contains(row[$0]) }
      }
      return straight >= 2 && 2 * straight >= pages.count
    }

    private func share(ofDoNotKnow person: Int) -> Double? {
      var (asked, unknown) = (0, 0)
      for column in responses.answers.prefix(responses.instrument.items.count) where !column.isEmpty {
        if column[person] != MissingReason.notAsked.rawValue { asked += 1 }
        if column[person] == MissingReason.doNotKnow.rawValue { unknown += 1 }
      }
      return asked >= Responding.fewestAnswers ? Double(unknown) / Double(asked) : nil
    }

    private func pointsPattern(_ person: Int) -> Bool? {
      guard let allocations = responses.allocations, allocations.given[person], allocations.hundredths.count > 1 else {
        return nil
      }
      let points = allocations.hundredths.map { $0[person] }
      guard let most = points.max(), let least = points.min() else { return nil }
      // A point apart at most: eleven shares of 100 are not whole numbers.
      return points.count { $0 > 0 } == 1 || most - least <= 100
    }
  }
}
