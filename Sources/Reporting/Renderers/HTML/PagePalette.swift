/// The colours of a page, as `#rrggbb`: one accent, from the palette of the Government Analysis Function, on plain ground.
///
/// Every text colour has a contrast of 7 or more on both grounds (WCAG 2.2 asks for 4.5), and the accent, which also marks what has the
/// keyboard's focus, far more than the 3 that it asks of marks.
struct PagePalette: Sendable, Hashable {
  /// Behind everything.
  let ground: String
  /// Behind what is set apart: stamps, the sentence to remember.
  let panel: String
  /// Text.
  let ink: String
  /// Text of second rank: notes, headings of columns.
  let quiet: String
  /// Headings, links, the bar beside the sentence to remember, and focus.
  let accent: String
  /// Lines between rows: an ornament, nothing is lost without them.
  let line: String

  /// Dark on white; also for print.
  static let light = PagePalette(
    ground: "#ffffff", panel: "#f2f5f9", ink: "#1b1f24", quiet: "#3d3d3d", accent: "#12436d", line: "#d3d8de")
  /// Light on near black, the accent being the lightest of its sequence.
  static let dark = PagePalette(
    ground: "#111519", panel: "#171d24", ink: "#e9ecef", quiet: "#c3c9d0", accent: "#6bace6", line: "#39424d")

  /// The colours as custom properties of a style sheet.
  var properties: String {
    "--ground:\(ground);--panel:\(panel);--ink:\(ink);--quiet:\(quiet);--accent:\(accent);--line:\(line)"
  }
}
