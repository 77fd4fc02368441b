import Dispatch
import Foundation
@testable import Readiness
import Statistics

/// Times one task of ranking on one core per thread: `Rank TASK FOLDER REPETITIONS`.
///
/// The folder holds the arrays that every program reads, little-endian doubles. Prints one JSON object: wall and processor seconds of every
/// repetition, the largest memory, and the result that the programs must share.
@main
struct Rank {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4, let repetitions = Int(arguments[3]), let task = task(arguments[1]) else {
      FileHandle.standardError.write(Data("usage: Rank bootstrap|sets|sobol FOLDER REPETITIONS\n".utf8))
      exit(64)
    }
    let run = try task(URL(filePath: arguments[2]))
    let clock = ContinuousClock()
    var result: [Double] = []
    var (seconds, processor): ([Double], [Double]) = ([], [])
    for _ in 0..<repetitions {
      let start = Foundation.clock()
      let taken = clock.measure { result = run() }
      processor.append(Double(Foundation.clock() - start) / Double(CLOCKS_PER_SEC))
      seconds.append(taken / .seconds(1))
    }
    var usage = rusage()
    #if os(Linux)
      getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
    #else
      getrusage(RUSAGE_SELF, &usage)
    #endif
    print(
      """
      {"times": \(seconds), "cpu": \(processor), "megabytes": \(usage.ru_maxrss / 1024), "result": \(result)}
      """)
  }

  static func task(_ name: String) -> ((URL) throws -> () -> [Double])? {
    switch name {
    case "bootstrap": bootstrap
    case "sets": sets
    case "sobol": sobol
    default: nil
    }
  }

  static func array(_ folder: URL, _ name: String) throws -> [Double] {
    try Data(contentsOf: folder.appending(path: name)).withUnsafeBytes { Array($0.bindMemory(to: Double.self)) }
  }

  /// Ranks of 500 organisations in 1,000 redraws of their people, each with answers and an allocation of points that sets the weights.
  static func bootstrap(_ folder: URL) throws -> () -> [Double] {
    let (organizations, people, parts, draws) = (500, 200, 11, 1_000)
    let rows = try array(folder, "people")
    let columns = (0..<organizations).map { organization in
      (0..<(2 * parts)).map { column in
        (0..<people).map { rows[(organization * people + $0) * 2 * parts + column] }
      }
    }
    return {
      let drawn = concurrentMap(organizations, threads: 0) { organization in
        BootstrapMeans(columns: columns[organization], count: draws, seed: 7, stream: UInt64(organization)).draws
      }
      let weights = (0..<draws).map { draw in
        (0..<parts).map { part in drawn.reduce(0) { $0 + $1[parts + part][draw] } / Double(organizations) }
      }
      let scores = drawn.map { own in
        (0..<draws).map { draw in (0..<parts).reduce(0) { $0 + weights[draw][$1] * own[$1][draw] } }
      }
      let ranks = RankDistribution(draws: scores)
      let ends = [0.05, 0.95].map(ranks.quantiles)
      return [mean(zip(ends[0], ends[1]).map { $1 - $0 }), mean(zip(ends[0], ranks.meanRanks).map { abs($1 - $0) })]
    }
  }

  /// Marginal and simultaneous rank sets of 500 organisations from 1,000 draws.
  static func sets(_ folder: URL) throws -> () -> [Double] {
    let organizations = 500
    let scores = try array(folder, "scores")
    let rows = try array(folder, "draws")
    let draws = (0..<organizations).map { organization in
      (0..<1_000).map { rows[$0 * organizations + organization] }
    }
    return {
      let sets = RankConfidenceSets(scores: scores, draws: draws)
      return [sets.simultaneous, sets.marginal].map { mean($0.map { Double($0.count) }) }
    }
  }

  /// 16,384 runs over 500 organisations and 20 dimensions, and the indices of every organisation's rank and of the mean shift.
  static func sobol(_ folder: URL) throws -> () -> [Double] {
    let (organizations, dimensions) = (500, 20)
    let means = try array(folder, "means")
    let weights = try array(folder, "weights")
    let size = organizations * dimensions
    let model = RobustnessModel(
      organizations: (0..<organizations).map { "\($0)" }, dimensions: (0..<dimensions).map { "\($0)" },
      means: [(0..<(means.count / size)).map { Array(means[($0 * size)..<(($0 + 1) * size)]) }],
      sources: [
        .init(
          name: "",
          vectors: (0..<(weights.count / dimensions)).map {
            Array(weights[($0 * dimensions)..<(($0 + 1) * dimensions)])
          })
      ],
      normalizations: [.scale, .minMax, .standard], aggregations: [.arithmetic, .geometric, .harmonic],
      leavesOut: true)
    return {
      let runs = RobustnessRuns(
        model, design: SensitivityDesign(base: 2_048, inputs: 6, seed: nil), threads: 0)
      let shift = runs.indices(of: nil)
      let own = concurrentMap(organizations, threads: 0) { runs.indices(of: $0) }
      // The missing rule has one alternative and explains nothing.
      return (shift?.first ?? []) + (shift?.total ?? [])
        + (0..<6).map { input in mean(own.compactMap { $0?.total[input] }) }
    }
  }

  static func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
}
