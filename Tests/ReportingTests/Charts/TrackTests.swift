import Testing

@testable import Reporting

struct TrackTests {
  @Test func `places go evenly from end to end, and beyond them stay at the end`() {
    let track = Track(bounds: 0...100, ticks: [], left: 20, right: 220)
    #expect([0, 25, 50, 100, 120, -3].map(track.x) == [20, 70, 120, 220, 220, 20])
  }

  @Test func `a scale is the smallest of round numbers that holds all`() {
    #expect(Track(holding: [41.2, 63], within: 0...100).ticks == [40, 45, 50, 55, 60, 65])
    #expect(Track(holding: [0, 23.4], within: 0...100).ticks == [0, 5, 10, 15, 20, 25])
    #expect(Track(holding: [2, 98], within: 0...100).ticks == [0, 20, 40, 60, 80, 100])
    #expect(Track(holding: [50], within: 0...100).ticks == [50, 51])
    #expect(Track(holding: [], within: 0...100).bounds == 0...100)
    #expect(Track(holding: [-8, 105], within: 0...100).bounds == 0...100)
  }

  @Test func `sorting by a number keeps those without one in their order at the end`() {
    let rows: [(String, Double?)] = [("a", nil), ("b", 2), ("c", nil), ("d", 1), ("e", 2)]
    #expect(rows.sorted { $0.1 }.map(\.0) == ["d", "b", "e", "a", "c"])
    #expect(rows.sorted(by: { $0.1 }, descending: true).map(\.0) == ["b", "e", "d", "a", "c"])
  }
}
