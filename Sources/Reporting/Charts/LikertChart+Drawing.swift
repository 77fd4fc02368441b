import Survey

extension LikertChart {
  func draw(on canvas: inout Canvas) {
    canvas.key(key(canvas))
    canvas.paragraph(canvas.words(Self.whole), size: Canvas.small, paint: .quiet)
    for item in items {
      canvas.y += 10
      let alone = item.bars.count == 1 && item.bars[0].name == nil
      canvas.rowHead(canvas.words(item.text), trailing: alone ? trailing(item.bars[0], canvas) : "", bold: !alone)
      for bar in item.bars {
        if !alone {
          canvas.y += 2
          canvas.rowHead(canvas.words(bar.name ?? "All"), trailing: trailing(bar, canvas))
        }
        draw(bar, on: &canvas)
      }
    }
    canvas.markNotes(items.flatMap { $0.bars.compactMap(\.mark) })
  }

  private func key(_ canvas: Canvas) -> [(words: String, symbol: (inout Canvas, Double, Double) -> Void)] {
    var key: [(words: String, symbol: (inout Canvas, Double, Double) -> Void)] = (answers + [Self.noAnswer])
      .enumerated()
      .map { place, answer in
        (
          canvas.words(answer),
          { $0.segment(place, of: answers.count, x: $1 + 2, top: $2 - 7, width: 22, height: 14) }
        )
      }
    if mergesAnswers { key.append((canvas.words(Self.together), { $0.hatched($1 + 2, $2 - 7, 22, 14) })) }
    return key
  }

  private func trailing(_ bar: LikertBar, _ canvas: Canvas) -> String {
    canvas.words(bar.agree.map { "\(Self.amount($0)) agree" } ?? bar.mark?.phrase ?? .empty)
  }

  static let height = 24.0
  private static let left = Canvas.margin
  private static let span = Canvas.width - 2 * Canvas.margin

  private func draw(_ bar: LikertBar, on canvas: inout Canvas) {
    guard bar.mark == nil else {
      canvas.hatched(Self.left, canvas.y, Self.span, Self.height)
      return canvas.y += Self.height + 4
    }
    for (piece, place) in zip(bar.pieces, segments(bar)) where place.width > 0 {
      draw(piece, x: place.x, width: place.width, on: &canvas)
    }
    if style == .diverging {
      canvas.line(
        diverging.zero, canvas.y - 3, diverging.zero, canvas.y + Self.height + 3, .ink, width: 2)
    }
    canvas.y += Self.height + 4
    guard let together = bar.together else { return }
    canvas.y += 2
    canvas.hatched(Self.left + 2, canvas.y, 22, 13)
    canvas.paragraph(
      canvas.words("Together \(Self.percent(together.share)): \(words(together))"), x: Self.left + 30,
      width: Self.span - 30, size: Canvas.small, paint: .quiet)
    canvas.y += 4
  }

  private func draw(_ piece: LikertBar.Piece, x: Double, width: Double, on canvas: inout Canvas) {
    var (ground, isLined) = (Paint.paper, true)
    if piece.isTogether {
      canvas.hatched(x, canvas.y, width, Self.height)
    } else {
      let place = piece.answers[0]
      (ground, isLined) = (Paint.likert(place, of: answers.count), Paint.isLined(place, of: answers.count))
      canvas.segment(place, of: answers.count, x: x, top: canvas.y, width: width, height: Self.height)
    }
    let label = canvas.words(.decimal(Self.hundredths(piece.share), decimals: 0))
    guard TextMeasure.width(label, size: Canvas.small) + 8 <= width else { return }
    canvas.text(
      label, x + width / 2, canvas.y + 17.5, anchor: .middle, size: Canvas.small, paint: ground.text, on: ground,
      halo: isLined)
  }

  /// Where each piece lies: end to end, or disagreement to the left and agreement to the right of a line, and whatever is neither apart.
  func segments(_ bar: LikertBar) -> [(x: Double, width: Double)] {
    let (scale, zero, apart) = diverging
    guard style == .diverging else {
      var x = Self.left
      return bar.pieces.map { piece in
        defer { x += piece.share * Self.span }
        return (x, piece.share * Self.span)
      }
    }
    var next: [LikertBar.Side: Double] = [
      .against: zero - bar.share(.against) * scale, .favour: zero, .apart: apart,
    ]
    return bar.pieces.map { piece in
      let x = next[piece.side] ?? zero
      next[piece.side] = x + piece.share * scale
      return (x, piece.share * scale)
    }
  }

  /// The one scale of a diverging chart, where its line stands, and where whatever is neither side starts: as wide as the bars leave room for.
  private var diverging: (scale: Double, zero: Double, apart: Double) {
    func widest(_ side: LikertBar.Side) -> Double { drawn.map { $0.share(side) }.max() ?? 0 }
    let (against, apart, favour) = (widest(.against), widest(.apart), widest(.favour))
    let gap = apart > 0 ? 16.0 : 0
    let scale = (Self.span - gap) / max(0.01, against + favour + apart)
    return (scale, Self.left + against * scale, Self.left + (against + favour) * scale + gap)
  }
}
