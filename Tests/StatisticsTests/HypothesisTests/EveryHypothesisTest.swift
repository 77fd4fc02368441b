@testable import Statistics

/// Every type that conforms to ``HypothesisTest``; that none is missing is tested against the sources.
let everyHypothesisTest: [any HypothesisTest.Type] = [
  BlockedKruskalWallisTest.self, BrunnerMunzelTest.self, ChiSquareTest.self, CochranTest.self, FisherTest.self,
  FriedmanTest.self, GeneralAssociationTest.self, JonckheereTerpstraTest.self, KendallConcordanceTest.self,
  KendallTest.self, KruskalWallisTest.self, LinearTrendTest.self, MannWhitneyTest.self, MarginalHomogeneityTest.self,
  McNemarTest.self, PageTest.self, SignTest.self, SignedRankTest.self, SpearmanTest.self, StuartMaxwellTest.self,
  VanElterenTest.self, WelchAnovaTest.self, WelchTest.self, WholeClusterPermutationTest.self, YuenTest.self,
]
