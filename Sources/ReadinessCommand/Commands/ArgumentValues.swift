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
