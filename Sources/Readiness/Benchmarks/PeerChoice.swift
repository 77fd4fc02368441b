import Survey

/// Which of the peers in a store others are put beside: by name, by marks of quality, or both.
public struct PeerChoice: Sendable, Hashable {
  /// Names of organisations, whatever their capitals and spaces; empty takes any.
  public let names: [String]
  /// Marks that a record must have, all of them; empty asks for none.
  public let ticks: [QualityTick]

  /// Makes a value from its parts.
  public init(names: [String] = [], ticks: [QualityTick] = []) {
    (self.names, self.ticks) = (names, ticks)
  }

  /// Whether everybody is taken.
  public var isEveryone: Bool { names.isEmpty && ticks.isEmpty }
}

extension BenchmarkPeers {
  /// Those of the peers that are chosen.
  ///
  /// - Throws: ``BenchmarkFault`` for a name that no peer has, and where fewer are left than anything can be said about together.
  public func chosen(_ choice: PeerChoice) throws(BenchmarkFault) -> BenchmarkPeers {
    guard !choice.isEveryone else { return self }
    let known = Set(records.map(\.record.key))
    let keys = Set(choice.names.map(BenchmarkRecord.key))
    if let unknown = choice.names.first(where: { !known.contains(BenchmarkRecord.key($0)) }) {
      let hint = NearestName.of(unknown, in: records.map(\.record.organization)).map { "; did you mean “\($0)”?" } ?? ""
      throw BenchmarkFault.misnamed("no peer of these answers is named “\(unknown)”\(hint)", file: "the store")
    }
    let left = records.filter { benchmark in
      (keys.isEmpty || keys.contains(benchmark.record.key))
        && choice.ticks.allSatisfy(benchmark.record.collection.ticks.contains)
    }
    guard left.count >= PeerStanding.least else {
      throw BenchmarkFault(
        .refused,
        [
          Fault(
            "too-few-peers", file: "the store",
            message:
              "\(left.count) of \(records.count) peers are chosen, and \(PeerStanding.least) are needed to say anything about them "
              + "together; name more of them or ask for fewer marks")
        ])
    }
    return BenchmarkPeers(name: name, records: left, unlike: unlike, choice: choice)
  }
}
