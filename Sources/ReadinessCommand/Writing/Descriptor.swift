import Foundation

/// Writing bytes through the system, with the system's own reason when it fails.
enum Descriptor {
  /// Writes all bytes to an open descriptor; `name` is what messages call it.
  static func write(_ bytes: [UInt8], to descriptor: Int32, named name: String) throws(CommandFault) {
    var start = 0
    while start < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Foundation.write(descriptor, buffer.baseAddress?.advanced(by: start), bytes.count - start)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw failure(name)
      }
      start += count
    }
  }

  /// Opens a file for writing, replacing what is in it, and closes it after `body`.
  static func open(_ path: String, named name: String? = nil, _ body: (Int32) throws -> Void) throws {
    let name = name ?? path
    let descriptor = Foundation.open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
    guard descriptor >= 0 else { throw failure(name) }
    do {
      try body(descriptor)
    } catch {
      close(descriptor)
      throw error
    }
    // Some file systems report a full disk only here.
    guard close(descriptor) == 0 else { throw failure(name) }
  }

  /// Whether a path, after following links, is something that can be read only once, such as a pipe.
  static func isPipe(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    return ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
  }

  /// The system's words for the last failure.
  static func reason() -> String { String(cString: strerror(errno)) }

  private static func failure(_ name: String) -> CommandFault {
    CommandFault(.cannotWrite, "\(name) cannot be written: \(reason()).")
  }
}
