import Statistics
import Testing

@testable import Readiness

/// What keeps a family from showing anything is named rightly: too few people, too few shuffles, or a wish for exact tests.
struct FamilyNoteTests {
  private func p(_ smallest: Double, _ method: PValue.Method) -> PValue {
    PValue(value: 0.5, method: method, smallestAttainable: smallest)
  }

  private func limit(_ p: [PValue]) -> FamilyNote.Limit { .of([p], adjusted: Multiplicity.holm) }

  @Test func `99 shuffles and eleven comparisons: the shuffles are too few`() {
    let few = [PValue](repeating: p(0.01, .permutation(count: 99, seed: 1)), count: 11)
    #expect(limit(few) == .shuffles(99))
    let note = FamilyNote(family: "dimensions", by: "x", size: 11, smallest: 0.11, limit: limit(few))
    #expect(note.sentence.english.contains("99 shuffles") && note.sentence.english.contains(".110"))
    #expect(!note.sentence.english.contains("No configuration"))
  }

  @Test func `few people stay the reason, shuffled or not`() {
    let exact = [PValue](repeating: p(0.03, .exact), count: 11)
    let shuffled = [PValue](repeating: p(0.03, .permutation(count: 999, seed: 1)), count: 11)
    for p in [exact, shuffled] {
      #expect(limit(p) == .design)
      let note = FamilyNote(family: "dimensions", by: "x", size: 11, smallest: 0.33, limit: limit(p))
      #expect(note.sentence.english.hasPrefix("No configuration of answers could bring this family below .05"))
    }
  }

  @Test func `exact tests that cannot be had are not comparisons that cannot be made`() {
    let note = FamilyNote(family: "overall", by: "x", size: 0, smallest: nil, limit: .exactOnly)
    #expect(note.sentence.english.contains("exactly") && !note.sentence.english.contains("could be made"))
  }
}
