import Testing

@testable import Readiness

@Suite struct QualityKindsTests {
  private static let kinds: [QualityRow.Subject] = [.kinds(0), .kinds(1), .kinds(2)]

  private func row(_ subject: QualityRow.Subject, _ type: String?, _ marked: Int?) -> QualityRow {
    QualityRow(
      subject: subject, respondentType: type, judged: 60, marked: marked, status: marked == nil ? .suppressed : .ok)
  }

  /// Numbers of no mark, of one kind and of two, of everybody and of one type, beside two marks of everybody.
  private func told(_ all: [Int?], _ type: [Int?], marks: [RespondingMark: Int?], minimum: Int = 5) -> [Int?] {
    let rows = zip(Self.kinds, all).map { row($0, nil, $1) } + zip(Self.kinds, type).map { row($0, "carer", $1) }
    let single = RespondingMark.allCases.compactMap { mark in marks[mark].map { row(.mark(mark), nil, $0) } }
    let told = QualityKinds(marks: single, kinds: rows, minimum: minimum).told
    #expect(told.map(\.subject) == rows.map(\.subject) && told.map(\.judged) == rows.map(\.judged))
    #expect(told.allSatisfy { ($0.status == .ok) == ($0.marked != nil) })
    return told.map(\.marked)
  }

  @Test("Where nothing is hidden, everything is told") func open() {
    let told = told([32, 17, 11], [12, 7, 5], marks: [.unevenHalves: 22, .againstOthers: 17])
    #expect(told == [32, 17, 11, 12, 7, 5])
  }

  @Test("With one hidden number of a type, or one hidden mark, types are not told by kinds; everybody is") func types()
  {
    #expect(told([32, 17, 11], [12, nil, 5], marks: [.unevenHalves: 22]) == [32, 17, 11, nil, nil, nil])
    #expect(told([32, 17, 11], [12, 7, 5], marks: [.unevenHalves: 22, .farOut: nil]) == [32, 17, 11, nil, nil, nil])
  }

  @Test("With one of the three hidden the others go too: the marks would give it") func three() {
    #expect(told([nil, 45, 11], [12, 7, 5], marks: [.unevenHalves: 50]) == [nil, nil, nil, nil, nil, nil])
  }

  /// Nobody has two kinds, so that the marks add up to those who have one: of 23, twenty have the first mark and three the other.
  @Test("A hidden mark that the others would leave is not given away by the sum; one that could be five is no reason")
  func sum() {
    #expect(told([37, 23, 0], [], marks: [.unevenHalves: 20, .farOut: nil]) == [nil, nil, nil])
    #expect(told([37, 23, 0], [], marks: [.unevenHalves: 18, .farOut: nil]) == [37, 23, 0])
    // A run of one answer and little spread are one kind: no more than 20 people have either.
    #expect(told([32, 28, 0], [], marks: [.longRun: 20, .littleSpread: 15, .farOut: nil]) == [32, 28, 0])
    #expect(told([37, 23, 0], [], marks: [.unevenHalves: 20, .farOut: nil], minimum: 0) == [37, 23, 0])
  }
}
