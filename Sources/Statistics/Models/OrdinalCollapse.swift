extension OrdinalRegression {
  /// From one row per person: people with the same predictors, of the same cluster, become one row with counts.
  ///
  /// - Shapes: `responses` numbers each person's category from 0; a person whose number is not in 0..<`categoryCount` is passed over.
  /// - Cost: one pass over the people.
  /// - Throws: ``Fault``.
  public init(
    design: [[Double]], responses: [Int], categoryCount: Int, clusters: [Int]? = nil, link: Link = .logit,
    fewestClusters: Int = 6, level: Double = 0.95
  ) throws(Fault) {
    precondition(design.count == responses.count, "responses do not fit the design")
    precondition(clusters.map { $0.count == responses.count } ?? true, "clusters do not fit the design")
    struct Key: Hashable {
      let row: [Double]
      let cluster: Int
    }
    var places: [Key: Int] = [:]
    var (keys, counts): ([Key], [[Int]]) = ([], [])
    for (person, response) in responses.enumerated() where (0..<categoryCount).contains(response) {
      let key = Key(row: design[person], cluster: clusters?[person] ?? 0)
      let place = places[key] ?? keys.count
      if place == keys.count {
        places[key] = place
        keys.append(key)
        counts.append([Int](repeating: 0, count: categoryCount))
      }
      counts[place][response] += 1
    }
    try self.init(
      rows: keys.map(\.row), counts: counts, clusters: clusters == nil ? nil : keys.map(\.cluster), link: link,
      fewestClusters: fewestClusters, level: level)
  }

  /// Groups, such as types of people, against the first of them: one coefficient for each of the others, from counts alone.
  ///
  /// - Throws: ``Fault``; ``Fault/dependentColumns`` for a group without answers.
  public init(groups counts: OrdinalCounts, link: Link = .logit, level: Double = 0.95) throws(Fault) {
    try self.init(
      rows: (0..<counts.groupCount).map { group in (1..<max(counts.groupCount, 1)).map { $0 == group ? 1 : 0 } },
      counts: (0..<counts.groupCount).map { group in counts.scale.indices.map { counts[group, $0] } }, link: link,
      level: level)
  }
}
