import Survey

/// The answers of one group to one sentence, as far as they are told. 100% is everybody who was asked.
///
/// Answers whose counts are withheld are one piece together: everybody who was asked less the answers that are told, a difference that any
/// reader can take.
struct LikertBar: Sendable, Hashable {
  /// On which side of the middle answers lie; `apart` is the middle itself, no answer, and answers of several sides together.
  enum Side {
    case against, apart, favour
  }

  /// A piece of the bar.
  struct Piece: Sendable, Hashable {
    /// Which answers it holds, by their places; the place after the last answer is no answer.
    let answers: [Int]
    /// Its part of everybody who was asked, from 0 to 1.
    let share: Double
    let side: Side

    /// Whether it holds answers that cannot be told apart.
    var isTogether: Bool { answers.count > 1 }
  }

  /// Who answered; nil where it goes without saying.
  let name: Phrase?
  /// Everybody who was asked; nil where that is not told.
  let people: Int?
  /// The mark where no bar can be drawn.
  let mark: Mark?
  /// How many gave each answer, from the strongest disagreement on, and last how many gave none; nil where that is withheld. Nothing where no bar
  /// can be drawn.
  let counts: [Int?]
  /// The pieces, end to end. Answers that cannot be told apart stand in their place where they are neighbours or on one side, otherwise at the end.
  let pieces: [Piece]

  /// A bar.
  ///
  /// - Parameters:
  ///   - counts: how many gave each answer, and last how many gave none; nil where that is withheld, of two at least or of none.
  ///   - people: everybody who was asked, at least one.
  init(name: Phrase?, counts: [Int?], people: Int) {
    let places = counts.indices.filter { counts[$0] == nil }
    let rest = people - counts.reduce(0) { $0 + ($1 ?? 0) }
    precondition(
      people > 0 && (places.isEmpty ? rest == 0 : rest >= 0 && places.count > 1), "counts that do not add up")
    self.name = name
    self.people = people
    self.counts = counts
    mark = nil
    let scale = counts.count - 1
    var pieces = counts.enumerated().compactMap { place, count in
      count.map {
        Piece(answers: [place], share: Double($0) / Double(people), side: Self.side(place, of: scale))
      }
    }
    if let first = places.first, let last = places.last {
      let sides = Set(places.map { Self.side($0, of: scale) })
      let side = sides.count == 1 ? sides.first ?? .apart : .apart
      let isInPlace = last - first + 1 == places.count || side != .apart
      // Whatever stands before the first of them is told.
      pieces.insert(
        Piece(answers: places, share: Double(rest) / Double(people), side: side), at: isInPlace ? first : pieces.count)
    }
    self.pieces = pieces
  }

  /// A bar that cannot be drawn; `people` is everybody who was asked, where that is told.
  init(name: Phrase?, withheld mark: Mark, people: Int? = nil) {
    (self.name, self.mark, self.people) = (name, mark, people)
    (counts, pieces) = ([], [])
  }

  /// The side of a place among so many answers.
  private static func side(_ place: Int, of answers: Int) -> Side {
    if place < answers / 2 { return .against }
    return (answers - answers / 2..<answers).contains(place) ? .favour : .apart
  }

  /// The answers that cannot be told apart; nil where there are none.
  var together: Piece? { pieces.first(where: \.isTogether) }

  /// The part of everybody who agrees, from 0 to 1: one number where it follows from what is told, otherwise the least and the most that it can be; nil
  /// where no bar can be drawn.
  var agree: ClosedRange<Double>? {
    guard mark == nil else { return nil }
    let low = share(.favour)
    let scale = counts.count - 1
    let mayAgree = together.map { piece in
      piece.side == .apart && piece.answers.contains { Self.side($0, of: scale) == .favour }
    }
    return low...(low + (mayAgree == true ? together?.share ?? 0 : 0))
  }

  /// The part of one side, from 0 to 1.
  func share(_ side: Side) -> Double { pieces.filter { $0.side == side }.reduce(0) { $0 + $1.share } }
}
