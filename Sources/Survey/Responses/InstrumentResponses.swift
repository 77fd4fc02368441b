import Synchronization
import Tabular

extension Instrument {
  /// Reads the responses in files: checked whole, then columnar.
  ///
  /// Every file is read to its end and all faults are reported together, ordered by file, row and column. The result is the
  /// same for any number of threads.
  ///
  /// - Throws: ``InputMissing`` when a file cannot be opened or read, ``FaultList`` when any file is faulty (with
  ///   ``IntakeOptions/setAside`` only when setting rows aside does not mend it).
  public func responses(in sources: [ResponseSource], options: IntakeOptions = IntakeOptions()) throws -> Responses {
    let vocabulary = ColumnPlan.Vocabulary(self, options: options)
    var files: [ResponseFile] = []
    var missing: [InputFault] = []
    let names = ResponseSource.names(of: sources)
    for (source, name) in zip(sources, names) {
      do throws(InputFault) {
        let bytes =
          switch source {
          case .file(let path): try ByteSource(path: path)
          case .bytes(_, let bytes): ByteSource(bytes)
          }
        files.append(try ResponseFile(name: name, source: bytes, vocabulary: vocabulary, options: options))
      } catch {
        missing.append(error)
      }
    }
    guard missing.isEmpty, !files.isEmpty else { throw InputMissing(missing) }
    let intake = IntakeRun(IntakeState(self, options: options, vocabulary: vocabulary, files: files))
    for file in files {
      intake.state.withLock { $0.begin(file) }
      guard file.isReadable else { continue }
      let parser = ResponseParser(file.plan, instrument: self, options: options)
      do throws(InputFault) {
        try BlockReader.read(
          file.source, from: file.dataOffset, with: parser, threads: options.threads, blockSize: options.blockSize
        ) { block, bytes in
          intake.state.withLock { $0.merge(block, bytes, parser: parser) }
        }
      } catch {
        throw InputMissing([error])
      }
    }
    return try intake.state.withLock { state throws(FaultList) in try state.finish() }
  }
}

/// The one place where the blocks of all threads come together.
private final class IntakeRun: Sendable {
  let state: Mutex<IntakeState>
  init(_ state: sending IntakeState) { self.state = Mutex(state) }
}
