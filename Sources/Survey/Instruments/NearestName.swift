/// Finds the known name that a mistyped one most probably meant.
package enum NearestName {
  /// The nearest of `known` to `name`, compared without case; nil when none is near.
  ///
  /// Names whose digits differ are never near: `d03` is not a slip for `d01`.
  ///
  /// - Parameter slips: how many letters may differ: a third of them, at least one, unless given.
  package static func of(_ name: String, in known: some Sequence<String>, slips: Int? = nil) -> String? {
    let allowed = slips ?? max(1, name.count / 3)
    guard allowed > 0 else { return nil }
    let digits = name.filter(\.isNumber)
    var best: (name: String, distance: Int)?
    for candidate in known where abs(candidate.count - name.count) <= allowed && candidate.filter(\.isNumber) == digits
    {
      let distance = distance(Array(name.lowercased()), Array(candidate.lowercased()))
      if distance <= allowed, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
  }

  /// Letters to insert, delete, replace or swap with a neighbour (optimal string alignment).
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var older: [Int] = []
    var previous = Array(0...right.count)
    for (i, letter) in left.enumerated() {
      var current = [i + 1]
      for (j, other) in right.enumerated() {
        var least = min(previous[j + 1] + 1, current[j] + 1, previous[j] + (letter == other ? 0 : 1))
        if i > 0, j > 0, letter == right[j - 1], left[i - 1] == other { least = min(least, older[j - 1] + 1) }
        current.append(least)
      }
      (older, previous) = (previous, current)
    }
    return previous[right.count]
  }
}
