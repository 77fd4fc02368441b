import Foundation
import Readiness
import Survey
import Tabular

/// Reads `--invited`: a CSV with the columns `organisation`, `respondent_type` and `invited`.
struct InvitedFile {
  let invitations: [Invitation]

  /// The invitations of a file and what it is an input as; none without a file.
  static func read(
    _ path: String?, instrument: Instrument
  ) throws(CommandFault) -> (invitations: [Invitation], inputs: [Reading.Input]) {
    guard let path else { return ([], []) }
    let bytes = try InputFile.bytes(path)
    let name = URL(filePath: path).lastPathComponent
    do {
      let file = try InvitedFile(bytes: bytes, name: name, instrument: instrument)
      return (file.invitations, [Reading.Input(role: "invited", name: name, sha256: Checksum.sha256(bytes))])
    } catch {
      throw CommandFault(.badData, "The list of invitations cannot be used.", faults: error.faults)
    }
  }

  /// What may be a slip of the list: organisations in it of which nobody answered, each with the nearest one that has answers.
  static func notices(
    _ invitations: [Invitation], inputs: [Reading.Input], answered: [String]
  ) -> [Fault] {
    var invited: [String: Int] = [:]
    for entry in invitations { invited[entry.organization, default: 0] += entry.invited }
    return invited.filter { !answered.contains($0.key) }.sorted { $0.key < $1.key }.map { name, people in
      let hint = NearestName.of(name, in: answered).map { "; is it “\($0)”, which has answers?" } ?? ""
      return Fault(
        .invited, severity: .notice, file: inputs.first?.name ?? "",
        message: "nobody of “\(name)” answered, of which the list invites \(people)\(hint)")
    }
  }

  /// - Throws: `FaultList` with every fault of the file.
  init(bytes: [UInt8], name: String, instrument: Instrument) throws(FaultList) {
    let table: Table
    do {
      table = try Table(name: name, bytes: bytes)
    } catch {
      throw FaultList(error, file: name)
    }
    var faults: [Fault] = []
    let columns = ["organisation", "respondent_type", "invited"]
    let places = columns.map { table.column(named: $0) }
    for (column, place) in zip(columns, places) where place == nil {
      let hint = NearestName.of(column, in: table.headings).map { "; is it “\($0)”?" } ?? ""
      faults.append(Fault(.invited, file: name, row: 1, message: "the column “\(column)” is missing\(hint)"))
    }
    guard let organization = places[0], let type = places[1], let number = places[2] else { throw FaultList(faults) }
    let types = instrument.respondentTypes.map(\.code)
    var invitations: [Invitation] = []
    var seen: Set<[String]> = []
    for record in table.records {
      let cells = [organization, type, number].map { record.cells[$0].trimmed }
      func fault(_ column: Int, _ message: String) {
        faults.append(Fault(.invited, file: name, row: record.row, column: columns[column], message: message))
      }
      if cells[0].isEmpty { fault(0, "the cell is empty, expected an organisation") }
      if !types.contains(cells[1]) {
        let hint = NearestName.of(cells[1], in: types).map { "; did you mean “\($0)”?" } ?? ""
        fault(1, "found “\(cells[1])”, expected a respondent type of the survey\(hint)")
      }
      guard let invited = Int(cells[2]), invited >= 0 else {
        fault(2, "found “\(cells[2])”, expected a whole number of 0 or more")
        continue
      }
      if !seen.insert([cells[0], cells[1]]).inserted { fault(1, "the type is there twice for this organisation") }
      invitations.append(Invitation(organization: cells[0], respondentType: cells[1], invited: invited))
    }
    guard faults.isEmpty else { throw FaultList(faults) }
    self.invitations = invitations
  }
}

extension Fault.Kind {
  static let invited: Self = "invited-list"
}
