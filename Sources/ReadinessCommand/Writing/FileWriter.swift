import Foundation

/// Writes one file or nothing: under a temporary name beside it, then one rename.
struct FileWriter {
  let path: String
  let force: Bool

  /// Refuses early what would be refused at the end.
  func check() throws(CommandFault) {
    guard let type = Self.type(of: path) else { return }
    guard type != .typeDirectory else {
      throw CommandFault(.cannotWrite, "\(path) is a folder. Name a file.")
    }
    guard type != .typeRegular || force else {
      throw CommandFault(.cannotWrite, "\(path) is already there. Name another file, or add --force to replace it.")
    }
  }

  /// Writes the bytes.
  func write(_ bytes: [UInt8]) throws { try write { try $0(bytes) } }

  /// Writes piece by piece. A device or a pipe is written to as it is.
  func write(_ pieces: (_ write: ([UInt8]) throws -> Void) throws -> Void) throws {
    try check()
    if let type = Self.type(of: path), type != .typeRegular {
      try Descriptor.open(path) { descriptor in
        try pieces { bytes in try Descriptor.write(bytes, to: descriptor, named: path) }
      }
      return
    }
    let temporary = "\(path).unfinished-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    Interruption.begin(temporary)
    do {
      try Descriptor.open(temporary, named: path) { descriptor in
        try pieces { bytes in
          try Interruption.step { () throws(CommandFault) in
            try Descriptor.write(bytes, to: descriptor, named: path)
          }
        }
      }
      try Interruption.finish(temporary) { () throws(CommandFault) in
        guard rename(temporary, path) == 0 else {
          throw CommandFault(.cannotWrite, "\(path) cannot be written: \(Descriptor.reason()).")
        }
      }
    } catch {
      Interruption.abandon(temporary)
      throw error
    }
  }

  /// What the path is after following links; nil when there is nothing.
  private static func type(of path: String) -> FileAttributeType? {
    let resolved = URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
    return (try? FileManager.default.attributesOfItem(atPath: resolved))?[.type] as? FileAttributeType
  }
}
