import Testing

@testable import Statistics

@Suite struct FleissKappaTests {
  @Test("Thirty patients of six diagnoses agree with irr 0.84.1")
  func diagnoses() throws {
    let expected = try Reference("statistics/kappa_fleiss_weighted")["expected"]
    let subjects = try cells("statistics/data/irr_diagnoses.csv").dropFirst().map { row in
      (1...5).map { category in row.count { Int($0) == category } }
    }
    let kappa = try FleissKappa(Array(subjects))
    #expect(agrees(kappa.value, expected["fleiss"].double) && agrees(kappa.z, expected["fleiss_z"].double))
    #expect(kappa.subjectCount == 30 && kappa.ratingsPerSubject == 6 && kappa.p < 1e-29)
    #expect(agrees(kappa.value, (kappa.agreement - kappa.chanceAgreement) / (1 - kappa.chanceAgreement)))
  }

  @Test("Full agreement has 1; as Krippendorff's alpha for many subjects")
  func laws() throws {
    #expect(try FleissKappa([[3, 0], [0, 3], [3, 0]]).value == 1)
    let subjects = (0..<400).map { [[2, 1, 0], [0, 3, 0], [1, 1, 1], [0, 0, 3]][$0 % 4] }
    let alpha = try KrippendorffAlpha(units: subjects, scale: [1, 2, 3], metric: .nominal)
    let kappa = try FleissKappa(subjects)
    // The two differ by one over the number of ratings.
    #expect(agrees(1 - alpha.value, (1 - kappa.value) * (1 - 1.0 / 1_200)))
  }

  @Test("Single subjects, single ratings, unequal numbers and one category are refused")
  func refusals() {
    #expect(throws: AgreementFault.tooFewUnits(found: 1, needed: 2)) { try FleissKappa([[1, 1]]) }
    #expect(throws: AgreementFault.tooFewPeople(found: 1, needed: 2)) { try FleissKappa([[1, 0], [0, 1]]) }
    #expect(throws: AgreementFault.unequalRaters) { try FleissKappa([[1, 1], [0, 3]]) }
    #expect(throws: AgreementFault.noVariation) { try FleissKappa([[2, 0], [2, 0]]) }
  }
}
