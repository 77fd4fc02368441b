import Statistics
import Survey

/// Overall scores of groups: the weighted mean of dimension means, with a standard error that keeps the dimensions' joint
/// scatter over persons.
///
/// The score is Σ w_d m_d ÷ Σ w_d over the dimensions that have a mean. A person's part in it is
/// z = Σ w_d (x_d − m_d) ÷ (n_d Σ w_d), and the squared error n ÷ (n − 1) Σ z², n being the persons with any
/// dimension score. Without missing answers that is s ÷ √n of the persons' own overall scores. Aggregations other than the mean take
/// their slope at the means in the place of w_d ÷ Σ w_d.
/// Source: Taylor linearisation with replacement, Särndal, Swensson & Wretman (1992), s. 5.5.
struct GroupComposite {
  /// The score of each group; nil where too little of the weight has a mean.
  private(set) var values: [Double?]
  /// The standard error over persons; nil below two persons.
  private(set) var standardErrors: [Double?]

  /// Works out every group's score; `weights` has one entry per dimension.
  init(_ cells: PeopleCells, tallies: [[Tally]], groupOf: [Int32], groupCount: Int, weights: [Double]) {
    let layout = cells.scores.layout
    let dimensions = layout.dimensions
    let least = (layout.weightShare - 1e-9) * weights.reduce(0, +)
    values = [Double?](repeating: nil, count: groupCount)
    standardErrors = [Double?](repeating: nil, count: groupCount)

    let shares = layout.aggregation == .arithmetic ? nil : try? IndicatorWeights(proportions: weights)
    // Mean and factor w_d ÷ (n_d Σ w_d) per group and dimension; a factor of 0 leaves a dimension out.
    var means = [Double](repeating: 0, count: groupCount * dimensions.count)
    var factors = means
    for group in 0..<groupCount {
      var (sum, present) = (0.0, 0.0)
      for (index, place) in dimensions.enumerated() {
        guard let mean = tallies[place][group].mean else { continue }
        means[group * dimensions.count + index] = mean
        sum += weights[index] * mean
        present += weights[index]
      }
      guard present > 0, present >= least else { continue }
      if let shares {
        let parts = dimensions.map { tallies[$0][group].mean }
        guard let score = layout.aggregation.score(parts, weights: shares, needing: 0) else { continue }
        values[group] = score
        for (index, slope) in layout.aggregation.slopes(parts, weights: shares).enumerated() where parts[index] != nil {
          factors[group * dimensions.count + index] = slope / tallies[dimensions[index]][group].weight
        }
        continue
      }
      values[group] = sum / present
      for (index, place) in dimensions.enumerated() where tallies[place][group].mean != nil {
        factors[group * dimensions.count + index] = weights[index] / (present * tallies[place][group].weight)
      }
    }
    let scatter = Self.scatter(cells, groupOf: groupOf, groupCount: groupCount, means: means, factors: factors)
    for group in 0..<groupCount where values[group] != nil && scatter.people[group] > 1 {
      let people = Double(scatter.people[group])
      standardErrors[group] = (people / (people - 1) * scatter.squares[group]).squareRoot()
    }
  }

  /// Persons with any dimension score and the sum of their squared parts, per group, in the order of the rows.
  private static func scatter(
    _ cells: PeopleCells, groupOf: [Int32], groupCount: Int, means: [Double], factors: [Double]
  ) -> (people: [Int], squares: [Double]) {
    let scores = cells.scores
    let dimensions = scores.layout.dimensions
    let weights = scores.responses.weights
    var people = [Int](repeating: 0, count: groupCount)
    var squares = [Double](repeating: 0, count: groupCount)
    let block = 2_048
    var groups = [Int32](repeating: 0, count: block)
    var parts = [Double](repeating: 0, count: block)
    var present = [Bool](repeating: false, count: block)
    for start in stride(from: 0, to: scores.responses.count, by: block) {
      let rows = min(block, scores.responses.count - start)
      for row in 0..<rows {
        (groups[row], parts[row], present[row]) = (groupOf[Int(cells.cellOf[start + row])], 0, false)
      }
      for (index, place) in dimensions.enumerated() {
        add(
          scores.columns[place], from: start, rows: rows, groups: groups, means: means, factors: factors,
          dimension: index, of: dimensions.count, to: &parts, &present)
      }
      for row in 0..<rows where present[row] {
        let part = weights.isEmpty ? parts[row] : parts[row] * weights[start + row]
        people[Int(groups[row])] += 1
        squares[Int(groups[row])] += part * part
      }
    }
    return (people, squares)
  }

  /// Adds one dimension's share to the parts of the persons in a block.
  private static func add(
    _ column: [Double], from start: Int, rows: Int, groups: [Int32], means: [Double], factors: [Double],
    dimension: Int, of width: Int, to parts: inout [Double], _ present: inout [Bool]
  ) {
    column.withUnsafeBufferPointer { column in
      groups.withUnsafeBufferPointer { groups in
        means.withUnsafeBufferPointer { means in
          factors.withUnsafeBufferPointer { factors in
            parts.withUnsafeMutableBufferPointer { parts in
              present.withUnsafeMutableBufferPointer { present in
                for row in 0..<rows {
                  let score = column[start + row]
                  guard groups[row] >= 0, score == score else { continue }
                  let entry = Int(groups[row]) * width + dimension
                  parts[row] += factors[entry] * (score - means[entry])
                  if factors[entry] != 0 { present[row] = true }
                }
              }
            }
          }
        }
      }
    }
  }
}
