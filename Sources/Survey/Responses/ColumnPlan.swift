/// What a column of a response file holds.
enum ColumnRole: Sendable, Hashable {
  /// `respondent_id`.
  case identifier
  /// A grouping column, by its place in ``ColumnPlan/Vocabulary/groups``.
  case group(Int)
  /// A rated item, by its place in ``Instrument/ratings``.
  case rating(Int)
  /// A budget factor, by its place in the question.
  case points(Int)
  /// The sampling weight.
  case weight
  /// `duration_seconds`: checked, not kept.
  case duration
  /// A known column that is not read (`submitted_at`, or `weight` when no weights are asked for).
  case unused
  /// A column that matches nothing.
  case unknown
}

/// What the columns of one file hold, found from its headings.
struct ColumnPlan: Sendable {
  /// The headings as written.
  let headings: [String]
  /// One role per column.
  let roles: [ColumnRole]
  /// Faults and notices of the heading row.
  let faults: [Fault]
  /// Whether any column means something: without one there is no heading row to speak of.
  let isRecognized: Bool

  /// The heading of a column as messages show it.
  func shown(_ column: Int) -> String {
    guard headings.indices.contains(column) else { return String(column + 1) }
    return HeadingText.shown(headings[column], number: column + 1, isKnown: roles[column] != .unknown)
  }

  /// Codes of rated items without a column.
  func notAsked(in instrument: Instrument) -> [String] {
    let present = Set(roles.compactMap { if case .rating(let item) = $0 { item } else { nil } })
    return instrument.ratings.indices.filter { !present.contains($0) }.map { instrument.ratings[$0].code }
  }

  /// Headings of columns that match nothing, as messages show them.
  var unread: [String] { roles.indices.filter { roles[$0] == .unknown }.map(shown) }
}

extension ColumnPlan {
  /// The names that headings can carry, for one instrument and one set of options.
  struct Vocabulary: Sendable {
    /// Grouping columns that are read wherever a file has them.
    static let ownGroups = ["organisation", "respondent_type", "organisation_type", "service", "wave", "language"]
    /// Names of the grouping columns: ``ownGroups``, then those asked for.
    let groups: [String]
    /// Places of the grouping columns that were asked for by `--group`: some file must have them.
    let askedGroups: [Int]
    private let roles: [String: ColumnRole]
    private let names: [(key: String, shown: String)]
    private let factorCount: Int

    init(_ instrument: Instrument, options: IntakeOptions) {
      var roles: [String: ColumnRole] = [:]
      var names: [(key: String, shown: String)] = []
      func add(_ name: String, _ role: ColumnRole, shown: String? = nil) {
        let key = HeadingText.key(name)
        guard !key.isEmpty, roles[key] == nil else { return }
        roles[key] = role
        names.append((key, shown ?? name))
      }
      var groups = Vocabulary.ownGroups
      if let column = options.samplingWeights { add(column, .weight) }
      for (place, item) in instrument.ratings.enumerated() { add(item.code, .rating(place)) }
      for (place, factor) in (instrument.budget?.factors ?? []).enumerated() { add(factor.id, .points(place)) }
      add("respondent_id", .identifier)
      add("respondent", .identifier)
      for (place, name) in groups.enumerated() { add(name, .group(place)) }
      add("organization", .group(0), shown: "organisation")
      add("organization_type", .group(2), shown: "organisation_type")
      add("submitted_at", .unused)
      add("duration_seconds", .duration)
      add("weight", .unused)
      for column in instrument.profile.map(\.column) where roles[HeadingText.key(column)] == nil {
        add(column, .group(groups.count))
        groups.append(column)
      }
      var askedGroups: [Int] = []
      for name in options.groups {
        let role = roles[HeadingText.key(name)]
        if case .group(let group) = role { askedGroups.append(group) }
        guard role == nil || role == .unused else { continue }
        roles[HeadingText.key(name)] = nil
        add(name, .group(groups.count))
        askedGroups.append(groups.count)
        groups.append(name)
      }
      self.askedGroups = askedGroups
      for (place, item) in instrument.ratings.enumerated() {
        for name in item.aliases + item.text.texts.values.sorted() { add(name, .rating(place), shown: item.code) }
      }
      for (place, factor) in (instrument.budget?.factors ?? []).enumerated() {
        for name in factor.aliases + factor.label.texts.values.sorted() { add(name, .points(place), shown: factor.id) }
      }
      self.groups = groups
      self.roles = roles
      self.names = names
      factorCount = instrument.budget?.factors.count ?? 0
    }

