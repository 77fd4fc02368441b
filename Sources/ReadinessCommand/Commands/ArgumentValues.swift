public import ArgumentParser
public import Readiness
public import Reporting
public import Survey

// Choices of the library that options take by their names in files.
extension AllocationPolicy: ExpressibleByArgument {}
extension ComparisonPlan.Null: ExpressibleByArgument {}
extension LikertStyle: ExpressibleByArgument {}
extension StarPlacement: ExpressibleByArgument {}
extension TableProfile: ExpressibleByArgument {}

extension CompletionKind {
  /// The names of the surveys that come with the program.
  static var surveys: CompletionKind { .shellCommand("readiness survey list | cut -d ' ' -f 1") }
}
