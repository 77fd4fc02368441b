public import Foundation

/// Where files of the repository are, for tests that read them.
public enum Repository {
  /// The repository's folder.
  public static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// A file or folder in the repository.
  public static func url(_ path: String) -> URL { root.appending(path: path) }

  /// The text of a file in the repository.
  public static func text(_ path: String) throws -> String { try String(contentsOf: url(path), encoding: .utf8) }
}
