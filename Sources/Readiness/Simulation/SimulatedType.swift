import Survey

/// A respondent type of a simulated cohort.
public struct SimulatedType: Sendable, Hashable {
  /// The type's code in the instrument.
  public let code: String
  /// Its share of every organisation's population; the shares add up to 1.
  public let share: Double
  /// How much readier than the level its people rate, in logits.
  public let effect: Double
  /// How much more co-production they see now than their readiness explains, in logits: leaders see more.
  public let growthEffect: Double
  /// Whether its people are on the citizen side, and so know less about money, managers and politics.
  public let isCitizen: Bool

  /// Five types by default, on both sides of “them and us”; an instrument without them lends its first five in equal shares.
  static func types(of instrument: Instrument) -> [SimulatedType] {
    let usual = [
      ("senior_commissioner", 0.15), ("front_line_worker", 0.30), ("third_sector_manager", 0.15),
      ("service_user", 0.25),
      ("carer", 0.15),
    ]
    let listed = Dictionary(instrument.respondentTypes.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    let hasUsual = usual.allSatisfy { listed[$0.0] != nil }
    let first = instrument.respondentTypes.prefix(5)
    let chosen = hasUsual ? usual : first.map { ($0.code, 1 / Double(first.count)) }
    return chosen.compactMap { code, share in
      guard let type = listed[code] else { return nil }
      let side = instrument.rollUps.first { $0.code == type.rollUp }?.side ?? .neither
      let effect =
        switch side {
        case .staff: type.leads ? 0.35 : 0.1
        case .citizen: -0.4
        case .neither: 0.0
        }
      return SimulatedType(
        code: code, share: share, effect: effect, growthEffect: type.leads ? 0.6 : 0, isCitizen: side == .citizen)
    }
  }
}
