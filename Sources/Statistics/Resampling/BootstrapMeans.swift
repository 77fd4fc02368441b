/// Joint bootstrap of means with missing values: people are drawn with replacement, all their measures together.
///
/// - Shapes: `columns[measure][person]`, NaN where a person has no value; `draws[measure][draw]`. A draw in which nobody
///   drawn has a value of a measure carries NaN for that measure; so does every draw of a measure that nobody has.
/// - Units: those of the measures. Draws are not scaled: multiply distances from the mean by √(n ÷ (n − 1)) for the usual
///   variance, as ``scaled(_:about:count:)`` does.
/// - Null: none.
/// - Cost: draws × people × measures. Above `personLimit` people the normal limit of the bootstrap is drawn instead (the
///   covariance of the linearised means), at people × measures² once and draws × measures².
/// - Streams: 64 draws to a block, each block with its own stream, so that the draws do not depend on threads, and the first
///   draws of a longer run are those of a shorter one.
/// - Source: Efron (1979), Annals of Statistics 7(1), 1–26, doi:10.1214/aos/1176344552.
public struct BootstrapMeans: Sendable {
  /// The draws of each measure's mean, `draws[measure][draw]`.
  public let draws: [[Double]]

  /// The number of draws that share a random stream.
  private static let blockLength = 64

  /// Draws `count` times. All columns have one entry per person, at least one.
  public init(columns: [[Double]], count: Int, seed: UInt64, stream: UInt64, personLimit: Int = 10_000) {
    let people = columns.first?.count ?? 0
    precondition(columns.allSatisfy { $0.count == people }, "columns have different numbers of people")
    precondition(count >= 0, "a bootstrap needs a number of draws from 0")
    // Numbers of values are counted in 16 bits.
    if people == 0 {
      draws = columns.map { _ in [Double](repeating: .nan, count: count) }
    } else if people > min(personLimit, Int(UInt16.max)) {
      draws = Self.normalLimit(columns, count: count, seed: seed, stream: stream)
    } else {
      draws = Self.resampled(columns, people: people, count: count, seed: seed, stream: stream)
    }
  }

  /// Draws stretched about their estimate by √(n ÷ (n − 1)), n people: the bootstrap's variance has divisor n, the usual
  /// standard error n − 1. One person gives the draws back.
  public static func scaled(_ draws: [Double], about estimate: Double, count: Int) -> [Double] {
    guard count > 1 else { return draws }
    let factor = (Double(count) / Double(count - 1)).squareRoot()
    return draws.map { estimate + ($0 - estimate) * factor }
  }

  private static func resampled(_ columns: [[Double]], people: Int, count: Int, seed: UInt64, stream: UInt64)
    -> [[Double]]
  {
    // Rows of eight measures at a time; missing values add 0 and count 0.
    let packs = (columns.count + 7) / 8
    var values = [SIMD8<Double>](repeating: .zero, count: packs * people)
    var present = [SIMD8<UInt16>](repeating: .zero, count: packs * people)
    var isComplete = [Bool](repeating: true, count: packs)
    for (measure, column) in columns.enumerated() {
      let (pack, lane) = measure.quotientAndRemainder(dividingBy: 8)
      for person in 0..<people {
        if column[person].isNaN {
          isComplete[pack] = false
        } else {
          values[person * packs + pack][lane] = column[person]
          present[person * packs + pack][lane] = 1
        }
      }
    }
    var draws = [[Double]](repeating: [Double](repeating: .nan, count: count), count: columns.count)
    var places = [Int](repeating: 0, count: people)
    for block in 0..<((count + blockLength - 1) / blockLength) {
      var random = RandomStream(seed: seed, stream: stream, block: UInt64(block))
      for draw in (block * blockLength)..<min(count, (block + 1) * blockLength) {
        for person in 0..<people { places[person] = random.below(people) * packs }
        for pack in 0..<packs {
          let (sum, number) = total(values, present, places, pack: pack, isComplete: isComplete[pack])
          for lane in 0..<min(8, columns.count - pack * 8) where number[lane] > 0 {
            draws[pack * 8 + lane][draw] = sum[lane] / Double(number[lane])
          }
        }
      }
    }
    return draws
  }

  /// The sums and numbers of values of eight measures over the rows that start at `places`.
  private static func total(
    _ values: [SIMD8<Double>], _ present: [SIMD8<UInt16>], _ places: [Int], pack: Int, isComplete: Bool
  ) -> (sum: SIMD8<Double>, number: SIMD8<UInt16>) {
    var sum = SIMD8<Double>.zero
    var number = SIMD8<UInt16>.zero
    values.withUnsafeBufferPointer { values in
      present.withUnsafeBufferPointer { present in
        if isComplete {
          for place in places { sum += values[place + pack] }
          number = SIMD8(repeating: UInt16(places.count))
        } else {
          for place in places {
            sum += values[place + pack]
            number &+= present[place + pack]
          }
        }
      }
    }
    return (sum, number)
  }

  /// Draws from the normal distribution that the bootstrap tends to.
  private static func normalLimit(_ columns: [[Double]], count: Int, seed: UInt64, stream: UInt64) -> [[Double]] {
    let measures = columns.count
    let moments = columns.map { column in Moments(column.lazy.filter { !$0.isNaN }) }
    // Influences: (value − mean) ÷ number of values, 0 where there is none.
    var covariance = [Double](repeating: 0, count: measures * measures)
    var influence = [Double](repeating: 0, count: measures)
    for person in 0..<(columns.first?.count ?? 0) {
      for measure in 0..<measures {
        let value = columns[measure][person]
        influence[measure] = value.isNaN ? 0 : (value - moments[measure].mean) / Double(moments[measure].count)
      }
      for i in 0..<measures where influence[i] != 0 {
        for j in 0...i { covariance[i * measures + j] += influence[i] * influence[j] }
      }
    }
    let factor = CholeskyFactor(lowerTriangle: covariance, dimension: measures)
    var draws = [[Double]](repeating: [Double](repeating: .nan, count: count), count: measures)
    var normals = [Double](repeating: 0, count: measures)
    for block in 0..<((count + blockLength - 1) / blockLength) {
      var random = RandomStream(seed: seed, stream: stream, block: UInt64(block))
      for draw in (block * blockLength)..<min(count, (block + 1) * blockLength) {
        for measure in 0..<measures { normals[measure] = random.normal() }
        for measure in 0..<measures where moments[measure].count > 0 {
          draws[measure][draw] = moments[measure].mean + factor.row(measure, times: normals)
        }
      }
    }
    return draws
  }
}

/// The Cholesky factor of a covariance that may be singular: a direction without variance has a zero row and column.
struct CholeskyFactor {
  private let rows: [Double]
  private let dimension: Int

  init(lowerTriangle covariance: [Double], dimension: Int) {
    var rows = [Double](repeating: 0, count: dimension * dimension)
    for i in 0..<dimension {
      for j in 0...i {
        var rest = covariance[i * dimension + j]
        for k in 0..<j { rest -= rows[i * dimension + k] * rows[j * dimension + k] }
        if i == j {
          rows[i * dimension + i] = rest > 1e-12 * covariance[i * dimension + i] ? rest.squareRoot() : 0
        } else if rows[j * dimension + j] > 0 {
          rows[i * dimension + j] = rest / rows[j * dimension + j]
        }
      }
    }
    self.rows = rows
    self.dimension = dimension
  }

  /// Row `index` of the factor times a vector.
  func row(_ index: Int, times vector: [Double]) -> Double {
    var sum = 0.0
    for k in 0...index { sum += rows[index * dimension + k] * vector[k] }
    return sum
  }
}
