@testable import Statistics

/// Allocations and parts of the reference cases.
enum ReferenceAllocations {
  /// The numbers of a table of parts, without its heading and leading text columns.
  static func numbers(_ file: String, skipping columns: Int = 0) throws -> [[Double]] {
    try cells("composite/budget-allocation/\(file)").dropFirst().map { row in
      row.dropFirst(columns).compactMap { Double($0) }
    }
  }

  /// The 48 allocations of `budget-allocation` with the group of each.
  static func fortyEight() throws -> (compositions: [Composition], groups: [String]) {
    let points = try numbers("alloc.csv", skipping: 2)
    let groups = try cells("composite/budget-allocation/alloc.csv").dropFirst().map { $0[0] }
    return (try points.map { try Composition(closing: $0) }, groups)
  }

  /// The 160 allocations of `survey160.csv` with the type of each, types in alphabetical order.
  static func survey160() throws -> (compositions: [Composition], types: [Int], typeNames: [String]) {
    let table = try cells("statistics/data/survey160.csv")
    let header = table[0]
    let places = header.indices.filter { header[$0].hasPrefix("w") && Int(header[$0].dropFirst()) != nil }
    let type = header.firstIndex(of: "type") ?? 0
    let names = Set(table.dropFirst().map { $0[type] }).sorted()
    let compositions = try table.dropFirst().map { row in
      try Composition(closing: places.compactMap { Double(row[$0]) })
    }
    return (compositions, table.dropFirst().map { row in names.firstIndex(of: row[type]) ?? -1 }, names)
  }

  /// The largest absolute difference between two tables; infinite where their shapes differ.
  static func largestDifference(_ got: [[Double]], _ expected: [[Double]]) -> Double {
    guard got.map(\.count) == expected.map(\.count) else { return .infinity }
    return zip(got, expected).flatMap { zip($0, $1).map { abs($0 - $1) } }.max() ?? .infinity
  }
}
