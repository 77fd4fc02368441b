import Foundation
import Readiness
import Tabular
import Testing

@testable import Reporting

/// The descriptor against the files that it describes, read with Foundation's own reader.
struct DataPackageTests {
  private let publication: Publication
  private let package: DataPackage

  init() throws {
    publication = Publication(try SampleAssessment.make(), software: "s")
    package = DataPackage(
      name: "readiness-test", title: "Test", files: publication.files, profile: .analysis,
      instrument: publication.assessment.instrument, sources: ["a.csv"],
      sums: Dictionary(uniqueKeysWithValues: publication.files.map { ($0.name, "\($0.bytes.count)") }))
  }

  private func document() throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(package.json.document)) as? [String: Any])
  }

  @Test func `every table is described, with the columns that its file has, in their order`() throws {
    let resources = try #require(try document()["resources"] as? [[String: Any]])
    let tables = publication.files.filter { $0.name.hasSuffix(".csv") }
    #expect(resources.compactMap { $0["path"] as? String } == tables.map(\.name))
    for (resource, file) in zip(resources, tables) {
      let fields = try #require((resource["schema"] as? [String: Any])?["fields"] as? [[String: Any]])
      let read = try Table(name: file.name, bytes: file.bytes)
      #expect(fields.compactMap { $0["name"] as? String } == read.headings, "\(file.name)")
      #expect(resource["bytes"] as? Int == file.bytes.count)
      #expect(resource["hash"] as? String == "sha256:\(file.bytes.count)")
    }
  }

  @Test func `every value is of its column's type, inside its range and among its words`() throws {
    for (file, table) in package.tables {
      let read = try Table(name: file.name, bytes: file.bytes)
      for (place, column) in table.columns.enumerated() {
        let values = read.records.map { $0.cells[place] }.filter { !$0.isEmpty }
        let words = Set(column.categories.map(\.value))
        #expect(words.isEmpty || words.isSuperset(of: values), "\(file.name) \(column.name)")
        guard column.type != .string else { continue }
        let numbers = values.compactMap(Double.init)
        #expect(numbers.count == values.count, "\(file.name) \(column.name)")
        if column.type == .integer { #expect(values.allSatisfy { Int($0) != nil }, "\(file.name) \(column.name)") }
        if let range = ValueRange.of(unit: column.unit) {
          #expect(numbers.allSatisfy(range.contains), "\(file.name) \(column.name)")
        }
      }
    }
  }

  @Test func `pages are no tables, and names are those that the standard allows`() throws {
    let names = package.tables.map(\.table.name)
    #expect(Set(names).count == names.count && !names.contains("report"))
    for name in names + ["readiness-test"] {
      #expect(name.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D })
    }
    for column in package.tables.flatMap(\.table.columns) {
      #expect(column.name.utf8.count <= 32 && column.name.first?.isLetter == true, "\(column.name)")
    }
  }

  @Test func `codes of the instrument come with their labels`() throws {
    let allocations = try #require(package.tables.first { $0.table.name == "allocations" })
    let factor = try #require(allocations.table.columns.first { $0.name == "factor" })
    #expect(factor.categories.count == publication.assessment.instrument.budget?.factors.count)
    #expect(factor.categories.allSatisfy { !$0.label.isEmpty })
  }
}
