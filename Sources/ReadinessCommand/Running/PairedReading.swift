import Survey

/// Reads two waves from the same files, one at a time, so that a person counts once in each.
struct PairedReading {
  private let reading: Reading
  private let pairing: CompareJob.Pairing

  /// What was read.
  struct Waves {
    /// The first and the second wave.
    let responses: [Responses]
    let intake: Intake
    let inputs: [Reading.Input]
  }

  init(_ reading: Reading, pairing: CompareJob.Pairing) {
    // A pipe can be read only once.
    var reading = reading.keepingPipes()
    let kept = ["respondent_id", "organisation", "respondent_type", "organisation_type", "service", "language"]
    if !kept.contains(pairing.column), !reading.options.groups.contains(pairing.column) {
      reading.keep(pairing.column, for: "--pair-by")
    }
    self.reading = reading
    self.pairing = pairing
  }

  /// The responses of both waves.
  ///
  /// - Throws: ``CommandFault`` with code 64 for a wave that no row has, naming the nearest one.
  func responses(to instrument: Instrument) throws -> Waves {
    var all: [Responses] = []
    var inputs: [Reading.Input] = []
    for wave in pairing.waves {
      var one = reading
      one.options.wave = wave
      do {
        let (responses, read) = try one.responses(to: instrument)
        all.append(responses)
        inputs = read
      } catch let fault as CommandFault {
        throw explained(fault, wave: wave)
      }
    }
    return Waves(responses: all, intake: Self.together(all), inputs: inputs)
  }

  /// A wave that no row has is a slip of the command; the message names the nearest wave.
  private func explained(_ fault: CommandFault, wave: String) -> CommandFault {
    guard let unknown = fault.faults.first(where: { $0.kind.rawValue == "unknown-wave" }) else { return fault }
    let known = unknown.message.split(separator: "“").dropFirst(2).compactMap { $0.split(separator: "”").first }
      .map(String.init)
    let hint = NearestName.of(wave, in: known).map { "; did you mean “\($0)”?" } ?? ""
    let expected =
      known.isEmpty
      ? "a column wave; add one that says when each row was answered"
      : "one of \(known.map { "“\($0)”" }.joined(separator: ", "))\(hint); correct --waves"
    return CommandFault(
      .usage, "Two waves are needed to compare the same people.",
      faults: [
        Fault(
          unknown.kind, file: unknown.file,
          message: "found no row of the wave “\(wave)”, expected \(expected)")
      ])
  }

  /// Both waves were read from the same rows: their notices and faults are told once, and rows of either wave are used.
  private static func together(_ waves: [Responses]) -> Intake {
    let files = zip(waves[0].intake.files, waves[1].intake.files).map { first, second in
      Intake.File(
        name: first.name, rows: first.rows, used: first.used + second.used, notAsked: first.notAsked,
        unread: first.unread)
    }
    var seen: Set<Fault> = []
    let notices = waves.flatMap(\.intake.notices).filter {
      $0.kind.rawValue != "other-waves" && seen.insert($0).inserted
    }
    let rows = files.reduce(0) { $0 + $1.rows }
    let left = rows - files.reduce(0) { $0 + $1.used } - waves[0].intake.setAside.count
    let others = Fault(
      "other-waves", severity: .notice, file: files.first?.name ?? "",
      message: "\(left) \(left == 1 ? "row of other waves was" : "rows of other waves were") not used")
    return Intake(
      files: files, setAside: waves[0].intake.setAside, notices: notices + (left > 0 ? [others] : []))
  }
}
