import Readiness
import Reporting
import Survey
import Tabular

/// The work of `readiness power`: no answers are read.
struct PowerJob {
  let designs: [GroupDesign]
  let assumptions: PowerStudy.Assumptions
  let json: Bool
  /// The language of the page.
  var language = "en"
  /// The folder to write; nil prints the page instead.
  var output: String?
  /// Whether a folder that is there is replaced whole.
  var force = false

  /// Understands the options.
  ///
  /// - Throws: ``CommandFault`` with code 64 and what was expected.
  init(
    groups: String?, organizations: String?, perOrganization: String?, types: Int?, intraclassCorrelation: Double?,
    power: Double, level: Double, answerShares: String?, json: Bool
  ) throws(CommandFault) {
    self.json = json
    if let groups {
      guard organizations == nil, perOrganization == nil, types == nil, intraclassCorrelation == nil else {
        throw Self.fault(
          "--groups takes people as unrelated; --types, --icc and --per-organisation go with --organisations.")
      }
      let sizes = try Self.counts(groups, "--groups", example: "5,3")
      guard sizes.count > 1 else { throw Self.fault("--groups \(groups): name two sizes or more, such as 5,3.") }
      designs = [.people(sizes)]
    } else {
      guard let organizations, let perOrganization else {
        throw Self.fault("Give --groups 5,3, or --organisations 12 with --per-organisation 7.")
      }
      designs = try Self.designs(
        organizations: Self.counts(organizations, "--organisations", example: "12"),
        perOrganization: Self.counts(perOrganization, "--per-organisation", example: "7"), types: types)
    }
    let icc = intraclassCorrelation ?? 0.1
    guard icc >= 0, icc <= 1 else { throw Self.fault("--icc \(icc): expected a share from 0 to 1.") }
    guard level >= 0.5, level <= 0.999 else {
      throw Self.fault("--level \(level): expected a share from 0.5 to 0.999, such as 0.95.")
    }
    guard power > 1 - level, power <= 0.999 else {
      throw Self.fault(
        "--power \(power): expected a share of at most 0.999, and more than 1 less the level, such as 0.8.")
    }
    assumptions = PowerStudy.Assumptions(
      power: power, level: level, intraclassCorrelation: icc,
      shares: try answerShares.map(Self.shares) ?? PowerStudy.Assumptions.evenShares)
  }

  /// Does the work and answers with the exit code.
  func perform(_ console: Console) throws -> Exit {
    let writer = output.map { FolderWriter(path: $0, force: force, inputs: Reading.library) }
    try writer?.check()
    let wording = try Wording.whole(language, for: nil)
    let study: PowerStudy
    do {
      study = try PowerStudy(designs, assumptions: assumptions)
    } catch {
      throw CommandFault(.usage, "The design needs two groups or more, each with people.")
    }
    let report = PowerPage(study, software: ReadinessCommand.software).report
    try wording.check([report])
    let document = study.json.document
    if let output, let writer {
      let files =
        [PublishedFile(name: "power.json", bytes: document)] + PublishedFile.pages(of: report, wording: wording)
      try writer.write(files)
      console.note("\(files.count) files are in \(output). Start with \(report.name).html.")
    }
    if json {
      try console.writeData(document)
    } else if output == nil {
      try console.writeData(Array(PlainText(wording: wording).text(of: report).utf8))
    }
    return .done
  }

  private static func fault(_ message: String) -> CommandFault { CommandFault(.usage, message) }

