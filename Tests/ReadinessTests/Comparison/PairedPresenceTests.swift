import Testing

@testable import Readiness

/// Numbers of people in two waves: what they tell of who gave no rating, by the formula and by writing out every way in which it could be.
struct PairedPresenceTests {
  /// People with a score in both waves, first alone, second alone, neither; and people of one wave without.
  private func presence(_ pairs: [Int], first: (Int, Int), second: (Int, Int)) -> PairedPresence {
    let kinds: [(Bool?, Bool?)] = [
      (true, true), (true, false), (false, true), (false, false), (true, nil), (false, nil), (nil, true), (nil, false),
    ]
    let counts = pairs + [first.0, first.1, second.0, second.1]
    let people = zip(kinds, counts).flatMap { kind, count in Array(repeating: kind, count: count) }
    return PairedPresence(people.indices.map { (people[$0].0 == nil ? nil : $0, people[$0].1 == nil ? nil : $0) }) {
      wave, row in (wave == 0 ? people[row].0 : people[row].1) == true
    }
  }

  @Test func `people are counted as they are`() {
    let found = presence([10, 2, 3, 1], first: (4, 5), second: (6, 7))
    #expect((found.twice, found.onlyFirst, found.onlySecond) == (10, 6, 9))
    #expect(!presence([20, 3, 0, 0], first: (9, 0), second: (9, 0)).isSafe(minimum: 5))
    #expect(presence([20, 0, 0, 0], first: (9, 0), second: (9, 0)).isSafe(minimum: 5))
    #expect(!presence([20, 0, 0, 0], first: (9, 3), second: (9, 0)).isSafe(minimum: 5))
    #expect(presence([20, 6, 6, 0], first: (9, 0), second: (9, 0)).isSafe(minimum: 5))
    // Six pairs lack the second wave, nobody the first, and eight of the second lack it in all: two more people.
    #expect(!presence([20, 6, 0, 0], first: (9, 0), second: (9, 2)).isSafe(minimum: 5))
    #expect(presence([20, 3, 0, 0], first: (9, 0), second: (9, 0)).isSafe(minimum: 0))
  }

  @Test func `what is called safe is safe in every way in which the sums can be met`() {
    let (minimum, alone) = (3, 5)
    var (safe, unsafe) = (0, 0)
    for number in 0..<(6 * 6 * 6 * 6 * 6) {
      let truth = [number % 6, number / 6 % 6, number / 36 % 6, number / 216 % 6, number / 1_296]
      let sums = Self.sums(truth)
      let isSafe = presence(
        [9, truth[0], truth[1], truth[2]], first: (alone - truth[3], truth[3]), second: (7 - truth[4], truth[4])
      )
      .isSafe(minimum: minimum)
      // Every set of five numbers from 0 to 15 with the same sums.
      var largest = [Int](repeating: 0, count: 5)
      for neither in 0...sums[0] {
        for second in 0...(sums[0] - neither) {
          let way = [
            sums[0] - neither - second, second, neither, sums[1] - second - neither,
            sums[2] - (sums[0] - neither - second) - neither,
          ]
          guard way.allSatisfy({ $0 >= 0 }), way[3] <= alone, way[4] <= 7 else { continue }
          for place in way.indices { largest[place] = max(largest[place], way[place]) }
        }
      }
      let isFew = sums.contains { (1..<minimum).contains($0) }
      let shows = zip(truth, largest).contains { (1..<minimum).contains($0) && $1 < minimum }
      #expect(isSafe == !(isFew || shows), "\(truth)")
      if isSafe { safe += 1 } else { unsafe += 1 }
    }
    #expect(safe > 500 && unsafe > 500)
  }

  private static func sums(_ numbers: [Int]) -> [Int] {
    [
      numbers[0] + numbers[1] + numbers[2], numbers[3] + numbers[1] + numbers[2], numbers[4] + numbers[0] + numbers[2],
    ]
  }
}
