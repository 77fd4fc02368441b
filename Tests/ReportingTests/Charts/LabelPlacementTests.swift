import Testing

@testable import Reporting

struct LabelPlacementTests {
  private let area = LabelPlacement.Box(left: 0, top: 0, right: 200, bottom: 200)

  @Test func `a lone label stands at the upper right of its point`() throws {
    let place = try #require(
      LabelPlacement.places(for: [(30, 18)], at: [(100, 100)], in: area, reach: 20)?.first)
    #expect(place.box == LabelPlacement.Box(left: 109, top: 73, right: 139, bottom: 91))
    #expect(!place.isFar)
  }

  @Test func `a label whose corner is outside goes elsewhere`() throws {
    let place = try #require(LabelPlacement.places(for: [(30, 18)], at: [(190, 10)], in: area, reach: 20)?.first)
    #expect(place.box == LabelPlacement.Box(left: 151, top: 19, right: 181, bottom: 37))
  }

  @Test func `many labels on one spot lie apart, inside and on no point`() throws {
    var points: [(x: Double, y: Double)] = []
    var sizes: [(width: Double, height: Double)] = []
    for place in 0..<9 {
      points.append((100 + Double(place % 3), 100 + Double(place / 3)))
      sizes.append((20, 18))
    }
    let places = try #require(LabelPlacement.places(for: sizes, at: points, in: area, reach: 400))
    for (index, place) in places.enumerated() {
      let box = place.box
      #expect(area.holds(box))
      #expect(!places[..<index].contains { $0.box.meets(box) })
      for point in points {
        let isInside = point.x > box.left && point.x < box.right && point.y > box.top && point.y < box.bottom
        #expect(!isInside)
      }
    }
    #expect(places.contains { $0.isFar })
  }

  @Test func `where there is no room there are no places`() {
    #expect(LabelPlacement.places(for: [(300, 18)], at: [(100, 100)], in: area, reach: 400) == nil)
  }
}