  /// Types side by side in every organisation, and one type only in each.
  private static func designs(
    organizations: [Int], perOrganization: [Int], types: Int?
  ) throws(CommandFault) -> [GroupDesign] {
    let listed = [organizations, perOrganization].filter { $0.count > 1 }.map(\.count)
    let count = types ?? listed.first ?? 2
    guard listed.allSatisfy({ $0 == count }) else {
      throw fault("--organisations, --per-organisation and --types differ in the number of types.")
    }
    guard count > 1 else { throw fault("--types \(count): a comparison needs two types or more.") }
    let (all, people) = (organizations.reduce(0, +), perOrganization.reduce(0, +))
    var designs: [GroupDesign] = []
    let side = perOrganization.count > 1 ? perOrganization : shared(people, among: count)
    if !side.contains(0) { designs.append(.withinOrganizations(perOrganization: side, organizations: all)) }
    let owned = organizations.count > 1 ? organizations : shared(all, among: count)
    if !owned.contains(0) { designs.append(.wholeOrganizations(owned, people: people)) }
    guard !designs.isEmpty else {
      throw fault(
        "--organisations and --per-organisation: \(all) × \(people) people cannot hold \(count) types, neither side by side "
          + "nor one in each organisation.")
    }
    return designs
  }

  /// A number shared as evenly as it can be, the larger shares first.
  private static func shared(_ number: Int, among parts: Int) -> [Int] {
    (0..<parts).map { number / parts + ($0 < number % parts ? 1 : 0) }
  }

  private static func counts(_ text: String, _ option: String, example: String) throws(CommandFault) -> [Int] {
    var counts: [Int] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let count = Int(String(part).trimmed), (1...1_000_000).contains(count) else {
        throw fault(
          "\(option) \(text): found “\(part)”, expected whole numbers from 1 to 1,000,000, such as \(example).")
      }
      counts.append(count)
    }
    guard counts.count <= 50 else { throw fault("\(option): at most 50 numbers.") }
    return counts
  }

  /// Shares that total 1, from numbers that total 1 or 100.
  private static func shares(_ text: String) throws(CommandFault) -> [Double] {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { Double(String($0).trimmed) }
    let shares = parts.compactMap(\.self)
    let total = shares.reduce(0, +)
    guard shares.count == parts.count, shares.count > 1, shares.allSatisfy({ $0 >= 0 }),
      [1, 100].contains(where: { abs(total - $0) < 1e-6 * $0 }), shares.count(where: { $0 > 0 }) > 1
    else {
      throw fault(
        "--answer-shares \(text): expected shares that total 100 over two answers or more, such as 10,20,40,20,10.")
    }
    return shares.map { $0 / total }
  }
}

extension PowerStudy {
  /// The study as a document.
  var json: JSONValue {
    .object([
      "schema_version": .integer(1), "tool": .text(ReadinessCommand.software),
      "assumptions": .object([
        "power": .number(assumptions.power), "level": .number(assumptions.level),
        "icc": .number(assumptions.intraclassCorrelation),
        "answer_shares": .list(assumptions.shares.map(JSONValue.number)),
        "tie_factor": .number(Design.tieFactor(shares: assumptions.shares)),
      ]),
      "designs": .list(scenarios.map { json(of: $0) }),
    ])
  }

  private func json(of scenario: Scenario) -> JSONValue {
    let (structure, organizations): (String, [Int]) =
      switch scenario.design {
      case .people: ("unrelated_people", [])
      case .withinOrganizations(_, let organizations): ("within_organisations", [organizations])
      case .wholeOrganizations(let organizations, _): ("whole_organisations", organizations)
      }
    return .object([
      "structure": .text(structure), "people": .list(scenario.design.people.map(JSONValue.integer)),
      "organisations": .list(organizations.map(JSONValue.integer)),
      "design_effect": .number(
        scenario.design.designEffect(intraclassCorrelation: assumptions.intraclassCorrelation)),
      "families": .list(scenario.families.map(Self.json)), "pairs": .list(scenario.pairs.map(Self.json)),
    ])
  }

  private static func json(of family: Family) -> JSONValue {
    let power = family.power
    return .object([
      "family": .text(family.name), "groups": family.pair.map { .list($0.map { .integer($0 + 1) }) } ?? .null,
      "comparisons": .integer(power.comparisons), "p_smallest": .number(power.smallestP),
      "p_adjusted_smallest": .number(power.smallestAdjusted), "can_reach_level": .boolean(power.canReachLevel),
      "detectable_superiority": power.superiority.map(JSONValue.number) ?? .null,
      "detectable_difference": power.difference.map(JSONValue.number) ?? .null,
    ])
  }
}
