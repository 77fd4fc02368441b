import Foundation
import Testing

@testable import Reporting

struct PagePaletteTests {
  /// WCAG 2.2, "relative luminance": https://www.w3.org/TR/WCAG22/#dfn-relative-luminance.
  private func luminance(_ color: String) throws -> Double {
    let value = try #require(Int(color.dropFirst(), radix: 16))
    let parts = [16, 8, 0].map { shift in
      let part = Double(value >> shift & 255) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  private func contrast(_ one: String, _ other: String) throws -> Double {
    let values = try [luminance(one), luminance(other)].sorted()
    return (values[1] + 0.05) / (values[0] + 0.05)
  }

  @Test func `contrasts are computed as the guidelines and the palette publish them`() throws {
    #expect(try abs(contrast("#000000", "#ffffff") - 21) < 1e-9)
    // The palette's own page gives these two on white.
    #expect(try abs(contrast("#12436d", "#ffffff") - 10.25) < 0.005)
    #expect(try abs(contrast("#3d3d3d", "#ffffff") - 10.86) < 0.005)
  }

  @Test(arguments: [PagePalette.light, .dark])
  func `every text can be read on both grounds, and focus be seen`(palette: PagePalette) throws {
    for ground in [palette.ground, palette.panel] {
      for text in [palette.ink, palette.quiet, palette.accent] {
        #expect(try contrast(text, ground) >= 7, "\(text) on \(ground)")
      }
    }
    #expect(try contrast(palette.ink, palette.ground) > contrast(palette.quiet, palette.ground))
  }

  @Test func `a page has these colours and no others`() throws {
    let style = PageStyle(runningStamp: "", runningTitle: "").text
    let used = Set(style.matches(of: /#[0-9a-f]{6}\b/).map { String($0.output) })
    let declared = [PagePalette.light, .dark].flatMap {
      [$0.ground, $0.panel, $0.ink, $0.quiet, $0.accent, $0.line]
    }
    #expect(used == Set(declared))
  }
}
