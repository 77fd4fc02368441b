import Readiness

/// The words of a page that a reader may not know, each in one sentence.
struct GlossarySection {
  let labels: Labels
  let asksBarriers: Bool
  let comparesGroups: Bool
  let ranks: Bool

  var section: Section {
    var points: [Phrase] = [
      """
      \(.sentence(labels.range)): how far a number could move if other, similar people had answered. A wide range means \
      that we know less.
      """
    ]
    if asksBarriers {
      points =
        [
          "Readiness: a score from 0 to 100. It says how little gets in the way of co-production.",
          "Barrier: something that gets in the way. A low score means a strong barrier.",
          "The Four Co's: deciding, planning, running and checking services together. The Five Steps: how this grows.",
        ] + points
    }
    if ranks {
      points.append(
        "Band: the places that an organisation could hold. Where two bands overlap, nobody is clearly ahead.")
    }
    if comparesGroups {
      points += [
        """
        A12: pick one person of each group. This is the chance that the first has the higher score. 0.5 means that both \
        are even.
        """,
        "p: how often chance alone would set groups at least this far apart. A small p means that chance is a poor excuse.",
      ]
    }
    return Section("What the words mean", [.points(points)])
  }
}
