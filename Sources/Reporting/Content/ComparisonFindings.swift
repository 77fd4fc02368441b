public import Readiness

/// What the pages on comparisons are made from, whichever command found it.
public struct ComparisonFindings: Sendable {
  /// The instrument that was answered.
  public let instrument: Instrument
  /// Every choice of the run.
  public let plan: ScoringPlan
  /// The measures in the order of files and pages.
  public let measures: [Measure]
  /// Who answered, by type; empty where only the same people were compared.
  public let participation: [ParticipationRow]
  /// Comparisons in the order of the file.
  public let comparisons: [Comparison]
  /// What each family can and cannot show.
  public let familyNotes: [FamilyNote]
  /// The perception-gap atlas.
  public let perceptionGaps: [PerceptionGap]
  /// What was hidden and why.
  public let disclosureNotes: [Phrase]
  /// The two waves and who answered in them, where the same people were compared.
  public let pairing: Pairing?

  /// How far each measure moved between two waves; empty where the same people were not compared.
  public let waveChanges: [WaveChange]

  /// Two waves of the same people.
  public struct Pairing: Sendable, Hashable {
    /// The waves, first and second.
    public let waves: [String]
    /// Who answered when.
    public let attendance: PairedAttendance
  }

  /// The findings of a whole run.
  public init(_ assessment: Assessment) {
    instrument = assessment.instrument
    plan = assessment.plan
    measures = assessment.measures
    participation = assessment.participation
    comparisons = assessment.comparisons
    familyNotes = assessment.familyNotes
    perceptionGaps = assessment.perceptionGaps
    disclosureNotes = assessment.disclosureNotes
    pairing = nil
    waveChanges = []
  }

  /// The findings of comparisons alone: groups, the same people in two waves, or both.
  public init?(_ study: ComparisonStudy?, _ paired: PairedStudy?) {
    guard let instrument = study?.instrument ?? paired?.instrument, let plan = study?.plan ?? paired?.plan else {
      return nil
    }
    self.instrument = instrument
    self.plan = plan
    measures = study?.measures ?? paired?.measures ?? []
    participation = study?.participation ?? []
    comparisons = (paired?.comparisons ?? []) + (study?.comparisons ?? [])
    familyNotes = (paired?.familyNotes ?? []) + (study?.familyNotes ?? [])
    perceptionGaps = study?.perceptionGaps ?? []
    disclosureNotes = study?.disclosureNotes ?? []
    pairing = paired.map { Pairing(waves: $0.waves, attendance: $0.attendance) }
    waveChanges = paired?.changes ?? []
  }
}

extension ComparisonFindings {
  /// Who was paired, and what each family can show at all, a line each: for whoever sees the table alone, and so in English as the table is.
  public var notes: [String] {
    (pairing.map { PairedWords($0).lines.map(\.english) } ?? []) + unique(familyNotes.map(\.by)).flatMap(notes)
  }

  private func notes(by: String) -> [String] {
    let own = familyNotes.filter { $0.by == by }
    let open = own.filter { ($0.smallestAdjusted ?? 1) < ComparisonSection.clearBelow }
    let others = own.filter { !open.contains($0) }
    func list(_ notes: [FamilyNote]) -> String { Words.list(verbatim: notes.map(\.family)).english }
    let told: [String] = unique(others.map(\.sentence)).map { sentence in
      let alike = others.filter { $0.sentence == sentence }
      let text = sentence.english
      let said = alike.count == 1 ? text : text.replacing("this family", with: "these families")
      return "\(by), \(list(alike)): \(said)"
    }
    guard !open.isEmpty else { return told }
    let names = told.isEmpty && open.count > 1 ? "every family" : list(open)
    return told + ["\(by): \(names) could give an adjusted p below .05."]
  }
}
