import Testing

@testable import Statistics

/// A sample of Californian schools, one column by name.
struct Schools {
  private let header: [String]
  private let rows: [[String]]

  init(_ name: String) throws {
    let table = try cells("statistics/data/\(name).csv")
    header = try #require(table.first)
    rows = Array(table.dropFirst())
  }

  func texts(_ name: String) throws -> [String] {
    let place = try #require(header.firstIndex(of: name))
    return rows.map { $0[place] }
  }

  func numbers(_ name: String) throws -> [Double] { try texts(name).map { Double($0) ?? .nan } }

  /// Texts as numbers from 0, in alphabetical order.
  func places(_ name: String) throws -> [Int] {
    let texts = try texts(name)
    let names = Set(texts).sorted()
    return texts.map { names.firstIndex(of: $0) ?? -1 }
  }

  var weights: SamplingWeights { get throws { SamplingWeights(try numbers("pw")) } }

  /// Whole districts, out of 757.
  static func districts() throws -> (schools: Schools, design: SamplingDesign) {
    let schools = try Schools("apiclus1")
    return (
      schools,
      try SamplingDesign(
        weights: schools.weights, clusters: schools.places("dnum"), populationClusters: [0: 757])
    )
  }

  /// Schools by kind, out of all of each kind.
  static func strata() throws -> (schools: Schools, design: SamplingDesign) {
    let schools = try Schools("apistrat")
    let (kinds, sizes) = (try schools.places("stype"), try schools.numbers("fpc"))
    let all = Dictionary(zip(kinds, sizes.map { Int($0) })) { first, _ in first }
    return (schools, try SamplingDesign(weights: schools.weights, strata: kinds, populationClusters: all))
  }
}

/// The survey of 160 with its weights, organisations, three strata of them and their types.
struct DrawnSurvey {
  let values: [Double]
  let types: [Int]
  let organizations: [Int]
  let weights: SamplingWeights
  let answers: [Int]

  init() throws {
    let table = try cells("statistics/data/survey160_items_complete.csv")
    let organization = try #require(table[0].firstIndex(of: "org"))
    let weighted = try cells("statistics/data/survey160.csv")
    let weight = try #require(weighted[0].firstIndex(of: "weight"))
    (values, types, _) = try surveyPeople()
    organizations = table.dropFirst().map { Int($0[organization].dropFirst(3)) ?? 0 }
    weights = SamplingWeights(weighted.dropFirst().map { Double($0[weight]) ?? 0 })
    answers = try surveyItems().map { Int($0[0]) - 1 }
  }

  /// Organisations in three strata, out of 20, 30 and 12.
  func drawn() throws -> SamplingDesign {
    try SamplingDesign(
      weights: weights, clusters: organizations, strata: organizations.map { $0 % 3 },
      populationClusters: [0: 20, 1: 30, 2: 12])
  }
}
