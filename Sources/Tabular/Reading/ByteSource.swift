#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Why an input cannot be opened or read.
public struct InputFault: Error, Sendable, Hashable {
  /// What went wrong.
  public enum Reason: Sendable, Hashable {
    /// There is no file of that name.
    case missing
    /// The path names a folder.
    case folder
    /// The file may not be read, or reading it failed.
    case unreadable
  }

  /// The path as it was given.
  public let path: String
  /// What went wrong.
  public let reason: Reason

  /// Makes a value from its parts.
  public init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }
}

/// The bytes of an input, read at any place: a file that stays on disk, or bytes in memory.
///
/// A pipe or another input without places is read into memory when it is opened.
package final class ByteSource: Sendable {
  private let descriptor: Int32
  private let memory: [UInt8]
  private let path: String
  /// The number of bytes.
  package let count: Int

  /// Bytes in memory.
  package init(_ bytes: [UInt8]) {
    descriptor = -1
    memory = bytes
    path = ""
    count = bytes.count
  }

  /// Opens a file.
  package init(path: String) throws(InputFault) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw InputFault(path: path, reason: errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable)
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      close(descriptor)
      throw InputFault(path: path, reason: .unreadable)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      self.descriptor = descriptor
      memory = []
      count = Int(status.st_size)
    case S_IFDIR:
      close(descriptor)
      throw InputFault(path: path, reason: .folder)
    default:
      var bytes: [UInt8] = []
      while true {
        let chunk = ByteSource.chunk(1 << 20) { read(descriptor, $0.baseAddress, $0.count) }
        guard let chunk else {
          close(descriptor)
          throw InputFault(path: path, reason: .unreadable)
        }
        if chunk.isEmpty { break }
        bytes.append(contentsOf: chunk)
      }
      close(descriptor)
      self.descriptor = -1
      memory = bytes
      count = bytes.count
    }
    self.path = path
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// The bytes from `offset` on: `length` of them, or fewer at the end.
  package func bytes(at offset: Int, length: Int) throws(InputFault) -> [UInt8] {
    let wanted = max(0, min(length, count - offset))
    guard descriptor >= 0 else { return Array(memory[min(offset, count)..<min(offset, count) + wanted]) }
    let bytes = ByteSource.chunk(wanted) { buffer in
      var done = 0
      while done < wanted {
        let result = pread(descriptor, buffer.baseAddress?.advanced(by: done), wanted - done, off_t(offset + done))
        if result < 0, errno == EINTR { continue }
        if result < 0 { return -1 }
        if result == 0 { break }
        done += result
      }
      return done
    }
    guard let bytes else { throw InputFault(path: path, reason: .unreadable) }
    return bytes
  }

  /// A buffer that `fill` has written into; nil when `fill` answers a negative count.
  private static func chunk(_ size: Int, fill: (UnsafeMutableBufferPointer<UInt8>) -> Int) -> [UInt8]? {
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, initialized in
      let result = fill(UnsafeMutableBufferPointer(rebasing: buffer[..<size]))
      failed = result < 0
      initialized = max(0, result)
    }
    return failed ? nil : bytes
  }
}
