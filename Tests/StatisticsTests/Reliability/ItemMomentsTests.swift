import Testing

@testable import Statistics

@Suite("Moments of several items") struct ItemMomentsTests {
  private func agree(_ one: ItemMoments, _ other: ItemMoments) -> Bool {
    one.count == other.count && one.incompletePeople == other.incompletePeople
      && zip(one.means, other.means).allSatisfy { agrees($0, $1) }
      && zip(one.products.cells, other.products.cells).allSatisfy { agrees($0, $1, absolute: 1e-9) }
  }

  @Test("Three people and two items by hand, one of them incomplete")
  func byHand() {
    for moments in [
      ItemMoments(rows: [[1, 2], [.nan, 5], [3, 5], [5, 2]]),
      ItemMoments(codes: [[1, 0, 3, 5], [2, 5, 5, 2]], range: 1...5),
    ] {
      #expect(moments.count == 3 && moments.incompletePeople == 1 && moments.means == [3, 3])
      #expect(moments.products.cells == [8, 0, 0, 6])
      #expect(moments.covariance(0, 0) == 4 && moments.covariance(1, 1) == 3 && moments.constantItems.isEmpty)
    }
  }

  @Test("Rows, patterns with their counts, and codes have the same moments", arguments: [true, false])
  func roads(complete: Bool) throws {
    let rows = try surveyItems(complete: complete)
    let moments = ItemMoments(rows: rows)
    #expect(moments.count + moments.incompletePeople == 160 && complete == (moments.incompletePeople == 0))
    #expect(agree(moments, ItemMoments(codes: try surveyCodes(complete: complete), range: 1...5)))
    let patterns = Dictionary(grouping: rows.filter { !$0.contains { $0.isNaN } }) { $0 }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
    let counted = ItemMoments(rows: patterns.map(\.key), frequencies: patterns.map(\.value.count))
    #expect(counted.count == moments.count && zip(counted.means, moments.means).allSatisfy { agrees($0, $1) })
    #expect(zip(counted.products.cells, moments.products.cells).allSatisfy { agrees($0, $1, absolute: 1e-9) })
  }

  @Test("Parts add up to the whole, and a block's end changes nothing")
  func parts() {
    var stream = RandomStream(seed: 3)
    let codes = (0..<3).map { _ in (0..<9_000).map { _ in UInt8(stream.below(6)) } }
    let whole = ItemMoments(codes: codes, range: 1...5)
    let parts = [0..<4_096, 4_096..<4_097, 4_097..<9_000].map { part in
      ItemMoments(codes: codes.map { Array($0[part]) }, range: 1...5)
    }
    #expect(agree(parts[0] + parts[1] + parts[2], whole))
    #expect(agree(ItemMoments(rows: (0..<9_000).map { p in codes.map { $0[p] == 0 ? .nan : Double($0[p]) } }), whole))
    let empty = ItemMoments(codes: [[], [], []], range: 1...5)
    #expect(empty.count == 0 && agree(empty + whole, whole) && empty.covariance(0, 1) == nil)
  }

  @Test("Scales of any width, whatever their products", arguments: [0...255, 3...18, 3...19] as [ClosedRange<UInt8>])
  func widths(range: ClosedRange<UInt8>) {
    var stream = RandomStream(seed: 4)
    let span = Int(range.upperBound - range.lowerBound)
    let codes = (0..<3).map { _ in (0..<4_203).map { _ in range.lowerBound + UInt8(stream.below(span + 1)) } }
    let rows = (0..<4_203).map { person in
      codes.enumerated().map {
        $0 == 1 ? Double(range.upperBound) - Double($1[person]) + Double(range.lowerBound) : Double($1[person])
      }
    }
    #expect(agree(ItemMoments(codes: codes, range: range, reversed: [1]), ItemMoments(rows: rows)))
  }

  @Test("A reversed item has the opposite covariances, and its mean at the other end of the scale")
  func reversed() throws {
    let codes = try surveyCodes()
    let (plain, turned) = (
      ItemMoments(codes: codes, range: 1...5), ItemMoments(codes: codes, range: 1...5, reversed: [2])
    )
    #expect(agrees(turned.means[2], 6 - plain.means[2]))
    #expect(agrees(turned.covariance(2, 5), -(plain.covariance(2, 5) ?? 0)))
    #expect(turned.covariance(2, 2) == plain.covariance(2, 2) && turned.covariance(0, 1) == plain.covariance(0, 1))
  }

  @Test("Equal answers have no spread, even where their mean cannot be written")
  func constants() {
    let moments = ItemMoments(rows: (0..<10).map { [0.1, Double($0)] })
    #expect(moments.constantItems == [0] && moments.products[0, 1] == 0)
  }
}
