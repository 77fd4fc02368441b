import ArgumentParser
import Reporting

/// How `run` draws charts where there is a choice.
struct ChartArguments: ParsableArguments {
  @Option(help: ArgumentHelp("The star's inner ring: cos-inside or steps-inside.", valueName: "placement"))
  var star = StarPlacement.cosInside

  @Option(help: ArgumentHelp("Bars of agreement: stacked (the default) or diverging.", valueName: "style"))
  var likert: LikertStyle?

  /// The settings.
  var settings: ChartSettings { ChartSettings(star: star, likert: likert ?? ChartSettings().likert) }
}
