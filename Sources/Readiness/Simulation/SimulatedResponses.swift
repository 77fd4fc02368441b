import Statistics
import Survey

extension SimulatedCohort {
  /// The response file in the canonical form, in one piece.
  public func responsesCSV() -> [UInt8] {
    var bytes: [UInt8] = []
    writeResponses { bytes += $0 }
    return bytes
  }

  /// Writes the response file piece by piece, so that a million rows need no memory to speak of.
  ///
  /// Columns: `respondent_id,organisation,respondent_type,organisation_type,language`, then the items and the budget factors
  /// of the instrument. The first piece is the heading.
  ///
  /// - Throws: what `write` throws.
  public func writeResponses(_ write: ([UInt8]) throws -> Void) rethrows {
    let headings =
      ["respondent_id", "organisation", "respondent_type", "organisation_type", "language"]
      + instrument.ratings.map(\.code) + (instrument.budget?.factors.map(\.id) ?? [])
    try write(Array(headings.joined(separator: ",").utf8) + [0x0A])
    var row = SimulatedRow(cohort: self)
    var number = 0
    for index in organizations.indices {
      var stream = RandomStream(seed: seed, stream: SimulationModel.peopleStream, block: UInt64(index))
      let offset = stream.uniform()
      for person in 0..<organizations[index].respondents {
        number += 1
        // Evenly spread over the mix: each type comes within one person of its share.
        let place = (Double(person) + offset) / Double(organizations[index].respondents)
        row.append(number: number, organization: index, type: type(at: place), stream: &stream)
        if row.bytes.count > 1 << 18 { try write(row.take()) }
      }
    }
    if !row.bytes.isEmpty { try write(row.take()) }
  }

  private func type(at place: Double) -> Int {
    var sum = 0.0
    for (index, type) in types.enumerated() {
      sum += type.share
      if place < sum { return index }
    }
    return types.count - 1
  }
}

/// Writes one person's answers after the other.
private struct SimulatedRow {
  /// What answers to one item need, without references: the loop over items runs tens of millions of times.
  private struct Line {
    let sign: Double
    let growth: Double
    let isOftenUnknown: Bool
    /// Places in the flat lists of thresholds and codes.
    let thresholds: Range<Int>
    let codes: Int
  }

  private(set) var bytes: [UInt8] = []
  private let cohort: SimulatedCohort
  private let names: [[UInt8]]
  private let types: [[UInt8]]
  private let lines: [Line]
  private let thresholds: [Double]
  /// Tens and units of every option's code, each item's readiest option last; no tens below 10.
  private let codes: [(tens: UInt8, units: UInt8)]
  private var points: [Int]

  init(cohort: SimulatedCohort) {
    self.cohort = cohort
    names = cohort.organizations.map { Array($0.name.utf8) }
    types = cohort.types.map { Array($0.code.utf8) }
    var lines: [Line] = []
    var thresholds: [Double] = []
    var codes: [(tens: UInt8, units: UInt8)] = []
    for model in cohort.model.items {
      let start = thresholds.count
      thresholds += model.thresholds
      lines.append(
        Line(
          sign: model.sign, growth: model.isDegreeNow ? 1 : 0, isOftenUnknown: model.isOftenUnknown,
          thresholds: start..<thresholds.count, codes: codes.count))
      let options = model.item.scale.options.map { option in
        let code = UInt8(clamping: option.code)
        return (tens: code < 10 ? 0 : 0x30 + code / 10, units: 0x30 + code % 10)
      }
      codes += model.sign > 0 ? options : options.reversed()
    }
    (self.lines, self.thresholds, self.codes) = (lines, thresholds, codes)
    points = Array(repeating: 0, count: cohort.instrument.budget?.factors.count ?? 0)
  }

  mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  mutating func append(number: Int, organization: Int, type: Int, stream: inout RandomStream) {
    bytes.append(UInt8(ascii: "p"))
    append(String(number).utf8)
    append(comma: names[organization])
    append(comma: types[type])
    append(comma: cohort.organizations[organization].kind.utf8)
    append(comma: "en".utf8)
    appendRatings(organization: organization, type: type, stream: &stream)
    appendBudget(type: type, stream: &stream)
    bytes.append(0x0A)
  }

  private mutating func appendRatings(organization: Int, type: Int, stream: inout RandomStream) {
    let group = cohort.types[type]
    let person = group.effect + SimulationModel.personDeviation * stream.normal()
    let yea = SimulationModel.yeaSaying * stream.normal()
    let missing = cohort.missing
    let base = cohort.model.bases[organization]
    for (line, level) in zip(lines, base) {
      let chance = stream.uniform()
      let noise = SimulationModel.logistic(stream.uniform())
      bytes.append(UInt8(ascii: ","))
      let doNotKnow = missing * (group.isCitizen && line.isOftenUnknown ? 1.2 : 0.4)
      if chance < doNotKnow + missing * 0.6 {
        if chance < doNotKnow {
          append("dk".utf8)
        } else if chance < doNotKnow + missing * 0.2 {
          append("nfm".utf8)
        }
        continue
      }
      let latent = level + person + line.sign * yea + noise + line.growth * group.growthEffect
      var option = line.codes
      for place in line.thresholds where latent > thresholds[place] { option += 1 }
      let code = codes[option]
      if code.tens != 0 { bytes.append(code.tens) }
      bytes.append(code.units)
    }
  }

  /// Twenty portions of five points: one to each of some factors, the others by appeal; the rest of the factors get nothing.
  private mutating func appendBudget(type: Int, stream: inout RandomStream) {
    guard !points.isEmpty else { return }
    let given = stream.uniform() >= cohort.missing
    let chosen = min(points.count, 3 + stream.below(5))
    let appeals = cohort.model.appeals[type]
    // The smallest of exponential waiting times: factors are chosen without replacement, in proportion to appeal.
    let waits = appeals.map { -SimulationModel.logOfUniform(stream.uniform()) / $0 }
    let picks = waits.indices.sorted { (waits[$0], $0) < (waits[$1], $1) }.prefix(chosen)
    for index in points.indices { points[index] = picks.contains(index) ? 5 : 0 }
    let sum = picks.reduce(0) { $0 + appeals[$1] }
    for _ in 0..<(20 - chosen) {
      var left = stream.uniform() * sum
      let pick = picks.first { index in
        left -= appeals[index]
        return left < 0
      }
      points[pick ?? picks[picks.startIndex]] += 5
    }
    for value in points {
      bytes.append(UInt8(ascii: ","))
      if given { append(String(value).utf8) }
    }
  }

  private mutating func append(_ text: some Sequence<UInt8>) { bytes.append(contentsOf: text) }
  private mutating func append(comma text: some Sequence<UInt8>) {
    bytes.append(UInt8(ascii: ","))
    bytes.append(contentsOf: text)
  }
}
