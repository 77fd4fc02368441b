/// Why a reliability is withheld.
public enum ReliabilityFault: Error, Sendable, Hashable {
  /// Fewer people answered every item than the figure may rest on.
  case tooFewPeople(found: Int, needed: Int)
  /// Fewer items vary than the figure needs.
  case tooFewItems(varying: Int, needed: Int)
  /// Everybody has one sum, because items cancel each other.
  case noTotalVariation
  /// A one-factor model cannot be fitted.
  case noModel(FactorFault)
}