    /// What the columns under `headings` hold.
    func plan(_ headings: [String], file: String, strict: Bool) -> ColumnPlan {
      let keys = headings.map(HeadingText.key)
      let found = keys.map { roles[$0] ?? .unknown }
      let draft = ColumnPlan(headings: headings, roles: found, faults: [], isRecognized: true)
      guard found.contains(where: { $0 != .unknown }) else {
        let fault = Fault(
          .noKnownHeading, file: file, row: 1,
          message:
            "found no heading that the survey knows, expected respondent_id, organisation, respondent_type and item "
            + "codes; put a heading row on top, or choose the survey that was answered")
        return ColumnPlan(headings: headings, roles: found, faults: [fault], isRecognized: false)
      }
      var faults: [Fault] = []
      var first: [ColumnRole: Int] = [:]
      for (column, role) in found.enumerated() where role != .unknown && role != .unused {
        if let earlier = first[role] {
          faults.append(
            Fault(
              .twoColumns, file: file, row: 1, column: draft.shown(column),
              message:
                "found a second column for what column \(earlier + 1) (“\(draft.shown(earlier))”) holds, expected one; "
                + "remove or rename one of them"))
        }
        first[role] = first[role] ?? column
      }
      faults += unknownColumns(keys, draft: draft, file: file, strict: strict)
      for (role, name) in [(ColumnRole.identifier, "respondent_id"), (.group(0), groups[0]), (.group(1), groups[1])]
      where first[role] == nil {
        faults.append(
          Fault(
            .missingColumn, file: file, row: 1,
            message: "found no column \(name), expected one; add the column or mend its heading"))
      }
      if roles.values.contains(.weight), first[.weight] == nil {
        faults.append(
          Fault(
            .missingColumn, file: file, row: 1,
            message: "found no column of sampling weights, expected the one that was asked for; add it to the file"))
      }
      let parts = (0..<factorCount).filter { first[.points($0)] == nil }
      if !parts.isEmpty, parts.count < factorCount {
        let missing = parts.map { part in names.first { roles[$0.key] == .points(part) }?.shown ?? "" }
        faults.append(
          Fault(
            .missingColumn, file: file, row: 1,
            message:
              "found \(factorCount - parts.count) of the \(factorCount) columns of the budget question, expected all "
              + "or none; add \(missing.joined(separator: ", "))"))
      }
      return ColumnPlan(headings: headings, roles: found, faults: faults, isRecognized: true)
    }

    /// A fault for each unknown heading that looks like a known one, and one notice for the others.
    private func unknownColumns(_ keys: [String], draft: ColumnPlan, file: String, strict: Bool) -> [Fault] {
      var faults: [Fault] = []
      var unread: [String] = []
      for (column, role) in draft.roles.enumerated() where role == .unknown {
        let shown = draft.shown(column)
        if let near = NearestName.of(keys[column], in: names.map(\.key), slips: HeadingText.slips(in: keys[column])),
          let name = names.first(where: { $0.key == near })
        {
          faults.append(
            Fault(
              .unknownColumn, file: file, row: 1, column: shown,
              message: "found a heading that matches nothing, expected perhaps “\(name.shown)”; mend the heading, "
                + "or keep the column as it is with --group"))
        } else if strict {
          faults.append(
            Fault(
              .unknownColumn, file: file, row: 1, column: shown,
              message:
                "found a heading that matches nothing, expected only known columns (--strict); remove the column, "
                + "or keep it with --group"))
        } else {
          unread.append(Double(shown) == nil ? "“\(shown)”" : "column \(shown)")
        }
      }
      if !unread.isEmpty {
        faults.append(
          Fault(
            .unreadColumns, severity: .notice, file: file, row: 1,
            message:
              "\(unread.count) \(unread.count == 1 ? "column matches" : "columns match") nothing in the survey and "
              + "\(unread.count == 1 ? "is" : "are") not read: \(unread.joined(separator: ", "))"))
      }
      return faults
    }
  }
}
