import Readiness

extension ModelRow.Model: ColumnWord {
  var meaning: String {
    switch self {
    case .proportionalOdds: "proportional odds of a higher code"
    case .linear: "least squares, people taken as unrelated (HC3)"
    case .linearClustered: "least squares with errors by cluster (CR2)"
    case .randomIntercept: "least squares with a random intercept of clusters (restricted likelihood)"
    case .designOdds: "proportional odds in the population that was sampled"
    case .designLinear: "least squares in the population that was sampled"
    case .designMean: "means of the population that was sampled"
    }
  }
}

extension ModelRow.Kind: ColumnWord {
  var meaning: String {
    switch self {
    case .mean: "the mean of a group, or of everybody"
    case .intercept: "the mean where every term is at its reference"
    case .cut: "the threshold between two answers"
    case .coefficient: "a level less the reference"
    case .coefficientAtCut: "a level less the reference at one cut alone"
    case .test: "a test of a whole term"
    case .variance: "a variance, or a share of it"
    case .weights: "a fact of the weights"
    }
  }
}

extension RespondingMark: ColumnWord {
  var meaning: String {
    switch self {
    case .longRun: "half of the items or more in one run of one answer"
    case .littleSpread: "answers that hardly differ"
    case .unevenHalves: "the halves of the barriers contradict each other"
    case .againstOthers: "answers against what everybody else finds easy or hard"
    case .farOut: "barrier scores far from those of all others"
    case .doNotKnow: "more than half of the answers are “don't know”"
    case .fast: "under two seconds an item, or under a third of the median time"
    case .pointsPattern: "all points on one choice, or the same on every choice"
    }
  }
}
