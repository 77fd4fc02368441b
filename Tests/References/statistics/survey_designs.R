# Strata, clusters, populations, single clusters, calibration and tests on the survey of 160. Run in this folder: Rscript survey_designs.R
suppressPackageStartupMessages(library(survey))
options(survey.lonely.psu = "adjust")
d <- read.csv("data/survey160_items_complete.csv")
d$weight <- read.csv("data/survey160.csv")$weight
d$scale <- rowMeans(d[, sprintf("b%02d", 1:11)])
d$number <- as.integer(sub("ORG", "", d$org))
d$stratum <- d$number %% 3
d$population <- c(20, 30, 12)[d$stratum + 1]
# One organisation in a stratum of its own.
d$lonely <- ifelse(d$number == 5, 3, d$stratum)
d$sector <- d$number %% 2
types <- sort(unique(d$type))
type_sizes <- c(400, 200, 100, 800, 500)
sector_sizes <- c(1100, 900)
full <- svydesign(id = ~org, strata = ~stratum, weights = ~weight, fpc = ~population, data = d)
lone <- svydesign(id = ~org, strata = ~lonely, weights = ~weight, data = d)
plain <- svydesign(id = ~1, weights = ~weight, data = d)
clustered <- svydesign(id = ~org, weights = ~weight, data = d)
estimate <- function(x) list(value = as.numeric(coef(x)), se = as.numeric(SE(x)))
post <- postStratify(plain, ~type, data.frame(type = types, Freq = type_sizes))
target <- c(sum(type_sizes), type_sizes[-1], sector_sizes[2])
raked <- calibrate(clustered, ~ type + factor(sector), target, calfun = "raking", epsilon = 1e-12, maxit = 200)
# Without ties: with unequal weights the ranks of tied values depend on the order of rows in this program.
d$untied <- d$scale + (1:160) * 1e-7
clustered <- svydesign(id = ~org, weights = ~weight, data = d)
many <- svyranktest(untied ~ type, clustered)
two <- svyranktest(untied ~ I(type == "service_user"), clustered)
rao <- svychisq(~ b01 + type, full)
writeLines(jsonlite::toJSON(list(
  source = paste("R", getRversion(), "with survey", packageVersion("survey")), types = types,
  type_sizes = type_sizes, sector_sizes = sector_sizes,
  full_mean = estimate(svymean(~scale, full)), full_df = degf(full), full_total = estimate(svytotal(~scale, full)),
  full_by_type = lapply(types, function(t) estimate(svymean(~scale, subset(full, type == t)))),
  lonely_mean = estimate(svymean(~scale, lone)), lonely_df = degf(lone),
  plain_mean = estimate(svymean(~scale, plain)),
  plain_deff = as.numeric(deff(svymean(~scale, plain, deff = "replace"))),
  post = estimate(svymean(~scale, post)), raked = estimate(svymean(~scale, raked)),
  raked_weights = head(as.numeric(weights(raked)), 5),
  rank_k_chisq = as.numeric(many$parameter), rank_k_df = as.numeric(many$statistic), rank_k_ddf = many$ddf, rank_k_p = as.numeric(many$p.value),
  rank_t = as.numeric(two$statistic), rank_p = as.numeric(two$p.value),
  t = as.numeric(svyttest(scale ~ I(type == "service_user"), full)$statistic),
  rao = list(F = as.numeric(rao$statistic), ndf = as.numeric(rao$parameter[1]), ddf = as.numeric(rao$parameter[2]), p = as.numeric(rao$p.value))
), auto_unbox = TRUE, digits = NA, pretty = TRUE), "survey_designs.json")
