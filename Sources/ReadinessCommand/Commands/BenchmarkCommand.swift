import ArgumentParser
import Foundation
import Readiness

/// `readiness benchmark`.
struct BenchmarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "benchmark", "Keeps organisations to compare with, and puts others beside them.",
    discussion: """
      A store is one file, made by the first "add". It keeps counts of answers and figures of organisations, never a \
      person's row, and never an organisation that "readiness run" would hide.
      """,
    examples: [
      "readiness benchmark add --help", "readiness benchmark compare --help",
    ],
    subcommands: [Add.self, List.self, Remove.self, Compare.self])

  /// What all of them share: the store.
  struct StoreArguments: ParsableArguments {
    @Option(
      help: ArgumentHelp("The file of the store, such as benchmarks.sqlite.", valueName: "file"), completion: .file())
    var store: String
  }

  /// When people answered, and the plan.
  struct RecordArguments: ParsableArguments {
    @Option(
      help: ArgumentHelp(
        "The first and last day on which people answered, such as 2026-03-01,2026-04-15.", valueName: "days"))
    var collected: String?

    @Option(help: ArgumentHelp("Or the column that holds each person's day.", valueName: "column"))
    var dateColumn: String?

    @Option(
      help: ArgumentHelp("A scoring plan in YAML or JSON; the survey's own unless given.", valueName: "file"),
      completion: .file())
    var plan: String?

    func validate() throws {
      guard (collected == nil) != (dateColumn == nil) else {
        throw ValidationError("Say when people answered: --collected FIRST,LAST or --date-column NAME.")
      }
      if let collected, days == nil {
        throw ValidationError(
          "--collected \(collected): expected one day or two in order, such as 2026-03-01,2026-04-15.")
      }
    }

    /// The days as a value; nil where they make no sense.
    var days: BenchmarkRecords.Days? {
      if let dateColumn { return .column(dateColumn) }
      let parts = ListOption.parts([collected ?? ""])
      let read = parts.compactMap { $0.utf8.count == 10 ? CalendarDay.read($0) : nil }
      guard read.count == parts.count, (1...2).contains(read.count), let first = read.first, let last = read.last,
        first <= last
      else { return nil }
      return .given(first: first, last: last)
    }
  }

  /// `readiness benchmark add`.
  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      "add", "Adds the organisations of some answers to a store.",
      discussion: """
        All organisations are added or none. Those that "readiness run" would hide are left out. Marks of quality: \
        everyone_invited, anonymous, independent, rate_known; ten_people and both_sides are seen in the answers.
        """,
      examples: [
        "readiness benchmark add a.csv --survey barriers-short --store b.sqlite \\",
        "  --collected 2026-03-01,2026-04-15 --method \"link to all staff\"",
      ])

    @OptionGroup(title: "Reading") var reading: ReadingArguments
    @OptionGroup(title: "Store") var store: StoreArguments
    @OptionGroup var record: RecordArguments

    @Option(help: ArgumentHelp("How people were found and asked, in a few words.", valueName: "words"))
    var method: String

    @Option(help: ArgumentHelp("Marks of quality, with commas between them.", valueName: "marks"))
    var ticks: [String] = []

    @Flag(name: [.customShort("n"), .long], help: "List what would be added, and add nothing.")
    var dryRun = false

    func validate() throws {
      if method.allSatisfy(\.isWhitespace) { throw ValidationError("--method needs a few words.") }
      let known = QualityTick.declared.map(\.rawValue)
      if let unknown = ListOption.parts(ticks).first(where: { !known.contains($0) }) {
        throw ValidationError("--ticks \(unknown): expected \(known.joined(separator: ", ")).")
      }
    }

    func run() throws {
      let job = BenchmarkAddJob(
        reading: reading.reading, store: store.store, planPath: record.plan,
        days: record.days ?? .column(record.dateColumn ?? ""), method: method,
        ticks: ListOption.parts(ticks).compactMap(QualityTick.init), dryRun: dryRun)
      let console = Console.standard(quiet: reading.quiet)
      try console.perform { try job.perform(console) }
    }
  }

  /// `readiness benchmark list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      "list", "Lists what a store holds, as CSV, without any score.",
      examples: [
        "readiness benchmark list --store b.sqlite",
        "readiness benchmark list --store b.sqlite --releases",
      ])

    @OptionGroup var store: StoreArguments
    @Flag(help: "List what was published with the help of the store instead.") var releases = false

    func run() throws {
      let console = Console.standard()
      try console.perform { try BenchmarkListJob(store: store.store, releases: releases).perform(console) }
    }
  }

  /// `readiness benchmark remove`.
  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      "remove", "Removes an organisation's records, or lets frozen peers go.",
      discussion: """
        An organisation that belongs to frozen peers stays until those are removed. What was published stays noted.
        """,
      examples: [
        "readiness benchmark remove --store b.sqlite --organisation \"Surrey CC\"",
        "readiness benchmark remove --store b.sqlite --peers wave-1",
      ])

    @OptionGroup var store: StoreArguments
    @Option(help: ArgumentHelp("The organisation.", valueName: "name")) var organisation: String?
    @Option(help: ArgumentHelp("Only its record that begins on this day.", valueName: "day")) var first: String?
    @Option(help: ArgumentHelp("The frozen peers to let go.", valueName: "name")) var peers: String?

    func validate() throws {
      guard (organisation == nil) != (peers == nil) else {
        throw ValidationError("Name what to remove: --organisation NAME or --peers NAME.")
      }
      if first != nil, organisation == nil { throw ValidationError("--first needs --organisation NAME.") }
    }

    func run() throws {
      let console = Console.standard()
      let job = BenchmarkRemoveJob(store: store.store, organization: organisation, first: first, peers: peers)
      try console.perform { try job.perform(console) }
    }
  }

  /// `readiness benchmark compare`.
  struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
      "compare", "Puts organisations beside the peers in a store.",
      discussion: """
        Without --output the table is printed as CSV. With --output a new folder is written whole or not at all: \
        benchmark.csv and, as every folder, codebook.csv, datapackage.json, import.R, import.do, import.sps, manifest.json, \
        report.html and report.txt. Peers are the latest records of the same survey, \
        version and scoring; an organisation is never its own peer. What is published is noted in the store.
        """,
      examples: [
        "readiness benchmark compare a.csv --survey barriers-short \\",
        "  --store b.sqlite --collected 2026-05-01,2026-05-20 --freeze wave-1",
        "readiness benchmark compare b.csv --survey barriers-short \\",
        "  --store b.sqlite --collected 2027-05-01,2027-05-20 --peers wave-1",
      ])

    @OptionGroup(title: "Reading") var reading: ReadingArguments
    @OptionGroup(title: "Store") var store: StoreArguments
    @OptionGroup var record: RecordArguments

    @Option(help: ArgumentHelp("Show this organisation alone.", valueName: "name")) var organisation: String?
    @Option(help: ArgumentHelp("Freeze the present peers under a name, for later waves.", valueName: "name"))
    var freeze: String?
    @Option(help: ArgumentHelp("Compare with the peers that are frozen under a name.", valueName: "name"))
    var peers: String?
    @Option(help: ArgumentHelp("Compare with this peer; give it again for more, five at least.", valueName: "name"))
    var peer: [String] = []
    @Option(help: ArgumentHelp("Compare with peers that have these marks, with commas between.", valueName: "marks"))
    var peersWith: [String] = []
    @Option(help: ArgumentHelp("The day to note in the store; today unless given.", valueName: "day"))
    var on: String?

    @OptionGroup(title: "Writing") var writing: WritingArguments

    func validate() throws {
      if writing.ledger != nil { throw ValidationError("--ledger is not used here: the store keeps its own.") }
      if freeze != nil, peers != nil {
        throw ValidationError("--freeze makes new peers and --peers takes old ones; give one.")
      }
      if let name = freeze ?? peers, name.isEmpty || name.contains(where: { $0 == "," || $0.isNewline }) {
        throw ValidationError("A name of peers has at least one character and no comma.")
      }
      if freeze != nil, !peer.isEmpty || !peersWith.isEmpty {
        throw ValidationError("--freeze freezes all peers; choose with --peer or --peers-with when you compare.")
      }
      if let unknown = ListOption.parts(peersWith).first(where: { QualityTick(rawValue: $0) == nil }) {
        throw ValidationError(
          "--peers-with \(unknown): expected \(QualityTick.allCases.map(\.rawValue).joined(separator: ", ")).")
      }
      if let on, CalendarDay.read(on) == nil { throw ValidationError("--on \(on): expected a day such as 2026-11-21.") }
    }

    func run() throws {
      Interruption.listen()
      let today = ISO8601DateFormatter.string(
        from: Date(), timeZone: .gmt, formatOptions: [.withFullDate, .withDashSeparatorInDate])
      let job = BenchmarkCompareJob(
        reading: reading.reading, store: store.store, planPath: record.plan,
        days: record.days ?? .column(record.dateColumn ?? ""), organization: organisation, freeze: freeze,
        peers: peers,
        choice: PeerChoice(names: peer, ticks: ListOption.parts(peersWith).compactMap(QualityTick.init)),
        day: on ?? today, delivery: writing.delivery)
      let console = Console.standard(quiet: reading.quiet)
      try console.perform { try job.perform(console) }
    }
  }
}
