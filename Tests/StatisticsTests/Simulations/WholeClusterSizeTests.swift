import Statistics
import TestSupport
import Testing

/// Groups owned by 24 organisations whose people answer alike, twelve organisations each: too many arrangements to enumerate.
@Suite struct WholeClusterSizeTests {
  @Test("Whole organisations, permuted, reject as often as the level says")
  func size() throws {
    let repetitions = Replications(150, long: 3_000)
    var random = RandomStream(seed: 2)
    var rejected = 0
    for _ in 0..<repetitions.count {
      let clusters = (0..<24).map { organization in
        let level = 0.8 * random.normal()
        let values = (0..<7).map { _ in min(5, max(1, (2.2 + level + random.normal()).rounded())) }
        return WholeClusterPermutationTest.Cluster(group: organization % 2, values: values)
      }
      let test = try WholeClusterPermutationTest(
        clusters: clusters, groupCount: 2, null: .permutation(count: 199, seed: 1))
      rejected += test.pValue.value <= 0.05 ? 1 : 0
    }
    let share = Double(rejected) / Double(repetitions.count)
    Replications.say("whole organisations, 12 + 12: rejects \(share)")
    #expect(repetitions.band(0.05).contains(share))
  }
}
