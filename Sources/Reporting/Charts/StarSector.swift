import Foundation
import Tabular

/// One arc of the star: a piece of a ring, and where a text fits into it.
///
/// Angles are degrees clockwise from the top.
struct StarSector {
  /// A line of text in the arc.
  struct Line: Equatable {
    let text: String
    let bold: Bool
    var x = 0.0
    var y = 0.0
  }

  let center: (x: Double, y: Double)
  let inner: Double
  let outer: Double
  let from: Double
  let to: Double

  /// The outline: the outer arc clockwise, the inner arc back.
  var path: String {
    func point(_ angle: Double, _ radius: Double) -> String {
      let (x, y) = place(angle, radius)
      return "\(Canvas.number(x)) \(Canvas.number(y))"
    }
    let large = to - from > 180 ? 1 : 0
    let (out, back) = (Canvas.number(outer), Canvas.number(inner))
    return "M\(point(from, outer))A\(out) \(out) 0 \(large) 1 \(point(to, outer))"
      + "L\(point(to, inner))A\(back) \(back) 0 \(large) 0 \(point(from, inner))Z"
  }

  private func place(_ angle: Double, _ radius: Double) -> (x: Double, y: Double) {
    let turn = angle * .pi / 180
    return (center.x + radius * sin(turn), center.y - radius * cos(turn))
  }

  /// The name in as few lines as fit, with the number below it; nil where they do not fit.
  func lines(_ words: (name: String, number: String)) -> [Line]? {
    let widest = TextMeasure.width(words.name, size: Canvas.small)
    var tried: Set<[String]> = []
    for width in stride(from: widest + 1, through: 36, by: -4) {
      let name = TextMeasure.wrap(words.name, width: width, size: Canvas.small)
      guard name.count <= 3 else { return nil }
      guard tried.insert(name).inserted else { continue }
      let lines = name.map { Line(text: $0, bold: false) } + [Line(text: words.number, bold: true)]
      if let placed = fitted(lines) { return placed }
    }
    return nil
  }

  /// The lines in the middle of the arc.
  func placed(_ lines: [Line]) -> [Line] { placed(lines, at: (inner + outer) / 2) }

  private func fitted(_ lines: [Line]) -> [Line]? {
    let middle = (inner + outer) / 2
    for shift in [0.0, -3, 3, -6, 6, -9, 9, -12, 12] {
      let placed = placed(lines, at: middle + shift)
      if placed.allSatisfy(holds) { return placed }
    }
    return nil
  }

  private func placed(_ lines: [Line], at radius: Double) -> [Line] {
    let (x, y) = place((from + to) / 2, radius)
    let pitch = 18.0
    // The middle of the capitals of the first to the foot of the last line is put on the place.
    let first = y - pitch * Double(lines.count - 1) / 2 + 0.36 * Canvas.small
    return lines.enumerated().map { number, line in
      Line(text: line.text, bold: line.bold, x: x, y: first + pitch * Double(number))
    }
  }

  /// Whether a line lies inside the arc with a little air around it.
  private func holds(_ line: Line) -> Bool {
    let half = TextMeasure.width(line.text, size: Canvas.small, bold: line.bold) / 2 + 1
    let (top, bottom) = (line.y - 0.74 * Canvas.small, line.y + 0.2 * Canvas.small)
    return [(-half, top), (half, top), (-half, bottom), (half, bottom), (0, top), (0, bottom)].allSatisfy { dx, y in
      let (right, up) = (line.x + dx - center.x, center.y - y)
      let radius = (right * right + up * up).squareRoot()
      guard radius > inner + 2, radius < outer - 2 else { return false }
      // How far the corner is from the two straight sides.
      let middle = (from + to) / 2
      var turn = atan2(right, up) * 180 / .pi - middle
      while turn > 180 { turn -= 360 }
      while turn < -180 { turn += 360 }
      return abs(turn) < (to - from) / 2 - 1.5 * 180 / (.pi * radius)
    }
  }
}
