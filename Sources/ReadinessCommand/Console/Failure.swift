import ArgumentParser
import Readiness
import Survey

extension Console {
  /// Runs the work of a command, says why it stops, and ends with its exit code.
  func perform(_ work: () throws -> Exit) throws {
    let exit: Exit
    do {
      exit = try work()
    } catch let error as ExitCode {
      throw error
    } catch {
      endProgress()
      exit = report(error)
    }
    if exit != .done { throw ExitCode(exit.rawValue) }
  }

  /// Says what an error means and answers with its code.
  private func report(_ error: any Error) -> Exit {
    switch error {
    case let fault as CommandFault:
      list(fault.faults)
      fail(fault.message)
      return fault.code
    case let fault as AssessmentFault:
      let sentence = fault.description
      let end = sentence.hasSuffix("?") ? "" : "."
      fail("\(sentence.prefix(1).uppercased())\(sentence.dropFirst())\(end)")
      return .usage
    case let missing as InputMissing:
      writeMessage("\(missing)\n")
      return .noInput
    case let fault as BenchmarkFault:
      list(fault.faults)
      return Exit(fault.cause)
    case let faults as FaultList:
      list(faults.faults)
      return .badData
    default:
      fail("Something unexpected went wrong: \(error)")
      return .unexpected
    }
  }
}

extension Exit {
  /// The code of a fault of a store of benchmarks.
  init(_ cause: BenchmarkFault.Cause) {
    self =
      switch cause {
      case .missing: .noInput
      case .refused: .badData
      case .unwritable: .cannotWrite
      case .misused: .usage
      }
  }
}
