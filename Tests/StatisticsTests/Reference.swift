import Foundation
import TestSupport

@testable import Statistics

/// A reference case: JSON from `Tests/References`, read by keys and places.
struct Reference {
  private let node: Any

  /// Reads a file such as `statistics/kruskal_hollander`.
  init(_ name: String) throws {
    node = try JSONSerialization.jsonObject(
      with: Data(contentsOf: Repository.url("Tests/References/\(name).json")), options: .fragmentsAllowed)
  }

  private init(node: Any) { self.node = node }

  subscript(_ key: String) -> Reference { Reference(node: (node as? [String: Any])?[key] ?? NSNull()) }
  subscript(_ place: Int) -> Reference { list[place] }

  var list: [Reference] { (node as? [Any] ?? []).map { Reference(node: $0) } }
  /// A missing number is not a number, which equals nothing.
  var double: Double { (node as? NSNumber)?.doubleValue ?? .nan }
  var int: Int { (node as? NSNumber)?.intValue ?? .min }
  var string: String { node as? String ?? "" }
  var doubles: [Double] { list.map(\.double) }
  var ints: [Int] { list.map(\.int) }
  /// Keys and numbers of an object.
  var numbers: [String: Double] { (node as? [String: NSNumber] ?? [:]).mapValues(\.doubleValue) }
}

/// Whether a number agrees with its reference: |got − expected| ≤ max(abs, rel × |expected|).
func agrees(_ got: Double?, _ expected: Double, relative: Double = 1e-9, absolute: Double = 1e-12) -> Bool {
  guard let got else { return false }
  return abs(got - expected) <= max(absolute, relative * abs(expected))
}

/// Whether two limits agree with a list of two numbers.
func agrees(_ got: ConfidenceInterval?, _ expected: Reference, relative: Double = 1e-9, absolute: Double = 1e-12)
  -> Bool
{
  agrees(got?.lower, expected[0].double, relative: relative, absolute: absolute)
    && agrees(got?.upper, expected[1].double, relative: relative, absolute: absolute)
}

/// The cells of a small comma-separated file without quoted cells.
func cells(_ path: String) throws -> [[String]] {
  try Repository.text("Tests/References/\(path)").split(whereSeparator: \.isNewline).map { line in
    line.split(separator: ",", omittingEmptySubsequences: false).map { $0.filter { $0 != "\"" && $0 != "\r" } }
  }
}

/// The values of one column of a reference table by the names in another, names in alphabetical order.
func grouped(_ path: String, value: String, by group: String) throws -> (names: [String], groups: [[Double]]) {
  let table = try cells(path)
  guard let header = table.first, let valuePlace = header.firstIndex(of: value),
    let groupPlace = header.firstIndex(of: group)
  else { return ([], []) }
  var groups: [String: [Double]] = [:]
  for row in table.dropFirst() {
    if let number = Double(row[valuePlace]) { groups[row[groupPlace], default: []].append(number) }
  }
  let names = groups.keys.sorted()
  return (names, names.map { groups[$0] ?? [] })
}

/// Small random tables of counts for laws: groups of the sizes given, on a scale of `levels` points.
func randomCounts(_ sizes: [Int], levels: Int, seed: UInt64) -> ValueCounts {
  var stream = RandomStream(seed: seed)
  return ValueCounts(groups: sizes.map { size in (0..<size).map { _ in Double(1 + stream.below(levels)) } })
}

/// Calls `visit` with every distinct order of the labels.
func forEachLabelling(_ labels: [Int], _ visit: ([Int]) -> Void) {
  var left: [Int] = []
  for label in labels {
    while left.count <= label { left.append(0) }
    left[label] += 1
  }
  var order: [Int] = []
  func extend() {
    if order.count == labels.count {
      visit(order)
      return
    }
    for label in left.indices where left[label] > 0 {
      left[label] -= 1
      order.append(label)
      extend()
      order.removeLast()
      left[label] += 1
    }
  }
  extend()
}
