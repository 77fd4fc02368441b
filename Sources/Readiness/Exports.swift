// `import Readiness` gives the whole vocabulary: instruments and responses, and the values that statistics answers with.
@_exported public import Disclosure
@_exported public import Statistics
@_exported public import Survey
