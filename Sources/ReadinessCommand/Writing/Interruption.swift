import Dispatch
import Foundation
import Synchronization

/// What must vanish when a person or the system stops the program.
///
/// Writing goes on in steps under one lock. A signal waits for the step, removes what is unfinished, and lets the signal do
/// its work; so nothing unfinished stays behind, and a finished folder is never half there.
enum Interruption {
  private static let unfinished = Mutex<Set<String>>([])

  /// The listeners; made once.
  private static let listeners: [Listener] = [SIGINT, SIGTERM, SIGHUP].map(Listener.init)

  /// Starts to listen. Called once, before anything is written.
  static func listen() { _ = listeners }

  /// Remembers a file or folder that must vanish.
  static func begin(_ path: String) { unfinished.withLock { _ = $0.insert(path) } }

  /// Does one step of writing, which a signal waits for.
  static func step<Result>(_ body: () throws(CommandFault) -> Result) throws(CommandFault) -> Result {
    let outcome = unfinished.withLock { _ in
      do throws(CommandFault) {
        return Swift.Result<Result, CommandFault>.success(try body())
      } catch {
        return .failure(error)
      }
    }
    return try outcome.get()
  }

  /// Moves an unfinished path to its place; from here on it stays.
  static func finish(_ path: String, _ move: () throws(CommandFault) -> Void) throws(CommandFault) {
    let outcome = unfinished.withLock { paths in
      do throws(CommandFault) {
        try move()
        paths.remove(path)
        return Swift.Result<Void, CommandFault>.success(())
      } catch {
        return .failure(error)
      }
    }
    try outcome.get()
  }

  /// Removes an unfinished path after a failure.
  static func abandon(_ path: String) {
    unfinished.withLock { paths in
      try? FileManager.default.removeItem(atPath: path)
      paths.remove(path)
    }
  }

  /// Removes everything unfinished and dies of the signal, holding the lock to the end.
  fileprivate static func die(of number: Int32) {
    unfinished.withLock { paths in
      for path in paths { try? FileManager.default.removeItem(atPath: path) }
      signal(number, SIG_DFL)
      var set = sigset_t()
      sigemptyset(&set)
      sigaddset(&set, number)
      pthread_sigmask(SIG_UNBLOCK, &set, nil)
      raise(number)
      _exit(128 + number)
    }
  }

  /// Listens to one signal on a queue of its own.
  private final class Listener: @unchecked Sendable {
    private let source: any DispatchSourceSignal

    init(_ number: Int32) {
      signal(number, SIG_IGN)
      source = DispatchSource.makeSignalSource(signal: number, queue: .global(qos: .userInitiated))
      source.setEventHandler { Interruption.die(of: number) }
      source.resume()
    }
  }
}
