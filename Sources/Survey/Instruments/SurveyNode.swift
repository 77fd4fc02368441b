import Yams

/// A node of `survey.yaml` with its place: answers with what was expected, or notes a fault and answers nil.
///
/// A decoder stops at the first fault and forgets places, so the nodes are walked instead: every fault of the file is
/// reported at once, with line and column.
struct SurveyNode {
  let node: Node
  /// The key under which the node stands, for messages.
  let key: String
  let place: FilePlace
  let context: SurveyFileContext

  init(_ node: Node, key: String, near place: FilePlace, context: SurveyFileContext) {
    self.node = node
    self.key = key
    self.context = context
    self.place = node.mark.map { FilePlace(file: place.file, row: $0.line, column: $0.column) } ?? place
  }

  /// The key as messages add it; nothing at the root.
  private var under: String { key.isEmpty ? "" : " under “\(key)”" }

  /// Notes that the node is not what was expected.
  func fault(_ kind: Fault.Kind, _ message: String) { context.log.add(kind, at: place, message) }

  /// The text of a scalar as written, so that a version 1.0 stays “1.0”; nil for a list or a mapping.
  var text: String? {
    if case .scalar(let scalar) = node { scalar.string } else { nil }
  }

  /// Whether the node holds keys.
  var isMapping: Bool { if case .mapping = node { true } else { false } }
  /// Whether the node is a list.
  var isList: Bool { if case .sequence = node { true } else { false } }

  /// What stands there, for messages.
  var found: String {
    switch node {
    case .scalar(let scalar): scalar.string.isEmpty ? "nothing" : "“\(scalar.string)”"
    case .sequence: "a list"
    case .mapping: "keys"
    case .alias: "an alias"
    }
  }

  /// A text that is not empty.
  func string(expected: String = "a text") -> Placed<String>? {
    guard let text, !text.isEmpty else {
      fault(.wrongShape, "found \(found)\(under), expected \(expected)")
      return nil
    }
    return Placed(value: text, place: place)
  }

  /// A whole number within a range.
  func integer(in range: ClosedRange<Int>) -> Placed<Int>? {
    guard let text, let value = Int(text), range.contains(value) else {
      fault(
        .badNumber,
        "found \(found)\(under), expected a whole number from \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
    return Placed(value: value, place: place)
  }

  /// A number from 0 to `limit`, or a fraction such as `2/3`, which is kept exact to the last bit.
  func number(upTo limit: Int) -> Double? {
    let parts = (text ?? "").split(separator: "/", omittingEmptySubsequences: false).map { Double($0) }
    let value: Double? =
      switch parts.count {
      case 1: parts[0]
      case 2: if let top = parts[0], let bottom = parts[1], bottom > 0 { top / bottom } else { nil }
      default: nil
      }
    guard let value, value >= 0, value <= Double(limit) else {
      fault(
        .badNumber, "found \(found)\(under), expected a number from 0 to \(limit), or a fraction such as 2/3")
      return nil
    }
    return value
  }

  /// `true` or `false`.
  func boolean() -> Bool? {
    switch text {
    case "true": return true
    case "false": return false
    default:
      fault(.wrongShape, "found \(found)\(under), expected true or false")
      return nil
    }
  }

  /// The entries of a list.
  func list(of what: String) -> [SurveyNode] {
    guard case .sequence(let sequence) = node else {
      fault(.wrongShape, "found \(found)\(under), expected a list of \(what)")
      return []
    }
    return sequence.map { SurveyNode($0, key: key, near: place, context: context) }
  }

  /// The entries of a mapping whose keys are names chosen by the writer.
  func entries(of what: String) -> [(name: Placed<String>, node: SurveyNode)] {
    guard case .mapping(let mapping) = node else {
      fault(.wrongShape, "found \(found)\(under), expected \(what)")
      return []
    }
    return mapping.compactMap { name, value in
      let name = SurveyNode(name, key: key, near: place, context: context)
      guard let text = name.string(expected: what) else { return nil }
      return (text, SurveyNode(value, key: text.value, near: name.place, context: context))
    }
  }

  /// The fields of a mapping whose keys are fixed; an unknown key is a fault that names the nearest known one.
  func fields(_ known: [String]) -> SurveyFields {
    var values: [String: SurveyNode] = [:]
    for (name, value) in entries(of: "the keys \(known.joined(separator: ", "))") {
      guard known.contains(name.value) else {
        let nearest = NearestName.of(name.value, in: known)
        context.log.add(
          .unknownKey, at: name.place,
          "found the key “\(name.value)”, expected one of \(known.joined(separator: ", "))"
            + (nearest.map { "; did you mean “\($0)”?" } ?? "; remove it"))
        continue
      }
      values[name.value] = value
    }
    return SurveyFields(owner: self, values: values)
  }
}

/// The fields of a mapping by key.
struct SurveyFields {
  let owner: SurveyNode
  let values: [String: SurveyNode]

  /// The value of a key that may be left out.
  subscript(_ key: String) -> SurveyNode? { values[key] }

  /// The value of a key that must be there; a missing one is noted.
  func required(_ key: String, as kind: Fault.Kind = .missingKey, because reason: String = "add it") -> SurveyNode? {
    if let value = values[key] { return value }
    if owner.isMapping {
      owner.fault(kind, "the key “\(key)” is missing\(owner.key.isEmpty ? "" : " under “\(owner.key)”"); \(reason)")
    }
    return nil
  }
}
