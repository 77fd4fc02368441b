public import Foundation
import Tabular

/// What could be done about a barrier, and which barriers it answers.
public struct ActionIdea: Sendable, Hashable {
  /// Where an idea comes from.
  public enum Origin: Sendable, Hashable {
    /// A top tip, by its number.
    case tip(Int)
    /// A tool of a Step or an activity of a Co, by its number.
    case tool(Int)
  }

  /// Where it comes from.
  public let origin: Origin
  /// The ids of the barriers that it answers, the closest first: a judgement of this package.
  public let dimensions: [String]
  /// The Step or the Co that it belongs to.
  public let facet: Facet
  /// What to do, in one sentence without a full stop.
  public let text: LocalizedText

  /// Makes a value from its parts.
  public init(origin: Origin, dimensions: [String], facet: Facet, text: LocalizedText) {
    self.origin = origin
    self.dimensions = dimensions
    self.facet = facet
    self.text = text
  }
}

/// Every idea for action that comes with the package: the top tips, then the tools of Steps and activities of Co's.
///
/// - Source: `Surveys/top-tips.csv` and `Surveys/step-tools.csv`, which name theirs; which barrier an idea answers is a judgement.
public struct ActionIdeas: Sendable, Hashable {
  /// The ideas, tips first, in the order of the files.
  public let ideas: [ActionIdea]

  /// No ideas at all: pages then suggest nothing.
  public static let none = ActionIdeas([])

  /// Makes a value from its ideas.
  public init(_ ideas: [ActionIdea]) { self.ideas = ideas }

  /// Reads both files of a folder; a file that is not there holds no ideas.
  ///
  /// - Throws: ``FaultList`` of kind `action-idea` with every cell that cannot be used.
  public init(folder: URL) throws(FaultList) {
    var faults: [Fault] = []
    var ideas: [ActionIdea] = []
    for (name, number, facet) in [("top-tips.csv", "tip", "step"), ("step-tools.csv", "tool", "facet")] {
      guard let data = FileManager.default.contents(atPath: folder.appending(path: name).path()) else { continue }
      let file = ActionIdeasFile(name: name, bytes: Array(data), numberColumn: number, facetColumn: facet)
      ideas += file.ideas
      faults += file.faults
    }
    guard faults.isEmpty else { throw FaultList(faults) }
    self.init(ideas)
  }

  /// Ideas that answer a barrier, those that answer it most closely first, tips before tools.
  public func ideas(for dimension: String) -> [ActionIdea] {
    let own = ideas.filter { $0.dimensions.contains(dimension) }
    return own.filter { $0.dimensions.first == dimension } + own.filter { $0.dimensions.first != dimension }
  }
}

/// One file of ideas, read with its faults.
struct ActionIdeasFile {
  private(set) var ideas: [ActionIdea] = []
  private(set) var faults: [Fault] = []

  init(name: String, bytes: [UInt8], numberColumn: String, facetColumn: String) {
    let table: Table
    do {
      table = try Table(name: name, bytes: bytes)
    } catch {
      faults = error.faults.map { Fault(.actionIdea, file: name, message: "\($0)") }
      return
    }
    let columns = [numberColumn, "dimensions", facetColumn, "text_en"]
    let places = columns.map { table.headings.firstIndex(of: $0) }
    for (column, place) in zip(columns, places) where place == nil {
      faults.append(Fault(.actionIdea, file: name, row: 1, message: "found no column \(column), expected one; add it"))
    }
    guard faults.isEmpty else { return }
    let languages = table.headings.filter { $0.hasPrefix("text_") }
    var numbers: Set<Int> = []
    for record in table.records {
      func cell(_ column: String) -> String {
        table.headings.firstIndex(of: column).map { record.cells[$0] } ?? ""
      }
      func fault(_ column: String, _ message: String) {
        faults.append(Fault(.actionIdea, file: name, row: record.row, column: column, message: message))
      }
      let number = Int(cell(numberColumn)).flatMap { numbers.insert($0).inserted ? $0 : nil }
      let facet = Step(rawValue: cell(facetColumn)).map(Facet.step) ?? Co(rawValue: cell(facetColumn)).map(Facet.co)
      let dimensions = cell("dimensions").split(separator: " ").map(String.init)
      if number == nil { fault(numberColumn, "expected a whole number that no other row has; number the row") }
      if facet == nil { fault(facetColumn, "expected a Step or a Co, such as map-it; mend the name") }
      if dimensions.isEmpty { fault("dimensions", "expected a barrier or more, such as d01; name them") }
      if cell("text_en").isEmpty { fault("text_en", "expected a text; write it") }
      guard let number, let facet, !dimensions.isEmpty, !cell("text_en").isEmpty else { continue }
      let texts = languages.map { (String($0.dropFirst("text_".count)), cell($0)) }
      ideas.append(
        ActionIdea(
          origin: numberColumn == "tip" ? .tip(number) : .tool(number), dimensions: dimensions, facet: facet,
          text: LocalizedText(Dictionary(texts, uniquingKeysWith: { first, _ in first }))))
    }
  }
}

extension Fault.Kind {
  /// A cell of the files of ideas for action cannot be used.
  public static let actionIdea: Self = "action-idea"
}
