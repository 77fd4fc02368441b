@testable import Statistics

/// Every type that conforms to ``HypothesisTest``; that none is missing is tested against the sources.
let everyHypothesisTest: [any HypothesisTest.Type] = [
  AnovaTest.self, BartlettTest.self, BlockedKruskalWallisTest.self, BrunnerMunzelTest.self, ChiSquareTest.self,
  CochranTest.self, FisherTest.self, FlignerKilleenTest.self, FriedmanTest.self, GeneralAssociationTest.self,
  JonckheereTerpstraTest.self, KendallConcordanceTest.self, KendallTest.self, KruskalWallisTest.self, LeveneTest.self,
  LinearTrendTest.self, MannWhitneyTest.self, MarginalHomogeneityTest.self, McNemarTest.self, PageTest.self,
  PearsonTest.self, QuadeTest.self, SignTest.self, SignedRankTest.self, SpearmanTest.self, StuartMaxwellTest.self,
  StudentTest.self, VanElterenTest.self, WelchAnovaTest.self, WelchTest.self, WholeClusterPermutationTest.self,
  YuenTest.self,
]
