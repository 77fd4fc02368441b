import Reporting

/// The SHA-256 sums of the files of a folder, each taken once.
struct FileSums: Sendable, Hashable {
  /// Hexadecimal digits by the name of the file.
  private(set) var byName: [String: String] = [:]

  init(_ files: [PublishedFile]) { add(files) }

  /// Takes the sums of further files.
  mutating func add(_ files: [PublishedFile]) {
    for file in files { byName[file.name] = Checksum.sha256(file.bytes) }
  }
}
