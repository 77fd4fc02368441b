import Disclosure
import Survey

/// Counts marks by type, and withholds whatever tells of few people by itself or by one subtraction after another.
///
/// For every group a number of people falls apart into those who could be looked at and the others, and the former into those with
/// the mark and those without; each of these is a sum over types as well. A count from 1 to the minimum less 1 is hidden, with
/// what is then next smallest beside it. So is a mark that everybody of a group has, since it is what each of them did; that nobody has
/// it is told.
struct QualityCounts: Sendable {
  private let groups: [(type: String?, size: Int, isHidden: Bool)]
  private let groupOf: [Int]
  private let rule: SuppressionRule

  init(_ basis: AssessmentBasis) {
    let responses = basis.scores.responses
    let types = responses.typeGrouping
    let (places, suppression) = (basis.suppression.groups, basis.suppression)
    groups = ([nil] + types.groups.map(Optional.some)).map { type in
      let place = places.place(GroupKey(by: type == nil ? nil : "respondent_type", group: type))
      return (type, place.map { places.sizes[$0] } ?? 0, place.map { suppression.isHidden[$0] } ?? true)
    }
    groupOf = responses.respondentType.codes.map { types.group(ofCode: Int($0)) + 1 }
    rule = suppression.rule
  }

  /// Rows per subject and group: the cohort, then the types.
  ///
  /// - Parameters:
  ///   - subjects: what people fall apart into; nil for a part that has no rows of its own.
  ///   - part: the place of each person's part; nil where it could not be looked at.
  func rows(_ subjects: [QualityRow.Subject?], _ part: (Int) -> Int?) -> [QualityRow] {
    let none = [Int](repeating: 0, count: groups.count)
    var (judged, parts) = (none, subjects.map { _ in none })
    for (person, group) in groupOf.enumerated() {
      guard let own = part(person) else { continue }
      for place in Set([0, group]) {
        judged[place] += 1
        parts[own][place] += 1
      }
    }
    let shown = self.shown(judged: judged, parts: parts)
    return subjects.indices.flatMap { index -> [QualityRow] in
      guard let subject = subjects[index] else { return [] }
      return groups.indices.filter(isListed).map { place in
        let (isJudgedShown, isPartShown) = (shown[1][place], shown[3 + index][place])
        return QualityRow(
          subject: subject, respondentType: groups[place].type, judged: isJudgedShown ? judged[place] : nil,
          marked: isPartShown ? parts[index][place] : nil,
          status: isJudgedShown && isPartShown ? .ok : .suppressed)
      }
    }
  }

  /// Whether a group may be named: everybody together, and respondent types that are not hidden.
  private func isListed(_ place: Int) -> Bool { place == 0 || rule.minimum == 0 || !groups[place].isHidden }

  /// Kind of number × group: people, those looked at, the others, then the parts.
  private func shown(judged: [Int], parts: [[Int]]) -> [[Bool]] {
    let sizes = groups.map(\.size)
    let kinds = [sizes, judged, zip(sizes, judged).map { $0 - $1 }] + parts
    guard rule.minimum > 0 else { return kinds.map { $0.map { _ in true } } }
    let width = groups.count
    func node(_ kind: Int, _ group: Int) -> Int { kind * width + group }
    var partitions = kinds.indices.map { kind in
      Partition(whole: node(kind, 0), parts: (1..<width).map { node(kind, $0) })
    }
    for group in 0..<width {
      partitions.append(Partition(whole: node(0, group), parts: [node(1, group), node(2, group)]))
      partitions.append(
        Partition(whole: node(1, group), parts: parts.indices.map { node(3 + $0, group) }))
    }
    var already = Set(
      groups.indices.filter { groups[$0].isHidden }.flatMap { group in kinds.indices.map { node($0, group) } })
    func hide(_ group: Int) { already.formUnion(parts.indices.map { node(3 + $0, group) }) }
    for group in 0..<width where Self.isAlike([group], judged, parts) { hide(group) }
    while true {
      let found = Suppression(
        counts: kinds.flatMap(\.self), partitions: partitions, rule: rule, empty: .shown, alreadyHidden: already,
        fixed: Set(groups.indices.filter { !groups[$0].isHidden }.map { node(0, $0) }))
      let isShown = kinds.indices.map { kind in (0..<width).map { !found.isHidden(node(kind, $0)) } }
      // Types that are hidden together, and come out together as what is left of all, must not be alike either.
      guard
        let part = parts.indices.first(where: { part in
          isShown[3 + part][0]
            && Self.isAlike((1..<width).filter { !isShown[3 + part][$0] }, judged, parts)
        })
      else { return isShown }
      let next = (1..<width).filter { isShown[3 + part][$0] && judged[$0] > 0 }.min { judged[$0] < judged[$1] }
      hide(next ?? 0)
    }
  }

  /// Whether everybody of some groups who could be looked at has the mark, or the same number of kinds of marks above none.
  private static func isAlike(_ groups: [Int], _ judged: [Int], _ parts: [[Int]]) -> Bool {
    let all = groups.reduce(0) { $0 + judged[$1] }
    // Of a mark the first part has it; of kinds of marks the first has none.
    let telling = parts.count == 2 ? parts.prefix(1) : parts.dropFirst()
    return all > 0 && telling.contains { part in groups.reduce(0) { $0 + part[$1] } == all }
  }
}
