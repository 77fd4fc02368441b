import Foundation

/// Where labels stand beside their points: near, inside the area, on no other label and on no point.
enum LabelPlacement {
  /// A rectangle.
  struct Box: Equatable {
    let left: Double
    let top: Double
    let right: Double
    let bottom: Double

    /// Whether the two share more than an edge.
    func meets(_ other: Box) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }

    /// Whether the other lies inside.
    func holds(_ other: Box) -> Bool {
      left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom
    }
  }

  /// One label's place.
  struct Place: Equatable {
    let box: Box
    /// The point of the box that is nearest to the label's point.
    let anchor: (x: Double, y: Double)
    /// Whether the label needs a line to its point.
    let isFar: Bool

    static func == (left: Place, right: Place) -> Bool { left.box == right.box && left.isFar == right.isFar }
  }

  /// How much of a point a label keeps off.
  static let clearance = 8.0

  /// A place for every label, in order, the first that is free on widening rings around its point; nil where one finds none within `reach`.
  static func places(
    for sizes: [(width: Double, height: Double)], at points: [(x: Double, y: Double)], in area: Box, reach: Double
  ) -> [Place]? {
    let dots = points.map {
      Box(left: $0.x - clearance, top: $0.y - clearance, right: $0.x + clearance, bottom: $0.y + clearance)
    }
    var taken: [Box] = []
    var places: [Place] = []
    for (size, point) in zip(sizes, points) {
      guard
        let place = candidates(size, around: point, reach: reach).first(where: { place in
          area.holds(place.box) && !dots.contains { $0.meets(place.box) } && !taken.contains { $0.meets(place.box) }
        })
      else { return nil }
      taken.append(place.box)
      places.append(place)
    }
    return places
  }

  private static func candidates(
    _ size: (width: Double, height: Double), around point: (x: Double, y: Double), reach: Double
  ) -> some Sequence<Place> {
    stride(from: clearance + 1, through: reach, by: 5).lazy.flatMap { distance in
      // The corners first, which intervals to the sides and upwards leave free.
      [45.0, 135, 315, 225, 90, 270, 0, 180].lazy.map { angle -> Place in
        // On a square around the point, so that a corner is as free of it as a side.
        let turn = angle * .pi / 180
        let (dx, dy) = (sin(turn).rounded(), -cos(turn).rounded())
        let anchor = (x: point.x + distance * dx, y: point.y + distance * dy)
        let left = anchor.x + (dx - 1) * size.width / 2
        let top = anchor.y + (dy - 1) * size.height / 2
        return Place(
          box: Box(left: left, top: top, right: left + size.width, bottom: top + size.height), anchor: anchor,
          isFar: distance > clearance + 6)
      }
    }
  }
}
