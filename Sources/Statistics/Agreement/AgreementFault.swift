/// Why there is no measure of agreement.
public enum AgreementFault: Error, Sendable, Hashable {
  /// Fewer people than can agree.
  case tooFewPeople(found: Int, needed: Int)
  /// Fewer units than the measure needs that two people or more judged.
  case tooFewUnits(found: Int, needed: Int)
  /// Units were not all judged by equally many people.
  case unequalRaters
  /// Everybody chose one category throughout: there is nothing that people could have disagreed on.
  case noVariation
}
