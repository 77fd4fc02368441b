import Foundation
import Readiness
import Reporting
import Survey

/// The ledger of what was published about people who may stand in several files: JSON, one release per line after a heading.
///
/// It is as private as the answers, so only its owner may read it. It is written before results are let out: a release that is noted
/// and not let out hides a little too much later, and one that is let out and not noted would give people away.
struct LedgerFile: Sendable {
  /// Where it is.
  let path: String
  /// What it says.
  private(set) var ledger: CohortLedger
  /// The file as it was read; nil where there was none.
  private let bytes: [UInt8]?

  /// The first line.
  private struct Heading: Codable {
    let format: Int
    let key: UInt64
  }

  private struct Unreadable: Error {}

  /// Reads a ledger, or starts one where there is no file.
  init(_ path: String) throws(CommandFault) {
    self.path = path
    bytes = FileManager.default.contents(atPath: path).map { Array($0) }
    guard let bytes, !bytes.isEmpty else {
      guard !FileManager.default.fileExists(atPath: path) || bytes != nil else {
        throw CommandFault(.noInput, "The ledger \(path) cannot be read.")
      }
      ledger = CohortLedger(key: UInt64.random(in: 1...UInt64.max))
      return
    }
    let lines = bytes.split(separator: UInt8(ascii: "\n")).map { Data($0) }
    do {
      let heading = try JSONDecoder().decode(Heading.self, from: lines[0])
      let releases = try lines.dropFirst().map { try JSONDecoder().decode(CohortRelease.self, from: $0) }
      guard heading.format == 1, releases.allSatisfy(\.isWhole) else { throw Unreadable() }
      ledger = CohortLedger(key: heading.key, releases: releases)
    } catch {
      throw CommandFault(
        .badData, "\(path) is not a ledger of readiness, or was changed by hand. Name another file, or a new one.")
    }
  }

  /// Writes the ledger with one more release; one that is there already changes nothing.
  func note(_ release: CohortRelease) throws {
    var ledger = ledger
    guard ledger.add(release) || bytes == nil else { return }
    guard FileManager.default.contents(atPath: path).map({ Array($0) }) == bytes else {
      throw CommandFault(
        .cannotWrite, "The ledger \(path) was changed by another run in the meantime. Nothing was written; run again.")
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    var text = try encoder.encode(Heading(format: 1, key: ledger.key)) + Data("\n".utf8)
    for release in ledger.releases { text += try encoder.encode(release) + Data("\n".utf8) }
    try FileWriter(path: path, force: true).write(Array(text))
    try? FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
  }
}

/// A run beside its ledger: what it hides for earlier releases, and what is noted before it is let out.
struct LedgerNote: Sendable {
  let file: LedgerFile
  let checked: CheckedRelease

  /// Compares a run with its ledger, where one is named, and puts into the plan what must be hidden.
  ///
  /// - Parameter columns: further columns by which the run publishes groups.
  static func check(
    _ path: String?, _ responses: Responses, _ settings: inout PlanSettings, columns: [String] = []
  ) throws(CommandFault) -> LedgerNote? {
    guard let path else { return nil }
    let file = try LedgerFile(path)
    var plan = settings.plan
    plan.by += responses.groupings(by: columns).map(\.name).filter { columns.contains($0) && !plan.by.contains($0) }
    let checked: CheckedRelease
    do throws(ReleaseFault) {
      checked = try CheckedRelease(
        responses, plan: plan, ledger: file.ledger, threads: settings.reading.options.threads)
    } catch {
      switch error {
      case .plan(let fault):
        throw CommandFault(.badSettings, "\(fault.description.prefix(1).uppercased() + fault.description.dropFirst()).")
      case .nearlyTheSame(let number):
        throw CommandFault(
          .badData,
          "By the ledger \(path), \(number.map { "release \($0) is" } ?? "earlier releases are") about nearly the same people: "
            + "fewer than \(settings.plan.disclosureMinimum) answers were added, left out or changed since, and beside it the numbers "
            + "of everybody would tell what they are. Nothing was written. Publish again when more have answered, or keep to the earlier results."
        )
      }
    }
    settings.plan.heldBack = checked.plan.heldBack
    return LedgerNote(file: file, checked: checked)
  }

  /// Refuses a run that cannot leave single groups out.
  func requireNothingHeldBack(_ what: String) throws(CommandFault) {
    guard checked.heldBack.isEmpty else {
      throw CommandFault(
        .badData,
        "By the ledger \(file.path), \(checked.heldBack.count) numbers of groups must be held back beside earlier releases, and "
          + "\(what). Nothing was written. Run again when more have answered.")
    }
  }

  /// Notes the release.
  func write() throws { try file.note(checked.release) }

  /// What the manifest says.
  var json: JSONValue {
    .object([
      "earlier_releases": .integer(file.ledger.releases.count), "holds_back": .boolean(!checked.heldBack.isEmpty),
    ])
  }
}
