import Foundation
import Statistics
import Survey

/// Writes responses to `barriers-full`: `Generate SURVEY-FOLDER ROWS FILE`.
///
/// 99 rated items and 11 budget factors behind identifier, organisation and respondent type; 100 organisations, every tenth with
/// a comma in its name; 3% of answers skipped, 1.5% “don't know”, 0.5% “not for me”. The same arguments give the same bytes.
@main
struct Generate {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4, let rows = Int(arguments[2]) else {
      FileHandle.standardError.write(Data("usage: Generate SURVEY-FOLDER ROWS FILE\n".utf8))
      exit(64)
    }
    let instrument = try Instrument(folder: URL(filePath: arguments[1]))
    let factors = instrument.budget?.factors ?? []
    guard FileManager.default.createFile(atPath: arguments[3], contents: nil) else { exit(73) }
    let file = try FileHandle(forWritingTo: URL(filePath: arguments[3]))
    let headings =
      ["respondent_id", "organisation", "respondent_type"] + instrument.items.map(\.code) + factors.map(\.id)
    var text = Array((headings.joined(separator: ",") + "\n").utf8)
    var random = RandomStream(seed: 1)
    let organizations = (1...100).map { Array(($0 % 10 == 0 ? "\"Council \($0), North\"" : "Organisation \($0)").utf8) }
    let types = instrument.respondentTypes.map { Array($0.code.utf8) }
    for row in 0..<rows {
      text += Array("r\(row + 1),".utf8)
      let organization = random.below(organizations.count)
      text += organizations[organization]
      text.append(0x2C)
      text += types[random.below(types.count)]
      for item in instrument.items {
        text.append(0x2C)
        let draw = random.below(200)
        switch draw {
        case 0..<6: break
        case 6..<9: text += [0x64, 0x6B]
        case 9: text += [0x6E, 0x66, 0x6D]
        default:
          let span = item.scale.highest - item.scale.lowest + 1
          text.append(UInt8(48 + item.scale.lowest + (draw + organization) % span))
        }
      }
      var points = [Int](repeating: 0, count: factors.count)
      for _ in 0..<20 where !factors.isEmpty { points[random.below(factors.count)] += 5 }
      for point in points { text += Array(",\(point)".utf8) }
      text.append(0x0A)
      if text.count > 8 << 20 {
        try file.write(contentsOf: text)
        text.removeAll(keepingCapacity: true)
      }
    }
    try file.write(contentsOf: text)
    try file.close()
  }
}
