import Foundation
import Reporting

/// Writes a whole folder or nothing: everything into a new folder beside the target, then one swap.
struct FolderWriter {
  /// The target, with symbolic links followed.
  let path: String
  /// Whether an existing folder is replaced whole.
  let force: Bool
  /// Files that the swap must not take away.
  let inputs: [String]

  init(path: String, force: Bool, inputs: [String] = []) {
    self.path =
      URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path(percentEncoded: false)
      .withoutTrailingSlash
    self.force = force
    self.inputs = inputs
  }

  /// Refuses early, before any long work, what would be refused at the end.
  func check() throws(CommandFault) {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    if exists, !isFolder.boolValue {
      throw CommandFault(.cannotWrite, "\(path) is a file and cannot become a folder. Name another folder.")
    }
    if exists, !force {
      throw CommandFault(
        .cannotWrite, "\(path) is already there. Name another folder, or add --force to replace it whole.")
    }
    if exists { try checkReplaceable() }
    var parentIsFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: parent, isDirectory: &parentIsFolder), parentIsFolder.boolValue else {
      throw CommandFault(.cannotWrite, "The folder \(parent) is not there. Make it first.")
    }
  }

  /// Whether nothing would be lost that another run does not make: the folder is empty or was written by this program.
  private var isOurs: Bool {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else { return false }
    if names.isEmpty { return true }
    if names.contains("power.json") { return names.allSatisfy { $0.hasPrefix("power.") } }
    guard let manifest = FileManager.default.contents(atPath: "\(path)/manifest.json"),
      let document = try? JSONSerialization.jsonObject(with: manifest) as? [String: Any],
      let tool = document["tool"] as? [String: Any]
    else { return false }
    return tool["name"] as? String == "readiness"
  }

  /// A foreign folder, one that holds an input, and the folder one stands in are never replaced: what lies in them would be
  /// gone.
  private func checkReplaceable() throws(CommandFault) {
    let inside = { (other: String) in other == path || other.hasPrefix(path + "/") || path == "/" }
    let here = FileManager.default.currentDirectoryPath
    guard !inside(here) else {
      throw CommandFault(
        .cannotWrite, "\(path) holds the folder you are in, so it is not replaced. Name another folder.")
    }
    for input in inputs {
      let file = URL(filePath: input).standardizedFileURL.resolvingSymlinksInPath().path(percentEncoded: false)
      guard !inside(file) else {
        throw CommandFault(
          .cannotWrite, "\(path) holds the input \(input), so it is not replaced. Name another folder.")
      }
    }
    guard isOurs else {
      throw CommandFault(
        .cannotWrite,
        "\(path) holds files that readiness did not write, so it is not replaced. --force replaces only a folder that is empty "
          + "or holds the manifest.json or the power.json of an earlier run. Name another folder.")
    }
  }

  private var parent: String { URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false) }

  /// Writes the files; `afterEach` is called after each of them, for tests.
  func write(_ files: [PublishedFile], afterEach: (Int) -> Void = { _ in }) throws {
    try check()
    let name = URL(filePath: path).lastPathComponent
    let temporary =
      "\(parent.withoutTrailingSlash)/.\(name).unfinished-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    Interruption.begin(temporary)
    do {
      try Interruption.step { () throws(CommandFault) in
        guard mkdir(temporary, 0o777) == 0 else {
          throw CommandFault(.cannotWrite, "\(parent) cannot be written to: \(Descriptor.reason()).")
        }
      }
      for (index, file) in files.enumerated() {
        try Descriptor.open("\(temporary)/\(file.name)", named: "\(path)/\(file.name)") { descriptor in
          try Interruption.step { () throws(CommandFault) in
            try Descriptor.write(file.bytes, to: descriptor, named: "\(path)/\(file.name)")
          }
        }
        afterEach(index)
      }
      try Interruption.finish(temporary) { () throws(CommandFault) in try swap(temporary) }
    } catch {
      Interruption.abandon(temporary)
      throw error
    }
  }

  /// Puts the new folder in the place of the old one; on failure the old one is back.
  private func swap(_ temporary: String) throws(CommandFault) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      guard rename(temporary, path) == 0 else { throw failure() }
      return
    }
    // It may have appeared while the run was on.
    guard force else {
      throw CommandFault(.cannotWrite, "\(path) is already there. Name another folder, or add --force.")
    }
    let old = "\(temporary)-old"
    guard rename(path, old) == 0 else { throw failure() }
    guard rename(temporary, path) == 0 else {
      let fault = failure()
      rename(old, path)
      throw fault
    }
    try? FileManager.default.removeItem(atPath: old)
  }

  private func failure() -> CommandFault {
    CommandFault(.cannotWrite, "\(path) cannot be written: \(Descriptor.reason()).")
  }
}

extension String {
  /// The path without slashes at its end, `/` itself excepted.
  var withoutTrailingSlash: String {
    var text = self
    while text.count > 1, text.last == "/" { text.removeLast() }
    return text
  }
}
