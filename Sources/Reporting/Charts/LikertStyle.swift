/// How bars of agreement are laid out.
public enum LikertStyle: String, Sendable, Hashable, Codable, CaseIterable {
  /// One bar of 100%.
  case stacked
  /// Disagreement to the left of a line, agreement to its right, whatever is neither apart.
  case diverging
}

extension Paint {
  /// The fill of an answer by its place among all; after the last stands no answer, which is left open.
  static func likert(_ place: Int, of count: Int) -> Paint {
    let half = count / 2
    if place == count { return .paper }
    if count % 2 == 1, place == half { return .neutral }
    let depth = place < half ? half - place : place - (count - half) + 1
    let strength = half <= 1 ? 3 : 1 + 2 * (depth - 1) / max(1, half - 1)
    switch (place < half, min(strength, 3)) {
    case (true, 1): return .against1
    case (true, 2): return .against2
    case (true, _): return .against3
    case (false, 1): return .favour1
    case (false, 2): return .favour2
    case (false, _): return .favour3
    }
  }

  /// Whether the answer is one of disagreement, which is lined.
  static func isLined(_ place: Int, of count: Int) -> Bool { place < count / 2 }
}

extension Canvas {
  /// The piece of a bar for one answer, or for none: a dashed outline.
  mutating func segment(_ place: Int, of count: Int, x: Double, top: Double, width: Double, height: Double) {
    let fill = Paint.likert(place, of: count)
    rectangle(x, top, width, height, fill: fill, stroke: .edge, dash: place == count ? "3 2" : nil)
    if Paint.isLined(place, of: count) { lined(x, top, width, height) }
  }
}
