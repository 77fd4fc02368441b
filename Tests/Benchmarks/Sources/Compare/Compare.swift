import Foundation
import Readiness
import Statistics

/// Times one comparison: `Compare TASK FILE REPETITIONS RESAMPLES`.
///
/// The file holds `group value` lines. Prints one JSON object: wall and processor seconds of every repetition from the people's
/// answers, wall seconds from their counts, and the result.
@main
struct Compare {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 5, let repetitions = Int(arguments[3]), let resamples = Int(arguments[4]) else {
      FileHandle.standardError.write(Data("usage: Compare TASK FILE REPETITIONS RESAMPLES\n".utf8))
      exit(64)
    }
    var groups: [[Double]] = [[], []]
    for line in try String(contentsOfFile: arguments[2], encoding: .utf8).split(separator: "\n") {
      let cells = line.split(separator: " ")
      if let group = Int(cells[0]), let value = Double(cells[1]) { groups[group].append(value) }
    }
    let counts = ValueCounts(groups: groups)
    let (fromAnswers, fromCounts): (() throws -> [Double], () throws -> [Double]) =
      switch arguments[1] {
      case "exact":
        ({ try p(ValueCounts(groups: groups), .exact) }, { try p(counts, .exact) })
      case "permutation":
        (
          { try p(ValueCounts(groups: groups), .permutation(count: resamples, seed: 7)) },
          { try p(counts, .permutation(count: resamples, seed: 7)) }
        )
      case "bca_codes":
        ({ try bca(ValueCounts(groups: [groups[0]]), resamples) }, { try bca(counts, resamples) })
      default:
        ({ try bca(groups[0], resamples) }, { try bca(groups[0], resamples) })
      }
    let answers = try times(repetitions, fromAnswers)
    let collapsed = try times(repetitions, fromCounts)
    print(
      """
      {"times": \(answers.seconds), "cpu": \(answers.processor), "collapsed": \(collapsed.seconds), "result": \(answers.result)}
      """)
  }

  static func p(_ counts: ValueCounts, _ null: NullDistribution) throws -> [Double] {
    [try MannWhitneyTest(counts, null: null).pValue.value]
  }

  static func bca(_ counts: ValueCounts, _ resamples: Int) throws -> [Double] {
    let values = counts.values
    let own = Array(counts.counts[..<values.count])
    let bootstrap = try Bootstrap(strata: [own], count: resamples, seed: 7) { tables in
      var (sum, people) = (0.0, 0)
      for (value, count) in zip(values, tables[0]) {
        sum += value * Double(count)
        people += count
      }
      return sum / Double(people)
    }
    let interval = bootstrap.interval(.bca).interval
    return [interval.lower, interval.upper]
  }

  static func bca(_ values: [Double], _ resamples: Int) throws -> [Double] {
    let bootstrap = try Bootstrap(meanOf: values, count: resamples, seed: 7)
    let interval = bootstrap.interval(.bca).interval
    return [interval.lower, interval.upper]
  }

  static func times(_ repetitions: Int, _ body: () throws -> [Double]) throws -> (
    seconds: [Double], processor: [Double], result: [Double]
  ) {
    let clock = ContinuousClock()
    var result = try body()
    var seconds: [Double] = []
    var processor: [Double] = []
    for _ in 0..<repetitions {
      let start = Foundation.clock()
      let taken = try clock.measure { result = try body() }
      processor.append(Double(Foundation.clock() - start) / Double(CLOCKS_PER_SEC))
      seconds.append(taken / .seconds(1))
    }
    return (seconds, processor, result)
  }
}
