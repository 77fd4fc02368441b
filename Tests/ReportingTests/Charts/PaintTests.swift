import Foundation
import Testing

@testable import Reporting

struct PaintTests {
  /// The contrast of two colours: (L₁ + 0.05) / (L₂ + 0.05) of their relative luminances (WCAG 2.2, “contrast ratio”).
  static func contrast(_ first: String, _ second: String) -> Double {
    let both = [luminance(first), luminance(second)].sorted()
    return (both[1] + 0.05) / (both[0] + 0.05)
  }

  private static func luminance(_ colour: String) -> Double {
    let channels = [1, 3, 5].map { place -> Double in
      let digits = colour.dropFirst(place).prefix(2)
      let value = Double(UInt8(digits, radix: 16) ?? 0) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
  }

  @Test func `the contrasts of the palette are the published ones`() {
    // Of the Analysis Function's colours on white.
    for (colour, published) in [("#12436d", 10.25), ("#801650", 9.77), ("#3d3d3d", 10.86), ("#2073bc", 4.95)] {
      #expect(abs(Self.contrast(colour, "#ffffff") - published) < 0.01)
    }
  }

  @Test func `marks stand out from the page by three to one, in light and dark`() {
    for mark in [Paint.first, .second, .edge, .hatch, .ink, .quiet] {
      #expect(Self.contrast(mark.light, Paint.paper.light) >= 3)
      #expect(Self.contrast(mark.dark, Paint.paper.dark) >= 3)
    }
  }

  @Test func `texts on fills stand out by four and a half to one`() {
    for fill in Paint.allCases where fill.text != .ink {
      #expect(Self.contrast(fill.text.light, fill.light) >= 4.5, "\(fill)")
      #expect(Self.contrast(fill.text.dark, fill.dark) >= 4.5, "\(fill)")
    }
  }

  @Test func `the sequential scale darkens from step to step, so that it shows without colour`() {
    let steps = [Paint.step1, .step2, .step3, .step4].map { Self.contrast($0.light, "#ffffff") }
    #expect(zip(steps, steps.dropFirst()).allSatisfy { $0 * 1.8 < $1 })
  }

  @Test func `steps are a quarter each, the upper end open`() {
    #expect(
      [0, 24.9, 25, 49.9, 50, 75, 100].map(Paint.step) == [.step1, .step1, .step2, .step2, .step3, .step4, .step4])
  }

  @Test func `the style sheet has every colour that changes, in light and dark`() {
    for paint in Paint.allCases where paint.changes {
      #expect(Paint.css.components(separatedBy: "--chart-\(paint.rawValue):").count == 3)
      #expect(Paint.css.contains("fill:var(--chart-\(paint.rawValue))"))
    }
  }
}
