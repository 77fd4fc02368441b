/// The colours of the charts by what they are for, each in a light and a dark look.
///
/// - Source: the marks on white are the palette of the Government Analysis Function, “Data visualisation: colours in charts”; the dark look and
///   the pale steps are ours. Marks stand out from the page by 3:1 at least and texts by 4.5:1 (WCAG 2.2, 1.4.11 and 1.4.3); pale fills and the
///   deep fills of the dark look, which cannot, are always outlined with ``edge``.
enum Paint: String, CaseIterable, Sendable {
  /// The page.
  case paper
  /// Words, numbers, whatever is plainly said.
  case ink
  /// Words that stay back: axes, keys, notes.
  case quiet
  /// Lines to measure by; decoration, so free of the limits above.
  case grid
  /// Outlines of filled areas.
  case edge
  /// The lines of a hatched area: a number that is withheld.
  case hatch
  /// What the chart is about.
  case first
  /// What it is compared with.
  case second
  /// One sequential scale, from little to much.
  case step1, step2, step3, step4
  /// Disagreement from strong to weak, the middle, agreement from weak to strong.
  case against3, against2, against1, neutral, favour1, favour2, favour3
  /// Texts on pale and on deep fills, the same in both looks.
  case onPale, onDeep

  /// The colour on a white page.
  var light: String {
    switch self {
    case .paper: "#ffffff"
    case .ink: "#0b0c0c"
    case .quiet: "#3d3d3d"
    case .grid: "#d3d7da"
    case .edge: "#3d3d3d"
    case .hatch: "#6f777b"
    case .first: "#12436d"
    case .second: "#801650"
    default: fixed
    }
  }

  /// The colour on a dark page.
  var dark: String {
    switch self {
    case .paper: "#111519"
    case .ink: "#f3f4f5"
    case .quiet: "#c5c9cc"
    case .grid: "#3f4549"
    case .edge: "#c5c9cc"
    case .hatch: "#9aa3a8"
    case .first: "#8fc4f0"
    case .second: "#ee9cc4"
    default: fixed
    }
  }

  /// The colour of a fill that carries a text of its own: the same in both looks.
  private var fixed: String {
    switch self {
    case .step1: "#dce9f5"
    case .step2, .favour1: "#6bace6"
    case .step3, .favour2: "#2073bc"
    case .step4, .favour3: "#12436d"
    case .against3: "#801650"
    case .against2: "#b0557f"
    case .against1: "#e3b7cd"
    case .neutral: "#d5d8da"
    case .onPale: "#0b0c0c"
    default: "#ffffff"
    }
  }

  /// The paint of a text on this fill.
  var text: Paint {
    switch self {
    case .step1, .step2, .against1, .neutral, .favour1: .onPale
    case .step3, .step4, .against2, .against3, .favour2, .favour3: .onDeep
    default: .ink
    }
  }

  /// The step of the sequential scale for a number of 0…100, four of equal width.
  static func step(_ value: Double) -> Paint {
    switch value {
    case ..<25: .step1
    case ..<50: .step2
    case ..<75: .step3
    default: .step4
    }
  }

  /// Whether dark mode changes the colour.
  var changes: Bool { light != dark }

  /// What the page's style sheet needs: sizes, and the colours as variables that a page may set anew.
  ///
  /// Every mark also carries its light colour as an attribute, so that a drawing on its own and a program that knows no variables show it too.
  static let css: String = {
    let changing = allCases.filter(\.changes)
    func variables(_ colour: (Paint) -> String) -> String {
      changing.map { "--chart-\($0.rawValue):\(colour($0))" }.joined(separator: ";")
    }
    var css = ".chart{\(variables(\.light));display:block;width:100%;max-width:30rem;height:auto;break-inside:avoid}\n"
    css += "@media screen and (prefers-color-scheme:dark){.chart{\(variables(\.dark))}}\n"
    for paint in changing {
      css += ".chart .f-\(paint.rawValue){fill:var(--chart-\(paint.rawValue))}"
      css += ".chart .s-\(paint.rawValue){stroke:var(--chart-\(paint.rawValue))}\n"
    }
    return css
  }()
}
