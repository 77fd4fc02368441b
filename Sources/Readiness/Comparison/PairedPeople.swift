import Survey

/// The people of two waves, matched by an identifier that never leaves this type.
struct PairedPeople: Sendable {
  /// Rows of the same person in the first and in the second wave, in the order of the first.
  let pairs: [(first: Int, second: Int)]
  /// People of the first wave alone; blank identifiers are no match.
  let onlyFirst: Int
  /// People of the second wave alone.
  let onlySecond: Int
  /// The organisation of each pair, an index into ``organizations``; −1 for a pair without one, or that changed it.
  let codes: [Int]
  /// Names of the organisations in which pairs stand, in alphabetical order.
  let organizations: [String]
  /// Pairs that answered in different organisations.
  let moved: Int
  /// Everybody of either wave: rows in the waves, and the organisation they belong to as a number. Somebody who moved, or names none, is
  /// one of their own.
  let everybody: [(first: Int?, second: Int?, cluster: Int)]
  /// Whether two organisations or more are named.
  let namesOrganizations: Bool

  /// Matches the people of two waves.
  ///
  /// - Throws: ``PairedFault`` when the column is in neither, or does not tell people apart.
  init(_ first: Responses, _ second: Responses, pairBy column: String) throws(PairedFault) {
    let keys = [try Self.keys(first, column: column), try Self.keys(second, column: column)]
    var rows: [String: Int] = [:]
    for (row, key) in keys[1].enumerated() where !key.isEmpty {
      guard rows.updateValue(row, forKey: key) == nil else { throw .repeatedIdentifier(column: column, wave: 1) }
    }
    var seen: Set<String> = []
    var pairs: [(first: Int, second: Int)] = []
    for (row, key) in keys[0].enumerated() where !key.isEmpty {
      guard seen.insert(key).inserted else { throw .repeatedIdentifier(column: column, wave: 0) }
      if let other = rows[key] { pairs.append((row, other)) }
    }
    let places = pairs.map { pair -> (name: String?, moved: Bool) in
      let names = [Self.organization(first, pair.first), Self.organization(second, pair.second)]
      return (names[0] == names[1] ? names[0] : nil, names[0] != names[1])
    }
    organizations = Set(places.compactMap(\.name)).sorted()
    let index = Dictionary(uniqueKeysWithValues: organizations.enumerated().map { ($1, $0) })
    codes = places.map { place in place.name.flatMap { index[$0] } ?? -1 }
    moved = places.count(where: \.moved)
    onlyFirst = first.count - pairs.count
    onlySecond = second.count - pairs.count
    self.pairs = pairs
    (everybody, namesOrganizations) = Self.everybody(first, second, pairs: pairs, of: places.map(\.name))
  }

  /// The people of both waves, then those of the first alone, then those of the second alone.
  private static func everybody(
    _ first: Responses, _ second: Responses, pairs: [(first: Int, second: Int)], of organizations: [String?]
  ) -> (people: [(first: Int?, second: Int?, cluster: Int)], namesOrganizations: Bool) {
    var numbers: [String: Int] = [:]
    var alone = -1
    func number(_ name: String?) -> Int {
      guard let name else {
        defer { alone -= 1 }
        return alone
      }
      let number = numbers[name] ?? numbers.count
      numbers[name] = number
      return number
    }
    var people: [(first: Int?, second: Int?, cluster: Int)] = zip(pairs, organizations).map {
      ($0.first, $0.second, number($1))
    }
    let paired = (first: Set(pairs.map(\.first)), second: Set(pairs.map(\.second)))
    for row in 0..<first.count where !paired.first.contains(row) {
      people.append((row, nil, number(organization(first, row))))
    }
    for row in 0..<second.count where !paired.second.contains(row) {
      people.append((nil, row, number(organization(second, row))))
    }
    return (people, numbers.count > 1)
  }

  private static func keys(_ responses: Responses, column: String) throws(PairedFault) -> [String] {
    if column == "respondent_id", responses.respondentIDs.count == responses.count {
      return (0..<responses.count).map { responses.respondentIDs[$0] }
    }
    guard let grouping = responses.grouping(named: column) else {
      throw .unknownColumn(column, known: ["respondent_id"] + responses.groups.map(\.name))
    }
    return grouping.codes.map { $0 < 0 ? "" : grouping.labels[Int($0)] }
  }

  private static func organization(_ responses: Responses, _ row: Int) -> String? {
    let code = responses.organization.codes[row]
    return code < 0 ? nil : responses.organization.labels[Int(code)]
  }
}

/// Why two waves cannot be compared person by person.
public enum PairedFault: Error, Sendable, Hashable {
  /// No column of that name identifies people.
  case unknownColumn(String, known: [String])
  /// Two people of one wave (0 the first, 1 the second) share an identifier, which is not told.
  case repeatedIdentifier(column: String, wave: Int)
  /// Nobody answered in both waves.
  case nobodyTwice
  /// The plan cannot be followed.
  case plan(AssessmentFault)

  /// One plain sentence that says how to mend it.
  public func sentence(waves: [String]) -> String {
    switch self {
    case .unknownColumn(let name, let known):
      "no column is called “\(name)”; columns that could tell people apart are \(known.joined(separator: ", "))"
    case .repeatedIdentifier(let column, let wave):
      "two people of the wave “\(waves[wave])” have the same \(column); give each person one of their own"
    case .nobodyTwice:
      "nobody answered in both waves “\(waves[0])” and “\(waves[1])”; a person needs the same identifier in each"
    case .plan(let fault): fault.description
    }
  }
}
