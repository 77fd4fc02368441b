import Foundation

/// Writes one file or nothing: under a temporary name beside it, then one rename.
struct FileWriter {
  let path: String
  let force: Bool
  /// Files and folders that are read: none of them, and no file in such a folder, is written over.
  var inputs: [String] = []
  /// A folder that is written whole before the file.
  var folder: String?

  /// Refuses early, before any long work, what would be refused at the end.
  func check() throws(CommandFault) {
    let target = Self.resolved(path)
    if let folder, target == Self.resolved(folder) {
      throw CommandFault(.cannotWrite, "\(path) is the folder that --output names. Name a file.")
    }
    guard let type = Self.type(of: path) else {
      let parent = URL(filePath: target).deletingLastPathComponent().path(percentEncoded: false).withoutTrailingSlash
      guard Self.type(of: parent) == .typeDirectory || parent == folder.map(Self.resolved) else {
        throw CommandFault(.cannotWrite, "The folder \(parent) is not there. Make it first.")
      }
      return
    }
    for input in inputs.map({ (given: $0, path: Self.resolved($0)) })
    where target == input.path || target.hasPrefix(input.path + "/") {
      throw CommandFault(
        .cannotWrite,
        target == input.path
          ? "\(path) is an input of this run, so it is not written over. Name another file."
          : "\(path) lies in \(input.given), which is an input of this run, so it is not written over. Name another file."
      )
    }
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
    (try? FileManager.default.attributesOfItem(atPath: resolved(path)))?[.type] as? FileAttributeType
  }

  /// The whole path after following links.
  private static func resolved(_ path: String) -> String {
    URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path(percentEncoded: false).withoutTrailingSlash
  }
}
