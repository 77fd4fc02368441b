/// The rule of a body in the United Kingdom under its own name, and the mode that follows it.
public struct DisclosurePreset: Sendable, Hashable {
  /// `k5`, `ons10`, `none` or `nhs8r5`.
  public let name: String
  /// The mode that follows it; nil where none does.
  public let mode: DisclosureMode?
  /// Whose rule it is and what it says.
  public let rule: String

  /// Every preset.
  ///
  /// - Source: the user guide of the UK Longitudinal Linkage Collaboration on disclosure control (2025) and the checking guidance of
  ///   the ONS Secure Research Service (2022), for ten; NHS Digital, *Change to disclosure control methodology for HES and ECDS from
  ///   September 2018*, for eight and the rounding.
  public static let all = [
    DisclosurePreset(name: "k5", mode: .internal, rule: "groups under five are hidden, as in most staff surveys"),
    DisclosurePreset(
      name: "ons10", mode: .public,
      rule: "groups under ten are hidden, as in the research services of the Office for National Statistics"),
    DisclosurePreset(name: "none", mode: .pilot, rule: "nothing is hidden, with a recorded consent"),
    DisclosurePreset(
      name: "nhs8r5", mode: nil,
      rule: "counts from 1 to 7 are hidden and all others rounded to the nearest 5, as in NHS hospital statistics"),
  ]
}

/// A name that is no mode of disclosure, or the name of a rule that is not followed.
public struct DisclosureModeRefusal: Error, Sendable, Hashable, CustomStringConvertible {
  /// What was expected instead, as the end of a sentence.
  public let description: String
}

extension DisclosureMode {
  /// Reads the name of a mode or of a preset.
  ///
  /// - Throws: ``DisclosureModeRefusal`` for any other name, and for a preset that no mode follows.
  public init(named name: String) throws(DisclosureModeRefusal) {
    if let mode = DisclosureMode(rawValue: name) {
      self = mode
      return
    }
    guard let preset = DisclosurePreset.all.first(where: { $0.name == name }) else {
      throw DisclosureModeRefusal(
        description: "expected public (or ons10), internal (or k5), or pilot (or none)")
    }
    guard let mode = preset.mode else {
      // Standard deviations with intervals, exact p-values and smallest p-values all give the exact number of people back.
      throw DisclosureModeRefusal(
        description:
          "\(name) is not offered: it rounds every count to the nearest 5, and intervals, tests and shares in these files rest on exact "
          + "counts and would undo the rounding; public hides more, every group under ten")
    }
    self = mode
  }
}
