public import Foundation

/// The folder in which the instruments that come with the package lie.
public enum InstrumentLibrary {
  /// The first that exists: the folder named by `READINESS_SURVEYS`, `../share/readiness/surveys` beside the executable,
  /// or `Surveys` in the nearest folder above the executable; nil when there is none.
  public static var folder: URL? {
    folder(environment: ProcessInfo.processInfo.environment, executable: Bundle.main.executableURL)
  }

  /// The folder for an environment and an executable.
  package static func folder(environment: [String: String], executable: URL?) -> URL? {
    if let path = environment["READINESS_SURVEYS"], !path.isEmpty { return URL(filePath: path) }
    guard var above = executable?.resolvingSymlinksInPath().deletingLastPathComponent() else { return nil }
    let shared = above.deletingLastPathComponent().appending(path: "share/readiness/surveys")
    if isFolder(shared) { return shared }
    while above.pathComponents.count > 1 {
      let surveys = above.appending(path: "Surveys")
      if isFolder(surveys) { return surveys }
      above.deleteLastPathComponent()
    }
    return nil
  }

  /// The folders below `folder` that hold an instrument, by name.
  package static func instruments(in folder: URL) -> [URL] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return names.sorted().map { folder.appending(path: $0) }.filter(isInstrument)
  }

  /// Whether `folder` holds a `survey.yaml`.
  package static func isInstrument(_ folder: URL) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: "survey.yaml").path())
  }

  static func isFolder(_ url: URL) -> Bool {
    var directory: ObjCBool = false
    return FileManager.default.fileExists(atPath: url.path(percentEncoded: false), isDirectory: &directory)
      && directory.boolValue
  }

  /// What is said of a folder that the environment names and that is none.
  package static func noFolder(_ folder: URL) -> FaultList {
    FaultList([
      Fault(
        .unknownSurvey, file: "READINESS_SURVEYS",
        message:
          "found “\(folder.path(percentEncoded: false))”, which is not a folder, expected the folder of surveys; set "
          + "READINESS_SURVEYS to its path, or unset it")
    ])
  }
}

extension Instrument {
  /// The instruments that come with the package, by id.
  ///
  /// - Throws: ``FaultList`` with the faults of all of them, or when the folder is not found.
  public static func all() throws(FaultList) -> [Instrument] {
    var faults: [Fault] = []
    var instruments: [Instrument] = []
    for folder in InstrumentLibrary.instruments(in: try library()) {
      do { instruments.append(try Instrument(folder: folder)) } catch { faults += error.faults }
    }
    guard faults.isEmpty else { throw FaultList(faults) }
    return instruments
  }

  /// The instrument of that id among those that come with the package.
  ///
  /// - Throws: ``FaultList`` with kind `unknown-survey` when there is none of that id, or with the instrument's faults.
  public static func bundled(_ id: String) throws(FaultList) -> Instrument {
    let folders = InstrumentLibrary.instruments(in: try library())
    guard let folder = folders.first(where: { $0.lastPathComponent == id }) else {
      throw unknown(id, among: folders.map(\.lastPathComponent))
    }
    return try Instrument(folder: folder)
  }

  /// The instrument that a user names: the id of one that comes with the package, or the path of a folder.
  ///
  /// A name with a slash, or of a folder that holds `survey.yaml`, is a path; the path of `survey.yaml` itself will do.
  ///
  /// - Throws: ``FaultList`` as ``Instrument/bundled(_:)`` and ``Instrument/init(folder:)`` do.
  public static func named(_ name: String) throws(FaultList) -> Instrument {
    let url = URL(filePath: name)
    if url.lastPathComponent == "survey.yaml" { return try Instrument(folder: url.deletingLastPathComponent()) }
    if name.contains("/") || InstrumentLibrary.isInstrument(url) { return try Instrument(folder: url) }
    return try bundled(name)
  }

  private static func library() throws(FaultList) -> URL {
    if let folder = InstrumentLibrary.folder {
      guard InstrumentLibrary.isFolder(folder) else { throw InstrumentLibrary.noFolder(folder) }
      return folder
    }
    throw FaultList([
      Fault(
        .unknownSurvey, file: "Surveys",
        message: "the folder of surveys is not found, expected it beside the program or above it; "
          + "set READINESS_SURVEYS to its path, or name a survey by the path of its folder")
    ])
  }

  private static func unknown(_ id: String, among known: [String]) -> FaultList {
    FaultList([
      Fault(
        .unknownSurvey, file: id,
        message:
          "found no survey “\(id)”, expected \(known.map { $0 + ", " }.joined())\(known.isEmpty ? "" : "or ")the path of a folder that holds "
          + "survey.yaml and items.csv" + Names.suggestion(id, known))
    ])
  }
}

extension Fault.Kind {
  /// A file of an instrument cannot be opened.
  public static let fileMissing: Self = "file-missing"
  /// No instrument of that name.
  public static let unknownSurvey: Self = "unknown-survey"
}
