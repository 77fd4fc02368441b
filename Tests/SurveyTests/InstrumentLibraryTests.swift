import Foundation
import Survey
import TestSupport
import Testing

/// Instruments are found by id, by path, and where the package is installed.
struct InstrumentLibraryTests {
  @Test func bundledInstrumentsAreFoundByID() throws {
    #expect(try Instrument.all().map(\.id) == ["barriers-full", "barriers-short", "barriers-standard", "budget"])
    #expect(try Instrument.bundled("budget").id == "budget")
    #expect(try Instrument.named("barriers-short").form == "short")
  }

  @Test func aPathIsTakenAsAPath() throws {
    let folder = Repository.url("Surveys/budget").path()
    #expect(try Instrument.named(folder).id == "budget")
    #expect(try Instrument.named(folder + "/survey.yaml").id == "budget")
  }

  @Test func anUnknownIDNamesTheKnownOnes() throws {
    let faults = try #require(throws: FaultList.self) { try Instrument.named("barriers-shrt") }
    #expect(
      faults.description
        == "barriers-shrt: error: found no survey “barriers-shrt”, expected barriers-full, barriers-short, "
        + "barriers-standard, budget, or the path of a folder that holds survey.yaml and items.csv; "
        + "did you mean “barriers-short”? [unknown-survey]")
    #expect(faults.faults.map(\.kind) == [.unknownSurvey])
  }

  @Test func theEnvironmentComesFirstThenTheInstallationThenAFolderAbove() throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "library-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    for folder in ["bin", "share/readiness/surveys", "clone/.build/debug", "clone/Surveys"] {
      try FileManager.default.createDirectory(at: root.appending(path: folder), withIntermediateDirectories: true)
    }
    let installed = root.appending(path: "bin/readiness")
    let built = root.appending(path: "clone/.build/debug/readiness")
    for file in [installed, built] { try Data().write(to: file) }
    func found(_ environment: [String: String], _ executable: URL) -> String? {
      InstrumentLibrary.folder(environment: environment, executable: executable)?.resolvingSymlinksInPath().path()
        .trimmingSuffix("/")
    }
    let base = root.resolvingSymlinksInPath().path().trimmingSuffix("/")
    #expect(found([:], installed) == base + "/share/readiness/surveys")
    #expect(found([:], built) == base + "/clone/Surveys")
    #expect(found(["READINESS_SURVEYS": "/elsewhere"], built) == "/elsewhere")
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
