import Dispatch
import Foundation
import Statistics

/// Times one model: `Model TASK FOLDER REPETITIONS`.
///
/// The folder holds the columns that every program reads: bytes for codes, little-endian doubles for numbers. Prints one JSON object: wall and
/// processor seconds of every repetition, the largest memory, and the result that the programs must share.
@main
struct Model {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4, let repetitions = Int(arguments[3]) else {
      FileHandle.standardError.write(Data("usage: Model odds|million|alpha|intercept FOLDER REPETITIONS\n".utf8))
      exit(64)
    }
    let run = try task(arguments[1], URL(filePath: arguments[2]))
    let clock = ContinuousClock()
    var result: [Double] = []
    var (seconds, processor): ([Double], [Double]) = ([], [])
    for _ in 0..<repetitions {
      let start = Foundation.clock()
      let taken = try clock.measure { result = try run() }
      processor.append(Double(Foundation.clock() - start) / Double(CLOCKS_PER_SEC))
      seconds.append(taken / .seconds(1))
    }
    print(
      """
      {"times": \(seconds), "cpu": \(processor), "megabytes": \(peak), "result": \(result)}
      """)
  }

  /// The largest memory in MB: of this program alone, where that of getrusage would include whoever started it.
  static var peak: Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") } ?? ""
    return (Int(line.filter(\.isNumber)) ?? 0) / 1024
  }

  static func task(_ name: String, _ folder: URL) throws -> () throws -> [Double] {
    switch name {
    case "odds": try odds(folder, people: 100_000)
    case "million": try odds(folder, people: 1_000_000)
    case "alpha": try alpha(folder)
    default: try intercept(folder)
    }
  }

  static func codes(_ folder: URL, _ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: name)))
  }

  /// Five answers by five types and four kinds of organisation: estimates, errors, profile intervals, thresholds.
  static func odds(_ folder: URL, people: Int) throws -> () throws -> [Double] {
    let answers = Array(try codes(folder, "answer").prefix(people))
    let types = try codes(folder, "type").prefix(people).map { Int32($0) }
    let kinds = try codes(folder, "kind").prefix(people).map { Int32($0) }
    return {
      let patterns = TreatmentPatterns(
        [.init(codes: types, levelCount: 5, reference: 0), .init(codes: kinds, levelCount: 4, reference: 0)],
        count: people)
      let model = try OrdinalRegression(patterns, responses: answers, categoryCount: 5)
      return model.thresholds + model.coefficients.map(\.estimate) + model.coefficients.map(\.standardError)
    }
  }

  /// Eleven items of a million people.
  static func alpha(_ folder: URL) throws -> () throws -> [Double] {
    let bytes = try codes(folder, "items")
    let people = bytes.count / 11
    let items = (0..<11).map { Array(bytes[($0 * people)..<(($0 + 1) * people)]) }
    return { [try CronbachAlpha(ItemMoments(codes: items, range: 1...5)).value] }
  }

  /// A score by type, with a level of its own for each of 400 organisations.
  static func intercept(_ folder: URL) throws -> () throws -> [Double] {
    let values = try Data(contentsOf: folder.appending(path: "scores")).withUnsafeBytes {
      Array($0.bindMemory(to: Double.self))
    }
    let types = try codes(folder, "score_types").map { Int($0) }
    let organizations = try Data(contentsOf: folder.appending(path: "organisations")).withUnsafeBytes {
      $0.bindMemory(to: Double.self).map { Int($0) }
    }
    return {
      let model = try RandomIntercept(
        design: ModelDesign.treatment(types, groupCount: 5), values: values, clusters: organizations)
      return model.coefficients + model.standardErrors + [model.clusterVariance, model.residualVariance]
    }
  }
}
